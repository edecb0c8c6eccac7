import { checkOptions } from "@jkp/problem";
import { capitalized, type Figure, type Series, type Table } from "@jkp/exhibit";
import {
  type CalculationOptions,
  type StandardBenefits,
  standardBenefits,
  standardPersons,
} from "@jkp/entitlement";
import { formatMonth, type Month } from "@jkp/month";
import { checkRules, type Rules, type RulesInTime } from "@jkp/scheme";

/** Who is laid off, when, and what the rules leave open. */
export interface StandardPersonsOptions {
  /** Wages in the scheme's currency a month. */
  readonly wages: readonly { readonly title: string; readonly perMonth: number }[];
  /** Last month of the jobs. */
  readonly month: Month;
  /**
   * Months with contributions.
   * @default {[12, 24, 60]}
   */
  readonly records?: readonly number[];
  /** @default the longest of a range of durations, and no limit that is a multiple */
  readonly calculation?: CalculationOptions;
  /** @default none */
  readonly notes?: readonly string[];
}

/**
 * What standard persons are paid under a design, over their last wage: by month of benefit,
 * wage and record.
 *
 * @param rulesInTime Rules of the month in which the jobs end, with later changes if they
 * count; of `data/designs` or your own.
 * @param options Wages, records and month.
 * @returns A table with a row a person, and a figure in which persons who are paid the same
 * share one series. The figure is `null` if nobody is paid.
 * @throws {RangeError} If the rules cannot hold together.
 *
 * @example JKP since 2025: 60 per cent for six months, of twice the ceiling 30
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { standardPersonExhibits } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2026, 1);
 * const wages = [{ title: "mean", perMonth: 4e6 }, { title: "high", perMonth: 10e6 }];
 * const { table } = standardPersonExhibits(
 *   rulesAt(await readScheme("jkp_2025"), month),
 *   { wages, month },
 * );
 * const months = table.rows.map(({ month6 }) => month6);
 * assertEquals(months, [60, 60, 60, 30, 30, 30]);
 * ```
 */
export function standardPersonExhibits(
  rulesInTime: RulesInTime,
  options: StandardPersonsOptions,
): { readonly table: Table; readonly figure: Figure | null } {
  const doing = "pay standard persons";
  checkRules(doing, rulesInTime);
  checkOptions(doing, options, ["wages", "month", "records", "calculation", "notes"]);
  const { wages, month, records, calculation, notes = [] } = options;
  const { openDuration = "longest" } = calculation ?? {};
  const rules = [rulesInTime].flat()[0] as Rules;
  const persons = standardBenefits(
    rulesInTime,
    month,
    standardPersons(wages, records),
    { ...calculation, openDuration },
  );
  const longest = Math.max(0, ...persons.map((each) => each.replacementRates.length));
  const months = Array.from({ length: longest }, (_, i) => i);
  const { currency } = rules;
  const about = {
    title: `${rules.title}: benefit over last wage of standard persons`,
    number: "",
    notes: [
      `Laid off in ${formatMonth(month)}, 35 years old, first claim. Wages are of the ` +
      "years named, not brought to that month.",
      ...[...new Set(persons.flatMap(({ leftOpen }) => leftOpen))].map((open) =>
        `Left open, ${open}; the ${openDuration} is shown.`
      ),
      ...notes.map(capitalized),
    ],
    source: "Rules: data/designs; wages: the valuation's extract and data/open.",
  };
  const table: Table = {
    ...about,
    id: `standard_persons_${rules.name}`,
    columns: [
      { key: "wage", title: "Wage" },
      { key: "perMonth", title: "Amount", unit: `${currency} a month` },
      { key: "record", title: "Contributions", unit: "months" },
      ...months.map((i) => ({
        key: `month${i + 1}`,
        title: `Month ${i + 1}`,
        unit: "%",
        decimals: 1,
        group: "Benefit over last wage",
      })),
      { key: "refused", title: "Refused" },
    ],
    rows: persons.map(({ person, replacementRates, refusedBy }) => ({
      wage: capitalized(person.wageTitle),
      perMonth: Math.round(person.wage),
      record: person.recordMonths,
      ...Object.fromEntries(months.map((i) => [
        `month${i + 1}`,
        refusedBy === null ? rounded(100 * (replacementRates[i] ?? 0)) : "",
      ])),
      refused: refusedBy ?? "",
    })),
  };
  if (longest === 0) return { table, figure: null };
  const figure: Figure = {
    ...about,
    id: `standard_persons_${rules.name}`,
    xTitle: "Month of benefit",
    yTitle: "Benefit over last wage",
    yUnit: "% of the last wage",
    decimals: 0,
    isStacked: false,
    series: paidAlike(persons).map((alike): Series => ({
      name: nameOf(alike, persons),
      x: months.map((i) => i + 1),
      y: months.map((i) => rounded(100 * (alike[0]!.replacementRates[i] ?? 0))),
      mark: "column",
    })),
  };
  return { table, figure };
}

/** Without the last digit's noise, which would make equal rates differ. */
function rounded(percent: number): number {
  return Math.round(percent * 1e9) / 1e9;
}

/** Persons who are paid, those with the same rates together. */
function paidAlike(persons: readonly StandardBenefits[]): StandardBenefits[][] {
  const paid = persons.filter(({ refusedBy }) => refusedBy === null);
  const key = ({ replacementRates }: StandardBenefits) =>
    replacementRates.map((rate) => rate.toFixed(6)).join();
  return [...Map.groupBy(paid, key).values()];
}

/** Wages of a series, each with its records unless all of its paid records are in it. */
function nameOf(
  alike: readonly StandardBenefits[],
  persons: readonly StandardBenefits[],
): string {
  const names = [...Map.groupBy(alike, wageOf)].map(([wage, own]) => {
    const all = persons.filter((each) =>
      wageOf(each) === wage && each.refusedBy === null
    );
    const records = own.map(({ person }) => String(person.recordMonths));
    return {
      wage,
      records: own.length === all.length
        ? ""
        : `, ${listed(records)} months of contributions`,
    };
  });
  const count = new Set(persons.map(wageOf)).size;
  // Wages with the same records are named together.
  const together = [...Map.groupBy(names, ({ records }) => records)];
  return capitalized(
    together.map(([records, own]) => {
      const isAll = own.length === count && count > 1;
      return (isAll ? "all wages" : listed(own.map(({ wage }) => wage))) + records;
    }).join("; "),
  );
}

function wageOf({ person }: StandardBenefits): string {
  return person.wageTitle;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
