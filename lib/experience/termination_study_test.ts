import { actualToExpected } from "./actual_expected.ts";
import { fullCredibilityClaims } from "./credibility.ts";
import { terminationRates } from "./termination.ts";
import { terminationStudy } from "./termination_study.ts";
import { AGE_GROUPS, type StatisticsExtract } from "@jkp/extract";
import { readShippedExtract } from "@jkp/extract/read";
import { monthOf } from "@jkp/month";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const SHIPPED = await readShippedExtract();

Deno.test("terminationStudy() counts what the extract counts", () => {
  const [whole] = terminationRates(SHIPPED).rates;
  for (const by of [undefined, ["sex"], ["ageGroup", "sex"], ["reason"]] as const) {
    const study = terminationStudy(SHIPPED, by === undefined ? {} : { by });
    assertEquals(study.claims, whole!.claims);
    assertEquals(study.exposureMonths, whole!.exposureMonths);
    const cells = study.curves.flatMap(({ cells }) => cells);
    assertEquals(cells.reduce((sum, { claims }) => sum + claims, 0), whole!.claims);
  }
});

Deno.test("terminationStudy() has reason, sex and age in their order", () => {
  const { curves, by } = terminationStudy(SHIPPED, { by: ["ageGroup", "sex", "reason"] });
  assertEquals(by, ["reason", "sex", "ageGroup"]);
  assertEquals(
    curves.map(({ reason, sex }) => `${reason} ${sex}`),
    ["layoff M", "layoff F", "resignation M", "resignation F"],
  );
  for (const { cells } of curves) {
    assertEquals(cells.map(({ ageGroup }) => ageGroup), [...AGE_GROUPS]);
  }
});

Deno.test("terminationStudy() graduates to the claims of every curve and in total", () => {
  const study = terminationStudy(SHIPPED);
  assertAlmostEquals(study.actualToGraduated!.ratio, 1, 1e-9);
  for (const { actualToGraduated, graduation } of study.curves) {
    assertAlmostEquals(actualToGraduated!.ratio, 1, 1e-9);
    const { effectiveDegreesOfFreedom: freedom } = graduation!;
    assert(freedom > 2 && freedom < AGE_GROUPS.length);
  }
});

Deno.test("terminationStudy() gives crude rates when nothing is smoothed", () => {
  const study = terminationStudy(SHIPPED, { graduate: { lambda: 0 } });
  for (const cell of study.curves.flatMap(({ cells }) => cells)) {
    assertAlmostEquals(cell.graduatedRate!, cell.crudeRate, 1e-15);
  }
});

Deno.test("terminationStudy() puts credible rates between own and collective", () => {
  const { curves, credibility } = terminationStudy(SHIPPED);
  for (const cell of curves.flatMap(({ cells }) => cells)) {
    const whole = credibility.find(({ reason }) => reason === cell.reason)!;
    const ends = [cell.crudeRate, whole.collectiveMean];
    assert(cell.credibleRate! >= Math.min(...ends) - 1e-15);
    assert(cell.credibleRate! <= Math.max(...ends) + 1e-15);
    assert(cell.lower < cell.crudeRate && cell.crudeRate < cell.upper);
  }
});

Deno.test("terminationStudy() has Poisson errors when dispersion is not asked for", () => {
  const study = terminationStudy(SHIPPED, { dispersion: "poisson", by: ["ageGroup"] });
  for (const cell of study.curves[0]!.cells) {
    const error = Math.sqrt(cell.claims) / cell.exposureMonths;
    assertAlmostEquals(cell.standardError, error, 1e-15);
  }
  assertEquals(study.curves[0]!.graduation!.dispersion, 1);
  assertEquals(study.actualToGraduated!.dispersion, 1);
});

Deno.test("terminationStudy() has the intervals that actual to expected has", () => {
  const by = ["reason", "sex"] as const;
  const { curves, actualToGraduated } = terminationStudy(SHIPPED);
  const cells = terminationStudy(SHIPPED, { by }).curves.flatMap(({ cells }) => cells);
  const expected = cells.map(({ reason, sex, crudeRate }) => ({
    reason: reason!,
    sex: sex!,
    ratePerMonth: crudeRate,
  }));
  const { groups, total } = actualToExpected(SHIPPED, expected, { by });
  for (const { reason, sex, dispersion, lower, upper } of groups) {
    const cell = cells.find((each) => each.reason === reason && each.sex === sex)!;
    assertAlmostEquals(cell.dispersion / dispersion, 1, 1e-9);
    assertAlmostEquals(cell.lower / cell.crudeRate / lower, 1, 1e-9);
    assertAlmostEquals(cell.upper / cell.crudeRate / upper, 1, 1e-9);
    assertAlmostEquals(
      cell.limitedFluctuation,
      Math.sqrt(cell.claims / dispersion / fullCredibilityClaims()),
      1e-9,
    );
  }
  assert(actualToGraduated!.upper > total.upper - 0.02);
  // Errors of graduated rates hold that of the level, which smoothing over age leaves.
  for (const { cells, actualToGraduated } of curves) {
    const { dispersion, actual } = actualToGraduated!;
    const level = Math.sqrt(dispersion / actual);
    for (const { graduatedRate, graduatedStandardError } of cells) {
      assert(graduatedStandardError! > graduatedRate! * level);
    }
  }
});

