import { type CellValue, formatNumber, roundedPercent, type Table } from "@jkp/exhibit";
import { type Experience, poissonInterval } from "@jkp/experience";
import { survivalAt } from "@jkp/survival";
import type { ExperienceErrors, RateInterval } from "@jkp/uncertainty";
import normalQuantile from "@stdlib/normal-quantile";

/** Months without work after which survival is shown. */
const MONTHS = [1, 3, 6, 12, 24] as const;

/** Coverage where there is no interval of a rate, which has its own. */
const LEVEL = 0.9;

/**
 * What an experience rests on, figure by figure: its value, standard error, interval and
 * the records behind it; below them the contribution rates that follow.
 *
 * @param experience What the extract shows.
 * @param errors Its errors.
 * @param source Where the figures come from.
 * @param interval The rates that follow, if they were valued.
 * @returns The table; percentages are of members, leavers or earnings.
 *
 * @example The report's rate of termination, 1.08 per cent a month
 * ```ts
 * import { experienceErrorsTable } from "@jkp/study";
 * import { experienceErrors } from "@jkp/uncertainty";
 * import { inputsOfRole } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021");
 * const { experience, scenario } = inputsOfRole(basis, "base");
 * const errors = experienceErrors(basis.extract, experience, scenario);
 * const { rows } = experienceErrorsTable(experience, errors, "jht_2019");
 * assertEquals((rows[0]!.value as number).toFixed(2), "1.08");
 * ```
 */
export function experienceErrorsTable(
  experience: Experience,
  errors: ExperienceErrors,
  source: string,
  interval?: RateInterval,
): Table {
  const level = interval?.level ?? LEVEL;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const { termination, earnings, members } = experience;
  const { dispersion } = errors.termination;
  const claims = poissonInterval(termination.claims / dispersion, level);
  const row = (
    figure: string,
    unit: string,
    value: number,
    standardError: number,
    records: number | null,
    ends?: { readonly lower: number; readonly upper: number },
  ): Record<string, CellValue> => ({
    figure,
    unit,
    value,
    standard_error: standardError === 0 ? null : standardError,
    lower: standardError === 0 ? null : value - z * standardError,
    upper: standardError === 0 ? null : value + z * standardError,
    ...ends,
    records: records === null ? null : Math.round(records),
  });
  const share = (
    figure: string,
    value: number,
    error: number,
    records: number | null,
    middle = value,
  ) =>
    row(
      figure,
      "%",
      100 * value,
      100 * error,
      records,
      error === 0 ? undefined : {
        lower: 100 * Math.max(0, middle - z * error),
        upper: 100 * Math.min(1, middle + z * error),
      },
    );
  const perMonth = (count: number) =>
    100 * dispersion * count / termination.exposureMonths;
  const wages = (
    who: "members" | "leavers",
    of: "male" | "female",
    records: number,
  ) => {
    const millions = earnings[who][of] / 1e6;
    const sex = of === "male" ? "men" : "women";
    return row(
      `Mean wage of ${who}, ${sex}`,
      "Rp million a month",
      millions,
      millions * errors.wages[who][of],
      records,
    );
  };
  const { records } = errors;
  const sexes = ["male", "female"] as const;
  const curve = experience.inactivity?.curve;
  return {
    id: "experience_errors",
    number: "",
    title: "How sure the experience is",
    columns: [
      { key: "figure", title: "Figure" },
      { key: "unit", title: "Unit" },
      { key: "value", title: "Value", decimals: 2 },
      { key: "standard_error", title: "Standard error", decimals: 2 },
      { key: "lower", title: `${roundedPercent(level, 2)} % from`, decimals: 2 },
      { key: "upper", title: "to", decimals: 2 },
      { key: "records", title: "Records", decimals: 0 },
    ],
    rows: [
      row(
        "Terminations a member and month",
        "%",
        100 * errors.termination.ratePerMonth,
        100 * errors.termination.standardError,
        records.claims,
        errors.termination.standardError === 0 && termination.claims > 0
          ? undefined // stated
          : { lower: perMonth(claims.lower), upper: perMonth(claims.upper) },
      ),
      share(
        "Layoffs among terminations",
        errors.layoffShare.share,
        errors.layoffShare.standardError,
        records.claims,
      ),
      share(
        "Leavers with enough service",
        errors.eligibleShare.share,
        errors.eligibleShare.standardError,
        Number.isFinite(errors.eligibleShare.records)
          ? errors.eligibleShare.records
          : null,
      ),
      ...(curve === undefined || errors.stock === null ? [] : MONTHS.map((month) => {
        const { smoothed, standardError } = errors.stock!.points[month]!;
        return share(
          `Still without work after ${month} ${month === 1 ? "month" : "months"}`,
          survivalAt(curve, month),
          standardError,
          errors.stock!.entrantRecords,
          smoothed,
        );
      })),
      ...sexes.map((sex) => wages("members", sex, records.members[sex])),
      ...sexes.map((sex) => wages("leavers", sex, records.claimsOfBaseYear[sex])),
      row(
        "Growth of members over a year",
        "%",
        100 * members.growth,
        100 * errors.memberGrowth,
        records.members.male + records.members.female,
      ),
      ...(interval === undefined ? [] : ratesOf(interval)).map((
        [figure, { rate, standardError, lower, upper }],
      ) => {
        const percent = (of: number) => ({ value: 100 * of, decimals: 3 });
        return {
          figure,
          unit: "% of earnings",
          value: percent(rate),
          standard_error: percent(standardError),
          lower: percent(lower.rate),
          upper: percent(upper.rate),
          records: null,
        };
      }),
    ],
    notes: [
      ...errors.basis,
      ...(interval === undefined ? [] : [rateNote(interval)]),
      ...errors.notes,
    ],
    source,
  };
}

