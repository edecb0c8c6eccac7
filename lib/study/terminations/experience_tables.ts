import type {
  ActualExpectedStudy,
  StudyCurve,
  TerminationExperience,
  TerminationGroup,
} from "@jkp/experience";
import {
  capitalized,
  type CellValue,
  type Column,
  sourceLine,
  type Table,
} from "@jkp/exhibit";
import {
  byReason,
  labelOf,
  MONTHS,
  SEX_NAMES,
  titleOf,
  windowOf,
} from "./experience_labels.ts";
import { NO_P_VALUE } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";

/** Columns of a group's characteristics, in their order. */
const GROUP_COLUMNS = [
  { key: "reason", title: "Reason", split: "reason" },
  { key: "sex", title: "Sex", split: "sex" },
  { key: "age_group", title: "Age", split: "ageGroup" },
] as const;

/**
 * The tables of a study: rates by reason, seasonal factors, and actual to expected.
 *
 * @param study The study.
 * @param comparison Actual against expected claims, if there is an expected table.
 * @returns The tables; rates in per cent a month.
 *
 * @example
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { experienceTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const tables = experienceTables(terminationStudy(await readShippedExtract()));
 * assertEquals(tables.at(-1)!.id, "seasonal_factors");
 * ```
 */
export function experienceTables(
  study: TerminationExperience,
  comparison?: ActualExpectedStudy,
): Table[] {
  return [
    ...byReason(study).map(([reason, curves]) => rateTable(study, reason, curves)),
    ...(study.seasonality.length === 0 ? [] : [seasonTable(study)]),
    ...(comparison === undefined ? [] : [comparisonTable(study, comparison)]),
  ];
}

/**
 * The rates of a study in one table: ages down, reasons and sexes across.
 *
 * @param study The study.
 * @returns Graduated rates, or crude ones if a curve could not be graduated; per cent a month.
 *
 * @example Men of 20 to 24: 0.407 per cent a month are laid off
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { ratesByAgeTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { rows } = ratesByAgeTable(terminationStudy(await readShippedExtract()));
 * const young = rows.find(({ age }) => age === "20-24")!;
 * assertEquals(Number(young["layoff/M"]).toFixed(3), "0.407");
 * ```
 */
export function ratesByAgeTable(study: TerminationExperience): Table {
  const { curves, by } = study;
  const isGraduated = curves.every(({ graduation }) => graduation !== undefined);
  const ofAge = by.includes("ageGroup");
  const ages = [
    ...new Set(curves.flatMap(({ cells }) => cells.map(({ ageGroup }) => ageGroup))),
  ];
  const of = curves.map(({ reason, sex, cells }) => ({
    column: {
      key: `${reason ?? "all"}/${sex ?? "all"}`,
      title: sex === undefined ? "All" : SEX_NAMES[sex],
      group: reason === undefined
        ? "Layoffs and resignations"
        : `${capitalized(reason)}s`,
      unit: "%",
      decimals: 3,
    },
    cells,
  }));
  return {
    id: "rates_by_age",
    number: "",
    title: `${isGraduated ? "Graduated" : "Crude"} rates a month, ${windowOf(study)}${
      labelOf(study)
    }`,
    columns: [
      { key: "age", title: ofAge ? "Age" : "Ages" },
      ...of.map(({ column }) => column),
    ],
    rows: ages.map((age) => ({
      age: age ?? "All",
      ...Object.fromEntries(of.map(({ column, cells }) => {
        const cell = cells.find(({ ageGroup }) => ageGroup === age);
        return [
          column.key,
          percent(isGraduated ? cell?.graduatedRate : cell?.crudeRate),
        ];
      })),
    })),
    notes: [],
    source: sourceLine(study),
  };
}

