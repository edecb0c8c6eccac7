import { monthOf } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import { figuresOfValuation, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { product } from "simple-statistics";
import {
  actualAgainstExpected,
  type ExpectationCompared,
  type PeriodCompared,
} from "./actual_expected.ts";
import { actualExpectedFigures } from "./actual_expected_figures.ts";
import { actualExpectedTables } from "./actual_expected_tables.ts";
import {
  factorGroups,
  type FactorName,
  groupValue,
  type Quantities,
  QUANTITY_WORDS,
  type QuantityName,
} from "./factors.ts";

const basis = await readValuation("report_2021", { designs: ["jkp_2025"] });
const study = actualAgainstExpected(basis);
const [
  year2022,
  year2023,
  five2024,
  half2024,
  eight2024,
  year2024,
  four2025,
  half2025,
  year2025,
] = study.periods as [
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
  PeriodCompared,
];

/** The statistics without some rows of one table. */
function without<Name extends keyof OpenStatistics>(
  name: Name,
  drop: (row: OpenStatistics[Name][number]) => boolean,
): typeof basis {
  const rows: readonly OpenStatistics[Name][number][] = basis.open[name];
  return {
    ...basis,
    open: { ...basis.open, [name]: rows.filter((row) => !drop(row)) },
  };
}

const namesOf = ({ factors }: ExpectationCompared) =>
  factors.map(({ names }) => names.join(" "));

Deno.test("the factors of every period multiply to the ratio, and those expected to the engine's benefits", () => {
  for (const period of study.periods) {
    for (
      const { factors, benefitRatio, expected } of [
        period.onAssumed,
        period.onExperienced,
      ]
    ) {
      const expectedly = product(factors.map((factor) => factor.expected));
      assertAlmostEquals(expectedly / expected.benefitsIdr, 1, 1e-12);
      if (benefitRatio === null) continue;
      assertAlmostEquals(
        product(factors.map(({ ratio }) => ratio!)) / benefitRatio,
        1,
        1e-12,
      );
    }
  }
  const { years } = runValuation(basis).valued
    .find(({ scenarioName }) => scenarioName === "base")!.valuation;
  const priced: [number, PeriodCompared][] = [
    [2022, year2022],
    [2023, year2023],
    [2024, year2024],
    [2025, year2025],
  ];
  for (const [year, { onAssumed: { expected, expectedCostRate } }] of priced) {
    const found = years.find((each) => each.year === year)!;
    assertAlmostEquals(expected.benefitsIdr / found.benefitsIdr, 1, 1e-12);
    assertAlmostEquals(expectedCostRate / found.paygBenefitCostRate, 1, 1e-12);
    assertAlmostEquals(expected.beneficiaries / found.beneficiaries, 1, 1e-12);
  }
});

Deno.test("factorGroups() gives factors that multiply to the benefits whatever else is unknown", () => {
  const names = Object.keys(QUANTITY_WORDS) as QuantityName[];
  const others = names.filter((name) => name !== "benefitsIdr");
  fc.assert(fc.property(
    fc.subarray(others),
    fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), {
      minLength: 8,
      maxLength: 8,
    }),
    (some, values) => {
      const known: QuantityName[] = [...some, "benefitsIdr"];
      const all = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
      const quantities: Partial<Quantities> = Object.fromEntries(
        known.map((name) => [name, all[name]!]),
      );
      const groups = factorGroups(new Set(known));
      assertEquals(groups.flatMap((group) => group.names).length, 8);
      assertEquals(groups.length, known.length);
      const total = product(groups.map((group) => groupValue(group, quantities)!));
      assertAlmostEquals(total / all.benefitsIdr!, 1, 1e-12);
    },
  ));
});

Deno.test("2024 is what its facts come to by hand", () => {
  // Unemployment: (4.82 + 4.91) / 2 = 4.865, over 5.2 of the reference years: 0.93558.
  // Members: halfway from 13.45 to 14.44 million: 13.945.
  // Wage: 2.98 trillion / 0.46 % / 12 / 13.945 million = 3.87131 million.
  // JHT claims: 2.07 million × 12/8 = 3.105 million; per member and 0.93558: 0.237991.
  // Layoffs among them: 29.93 %, 929 326.5. Registered: 77 965 / 929 326.5 = 0.083894.
  // Claims: 57 960 / 77 965 = 0.743410. Wages: 378.84 billion / 57 960 / 3.87131 million.
  const byHand: [FactorName, number][] = [
    ["unemployment", 0.04865 / 0.052],
    ["members", 13.945e6],
    ["capped_wage", 2.98e12 / 0.0046 / 12 / 13.945e6],
    ["leavers_per_member", 3.105e6 / 13.945e6 / (0.04865 / 0.052)],
    ["layoff_share", 0.2993],
    ["recognition", 77_965 / (3.105e6 * 0.2993)],
    ["claims_per_layoff", 57_960 / 77_965],
    ["wages_per_claim", 378.84e9 / 57_960 / (2.98e12 / 0.0046 / 12 / 13.945e6)],
  ];
  const { factors, actualCostRate } = year2024.onAssumed;
  assertEquals(namesOf(year2024.onAssumed), byHand.map(([name]) => name));
  byHand.forEach(([, value], i) =>
    assertAlmostEquals(factors[i]!.actual! / value, 1, 1e-9)
  );
  // 378.84 billion over 647.8 trillion of wages.
  assertAlmostEquals(actualCostRate!, 378.84e9 / (2.98e12 / 0.0046), 1e-12);
  assertEquals(factors.map(({ tag }) => tag), [
    ...Array(6).fill("inferred"),
    "inseparable",
    "inseparable",
  ]);
  // On the unemployment that was, the first factor is 1.
  assertAlmostEquals(year2024.onExperienced.factors[0]!.ratio!, 1, 1e-12);
});

