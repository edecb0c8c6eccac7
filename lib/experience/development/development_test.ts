import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { TooFewDataError } from "../too_few_data.ts";
import { bornhuetterFerguson } from "./bornhuetter_ferguson.ts";
import { claimDelays } from "./claim_delays.ts";
import { chainLadder, developmentPattern } from "./chain_ladder.ts";
import { parseDelayCurve, reportedAt } from "./delay_curve.ts";
import { incompleteEdge } from "./incomplete_edge.ts";
import { lateReports, reportsUnderDelay } from "./late_reports.ts";
import { mackErrors } from "./mack.ts";
import {
  RAA,
  rowsOf,
  TAYLOR_ASHE,
  WUETHRICH_MERZ,
  WUETHRICH_MERZ_PRIORS,
} from "./published_triangles_for_test.ts";
import { type DevelopmentRow, incrementalRows, runOffTriangle } from "./triangle.ts";
import { latestVintages, parseVintages, vintageDelayCurve } from "./vintages.ts";

/** Chain ladder and standard errors of rows. */
function valued(rows: readonly DevelopmentRow[], tail = 1) {
  const triangle = runOffTriangle(rows);
  const ladder = chainLadder(triangle, { tail });
  return { triangle, ladder, errors: mackErrors(triangle, ladder) };
}

Deno.test("mackErrors() gives the figures of Mack (1993) for Taylor and Ashe", () => {
  const { ladder, errors } = valued(TAYLOR_ASHE);
  assertEquals(Math.round(ladder.total.stillToReport), 18_680_856);
  assertEquals(Math.round(errors.total), 2_447_095);
  // Mack (1993), table 3, in thousands.
  const thousands = (value: number) => Math.round(value / 1000);
  assertEquals(
    ladder.origins.slice(1).map(({ stillToReport }) => thousands(stillToReport)),
    [95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626],
  );
  assertEquals(
    errors.origins.slice(1).map(({ standardError }) => thousands(standardError)),
    [76, 122, 134, 261, 411, 558, 875, 971, 1363],
  );
});

Deno.test("mackErrors() gives the figures of R's ChainLadder for RAA", () => {
  // MackChainLadder(RAA, est.sigma = "Mack"), in the package's vignette.
  const { ladder, errors } = valued(RAA);
  assertEquals(ladder.total.stillToReport.toFixed(2), "52135.23");
  assertEquals(errors.total.toFixed(2), "26909.01");
  assertEquals(
    ladder.origins.map(({ stillToReport }) => Math.round(stillToReport)),
    [0, 154, 617, 1636, 2747, 3649, 5435, 10_907, 10_650, 16_339],
  );
  assertEquals(
    errors.origins.map(({ standardError }) => Math.round(standardError)),
    [0, 206, 623, 747, 1469, 2002, 2209, 5358, 6333, 24_566],
  );
});

Deno.test("bornhuetterFerguson() gives (1 − β) μ for Wüthrich and Merz's triangle", () => {
  // Figures: the lines of Goulet's R script, f, β = 1 / ∏ f and (1 − β) μ, and Mack's formula
  // (1993), written again in Python on his numbers.
  const { ladder, errors } = valued(WUETHRICH_MERZ);
  assertEquals(Math.round(errors.total), 462_960);
  const { origins, total } = bornhuetterFerguson(
    ladder.origins.map((origin, i) => ({
      ...origin,
      expectedUltimate: WUETHRICH_MERZ_PRIORS[i]!,
    })),
    developmentPattern(ladder),
  );
  assertEquals(
    origins.map(({ stillToReport }) => Math.round(stillToReport)),
    [0, 16_125, 26_999, 37_576, 95_434, 178_024, 341_306, 574_090, 1_318_646, 4_768_385],
  );
  assertEquals(Math.round(total.stillToReport), 7_356_584);
  assertEquals(Math.round(ladder.total.stillToReport), 6_047_064);
});