function ratesOf(
  { suggested, minimum, lastCostRate, lastYear }: RateInterval,
): readonly (readonly [string, RateInterval["suggested"]])[] {
  return [
    ["Suggested contribution rate", suggested],
    ["Minimum contribution rate", minimum],
    [`PAYG cost rate of ${lastYear}`, lastCostRate],
  ];
}

/** Of what the intervals of rates are quantiles, and how exact they are. */
function rateNote({ draws, seed, failed, suggested }: RateInterval): string {
  const percent = (rate: number) => formatNumber(100 * rate, 3);
  return `Contribution rates: quantiles of ${draws - failed} experiences drawn, seed ` +
    `${seed}, in the economy of the scenario; the ends of the suggested rate have ` +
    `standard errors of ${percent(suggested.lower.standardError)} and ${
      percent(suggested.upper.standardError)
    } points.`;
}

/**
 * How small an extract is, and what that leaves open, in a sentence.
 *
 * @param errors Errors of its experience.
 * @param interval The rates that follow.
 * @returns Members, layoffs a year, and the interval of the suggested rate; of a fund that
 * needs no contributions, that of the cost in the last year.
 *
 * @example
 * ```ts
 * import { experienceErrorsInWords } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const end = (rate: number) => ({ rate, standardError: 0.0001 });
 * const suggested = { rate: 0.014, lower: end(0.009), upper: end(0.024) };
 * assertEquals(
 *   experienceErrorsInWords(
 *     {
 *       records: { members: { male: 600, female: 400 }, layoffsAYear: 11 },
 *       termination: { standardError: 0.001 },
 *     },
 *     { suggested, lastCostRate: suggested, lastYear: 2030, level: 0.9 },
 *   ),
 *   "How sure: 1,000 members, 11 layoffs a year: 90 % interval of the suggested rate 0.90 " +
 *     "to 2.40 % of insurable earnings, as far as the experience can be wrong.",
 * );
 * ```
 */
export function experienceErrorsInWords(
  { records, termination }: {
    readonly records: Pick<ExperienceErrors["records"], "members" | "layoffsAYear">;
    readonly termination: Pick<ExperienceErrors["termination"], "standardError">;
  },
  { suggested, lastCostRate, lastYear, level }: {
    readonly suggested: Ends;
    readonly lastCostRate: Ends;
    readonly lastYear: number;
    readonly level: number;
  },
): string {
  const count = (records: number) => formatNumber(records, 0);
  const { male, female } = records.members;
  const hasRate = suggested.upper.rate > 0;
  const { lower, upper } = hasRate ? suggested : lastCostRate;
  const percent = ({ rate }: { readonly rate: number }) =>
    formatNumber(100 * rate, hasRate ? 2 : 3);
  return `How sure: ${count(male + female)} members, ${count(records.layoffsAYear)} ` +
    `layoffs a year: ${roundedPercent(level, 2)} % interval of ${
      hasRate ? "the suggested rate" : `the cost in ${lastYear}`
    } ${percent(lower)} to ${percent(upper)} % of insurable earnings, as far as the ` +
    `experience can be wrong${
      termination.standardError === 0
        ? "; the rate of termination is stated, and taken as sure"
        : ""
    }.`;
}

/** Ends of the interval of a rate. */
type Ends = Pick<RateInterval["suggested"], "lower" | "upper">;