function rateTable(
  study: TerminationExperience,
  reason: StudyCurve["reason"],
  curves: readonly StudyCurve[],
): Table {
  const rate = { unit: "%", decimals: 3 };
  const error = { title: "Error", ...rate };
  const factor = { decimals: 3 };
  const [graduated, credible] = [{ group: "Graduated" }, { group: "Credibility" }];
  const cells = curves.flatMap(({ cells }) => cells);
  return {
    id: reason === undefined ? "terminations" : `terminations_${reason}`,
    number: "",
    title: titleOf(study, reason),
    columns: [
      ...groupColumns(study.by.filter((split) => split !== "reason")),
      { key: "claims", title: "Claims" },
      { key: "member_months", title: "Member months" },
      { key: "crude", title: "Rate", group: "Crude", ...rate },
      { key: "crude_lower", title: "Lower", group: "Crude", ...rate },
      { key: "crude_upper", title: "Upper", group: "Crude", ...rate },
      { key: "crude_error", group: "Crude", ...error },
      { key: "crude_dispersion", title: "Dispersion", group: "Crude", decimals: 1 },
      ...(cells.some(({ credibility }) => credibility !== undefined)
        ? [
          {
            key: "limited_fluctuation",
            title: "Limited fluctuation",
            ...credible,
            ...factor,
          },
          { key: "credibility", title: "Factor", ...credible, ...factor },
          { key: "credible", title: "Rate", group: "Credible", ...rate },
        ]
        : []),
      ...(curves.some(({ graduation }) => graduation)
        ? [
          { key: "graduated", title: "Rate", ...graduated, ...rate },
          { key: "graduated_error", ...graduated, ...error },
          { key: "actual_to_graduated", title: "A/E", ...graduated, ...factor },
        ]
        : []),
    ],
    rows: cells.map((cell) => ({
      ...groupCells(cell),
      claims: numberOrNull(cell.claims),
      member_months: numberOrNull(cell.exposureMonths),
      crude: percent(cell.crudeRate),
      crude_lower: percent(cell.lower),
      crude_upper: percent(cell.upper),
      crude_error: percent(cell.standardError),
      crude_dispersion: numberOrNull(cell.dispersion),
      limited_fluctuation: numberOrNull(cell.limitedFluctuation),
      credibility: numberOrNull(cell.credibility),
      credible: percent(cell.credibleRate),
      graduated: percent(cell.graduatedRate),
      graduated_error: percent(cell.graduatedStandardError),
      actual_to_graduated: numberOrNull(cell.actualToGraduated?.ratio),
    })),
    notes: [
      ...curves.flatMap(curveNote),
      ...study.basis.slice(0, -1),
      ...study.notes,
    ],
    source: sourceLine(study),
  };
}

/** How one curve was smoothed, in words. */
function curveNote({ sex, graduation }: StudyCurve): string[] {
  if (graduation === undefined) return [];
  const { dispersion, effectiveDegreesOfFreedom, lambda, isLambdaAtLimit } = graduation;
  const who = sex === undefined ? "All" : SEX_NAMES[sex];
  return [
    `${who}: dispersion of the shape ${dispersion.toFixed(1)}, ` +
    `${effectiveDegreesOfFreedom.toFixed(1)} effective degrees of freedom, smoothing ` +
    `parameter ${lambda.toPrecision(3)}` +
    `${isLambdaAtLimit ? ", at the end of the range searched" : ""}.`,
  ];
}

function seasonTable(study: TerminationExperience): Table {
  const names = study.seasonality.map(({ reason }) => reason ?? "all");
  return {
    id: "seasonal_factors",
    number: "",
    title: `Seasonal factors, ${windowOf(study)}${labelOf(study)}`,
    columns: [
      { key: "month", title: "Month" },
      ...names.flatMap((name) => {
        const group = { group: capitalized(name), decimals: 3 };
        return [
          { key: name, title: "Factor", ...group },
          { key: `${name}_error`, title: "Standard error", ...group },
        ];
      }),
    ],
    rows: MONTHS.map((month, i) => ({
      month,
      ...Object.fromEntries(study.seasonality.flatMap(({ factors }, j) => [
        [names[j]!, factors[i]!.factor],
        [`${names[j]!}_error`, numberOrNull(factors[i]!.standardError)],
      ])),
    })),
    notes: [
      ...study.seasonality.map(({ test, dispersion }, i) =>
        `${capitalized(names[i]!)}: deviance of no seasonality ` +
        `${Math.round(test.deviance).toLocaleString("en")} with ` +
        `${test.degreesOfFreedom} degrees of freedom` +
        (study.isSynthetic
          ? "; "
          : `, p of Poisson claims ${probability(test.pValue)}; `) +
        (Number.isNaN(dispersion)
          ? "too few months to find the dispersion, and so no standard error."
          : `dispersion ${dispersion.toFixed(1)}` +
            (study.isSynthetic
              ? "."
              : `, with which p ${probability(test.dispersedPValue)}.`))
      ),
      ...(study.isSynthetic ? [NO_P_VALUE] : []),
      study.basis.at(-1)!,
      "Mean of the factors, weighted with exposure: 1. Standard errors: Poisson's times " +
      "the root of the dispersion, where that is above 1.",
    ],
    source: sourceLine(study),
  };
}