/** A triangle of n origins in which every origin develops alike. */
const multiplicative = fc.record({
  origins: fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), {
    minLength: 4,
    maxLength: 9,
  }),
  links: fc.array(fc.double({ min: 1, max: 4, noNaN: true }), {
    minLength: 8,
    maxLength: 8,
  }),
}).map(({ origins, links }) => {
  const values = origins.map((first, i) =>
    links.slice(0, origins.length - 1 - i)
      .reduce((row, link) => [...row, row.at(-1)! * link], [first])
  );
  const ultimates = origins.map((first) =>
    links.slice(0, origins.length - 1).reduce((value, link) => value * link, first)
  );
  return { rows: rowsOf(values, { firstOrigin: 2000, note: "rounding" }), ultimates };
});

Deno.test("chainLadder() is exact, without error, where all origins develop alike", () => {
  fc.assert(fc.property(multiplicative, ({ rows, ultimates }) => {
    const { ladder, errors } = valued(rows);
    ladder.origins.forEach(({ ultimate }, i) => {
      assertAlmostEquals(ultimate / ultimates[i]!, 1, 1e-9);
    });
    assertAlmostEquals(errors.total / ladder.total.ultimate, 0, 1e-6);
  }));
});

/** A triangle of any non-negative increments. */
const anyTriangle = fc.integer({ min: 4, max: 8 }).chain((n) =>
  fc.tuple(
    ...Array.from({ length: n }, (_, i) =>
      fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: n - i, maxLength: n - i })),
  )
).map((increments) =>
  runOffTriangle(rowsOf(increments, { firstOrigin: 1 }), { values: "incremental" })
    .origins.flatMap(({ origin, cells }) => cells.map((cell) => ({ origin, ...cell })))
);

Deno.test("mackErrors() scales with the values and does not mind the order of rows", () => {
  const scale = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(anyTriangle, scale, fc.infiniteStream(fc.nat()), (rows, by, keys) => {
      const { ladder, errors } = valued(rows);
      const scaled = valued(rows.map((row) => ({ ...row, value: by * row.value })));
      assertAlmostEquals(
        scaled.ladder.total.ultimate / ladder.total.ultimate / by,
        1,
        1e-9,
      );
      assertAlmostEquals(
        scaled.errors.total / (errors.total || 1) / by,
        errors.total ? 1 : 0,
        1e-6,
      );
      const shuffled = rows.map((row) => ({ row, key: keys.next().value! }))
        .sort((a, b) => a.key - b.key).map(({ row }) => row);
      assertEquals(valued(shuffled).errors, errors);
    }),
  );
});

Deno.test("runOffTriangle() gives back its increments", () => {
  fc.assert(fc.property(anyTriangle, (rows) => {
    const triangle = runOffTriangle(rows);
    assertEquals(
      runOffTriangle(incrementalRows(triangle), { values: "incremental" }),
      triangle,
    );
  }));
});

Deno.test("chainLadder() multiplies ultimates and errors with a stated tail factor", () => {
  const [without, withTail] = [valued(TAYLOR_ASHE), valued(TAYLOR_ASHE, 1.05)];
  const ratio = (of: (each: typeof without) => number) => of(withTail) / of(without);
  assertAlmostEquals(ratio(({ ladder }) => ladder.total.ultimate), 1.05, 1e-12);
  assertAlmostEquals(ratio(({ errors }) => errors.total), 1.05, 1e-12);
  assertStringIncludes(withTail.ladder.basis, "tail factor 1.05");
  assertThrows(() => valued(TAYLOR_ASHE, 0), RangeError, "tail factor above 0");
});

Deno.test("mackErrors() refuses a factor with one link ratio, and says which", () => {
  const triangle = runOffTriangle(
    rowsOf([[10, 20, 30], [11, 21], [12]], { firstOrigin: 1 }),
  );
  const error = assertThrows(
    () => mackErrors(triangle, chainLadder(triangle)),
    TooFewDataError,
  );
  assertStringIncludes(error.message, "got 1 from age 2 to 3");
});

Deno.test("mackErrors() needs no error of a factor that no origin is developed with", () => {
  // All are old enough: one link ratio each, and nothing still to come.
  const triangle = runOffTriangle(rowsOf([[10, 20]], { firstOrigin: 1 }));
  assertEquals(mackErrors(triangle, chainLadder(triangle)).total, 0);
});

