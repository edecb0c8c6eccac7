import { type CellValue, type Column, sourceLine, type Table } from "@jkp/exhibit";
import type { JkpExperience } from "@jkp/experience";
import { JKP_ENDS, JKP_OUTCOMES, type JkpEnd } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { syntheticLabel } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";

const OUTCOME_TITLES = {
  exhausted: "Exhausted",
  work: "Work",
  other: "Other",
  running: "Running",
} as const;

/**
 * The tables of a register of JKP claims: the whole, by month, by months paid, by number of
 * the payment, and survival in benefit.
 *
 * @param study What the register shows.
 * @returns The tables.
 *
 * @example Of two claims that ended, one was paid for six months
 * ```ts
 * import { jkpExperience } from "@jkp/experience";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { jkpTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const tables = jkpTables(jkpExperience(await readJkpRegister(await exampleJkpFolder())));
 * const survival = tables.find(({ id }) => id === "jkp_survival")!;
 * const { months, at_risk, survival: left } = survival.rows[0]!;
 * assertEquals([months, at_risk, left], [2, 2, 50]);
 * ```
 */
export function jkpTables(study: JkpExperience): Table[] {
  return [
    summaryTable(study),
    monthTable(study),
    monthsPaidTable(study),
    ...(study.byNumber === undefined ? [] : [numberTable(study)]),
    survivalTable(study),
  ];
}

/** A table of the study: where it comes from, and that it is made up if it is. */
function tableOf(
  study: JkpExperience,
  id: string,
  title: string,
  columns: readonly Column[],
  rows: Table["rows"],
  notes: readonly string[] = [],
): Table {
  return {
    id,
    number: "",
    title: title + syntheticLabel(study.isSynthetic),
    columns,
    rows,
    notes,
    source: sourceLine(study),
  };
}

function summaryTable(study: JkpExperience): Table {
  const { outcomes, survival } = study;
  const row = (what: string, value: number | null, unit = "", decimals = 0) => ({
    what,
    value: value === null || !Number.isFinite(value) ? null : { value, decimals },
    unit,
  });
  return tableOf(study, "jkp_summary", "Claims of JKP", [
    { key: "what", title: "Figure" },
    { key: "value", title: "Value" },
    { key: "unit", title: "Unit" },
  ], [
    row("Claims", study.claims),
    row("Claimants", study.members),
    ...JKP_OUTCOMES.map((each) => row(OUTCOME_TITLES[each], outcomes[each], "claims")),
    row("Months paid", study.monthsPaid),
    row("Paid", study.amountIdr, "rupiah"),
    row("Mean benefit", study.meanBenefitIdr, "rupiah a month"),
    row("Months paid, mean of claims that ended", study.meanMonthsEnded, "months", 2),
    row(
      "Months in benefit, mean of all (Kaplan–Meier)",
      survival.meanMonths,
      "months",
      2,
    ),
  ], [...study.basis, ...warningNotes(study)]);
}

/** What is doubtful in the register, a note each. */
function warningNotes({ warnings }: JkpExperience): string[] {
  return warnings.map(({ meaning, found, file, row }) =>
    `In doubt, counted as it stands: ${meaning}: ${
      found.toLocaleString("en")
    }, the first in row ${row} of ${file}.`
  );
}

function monthTable(study: JkpExperience): Table {
  const hasAmounts = study.byMonth.some(({ amountIdr }) => amountIdr !== undefined);
  const hasMeans = study.byMonth.some(({ meanBenefitIdr }) =>
    meanBenefitIdr !== undefined
  );
  const hasEnds = study.byMonth.some(({ ended }) => ended !== undefined);
  return tableOf(
    study,
    "jkp_by_month",
    `Claims and recipients of JKP by month, ${formatMonth(study.firstMonth)} to ${
      formatMonth(study.lastMonth)
    }`,
    [
      { key: "month", title: "Month" },
      { key: "claims", title: "Claims made" },
      { key: "recipients", title: "Recipients" },
      ...(hasAmounts
        ? [{ key: "amount_idr", title: "Paid for the month", unit: "rupiah" }]
        : []),
      ...(hasMeans
        ? [{ key: "mean_benefit_idr", title: "Mean benefit", unit: "rupiah a month" }]
        : []),
      ...(hasEnds
        ? JKP_ENDS.map((key) => ({ key, title: OUTCOME_TITLES[key], group: "Ended" }))
        : []),
    ],
    study.byMonth.map(
      ({ month, claims, recipients, amountIdr, meanBenefitIdr, ended }) => ({
        month: formatMonth(month),
        claims: numberOrNull(claims),
        recipients: numberOrNull(recipients),
        ...(hasAmounts && { amount_idr: numberOrNull(amountIdr) }),
        ...(hasMeans && { mean_benefit_idr: numberOrNull(meanBenefitIdr) }),
        ...(ended !== undefined && endCells(ended)),
      }),
    ),
    [
      "Recipients: claims that a benefit was paid for the month, whenever it was paid.",
      ...study.basis,
    ],
  );
}