function comparisonTable(
  study: TerminationExperience,
  { groups, total, basis }: ActualExpectedStudy,
): Table {
  const splits = GROUP_COLUMNS.filter(({ split }) => groups[0]![split] !== undefined);
  const interval = { group: "Interval", decimals: 3 };
  const row = (
    { actual, expected, ratio, dispersion, lower, upper }: ActualExpectedStudy["total"],
  ) => ({
    actual: numberOrNull(actual),
    expected: numberOrNull(expected),
    ratio: numberOrNull(ratio),
    dispersion: numberOrNull(dispersion),
    lower: numberOrNull(lower),
    upper: numberOrNull(upper),
  });
  const first = splits[0]?.key ?? "group";
  return {
    id: "actual_expected",
    number: "",
    title: `Actual to expected terminations, ${windowOf(study)}${labelOf(study)}`,
    columns: [
      ...(splits.length === 0
        ? [{ key: "group", title: "Group" }]
        : groupColumns(splits.map(({ split }) => split))),
      { key: "actual", title: "Actual" },
      { key: "expected", title: "Expected" },
      { key: "ratio", title: "A/E", decimals: 3 },
      { key: "dispersion", title: "Dispersion", decimals: 1 },
      { key: "lower", title: "Lower", ...interval },
      { key: "upper", title: "Upper", ...interval },
    ],
    rows: [
      ...(splits.length === 0 ? [] : groups.map((group) => ({
        ...groupCells(group),
        ...row(group),
      }))),
      {
        ...Object.fromEntries(splits.map(({ key }) => [key, ""])),
        [first]: "All",
        ...row(total),
      },
    ],
    notes: [`${capitalized(basis)}.`],
    source: sourceLine(study),
  };
}

/**
 * Graduated rates as `--expected` reads them; cells that are suppressed are left out.
 *
 * @param study The study.
 * @returns A table of fractions a month; nothing if a curve could not be graduated.
 *
 * @example
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { graduatedRates } from "@jkp/study";
 * import { assert } from "@std/assert";
 *
 * const study = terminationStudy(await readShippedExtract(), { by: ["ageGroup"] });
 * const { rows } = graduatedRates(study)!;
 * assert(rows.every(({ rate_per_month: rate }) => Number(rate) < 0.05));
 * ```
 */
export function graduatedRates(
  { by, curves }: TerminationExperience,
): Table | undefined {
  if (curves.some(({ graduation }) => graduation === undefined)) return undefined;
  return {
    id: "graduated_rates",
    number: "",
    title: "Graduated rates",
    columns: [...groupColumns(by), { key: "rate_per_month", title: "Rate" }],
    rows: curves.flatMap(({ cells }) =>
      cells.filter(({ graduatedRate }) => !Number.isNaN(graduatedRate)).map((cell) => ({
        ...groupCells(cell),
        sex: cell.sex ?? null, // the code, as files have it
        rate_per_month: cell.graduatedRate!,
      }))
    ),
    notes: [],
    source: "",
  };
}

function groupColumns(splits: readonly (keyof TerminationGroup)[]): Column[] {
  return GROUP_COLUMNS.filter(({ split }) => splits.includes(split))
    .map(({ key, title }) => ({ key, title }));
}

function groupCells(
  { reason, sex, ageGroup }: TerminationGroup,
): Record<string, CellValue> {
  return {
    reason: reason ?? null,
    sex: sex === undefined ? null : SEX_NAMES[sex],
    age_group: ageGroup ?? null,
  };
}

function percent(rate: number | undefined): number | null {
  return numberOrNull(rate === undefined ? undefined : 100 * rate);
}

function probability(p: number): string {
  return p < 0.0001 ? "below 0.0001" : p.toFixed(4);
}
