import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { assertEquals, assertThrows } from "@std/assert";
import { changedScheme, type SchemeChanges } from "./changed_scheme.ts";
import { rulesAt, rulesBetween } from "./rules/rules_at.ts";

const JKP = await readScheme("jkp_2025");
const NAMED = { name: "mine", title: "Mine" };
const FLAT = { benefit: { kind: "flat", rate: 0.5 } } as const;

Deno.test("changedScheme() holds from the start, whatever came later, unless a month is given", () => {
  const always = changedScheme(JKP, FLAT, NAMED);
  assertEquals(always.sections.benefit.length, 1);
  assertEquals(always.sections.qualifying, JKP.sections.qualifying);
  const { benefit } = rulesAt(always, monthOf(2026, 1));
  assertEquals(benefit, {
    ...FLAT.benefit,
    from: 24253,
    source: "own design",
    note: null,
  });

  const from = monthOf(2027, 3);
  const reform = changedScheme(JKP, FLAT, { ...NAMED, from });
  assertEquals(
    reform.sections.benefit.slice(0, -1),
    JKP.sections.benefit,
  );
  const months = rulesBetween(reform, monthOf(2026, 1), monthOf(2030, 12))
    .map(({ month }) => month);
  assertEquals(months, [monthOf(2026, 1), from]);
});

Deno.test("changedScheme() refuses a month that none is, and a scheme without a name", () => {
  const options = { ...NAMED, from: 202703 };
  assertThrows(
    () => changedScheme(JKP, FLAT, options),
    RangeError,
    "as from, got 202703",
  );
  const nameless = { title: "Mine" } as typeof NAMED;
  assertThrows(() => changedScheme(JKP, FLAT, nameless), RangeError, "a name is wanted");
});

Deno.test("changedScheme() refuses sections and keys that nothing would heed", () => {
  const [{ contributionMonths: _, ...rest }] = JKP.sections.qualifying as never as [
    Record<string, unknown>,
  ];
  const cases: readonly (readonly [changes: unknown, says: string])[] = [
    [undefined, "sections by name is wanted, got nothing"],
    [{ benefit: 0.6 }, "benefit as a record, whole, is wanted, got 0.6"],
    [{ benefit: null }, "got null"],
    [{ benefit: JKP.sections.benefit }, "got a list of 2"],
    [{ benefit: { kind: "flt", rate: 0.6 } }, 'got "flt" (did you mean flat?)'],
    [{ benefit: { kind: "flat", rat: 0.6 } }, "got rat (did you mean rate?)"],
    [{ benefit: { ...JKP.sections.benefit[0]!, kind: "flat", rate: 0.6 } }, "got rates"],
    [{ duration: { kind: "bands", bands: [] } }, "got no "],
    [{ benefitt: FLAT.benefit }, "got benefitt (did you mean benefit?)"],
    [{ qualifying: rest }, "got no contributionMonths"],
    [
      { qualifying: { ...rest, contributionMonth: 9 } },
      "got contributionMonth (did you mean contributionMonths?)",
    ],
  ];
  for (const [changes, says] of cases) {
    assertThrows(
      () => changedScheme(JKP, changes as SchemeChanges, NAMED),
      RangeError,
      says,
    );
  }
});
