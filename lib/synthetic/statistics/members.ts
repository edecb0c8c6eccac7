import { type Month, monthlyValues, monthOf } from "@jkp/month";
import { apportion, weightedMean } from "@jkp/numeric";
import { AGE_GROUPS, type Sex, SEXES } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { IS_YOUNG } from "./ages.ts";
import { solveLinearSystem } from "./linear_system.ts";
import { type ByAge, bySex, type BySexCode, type SynthesisTargets } from "./targets.ts";
import { FIRST_MONTH, LAST_MONTH, MONTHS, YEARS } from "./window.ts";

/** Growth of the membership a year before 2018, as the averages of the report suggest. */
const EARLY_GROWTH = 0.042;

/** Swing of the membership within a year: lowest in January, highest in July. */
const SEASONAL_SWING = 0.003;

/** How much larger the share of ages 20 to 29 is over the window than in 2019. */
const YOUNG_SHARE_RISE = 0.01;

/** Turns of fitting the monthly path to the years; each halves the error and more. */
const TURNS = 60;

/** Members by sex, month of the window and age group. */
export type MembersByMonth = BySexCode<readonly ByAge[]>;

/**
 * Members of each month, sex and age group.
 *
 * The year 2019 gives Table 1.3 exactly, 2018–19 the average of section 3.2.3. Before
 * 2019 the ages are a little younger, more so in earlier years. They are set so that the
 * earnings of Table 1.4, weighted with the ages of the whole window, give its printed
 * totals.
 */
export function synthesizeMembers(targets: SynthesisTargets): MembersByMonth {
  const total2019 = sumSimple(SEXES.map((sex) => sumSimple(targets.members2019[sex])));
  const total2018 = 2 * targets.membersMean201819 - total2019;
  const yearly = [
    total2018 / (1 + EARLY_GROWTH) ** 2,
    total2018 / (1 + EARLY_GROWTH),
    total2018,
    total2019,
  ];
  const totals = monthlyTotals(yearly);
  const cells = bySex((sex) => {
    const ages2019 = targets.members2019[sex];
    const drift = ageDrift(targets, sex, totals);
    return MONTHS.map((month, t) =>
      ages2019.map((members, a) =>
        (members + drift[a]! * yearsBefore2019(month)) * totals[t]! / total2019
      )
    );
  });
  return toWholeMembers(
    cells,
    yearly.map((members) => Math.round(12 * members)),
    targets,
  );
}

/** Monthly path through the years' logarithms, moved until the years' means hold. */
function monthlyTotals(yearly: readonly number[]): number[] {
  let knots = [...yearly];
  for (let turn = 0;; turn++) {
    const path = { firstYear: 2016, values: knots };
    const trend = monthlyValues(path, FIRST_MONTH, LAST_MONTH, "midyear_log_linear");
    const months = MONTHS.map((month, t) =>
      trend[t]! * (1 - SEASONAL_SWING * Math.cos((Math.PI / 6) * (month % 12)))
    );
    if (turn === TURNS) return months;
    const means = YEARS.map((year) =>
      sumSimple(year.map((m) => months[m - FIRST_MONTH]!)) / 12
    );
    knots = knots.map((knot, y) => (knot * yearly[y]!) / means[y]!);
  }
}

/**
 * Change of the 2019 members a year of distance: the smallest in the sense of chi-square
 * that keeps the number, gives the printed mean wage over the window, and leaves the
 * young nearly in place.
 */
function ageDrift(
  targets: SynthesisTargets,
  sex: Sex,
  totals: readonly number[],
): number[] {
  const members = targets.members2019[sex];
  const meanWage = weightedMean(targets.insuredWage[sex], members);
  const meanDistance = weightedMean(MONTHS.map(yearsBefore2019), totals);
  const wages = targets.insuredWage[sex].map((wage) => wage / meanWage - 1);
  const conditions = [members.map(() => 1), wages, IS_YOUNG];
  const changes = [
    0,
    sumSimple(members) * (targets.insuredWageTotal[sex] / meanWage - 1),
    YOUNG_SHARE_RISE * sumSimple(members.map((m, a) => m * IS_YOUNG[a]!)),
  ];
  const matrix = conditions.map((one) =>
    conditions.map((other) => sumSimple(members.map((m, a) => m * one[a]! * other[a]!)))
  );
  const factors = solveLinearSystem(matrix, changes.map((c) => c / meanDistance));
  return members.map((m, a) =>
    m * sumSimple(factors.map((factor, c) => factor * conditions[c]![a]!))
  );
}

function yearsBefore2019(month: Month): number {
  return Math.max(0, (monthOf(2019, 1) - month) / 12);
}

/** Whole members: 2019 exact by sex and age, the earlier years in all. */
function toWholeMembers(
  cells: BySexCode<readonly ByAge[]>,
  yearTotals: readonly number[],
  targets: SynthesisTargets,
): MembersByMonth {
  const whole = bySex(() => MONTHS.map(() => [] as number[]));
  YEARS.slice(0, 3).forEach((months, y) => {
    const places = SEXES.flatMap((sex) =>
      months.map((m) => ({ sex, t: m - FIRST_MONTH }))
    );
    const parts = apportion(
      yearTotals[y]!,
      places.flatMap(({ sex, t }) => cells[sex][t]!),
    );
    places.forEach(({ sex, t }, i) => {
      whole[sex][t] = parts.slice(i * AGE_GROUPS.length, (i + 1) * AGE_GROUPS.length);
    });
  });
  const months2019 = YEARS[3]!.map((month) => month - FIRST_MONTH);
  for (const sex of SEXES) {
    AGE_GROUPS.forEach((_, a) => {
      const weights = months2019.map((t) => cells[sex][t]![a]!);
      const parts = apportion(12 * targets.members2019[sex][a]!, weights);
      months2019.forEach((t, i) => whole[sex][t]![a] = parts[i]!);
    });
  }
  return whole;
}