Deno.test("runOffTriangle() names every problem at once, by row", () => {
  const rows = [
    { origin: 2020, age: 1, value: 5 },
    { origin: 2020, age: 1, value: 6 },
    { origin: 2020, age: 4, value: 9 },
    { origin: 2021, age: 1, value: -2 },
    { origin: 2022, age: 1, value: 8 },
    { origin: 2022, age: 2, value: 7 },
    { origin: 2023, age: 0.5, value: NaN },
    { origin: 2024, age: 1, value: 8 },
    { origin: 2024, age: 2, value: 7, note: "doubles were struck" },
  ];
  const { message } = assertThrows(
    () => runOffTriangle(rows),
    DataError,
  );
  assertEquals(
    message.split("\n").map((line: string) => line.replace("development table: ", "")),
    [
      "row 2: expected a cell that stands once (it stands in row 1), got 2020 at age 1",
      "row 4: expected a value of 0 or more, got -2",
      "row 7: expected an age of 0 or more, in whole periods, got 0.5",
      "row 7: expected a value of 0 or more, got NaN",
      "row 6: expected 8 or more, as counted earlier, or a note that says why not, got 7",
      "origin 2020, age 2: expected a value, as there are values of lower and of higher age, " +
      "got none",
      "origin 2020, age 3: expected a value, as there are values of lower and of higher age, " +
      "got none",
    ],
  );
});

Deno.test("parseDelayCurve() refuses a curve that falls, or ends short without a tail", () => {
  const parse = (...lines: string[]) => () =>
    parseDelayCurve("d.csv", ["months_since_event,reported,tail", ...lines].join("\n"));
  assertThrows(
    parse("0,0.5,", "1,0.4,", "3,0.9,"),
    DataError,
    "d.csv: row 3, column reported",
  );
  assertThrows(parse("0,0.5,", "3,0.9,"), DataError, "1, or less with a tail");
  assertThrows(parse("0,0.5,0.1", "3,1,"), DataError, "row 2, column tail");
  assertThrows(parse("0,50,"), DataError, "a fraction from 0 to 1, got 50");
  assertEquals(parse("3,0.9,0.1", "0,0.5,")().points.map(({ age }) => age), [0, 3]);
});

/**
 * Layoffs of JKP's members by month, as Kemnaker published them: okezone.com, 9 March 2026,
 * which recalls the first count of January 2025 without its date; periskop.id, 29 October
 * 2025, whose first six months add up to the total printed in July; riwara.id, 21 December.
 */
const LAYOFFS = parseVintages(
  "layoffs.csv",
  `month,layoffs,published_on
2025-01,3325,
2025-01,9497,2025-07
2025-01,10025,2025-12-21
2025-02,17796,2025-07
2025-02,18516,2025-12-21
2025-08,830,2025-10-29
2026-01,359,2026-03-09
`,
);

Deno.test("vintageDelayCurve() gives what few vintages allow, and no more", () => {
  const curve = vintageDelayCurve(LAYOFFS, { completeAfter: 10 });
  const range = (age: number, of = curve) => {
    const { lowest = NaN, highest = NaN } = reportedAt(of, age);
    return [lowest, highest].map((fraction) => fraction.toFixed(4));
  };
  assertEquals(reportedAt(curve, 4).reported, NaN); // no dated count is as young
  assertEquals(reportedAt(curve, 5).reported.toFixed(4), "0.9611"); // 17,796 of 18,516
  assertEquals(range(5), ["NaN", "NaN"]); // one count is no range
  assertEquals(range(6), ["0.9473", "1.0000"]); // January: 9,497 of 10,025
  assertEquals(range(10), ["1.0000", "1.0000"]);
  assertStringIncludes(curve.basis, "without a date, 1: passed over");
  const assumed = vintageDelayCurve(LAYOFFS, { completeAfter: 10, ageWithoutDate: 2 });
  assertEquals(reportedAt(assumed, 2).reported.toFixed(4), "0.3317"); // 3,325 of 10,025
  assertEquals(range(4, assumed), ["0.3317", "0.9473"]);
  assertEquals(range(5, assumed), ["0.3317", "0.9611"]);
  assertStringIncludes(assumed.basis, "2 months old, which is assumed");
  assertEquals(vintageDelayCurve(LAYOFFS, { completeAfter: 12 }).points, []);
});

