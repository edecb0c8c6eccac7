import type { Table } from "@jkp/exhibit";
import type { SurvivalSummary } from "./survival_summary.ts";

/**
 * A survival curve as a table.
 *
 * @param summary The curve at some times.
 * @param source Where the durations come from.
 * @returns A row a time; median, mean and how the curve was estimated are in the notes.
 *
 * @example
 * ```ts
 * import { survivalSummary, survivalTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const observations = { durations: [1, 2, 3, 3], eventObserved: [1, 1, 1, 0] };
 * const summary = survivalSummary({ group: { sex: "F" }, observations });
 * const { title, notes } = survivalTable(summary, "an example");
 * assertEquals(title, "Survival, sex F");
 * assertEquals(notes[0], "Median 2.5; mean up to 3: 2.250.");
 * ```
 */
export function survivalTable(
  { group, basis, rows, median, restrictedMean, restrictedMeanTo }: SurvivalSummary,
  source: string,
): Table {
  const isWhole = rows.every((row) => row.atRisk % 1 === 0 && row.events % 1 === 0);
  const countDecimals = isWhole ? 0 : 2;
  const names = Object.entries(group).map(([column, value]) => `${column} ${value}`);
  return {
    id: "survival",
    number: "",
    title: ["Survival", ...names].join(", "),
    columns: [
      {
        key: "time",
        title: "Time",
        decimals: decimalsThatTell(rows.map(({ time }) => time)),
      },
      { key: "atRisk", title: "At risk", decimals: countDecimals },
      { key: "events", title: "Events", decimals: countDecimals },
      { key: "survival", title: "Survival", decimals: 4 },
      { key: "stdError", title: "Std error", decimals: 4 },
      { key: "lower", title: "Lower", decimals: 4 },
      { key: "upper", title: "Upper", decimals: 4 },
    ],
    rows: rows.map((row) => ({ ...row })),
    notes: [
      `Median ${median ?? "not reached"}; mean up to ${restrictedMeanTo}: ` +
      `${restrictedMean.toFixed(3)}.`,
      "Events: since the time before.",
      `${basis.estimator}; ${basis.ties}; late entry: ${basis.lateEntry}; weights: ` +
      `${basis.weights}; ${basis.standardError} standard error; ${basis.interval} ` +
      `interval, exact before the first event, level ${basis.level}; spells taken as ` +
      `independent; ${basis.records} records, ${basis.events} events.`,
    ],
    source,
  };
}

/** Most digits after the point that a double can differ in, of times around one. */
const MOST_DECIMALS = 17;

/** None for whole times; else two, or as many as it takes to tell times apart. */
function decimalsThatTell(times: readonly number[]): number {
  if (times.every((time) => time % 1 === 0)) return 0;
  const different = new Set(times).size;
  let decimals = 2;
  while (
    decimals < MOST_DECIMALS &&
    new Set(times.map((time) => time.toFixed(decimals))).size < different
  ) decimals++;
  return decimals;
}
