import { monthOf } from "@jkp/month";
import type { Coverage, Membership } from "./rules/sections.ts";
import { coverageShare } from "./coverage_share.ts";
import type { EmployeeCounts, EmployeePart } from "./employee_counts.ts";
import { readScheme } from "./rules/read_scheme.ts";
import { rulesAt } from "./rules/rules_at.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const coverageOf = async (name: string) =>
  rulesAt(await readScheme(name), monthOf(2022, 2)).coverage;
const JKP = await coverageOf("jkp_2021");
const PROPOSED = await coverageOf("proposed_2021");
const KOREA = await coverageOf("korea");
const MALAYSIA = await coverageOf("malaysia");

const exactly = (count: number) => ({ lowest: count, highest: count });
const NOBODY = exactly(0);

/** Wage earners at the end of 2021, in million: ILO (2023), section 2.2. */
const REVIEW: EmployeeCounts = {
  employees: 48.4,
  parts: { construction_worker: exactly(6.3) },
};

Deno.test("coverageShare() gives the shares of members that the review prints", () => {
  const percent = (members: number) =>
    Math.round(100 * coverageShare(JKP, REVIEW, members).members!);
  assertEquals([11, 20.8, 6.3, 20.8 + 6.3].map(percent), [23, 43, 13, 56]);
});

Deno.test("coverageShare() gives the shares that the paper of 2020 speaks of", () => {
  const counts = { employees: 49.2, parts: {} };
  const share = (members: number) => coverageShare(PROPOSED, counts, members).members!;
  assertAlmostEquals(share(19.4), 0.394, 5e-4);
  assert(share(28.1) > 0.5);
});

Deno.test("coverageShare() is exact when every part is counted", () => {
  const parts = {
    civil_servant: exactly(11),
    migrant: exactly(1),
    domestic_worker: exactly(3),
    construction_worker: exactly(13),
    micro: NOBODY,
    too_old_at_registration: NOBODY,
  };
  const jkp = coverageShare(JKP, { employees: 100, parts }, 23);
  assertEquals(jkp.excluded, exactly(0.25));
  assertEquals(jkp.notStated, exactly(0.03));
  assertEquals(jkp.mandatory, exactly(0.72));
  assertEquals(jkp.covered, { lowest: 0.72, highest: 0.75 });
  assertEquals(jkp.uncounted, []);
  assertAlmostEquals(jkp.membersOfThoseLetIn!.lowest, 23 / 75, 1e-12);

  const korea = coverageShare(KOREA, {
    employees: 100,
    parts: { ...parts, below_minimum_hours: NOBODY },
  });
  assertEquals([korea.excluded, korea.voluntary], [exactly(0.14), exactly(0.01)]);
  assertEquals(korea.members, null);
});

Deno.test("coverageShare() lets a size overlap a group when exclusion goes first", () => {
  const counts = {
    employees: 100,
    parts: {
      civil_servant: NOBODY,
      construction_worker: exactly(20),
      micro: exactly(50),
    },
  };
  const open = { citizensOnly: false, ageAtRegistrationBelow: null };
  const share = coverageShare({ ...JKP, ...open }, counts);
  // All of the 20 may work in micro-enterprises, or none.
  assertEquals(share.excluded, exactly(0.2));
  assertEquals(share.voluntary, { lowest: 0.3, highest: 0.5 });
  assertEquals(share.covered, { lowest: 0.3, highest: 0.5 });
});

Deno.test("coverageShare() says nothing certain when a part is not counted", () => {
  const counts = { employees: 100, parts: { civil_servant: exactly(11) } };
  const malaysia = coverageShare(MALAYSIA, counts);
  assertEquals(malaysia.covered, { lowest: 0, highest: 0.89 });
  assertEquals(malaysia.uncounted, ["migrant", "domestic_worker"]);
  const nobodyApart = {
    ...PROPOSED,
    groups: { ...PROPOSED.groups, civil_servant: null },
  };
  const { covered } = coverageShare(nobodyApart, { employees: 100, parts: {} });
  assertEquals(covered, exactly(1));
});

