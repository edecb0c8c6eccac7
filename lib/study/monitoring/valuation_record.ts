import type { Table } from "@jkp/exhibit";
import { formatToml, parseToml } from "@jkp/files";
import {
  breakEvenRate,
  fundTerms,
  type Reconciliation,
  type ResultKey,
  valuationOfRole,
  type ValuationRun,
} from "@jkp/valuation";
import * as v from "valibot";
import { expectation } from "../actual_expected/actual_expected.ts";
import { syntheticLabel } from "../data_labels.ts";

const rate = v.pipe(v.number("a number"), v.finite("a number"));
const words = v.pipe(v.string(), v.minLength(1, "a text"));

const RECORD = v.strictObject({
  date: v.pipe(v.string(), v.isoDate("a day as YYYY-MM-DD")),
  valuation: words,
  valuation_date: words,
  design: words,
  role: words,
  extract: words,
  synthetic: v.boolean(),
  suggested_rate: rate,
  minimum_rate: rate,
  break_even_rate: rate,
  first_year: v.pipe(v.number(), v.integer()),
  payg_cost_rate: rate,
  keys: v.strictObject({
    key: v.optional(words),
    valuation: words,
    scenarios: words,
    law: words,
    code: words,
    extract: v.optional(words),
  }),
});

/** What is kept of a valuation: when it was made, its key figures, and what it was made from. */
export type ValuationRecord = v.InferOutput<typeof RECORD>;

/**
 * What is kept of a valuation's first design under one scenario; of a range of durations, the
 * longest.
 *
 * @param run The valuation.
 * @param role Its scenario, by role.
 * @param key Checksums of what it was made from.
 * @param date When it was made, `YYYY-MM-DD`.
 * @returns Rates as fractions of insurable earnings; the break-even rate leaves the opening
 * fund out.
 * @throws {RangeError} If there is no such scenario, or the design could not be valued.
 *
 * @example The report's 1.35 per cent
 * ```ts
 * import { resultKey, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { valuationRecord } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const key = await resultKey(run, { code: "0", extractId: null });
 * const record = valuationRecord(run, "base", key, "2026-11-29");
 * assertEquals((100 * record.suggested_rate).toFixed(2), "1.35");
 * ```
 */
export function valuationRecord(
  run: ValuationRun,
  role: string,
  { key, parts }: ResultKey,
  date: string,
): ValuationRecord {
  const { basis } = run;
  const { years, financing, assumptions } = valuationOfRole(run, role).valuation;
  const { suggestedRate, minimumRate } = financing.benefit_and_administrative;
  return {
    date,
    valuation: basis.file.name,
    valuation_date: basis.file.valuationDate,
    design: basis.schemes[0]!.name,
    role,
    extract: basis.label.extractName,
    synthetic: basis.label.isSynthetic,
    suggested_rate: suggestedRate,
    minimum_rate: minimumRate,
    break_even_rate: breakEvenRate(years, { ...fundTerms(assumptions), openingIdr: 0 }),
    first_year: years[0]!.year,
    payg_cost_rate: years[0]!.paygCostRate,
    keys: {
      ...(key === null ? {} : { key }),
      valuation: parts.valuation,
      scenarios: parts.scenarios,
      law: parts.law,
      code: parts.code,
      ...(parts.extract === null ? {} : { extract: parts.extract }),
    },
  };
}

/**
 * A record as the text of its file.
 *
 * @param record The record.
 * @returns TOML.
 *
 * @example Read back, it is the same
 * ```ts
 * import { resultKey, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { formatValuationRecord, parseValuationRecord, valuationRecord } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("jkp_2026"));
 * const key = await resultKey(run, { code: "0", extractId: null });
 * const record = valuationRecord(run, "base", key, "2026-11-29");
 * const text = formatValuationRecord(record);
 * assertEquals(parseValuationRecord("kept.toml", text), record);
 * assertEquals(text.split("\n")[0], 'date = "2026-11-29"');
 * ```
 */
export function formatValuationRecord({ keys, ...record }: ValuationRecord): string {
  const { key, extract, ...others } = keys;
  return formatToml(record, {
    keys: {
      ...(key === undefined ? {} : { key }),
      ...others,
      ...(extract === undefined ? {} : { extract }),
    },
  });
}

/**
 * Reads a record.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns The record.
 * @throws {DataError} With every problem, by key.
 *
 * @example
 * ```ts
 * import { parseValuationRecord } from "@jkp/study";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => parseValuationRecord("a.toml", "suggested_rate = 'high'"),
 *   Error,
 *   'a.toml: suggested_rate: expected a number, got "high"',
 * );
 * ```
 */
export function parseValuationRecord(file: string, text: string): ValuationRecord {
  return parseToml(file, text, RECORD);
}

/** Parts of the key, in words: what two records differ in. */
const PARTS = {
  valuation: "valuation file",
  scenarios: "scenarios",
  law: "law",
  extract: "data",
  code: "program",
} as const;