Deno.test("incompleteEdge() does not read a young month as a fall", () => {
  const curve = vintageDelayCurve(LAYOFFS, { completeAfter: 10, ageWithoutDate: 2 });
  const edge = incompleteEdge(latestVintages(LAYOFFS), curve);
  assertEquals(edge.map(({ isComplete }) => isComplete), [true, true, false, false]);
  const [january, , august, january2026] = edge;
  assertEquals(january!.ultimate, 10_025);
  assertEquals(Math.round(january2026!.ultimate), 1082); // 359 times 3.0
  assertEquals(Math.round(august!.ultimate), 2502); // 830 after two months
  assertEquals(august!.highest, NaN); // of which one other count tells
  const [unknown] = incompleteEdge(
    [{ month: monthOf(2026, 2), age: 1, latest: 100 }],
    curve,
  );
  assertEquals([unknown!.isComplete, unknown!.ultimate], [false, NaN]);
  // Without the assumption nothing is known of counts of two months.
  const dated = vintageDelayCurve(LAYOFFS, { completeAfter: 10 });
  const [, , , first] = incompleteEdge(latestVintages(LAYOFFS), dated);
  assertEquals([first!.isComplete, first!.ultimate, first!.lowest], [false, NaN, NaN]);
});

Deno.test("parseVintages() names the row of a count that fell without a note", () => {
  const parse = (...lines: string[]) => () =>
    parseVintages("v.csv", ["month,value,published_on,note", ...lines].join("\n"));
  const { message } = assertThrows(
    parse(
      "2025-01,9,2025-03,",
      "2025-01,8,2025-04,",
      "2025-02,3,2025-01,",
      "2025-03,-1,2025-13,",
    ),
    DataError,
  );
  assertStringIncludes(message, "row 3, column value: expected 9 or more");
  assertStringIncludes(message, "row 4, column published_on: expected 2025-02 or later");
  assertStringIncludes(message, "row 5, column published_on: expected a day as");
  assertThrows(parse("2025-01,9,2025-02-30,"), DataError, "expected a day as YYYY-MM-DD");
  assertThrows(parse("2025-01,9,2025,"), DataError, "or a month as YYYY-MM");
  assertEquals(parse("2025-01,9,2025-03,", "2025-01,8,2025-04,doubles")()[1]!.value, 8);
});

/** Fraction recorded by months since the month before the extract. */
const RECORDED = [0.4, 0.7, 0.85, 0.93, 0.97, 0.99];

/** An extract as it would have been some months before, the last months incomplete. */
function asOf(extract: StatisticsExtract, monthsBefore: number): StatisticsExtract {
  const { manifest } = extract;
  const lastMonth = manifest.lastMonth - monthsBefore;
  const known = <Row extends { month: number }>(rows: readonly Row[]) =>
    rows.filter(({ month }) => month <= lastMonth);
  return {
    ...extract,
    manifest: {
      ...manifest,
      name: `${manifest.name}_earlier`,
      lastMonth,
      extractMonth: manifest.extractMonth - monthsBefore,
    },
    active: known(extract.active),
    service: known(extract.service),
    withdrawals: known(extract.withdrawals).map((row) => ({
      ...row,
      claims: row.claims * (RECORDED[lastMonth - row.month] ?? 1),
    })),
  };
}

Deno.test("lateReports() finds the delay that made an extract incomplete", async () => {
  const whole = await readShippedExtract();
  // The later one is incomplete too: both are cut from the shipped, synthetic extract.
  const later = asOf(whole, 3);
  for (const months of [1, 3, 5]) {
    const study = lateReports(asOf(whole, 3 + months), later);
    assert(study.isSynthetic);
    for (const { reason, months, notes } of study.groups) {
      const truth = (month: number) =>
        whole.withdrawals.filter((row) => row.month === month && row.reason === reason)
          .reduce((sum, { claims }) => sum + claims, 0);
      for (const { month, ultimate } of months) {
        assertAlmostEquals(ultimate / truth(month), 1, 1e-9);
      }
      assertEquals(months.filter(({ isComplete }) => !isComplete).length, 5);
      assertStringIncludes(notes.join(), "No standard error: two link ratios or more");
    }
  }
});