Deno.test("coverageShare() names every count that cannot be", () => {
  const error = assertThrows(
    () =>
      coverageShare(
        { ...JKP, groups: { ...JKP.groups, employee: "voluntary" } },
        {
          employees: 10,
          parts: {
            micro: { lowest: 3, highest: 2 },
            civil_servant: exactly(8),
            migrant: exactly(8),
          },
        },
        11,
      ),
    RangeError,
  );
  for (
    const each of [
      "mandatory is wanted, got voluntary",
      "micro: a range",
      "construction_worker: at most 10 are wanted, got 16",
      "members: a number from 0 to 10",
    ]
  ) assert(error.message.includes(each), error.message);
  assertThrows(
    () => coverageShare(JKP, { employees: 0, parts: {} }),
    RangeError,
    "got 0",
  );
});

const GROUPS = [
  "civil_servant",
  "migrant",
  "domestic_worker",
  "construction_worker",
] as const;
const SIZES = ["large", "medium", "small", "micro"] as const;
const membership = fc.constantFrom<Membership>(
  "mandatory",
  "voluntary",
  "excluded",
  null,
);
const anyCoverage = fc.record({
  groups: fc.array(membership, { minLength: 4, maxLength: 4 }),
  sizes: fc.array(membership, { minLength: 4, maxLength: 4 }),
}).map(({ groups, sizes }): Coverage => ({
  ...PROPOSED,
  groups: {
    ...PROPOSED.groups,
    ...Object.fromEntries(GROUPS.map((group, i) => [group, groups[i]!])),
  },
  enterprises: Object.fromEntries(
    SIZES.map((size, i) => [size, sizes[i]!]),
  ) as unknown as Coverage["enterprises"],
}));
const anyCounts = fc.array(
  fc.tuple(fc.nat(25), fc.nat(25), fc.boolean()),
  { minLength: 8, maxLength: 8 },
).map((drawn): EmployeeCounts => ({
  employees: 100,
  parts: Object.fromEntries(
    drawn.flatMap(([a, b, isCounted], i): [EmployeePart, typeof NOBODY][] =>
      isCounted
        ? [[
          [...GROUPS, ...SIZES][i]!,
          { lowest: Math.min(a, b), highest: Math.max(a, b) },
        ]]
        : []
    ),
  ),
}));

Deno.test("coverageShare() has one within the sums of both ends", () => {
  fc.assert(fc.property(anyCoverage, anyCounts, (coverage, counts) => {
    const share = coverageShare(coverage, counts);
    const { mandatory, voluntary, excluded, notStated, covered } = share;
    const kinds = [mandatory, voluntary, excluded, notStated];
    for (const { lowest, highest } of [...kinds, covered]) {
      assert(0 <= lowest && lowest <= highest + 1e-12 && highest <= 1);
    }
    assert(kinds.reduce((sum, { lowest }) => sum + lowest, 0) <= 1 + 1e-12);
    assert(kinds.reduce((sum, { highest }) => sum + highest, 0) >= 1 - 1e-12);
    assert(covered.highest >= mandatory.highest);
  }));
});

Deno.test("coverageShare() adds up to one when counts of groups are exact", () => {
  fc.assert(fc.property(
    anyCoverage,
    fc.array(fc.nat(25), { minLength: 4, maxLength: 4 }),
    ({ groups }, counts) => {
      const parts = Object.fromEntries(GROUPS.map((group, i) => [
        group,
        exactly(counts[i]!),
      ]));
      const share = coverageShare({ ...PROPOSED, groups }, { employees: 100, parts });
      const { mandatory, voluntary, excluded, notStated } = share;
      const sum = [mandatory, voluntary, excluded, notStated]
        .reduce((total, { lowest, highest }) => {
          assertAlmostEquals(lowest, highest, 1e-12);
          return total + lowest;
        }, 0);
      assertAlmostEquals(sum, 1, 1e-12);
    },
  ));
});

Deno.test("coverageShare() never falls when a group becomes mandatory", () => {
  fc.assert(fc.property(
    anyCoverage,
    anyCounts,
    fc.constantFrom(...GROUPS),
    (coverage, counts, group) => {
      const before = coverageShare(coverage, counts).covered;
      const groups = { ...coverage.groups, [group]: "mandatory" as const };
      const after = coverageShare({ ...coverage, groups }, counts).covered;
      assert(after.lowest >= before.lowest - 1e-12);
      assert(after.highest >= before.highest - 1e-12);
    },
  ));
});