Deno.test("terminationStudy() has an upper limit and no error without claims", () => {
  const few: StatisticsExtract = {
    ...SHIPPED,
    withdrawals: SHIPPED.withdrawals.map((row) =>
      row.ageGroup === "65-69" ? { ...row, claims: 0 } : row
    ),
  };
  const [curve] = terminationStudy(few, { by: ["ageGroup"] }).curves;
  const { crudeRate, lower, upper, standardError, exposureMonths } = curve!.cells.at(-1)!;
  assertEquals([crudeRate, lower, standardError], [0, 0, NaN]);
  assertAlmostEquals(upper * exposureMonths, -Math.log(0.025), 1e-9);
});

Deno.test("terminationStudy() gives no interval of less than a year, and says so", () => {
  const study = terminationStudy(SHIPPED, {
    firstMonth: monthOf(2018, 1),
    lastMonth: monthOf(2018, 1),
    by: ["ageGroup"],
  });
  const [{ cells, graduation }] = study.curves as [typeof study.curves[0]];
  assertEquals(graduation!.dispersion, 1);
  for (const cell of cells) {
    const { lower, upper, standardError, graduatedStandardError } = cell;
    const unknown = [lower, upper, standardError, graduatedStandardError!];
    assert(unknown.every(Number.isNaN));
    assert(cell.graduatedRate! > 0);
  }
  assert(study.notes.some((note) => note.startsWith("Intervals, 15-19, 20-24")));
});

Deno.test("terminationStudy() studies a window of one year by month", () => {
  const study = terminationStudy(SHIPPED, {
    firstMonth: monthOf(2018, 1),
    lastMonth: monthOf(2018, 12),
    by: ["sex"],
  });
  assert(study.basis.some((line) => line.includes("a month an observation")));
  assertEquals(study.curves.map(({ graduation }) => graduation), [undefined, undefined]);
  assertEquals(study.seasonality.length, 1);
});

Deno.test("terminationStudy() says what the data are too few for", () => {
  const few: StatisticsExtract = {
    ...SHIPPED,
    withdrawals: SHIPPED.withdrawals.map((row) => ({
      ...row,
      claims: row.ageGroup === "15-19" && row.month === monthOf(2018, 5) ? 3 : 0,
    })),
  };
  const study = terminationStudy(few, { by: ["ageGroup"] });
  assertEquals(study.claims, 12);
  assertEquals(study.seasonality, []);
  assertEquals(study.curves[0]!.graduation, undefined);
  assertEquals(study.actualToGraduated, undefined);
  assertEquals(
    study.notes.map((note) => note.split(":")[0]),
    ["Graduation, all", "Seasonality, all"],
  );
  const [whole] = terminationStudy(SHIPPED, { by: [] }).curves;
  assertEquals(whole!.cells.length, 1);
});

Deno.test("terminationStudy() throws when an option is unsound", () => {
  for (const options of [{ graduate: { lambda: -1 } }, { level: 2 }]) {
    assertThrows(() => terminationStudy(SHIPPED, options), RangeError, "Cannot");
  }
});

Deno.test("terminationStudy() leaves out claims where there are no members, with a note", () => {
  const nobody: StatisticsExtract = {
    ...SHIPPED,
    active: SHIPPED.active.map((row) =>
      row.ageGroup === "65-69" && row.sex === "F" ? { ...row, members: 0 } : row
    ),
  };
  const whole = terminationStudy(SHIPPED);
  const { claims, curves, notes } = terminationStudy(nobody);
  assert(notes[0]!.startsWith("Rates, layoff F 65-69: "));
  assert(notes[1]!.startsWith("Rates, resignation F 65-69: "));
  const cellOf = (study: typeof whole, reason: string) =>
    study.curves.find((curve) => curve.reason === reason && curve.sex === "F")!.cells.at(
      -1,
    )!;
  const left = ["layoff", "resignation"].map((reason) => cellOf(whole, reason).claims);
  assertEquals(claims, whole.claims - left[0]! - left[1]!);
  const graduated = curves.filter(({ graduation }) => graduation !== undefined);
  assertEquals(graduated.length, 4);
});

Deno.test("terminationStudy() throws when the extract does not cover the months", () => {
  assertThrows(
    () => terminationStudy(SHIPPED, { firstMonth: monthOf(2015, 12) }),
    RangeError,
    "got 2015-12 to 2019-12",
  );
});

Deno.test("terminationStudy() goes on when the dispersion of one curve cannot be found", () => {
  const [first, last] = [monthOf(2019, 11), monthOf(2019, 12)];
  const isThere = (month: number, sex: string, ageGroup: string) =>
    sex === "M" && (ageGroup === "20-24" || (ageGroup === "25-29" && month === last));
  // Claims of the one group in the first month, of the other in the last: no rates settle.
  const extract: StatisticsExtract = {
    ...SHIPPED,
    manifest: { ...SHIPPED.manifest, firstMonth: first, lastMonth: last },
    active: SHIPPED.active.filter(({ month }) => month >= first).map((row) => ({
      ...row,
      members: isThere(row.month, row.sex, row.ageGroup) ? 10 : 0,
    })),
    withdrawals: SHIPPED.withdrawals.filter(({ month }) => month >= first).map((row) => ({
      ...row,
      claims: row.reason === "layoff" && isThere(row.month, row.sex, row.ageGroup) &&
          (row.ageGroup === "20-24") === (row.month === first)
        ? 1
        : 0,
    })),
  };
  const { claims, exposureMonths, notes } = terminationStudy(extract);
  assertEquals([claims, exposureMonths], [2, 30]);
  assert(
    notes.some((note) =>
      note.startsWith("Dispersion around a constant shape, layoff") &&
      note.includes("rates that settle")
    ),
    notes.join("\n"),
  );
});
