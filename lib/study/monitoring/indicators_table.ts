import { checkArgument, checkText, valueInWords } from "@jkp/problem";
import { capitalized, type CellValue, type Table } from "@jkp/exhibit";
import type { Indicator } from "@jkp/experience";

/** How a value is shown, by its unit. */
const SHOWN = {
  fraction: { unit: "%", times: 100, decimals: 2 },
  months: { unit: "months", times: 1, decimals: 1 },
  years: { unit: "years", times: 1, decimals: 2 },
  multiple: { unit: "times", times: 1, decimals: 2 },
} as const;

/** The indicators of a period, under a heading of its own. */
export interface IndicatorsOfPeriod {
  readonly title: string;
  readonly indicators: readonly Indicator[];
}

/**
 * Indicators of some periods side by side, each with its formula, basis and lag.
 *
 * @param periods At least one; `indicators` gives those of each in the same order. Basis
 * and lag are shown as they are in the last.
 * @param source Where the figures come from.
 * @returns A row an indicator; what is not available says why, and for which periods.
 *
 * @example JKP in 2024: 12.71 per cent of contributions were paid
 * ```ts
 * import { figuresOfFacts, indicators } from "@jkp/experience";
 * import { tableToText } from "@jkp/exhibit";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { indicatorsTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = figuresOfFacts(await loadOpenStatistics(), "2024-01", "2024-12");
 * const periods = [{ title: "2024", indicators: indicators(figures) }];
 * const table = indicatorsTable(periods, "data/open");
 * const row = table.rows.find(({ indicator }) => indicator === "Claim ratio")!;
 * assertEquals(row.formula, "benefits / contributions");
 * assertEquals(tableToText({ ...table, rows: [row] }).includes("12.71"), true);
 * ```
 */
export function indicatorsTable(
  periods: readonly IndicatorsOfPeriod[],
  source: string,
): Table {
  checkPeriods(periods, source);
  const { indicators } = periods.at(-1)!;
  // What the basis of all begins with stands in the note, once a period.
  const commons = periods.map(({ indicators }) =>
    indicators[0]!.basis.split("; ", 1)[0]!
  );
  const common = commons.at(-1)!;
  // Two decimals would leave nothing of it.
  const isSmall = (index: number) =>
    periods.some(({ indicators }) => {
      const { value, unit } = indicators[index]!;
      return unit === "fraction" && value !== null && Math.abs(value) < 0.0005 &&
        value !== 0;
    });
  return {
    id: "indicators",
    number: "",
    title: "Indicators",
    columns: [
      { key: "indicator", title: "Indicator" },
      ...periods.map(({ title }) => ({ key: title, title })),
      { key: "unit", title: "Unit" },
      { key: "formula", title: "Formula" },
      { key: "lag", title: "Lag" },
      { key: "basis", title: "Basis" },
      { key: "whyNot", title: "Not available because" },
    ],
    rows: indicators.map(({ title, unit, formula, lag, basis }, i) => ({
      indicator: title,
      ...Object.fromEntries(
        periods.map((period) => [period.title, shown(period.indicators[i]!, isSmall(i))]),
      ),
      unit: SHOWN[unit].unit,
      formula,
      lag,
      basis: capitalized(basis.slice(common.length).replace(/^; /, "")),
      whyNot: reasons(periods, i),
    })),
    notes: [
      `Basis: ${commons.join("; ")}. n.a.: not available, for the reason given.`,
    ],
    source,
  };
}

function shown({ value, unit }: Indicator, isSmall: boolean): CellValue {
  const { times, decimals } = SHOWN[unit];
  return value === null
    ? null
    : { value: times * value, decimals: isSmall ? decimals + 2 : decimals };
}

/** Why an indicator has no value; with the periods, if it has one in others. */
function reasons(periods: readonly IndicatorsOfPeriod[], index: number): string {
  const all = periods.map(({ title, indicators }) => ({
    title,
    whyNot: indicators[index]!.whyNot,
  }));
  const different = [...new Set(all.map(({ whyNot }) => whyNot))];
  if (different.length === 1) return different[0] ?? "";
  return all.flatMap(({ title, whyNot }) =>
    whyNot === null ? [] : [`${title}: ${whyNot}`]
  )
    .join("; ");
}

function checkPeriods(periods: unknown, source: unknown): void {
  const doing = "make a table of indicators";
  const wanted =
    "a list of periods as { title, indicators }, each of the same indicators,";
  const refused = (got: string) =>
    new RangeError(`Cannot ${doing}: ${wanted} is wanted, got ${got}`);
  if (!Array.isArray(periods) || periods.length === 0) {
    throw refused(valueInWords(periods));
  }
  for (const period of periods) {
    checkArgument(doing, wanted, period, ["title", "indicators"]);
    const { indicators } = period;
    const isOfIndicators = Array.isArray(indicators) && indicators.length > 0 &&
      indicators.length === periods[0].indicators.length;
    if (!isOfIndicators) throw refused(`${valueInWords(indicators)} as indicators`);
  }
  checkText(doing, "a text as source", source);
}