function endCells(
  ended: Readonly<Record<JkpEnd, number>>,
): Record<string, CellValue> {
  return Object.fromEntries(JKP_ENDS.map((end) => [end, numberOrNull(ended[end])]));
}

function monthsPaidTable(study: JkpExperience): Table {
  return tableOf(
    study,
    "jkp_months_paid",
    "Claims of JKP by months paid",
    [
      { key: "months", title: "Months paid" },
      ...JKP_OUTCOMES.map((key) => ({
        key,
        title: OUTCOME_TITLES[key],
        group: "Claims",
      })),
      { key: "ended", title: "All that ended", group: "Claims" },
      { key: "share", title: "Of these", unit: "%", decimals: 1 },
    ],
    study.byMonthsPaid.map((row) => ({
      months: row.months,
      ...Object.fromEntries(JKP_OUTCOMES.map((each) => [each, numberOrNull(row[each])])),
      ended: numberOrNull(row.ended),
      share: numberOrNull(100 * row.ended / study.endedInWindow),
    })),
    ["Running claims may yet be paid for more months.", ...study.basis],
  );
}

function numberTable(study: JkpExperience): Table {
  return tableOf(
    study,
    "jkp_by_number",
    "Benefits of JKP by their number in the claim",
    [
      { key: "number", title: "Month paid for", unit: "1: the first" },
      { key: "payments", title: "Claims" },
      { key: "mean_benefit_idr", title: "Mean benefit", unit: "rupiah a month" },
    ],
    study.byNumber!.map(({ number, payments, meanBenefitIdr }) => ({
      number,
      payments: numberOrNull(payments),
      mean_benefit_idr: numberOrNull(meanBenefitIdr),
    })),
    study.basis,
  );
}

function survivalTable(study: JkpExperience): Table {
  const { steps, basis, unseen } = study.survival;
  const percent = (fraction: number) => numberOrNull(100 * fraction);
  const share = { unit: "%", decimals: 1 };
  const interval = (key: string, group: string) => [
    { key: `${key}_lower`, title: "Lower", group, ...share },
    { key: `${key}_upper`, title: "Upper", group, ...share },
  ];
  return tableOf(
    study,
    "jkp_survival",
    "Survival in benefit, by months paid",
    [
      { key: "months", title: "Months paid" },
      { key: "at_risk", title: "Claims", unit: "at risk" },
      ...JKP_ENDS.map((key) => ({
        key,
        title: OUTCOME_TITLES[key],
        group: "Ended then",
      })),
      { key: "survival", title: "Paid for longer", ...share },
      ...interval("survival", "95 % interval"),
      { key: "to_work", title: "Left for work by then", ...share },
      ...interval("to_work", "Its 95 % interval"),
    ],
    steps.map((step) => ({
      months: step.months,
      at_risk: numberOrNull(step.atRisk),
      ...endCells(step),
      survival: percent(step.survival),
      survival_lower: percent(step.lower),
      survival_upper: percent(step.upper),
      to_work: percent(step.toWork),
      to_work_lower: percent(step.toWorkLower),
      to_work_upper: percent(step.toWorkUpper),
    })),
    [
      `${basis}.`,
      ...(unseen === 0 ? [] : [
        `${
          unseen.toLocaleString("en")
        } running claims not yet paid for a month: nothing is ` +
        "seen of these.",
      ]),
      ...study.basis,
    ],
  );
}
