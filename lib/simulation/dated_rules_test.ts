import { monthOf } from "@jkp/month";
import { type Benefit, type Rules, rulesAt, type Scheme } from "@jkp/scheme";
import type { SchemeSections } from "../scheme/rules/scheme_file.ts";
import { readScheme } from "@jkp/scheme/read";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { placeOf } from "./evaluate_career.ts";
import { evaluateCareers } from "./evaluate_careers.ts";

const BASE = await reportAssumptions("base");
const PROPOSED = await readScheme("proposed_2021");
const THAILAND = await readScheme("thailand");
const REFORM = monthOf(2027, 5);
const OPTIONS = { careers: 3000, years: 5, seed: 8, firstMonth: monthOf(2022, 5) };

/** A scheme with further versions from the reform on. */
function reformed(changed: Partial<SchemeSections>, scheme = PROPOSED): Scheme {
  const sections = Object.fromEntries(
    Object.entries(scheme.sections).map(([key, versions]) => {
      const [version] = changed[key as keyof SchemeSections] ?? [];
      return [key, version ? [...versions, { ...version, from: REFORM }] : versions];
    }),
  );
  return { ...scheme, sections: sections as unknown as SchemeSections };
}

const [OLD_BENEFIT] = PROPOSED.sections.benefit as [Benefit];
const benefit: Benefit[] = [{ ...OLD_BENEFIT, kind: "flat", rate: 0.8 }];
const HIGHER = reformed({ benefit });
const ALWAYS_HIGHER = { ...PROPOSED, sections: { ...PROPOSED.sections, benefit } };

function quantitiesOf(scheme: Rules | Scheme, options = OPTIONS): Float64Array[] {
  return Array.from(evaluateCareers(BASE, [scheme], options), (each) => each.slice());
}

Deno.test("evaluateCareers() changes nothing before a reform with a future date", () => {
  // All of Thailand's rules in place of the proposal's.
  const { coverage: _coverage, ...sections } = THAILAND.sections;
  const [before, after] = [quantitiesOf(PROPOSED), quantitiesOf(reformed(sections))];
  for (const quantity of ["insurableEarnings", "benefits", "benefitMonths"] as const) {
    const place = placeOf(0, quantity);
    assertEquals(after.map((each) => each[place]), before.map((each) => each[place]));
  }
});

Deno.test("evaluateCareers() pays by the new rules all that is claimed from a reform on", () => {
  // Claims of the months before are paid up by then.
  const options = { ...OPTIONS, firstMonth: monthOf(2028, 1) };
  const always = rulesAt(HIGHER, REFORM);
  const [dated, fromTheStart] = [
    quantitiesOf(HIGHER, options),
    quantitiesOf(always, options),
  ];
  assertEquals(dated, fromTheStart);
});

Deno.test("evaluateCareers() pays each claim by the rules of its month, to its end", () => {
  const options = { ...OPTIONS, firstMonth: monthOf(2025, 1) };
  const benefits = (scheme: Rules | Scheme) =>
    quantitiesOf(scheme, options).map((each) => each[placeOf(0, "benefits")]!);
  const [old, dated, all] = [
    benefits(PROPOSED),
    benefits(HIGHER),
    benefits(ALWAYS_HIGHER),
  ];
  const kinds = { old: 0, between: 0, all: 0 };
  dated.forEach((paid, career) => {
    if (old[career] === 0) return;
    assertAlmostEquals(all[career]! / old[career]!, 0.8 / 0.5, 1e-9);
    if (paid === old[career]) kinds.old++;
    else if (paid === all[career]) kinds.all++;
    else kinds.between++;
    assert(paid >= old[career]! && paid <= all[career]!);
  });
  assert(kinds.old > 50 && kinds.all > 50 && kinds.between > 5);
});

Deno.test("evaluateCareers() pays running claims at new rates where a change says so", () => {
  const source = "a test";
  const runningClaims = [{ from: REFORM, rates: "new" as const, source, note: null }];
  const raised = {
    ...HIGHER,
    sections: { ...HIGHER.sections, runningClaims },
  };
  const paidFrom = (firstMonth: number, scheme: Scheme) =>
    quantitiesOf(scheme, { ...OPTIONS, firstMonth })
      .map((each) => each[placeOf(0, "benefits")]!);
  // Of what is paid from the reform on, all is at the new rate, none before.
  assertEquals(paidFrom(REFORM, raised), paidFrom(REFORM, ALWAYS_HIGHER));
  assertNotEquals(paidFrom(REFORM, HIGHER), paidFrom(REFORM, ALWAYS_HIGHER));
  const years = { ...OPTIONS, years: 2 };
  assertEquals(quantitiesOf(raised, years), quantitiesOf(PROPOSED, years));
});

Deno.test("evaluateCareers() gives a scheme without reforms what its rules give", () => {
  const { sections } = PROPOSED;
  const insurableEarnings = sections.insurableEarnings.slice(0, 1);
  const once = { ...PROPOSED, sections: { ...sections, insurableEarnings } };
  assertEquals(quantitiesOf(once), quantitiesOf(rulesAt(once, monthOf(2022, 1))));
});