Deno.test("lateReports() says of months younger than any factor that nothing is known", async () => {
  const whole = await readShippedExtract();
  const { manifest, withdrawals, active } = whole;
  const first = manifest.lastMonth - 3;
  const short = {
    ...whole,
    manifest: { ...manifest, firstMonth: first },
    withdrawals: withdrawals.filter(({ month }) => month >= first),
    active: active.filter(({ month }) => month >= first),
  };
  const [group] = lateReports(asOf(whole, 2), short).groups;
  // Four months, two in both: ages 1 and 2 lead to 3 and 4 and no further.
  assertEquals(group!.months.map(({ ultimate }) => Number.isNaN(ultimate)), [
    false,
    false,
    false,
    false,
  ]);
  const [alone] = lateReports(asOf(whole, 3), short).groups;
  assertEquals(alone!.months.map(({ ultimate }) => Number.isNaN(ultimate)), [
    false, // age 4, to which the only factor leads
    true,
    true,
    false, // age 1
  ]);
  assertEquals(
    alone!.months.every((each) => Number.isNaN(each.bornhuetterFerguson)),
    true,
  );
  assertThrows(
    () => lateReports(whole, asOf(whole, 2)),
    RangeError,
    "drawn after the first",
  );
});

Deno.test("lateReports() notes claims that were struck", async () => {
  const later = await readShippedExtract();
  const month = later.manifest.firstMonth;
  const earlier = asOf(later, 6);
  const withdrawals = earlier.withdrawals.map((row) =>
    row.month === month ? { ...row, claims: row.claims + 1 } : row
  );
  const [layoffs] = lateReports({ ...earlier, withdrawals }, later).groups;
  assertStringIncludes(layoffs!.notes[0]!, "fewer claims of 2016-01");
  assertEquals(layoffs!.months[0]!.late, -22); // one of each sex and age group
});

Deno.test("reportsUnderDelay() grosses claims up by the fraction stated", async () => {
  const extract = await readShippedExtract();
  const curve = parseDelayCurve("d.csv", "months_since_event,reported\n1,0.5\n2,1\n");
  const [layoffs] = reportsUnderDelay(extract, curve).groups;
  const last = layoffs!.months.at(-1)!;
  assertEquals(last.ultimate, 2 * last.latest);
  assertEquals(last.isComplete, false);
  assertEquals(layoffs!.months.at(-2)!.stillToReport, 0);
  assert(last.bornhuetterFerguson > last.latest);
});

Deno.test("late reports of an extract for structure only say so beside its name", async () => {
  const whole = await readShippedExtract();
  const later = { ...whole, manifest: { ...whole.manifest, structureOnly: true } };
  const curve = parseDelayCurve("d.csv", "months_since_event,reported\n0,1\n");
  const name = "jht_2019 (structure only, no level)";
  assertEquals(reportsUnderDelay(later, curve).extractName, name);
  assertEquals(
    lateReports(asOf(later, 3), later).extractName,
    `${name}, with jht_2019_earlier (structure only, no level)`,
  );
});

Deno.test("claimDelays() equals chain ladder and Mack's errors of the triangle", () => {
  const { ladder, errors, triangle } = valued(TAYLOR_ASHE);
  const rows = incrementalRows(triangle).map(({ origin, age, value }) => ({
    month: origin,
    delay: age,
    claims: value,
  }));
  // Nobody claims at once: the age 0 that is added is passed over, with a note.
  const atOnce = Array.from({ length: 11 }, (_, i) => ({
    month: 1 + i,
    delay: 0,
    claims: 0,
  }));
  const { months, totalStandardError, notes } = claimDelays([...rows, ...atOnce]);
  assertEquals(Math.round(totalStandardError), 2_447_095);
  assertEquals(months.length, 10);
  months.forEach(({ ultimate, standardError }, i) => {
    assertAlmostEquals(ultimate, ladder.origins[i]!.ultimate, 1e-3);
    assertAlmostEquals(standardError, errors.origins[i]!.standardError, 1e-3);
  });
  assertStringIncludes(notes.join(), "No claim is made within 1 month");
  assertThrows(() => claimDelays(atOnce), RangeError, "claims are wanted");
  const few = claimDelays(rows.filter(({ month }) => month >= 9));
  assertStringIncludes(few.notes.join(), "No standard error");
});
