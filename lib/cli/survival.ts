import { tableToText } from "@jkp/exhibit";
import { readDurations } from "@jkp/study/read";
import { type SurvivalSummary, survivalSummary, survivalTable } from "@jkp/study";
import { command } from "./command.ts";
import { parseTimes } from "./options.ts";
import { runCommand } from "./run_command.ts";

/** Times that the text shows when none are asked for. */
const MOST_TIMES_SHOWN = 20;

/**
 * The `survival` command.
 *
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} With everything that is wrong with the file.
 */
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
}, async ({ operand: file, values, width }, print, letGo) => {
  const { duration, event, at: times } = values;
  const groups = await readDurations(file, {
    duration,
    event,
    entry: values.entry,
    weight: values.weight,
    by: values.by,
  });
  letGo("ffi", "env", "sys");
  const mostTimes = values.json ? Infinity : MOST_TIMES_SHOWN;
  const curves = groups.map((group) => survivalSummary(group, { times, mostTimes }));
  print(
    values.json
      ? JSON.stringify({ curves: curves.map(curveJson) }, null, 2)
      : curves.map((curve) => tableToText(survivalTable(curve, file), { width }))
        .join("\n"),
  );
});

/** A curve as `--json` prints it. */
function curveJson({ basis, group, rows, ...curve }: SurvivalSummary) {
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
      restricted_mean_to: curve.restrictedMeanTo,
    },
    at: rows.map(({ time, atRisk, events, survival, stdError, lower, upper }) => ({
      time,
      at_risk: atRisk,
      events,
      survival,
      std_error: stdError,
      lower,
      upper,
    })),
    median: curve.median,
    restricted_mean: curve.restrictedMean,
  };
}

if (import.meta.main) {
  await runCommand(survivalCommand);
}
