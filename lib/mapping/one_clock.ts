import type { Words } from "@jkp/language";
import type { MappingFormat } from "./column_mapping.ts";
import type { CountedValue, SeenValues } from "./sample_column.ts";
import type { MappingSample } from "./sniff_format.ts";
import type { MappingQuestion } from "./suggestion.ts";
import { distanceFromUtc, INDONESIAN_ZONES, onClockOf } from "./time_zones.ts";

/** What is known of a file: a sample of its rows, and values that were counted over all. */
interface Known {
  readonly sample: MappingSample;
  readonly format: MappingFormat;
  readonly seen: SeenValues | undefined;
}

/**
 * The same with moments as the clock of one zone showed them: that of Indonesia that they
 * name, or Jakarta's, which is asked.
 */
export function onOneClock(
  { sample, format, seen }: Known,
  { question: words }: Words["mapping"],
): Known & { readonly questions: readonly MappingQuestion[] } {
  const distances = new Set(
    sample.rows.flat().flatMap((cell) => distanceFromUtc(cell) ?? []),
  );
  if (distances.size === 0) return { sample, format, seen, questions: [] };
  const [only] = distances;
  const named = distances.size === 1 ? INDONESIAN_ZONES.get(only!) : undefined;
  const timeZone = named ?? "Asia/Jakarta";
  const rows = sample.rows.map((row) =>
    row.map((cell) => onClockOf(timeZone, cell.trim()))
  );
  return {
    sample: { ...sample, rows },
    format: { ...format, timeZone },
    seen: seen && new Map(
      [...seen].map(([column, values]) => [column, valuesOnClock(values, timeZone)]),
    ),
    questions: [{
      kind: "time_zone",
      text: words.timeZone([...distances].join(", "), timeZone),
    }],
  };
}

/** Counted values on a clock, each once. */
function valuesOnClock(
  values: readonly CountedValue[],
  timeZone: string,
): CountedValue[] {
  const counts = new Map<string, number>();
  for (const { value, count } of values) {
    const text = onClockOf(timeZone, value);
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