Deno.test("expected claims of 2024 are the first payments that the engine makes", async () => {
  const founding = await readValuation("report_2021", {
    designs: ["jkp_2021"],
    scenarios: ["base"],
  });
  const run = runValuation(founding);
  const { firstPayments } = figuresOfValuation(run, run.valued[0]!, 2024);
  const span = { from: year2024.from, to: year2024.to };
  const [period] = actualAgainstExpected(founding, [span]).periods;
  assertAlmostEquals(
    period!.onAssumed.expected.claims / Number(firstPayments),
    1,
    1e-9,
  );
});

Deno.test("eight months of 2024 hold 620 thousand JHT layoffs against 37 thousand claims", () => {
  assertEquals(Math.round(eight2024.known.layoffs!.value), 619_551);
  assertEquals(eight2024.known.claims!.value, 37_000);
  assertEquals(
    eight2024.onAssumed.factors.find(({ names }) => names[0] === "layoff_share")!.tag,
    "printed",
  );
});

Deno.test("sources that do not agree stand beside what they make of the benefits", () => {
  const others = ({ otherBenefits }: PeriodCompared) =>
    otherBenefits.map(({ valueIdr }) => Math.round(valueIdr / 1e8) / 10);
  // DJSN's 0.23 trillion, and its claim ratio of 25 per cent of 0.93 trillion.
  assertEquals(others(four2025), [230, 232.5]);
  assertEquals(four2025.known.benefitsIdr!.value, 258.61e9);
  // 442.94 billion a year later, 114 per cent more.
  assertEquals(others(half2024), [207]);
  // Of 27 222 layoffs with a case of JKP 24 453 were recipients; 89.8 per cent is printed.
  const cases = five2024.onAssumed.factors.find(({ names }) =>
    names[0] === "claims_per_layoff"
  )!;
  assertEquals([cases.actual!.toFixed(3), cases.tag], ["0.898", "inseparable"]);
  assert(eight2024.contradictions[0]!.includes("37 233"));
});

Deno.test("a missing fact is named, and its factors are in one", () => {
  assertEquals(year2022.missing.length, 2);
  assertEquals(
    namesOf(year2022.onAssumed)[3],
    "leavers_per_member layoff_share recognition",
  );
  assertEquals(year2023.missing, [
    "layoffs among leavers of 2023-01 to 2023-12: no share of layoffs in JHT claims is " +
    "printed",
  ]);
  assertEquals(half2025.onAssumed.factors.at(-1)!.names, [
    "claims_per_layoff",
    "wages_per_claim",
  ]);
  assertEquals([year2025.onAssumed.benefitRatio, year2025.onAssumed.actualCostRate], [
    null,
    null,
  ]);
  assertEquals(
    year2025.missing.at(-1),
    "benefits of 2025-01 to 2025-12: no payments are printed",
  );
  const span = [{ from: year2024.from, to: year2024.to }];
  const missing = [
    without("jkp_experience", ({ quantity }) => quantity === "members"),
    without("labour_market", ({ month }) => month === "2024-08"),
    without(
      "jkp_experience",
      ({ quantity }) => ["layoffs_of_members", "registered_layoffs"].includes(quantity),
    ),
  ].map((each) => {
    const [period] = actualAgainstExpected(each, span).periods;
    const ratios = period!.onAssumed.factors.map(({ ratio }) => ratio!);
    assertAlmostEquals(product(ratios) / period!.onAssumed.benefitRatio!, 1, 1e-12);
    return period!.missing.map((text) => text.split(" of 2024")[0]!);
  });
  assertEquals(missing, [
    ["members", "capped wage a month"],
    ["unemployment over its reference rate"],
    ["registered layoffs"],
  ]);
});

Deno.test("tables and figures say what is missing, and years outside are refused", () => {
  const tables = actualExpectedTables(study);
  assertEquals(tables.length, study.periods.length + 3);
  assert(tables[0]!.notes.some((note) => note.includes("no payments are printed")));
  assertEquals(tables[0]!.rows.at(-1)!.ratio_assumed, null);
  for (const { series } of actualExpectedFigures(study)) {
    for (const { y } of series) {
      assertAlmostEquals(
        y.slice(0, -1).reduce((sum, each) => sum + each, 0),
        y.at(-1)!,
        1e-9,
      );
    }
  }
  assertThrows(
    () =>
      actualAgainstExpected(basis, [{ from: monthOf(2030, 1), to: monthOf(2031, 1) }]),
    RangeError,
    "months within 2021-01 to 2030-12, which are valued, are wanted, got 2030-01 to 2031-01",
  );
});