/**
 * How the suggested rate moved from one valuation to the next, and in what they differ.
 *
 * @param records The records, in any order.
 * @returns The table, in order of day and valuation date; none of the changes explains the other.
 *
 * @example Two valuations on two days
 * ```ts
 * import { resultKey, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { rateSeriesTable, valuationRecord } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const key = await resultKey(run, { code: "0", extractId: null });
 * const first = valuationRecord(run, "base", key, "2026-11-29");
 * const next = { ...first, date: "2027-02-28", suggested_rate: 0.02 };
 * const { rows } = rateSeriesTable([next, first]);
 * assertEquals(rows.map(({ date }) => date), ["2026-11-29", "2027-02-28"]);
 * assertEquals(Number(rows[1]!.change).toFixed(2), "0.65"); // from 1.35 to 2.00
 * ```
 */
export function rateSeriesTable(records: readonly ValuationRecord[]): Table {
  const placeOf = ({ date, valuation_date, valuation }: ValuationRecord) =>
    `${date} ${valuation_date} ${valuation}`;
  const sorted = records.toSorted((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0
  );
  const percent = (fraction: number) => 100 * fraction;
  return {
    id: "rate_series",
    number: "",
    title: "How the suggested rate moved" +
      syntheticLabel(sorted.some(({ synthetic }) => synthetic)),
    columns: [
      { key: "date", title: "Made on" },
      { key: "valuation", title: "Valuation" },
      { key: "suggested", title: "Suggested rate", unit: "%", decimals: 3 },
      { key: "change", title: "Change", unit: "points", decimals: 3 },
      { key: "breakEven", title: "Break-even without the fund", unit: "%", decimals: 3 },
      { key: "payg", title: "PAYG of the first year", unit: "%", decimals: 3 },
      { key: "differs", title: "Other than before" },
    ],
    rows: sorted.map((record, i) => {
      const before = sorted[i - 1];
      return {
        date: record.date,
        valuation: `${record.valuation}, ${record.design}, ${record.role}`,
        suggested: percent(record.suggested_rate),
        change: before === undefined
          ? null
          : percent(record.suggested_rate - before.suggested_rate),
        breakEven: percent(record.break_even_rate),
        payg: percent(record.payg_cost_rate),
        differs: before === undefined ? "" : differencesOf(before, record),
      };
    }),
    notes: [
      "Each row is a file of the folder, which is never written over. Other than before: in " +
      "which of the checksums of valuation file, scenarios, law, data and program a row " +
      "differs from that above.",
    ],
    source: "JKP Lab: valuations as kept" +
      `${
        sorted.some(({ synthetic }) => synthetic) ? ", synthetic data among them" : ""
      }.`,
  };
}

function differencesOf(before: ValuationRecord, now: ValuationRecord): string {
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const other = names.filter((name) =>
    before.keys[name] !== now.keys[name] || now.keys[name] === undefined
  );
  const words = other.map((name) =>
    now.keys[name] === undefined ? `${PARTS[name]}: no key` : PARTS[name]
  );
  return words.length === 0 ? "nothing" : words.join(", ");
}

/**
 * The analysis of surplus between two valuations: what each part of the way from one to the
 * other adds to the rate that is needed, and what that is in a year's money. A fall of the
 * rate is a gain.
 *
 * @param reconciliation The way from one to the other.
 * @param source Where both come from.
 * @returns The table; parts add up to the whole.
 *
 * @example The report's pessimistic scenario: a loss, from assumptions alone
 * ```ts
 * import { reconcile } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { surplusTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await readValuation("report_2021");
 * const { rows } = surplusTable(reconcile(report, report, ["base", "pessimistic"]), "example");
 * assertEquals(rows.map(({ part }) => part), ["assumptions", "All"]);
 * assertEquals(Number(rows[0]!.points) > 0 && Number(rows[0]!.gain) < 0, true);
 * ```
 */
export function surplusTable(reconciliation: Reconciliation, source: string): Table {
  const { from, to, roles, steps } = reconciliation;
  const { year, insurableEarningsIdr } = expectation(to, roles[1]).valued.valuation
    .years[0]!;
  const whole = steps.at(-1)!.breakEvenRate - steps[0]!.breakEvenRate;
  const row = (part: string, points: number) => ({
    part,
    points: 100 * points,
    gain: -points * insurableEarningsIdr / 1e9,
  });
  return {
    id: "surplus",
    number: "",
    title: `Analysis of surplus, ${from.file.name}, ${roles[0]}, to ${to.file.name}, ` +
      roles[1] +
      syntheticLabel(from.label.isSynthetic || to.label.isSynthetic),
    columns: [
      { key: "part", title: "Of" },
      { key: "points", title: "Rate needed", unit: "points", decimals: 3 },
      {
        key: "gain",
        title: "Gain, or loss below 0",
        unit: "billion rupiah",
        decimals: 1,
      },
    ],
    rows: [
      ...steps.slice(1).map(({ parts, breakEvenChange }) =>
        row(parts.join(" and "), breakEvenChange)
      ),
      row("All", whole),
    ],
    notes: [
      `Rate needed: break-even rate without the opening fund, which has no floor. Gain: what ` +
      `the change is of ${year}'s insurable earnings, those of the second valuation. A part ` +
      "depends on those exchanged before it; together they are the whole difference.",
    ],
    source,
  };
}
