import { type Table, tableToText } from "@jkp/exhibit";
import {
  type KaplanMeier,
  kaplanMeier,
  kaplanMeierCurve,
  medianSurvivalTime,
  restrictedMean,
} from "@jkp/survival";
import { command } from "./command.ts";
import { parseTimes } from "./options.ts";
import { runCommand } from "./run_command.ts";
import { type DurationGroup, readDurations } from "./survival_data.ts";

/** Times that the text shows when none are asked for. */
const MOST_TIMES_SHOWN = 20;

/** What is reported at a time. */
interface CurveRow {
  readonly time: number;
  readonly at_risk: number;
  /** Events since the time before. */
  readonly events: number;
  readonly survival: number;
  readonly std_error: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The `survival` command. */
export const survivalCommand = command({
  name: "survival",
  summary: "Survival curve (Kaplan–Meier) of a CSV or Parquet file, one spell a row.",
  operand: { word: "FILE" },
  options: {
    duration: { value: "COL", about: "column with the duration", isRequired: true },
    event: {
      value: "COL",
      about: "column with 1 or true where the end was seen, 0 or false where not",
      isRequired: true,
    },
    entry: {
      value: "COL",
      about: "column with the time from which the spell was under observation",
    },
    weight: { value: "COL", about: "column with the number of spells a row stands for" },
    by: { value: "COL", about: "column to split by", isMultiple: true },
    at: {
      value: "LIST",
      about: "times to report, for example 6,9,12,24",
      defaultWords: "times of events, in the text at most 20 of them",
      read: parseTimes,
    },
    json: { about: "print curves as JSON" },
  },
  wanted: () => "Cannot estimate survival: one FILE, --duration and --event are wanted",
}, async ({ operand: file, values }, print) => {
  const { duration, event, at: times } = values;
  const groups = await readDurations(file, {
    duration,
    event,
    entry: values.entry,
    weight: values.weight,
    by: values.by,
  });
  const mostTimes = values.json ? Infinity : MOST_TIMES_SHOWN;
  const curves = groups.map((group) => estimateCurve(group, times, mostTimes));
  print(
    values.json
      ? JSON.stringify({ curves }, null, 2)
      : curves.map((curve) => curveText(curve, file)).join("\n"),
  );
});

/** A curve as `--json` prints it. */
interface Curve {
  readonly group: Readonly<Record<string, string>>;
  readonly basis: Readonly<Record<string, string | number>>;
  readonly at: readonly CurveRow[];
  readonly median: number | null;
  readonly restricted_mean: number;
}

function estimateCurve(
  { group, observations }: DurationGroup,
  times: readonly number[] | undefined,
  mostTimes: number,
): Curve {
  const estimate = kaplanMeier(observations);
  const { basis } = estimate;
  const end = estimate.time.at(-1)!;
  return {
    group,
    basis: {
      estimator: basis.estimator,
      ties: basis.ties,
      late_entry: basis.lateEntry,
      weights: basis.weights,
      standard_error: basis.standardError,
      interval: basis.interval,
      level: basis.level,
      records: basis.records,
      events: basis.events,
      restricted_mean_to: end,
    },
    at: rowsAt(estimate, times ?? thin(eventTimes(estimate), mostTimes)),
    median: medianSurvivalTime(estimate),
    restricted_mean: end === 0 ? 0 : restrictedMean(kaplanMeierCurve(estimate), end),
  };
}

function eventTimes({ time, events }: KaplanMeier): readonly number[] {
  return [...time.filter((_, i) => events[i]! > 0)];
}

/** At most so many of the values, evenly chosen, the last one among them. */
function thin(values: readonly number[], most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => (values.length - 1 - i) % step === 0);
}

/** The estimate at chosen increasing times, as R's `summary(fit, times, extend)`. */
function rowsAt(estimate: KaplanMeier, times: readonly number[]): CurveRow[] {
  let [next, eventsBefore, eventsSoFar] = [0, 0, 0];
  return times.map((time) => {
    let row = next - 1;
    while (next < estimate.time.length && estimate.time[next]! <= time) {
      eventsSoFar += estimate.events[next]!;
      row = next++;
    }
    const events = eventsSoFar - eventsBefore;
    eventsBefore = eventsSoFar;
    const isOnTime = row >= 0 && estimate.time[row] === time;
    const atRisk = estimate.atRisk[isOnTime ? row : next] ?? 0;
    const common = { time, at_risk: atRisk, events };
    if (row < 0) return { ...common, survival: 1, std_error: 0, lower: 1, upper: 1 };
    return {
      ...common,
      survival: estimate.survival[row]!,
      std_error: orNull(estimate.stdError[row]!),
      lower: orNull(estimate.lower[row]!),
      upper: orNull(estimate.upper[row]!),
    };
  });
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function curveText(curve: Curve, file: string): string {
  const { basis, group, at } = curve;
  const isWhole = at.every((row) => row.at_risk % 1 === 0 && row.events % 1 === 0);
  const countDecimals = isWhole ? 0 : 2;
  const names = Object.entries(group).map(([column, value]) => `${column} ${value}`);
  const table: Table = {
    id: "survival",
    number: "",
    title: ["Survival", ...names].join(", "),
    columns: [
      { key: "time", title: "Time", decimals: at.every((r) => r.time % 1 === 0) ? 0 : 2 },
      { key: "at_risk", title: "At risk", decimals: countDecimals },
      { key: "events", title: "Events", decimals: countDecimals },
      { key: "survival", title: "Survival", decimals: 4 },
      { key: "std_error", title: "Std error", decimals: 4 },
      { key: "lower", title: "Lower", decimals: 4 },
      { key: "upper", title: "Upper", decimals: 4 },
    ],
    rows: at.map((row) => ({ ...row })),
    notes: [
      `Median ${
        curve.median ?? "not reached"
      }; mean up to ${basis.restricted_mean_to}: ` +
      `${curve.restricted_mean.toFixed(3)}.`,
      "Events: since the time before.",
      `${basis.estimator}; ${basis.ties}; late entry: ${basis.late_entry}; weights: ` +
      `${basis.weights}; ${basis.standard_error} standard error; ${basis.interval} ` +
      `interval, level ${basis.level}; ${basis.records} records, ${basis.events} events.`,
    ],
    source: file,
  };
  return tableToText(table);
}

if (import.meta.main) {
  await runCommand(survivalCommand);
}
