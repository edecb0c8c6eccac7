import { SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { didYouMean, UsageError } from "@jkp/problem";
import { READING_NAMES, type ReadingName } from "@jkp/valuation";
import { orList } from "./usage.ts";

/** Which statistics a command reads. */
export const EXTRACT = {
  value: "DIR",
  about: "a statistics extract",
  default: SHIPPED_EXTRACT_FOLDER,
  defaultWords: "the shipped synthetic one",
} as const;

/** How a command reads Annex I of the report. */
export const READING = {
  value: "NAME",
  about: `how Annex I of the report is read: ${orList(READING_NAMES)}`,
  default: "closest",
  read: parseReading,
} as const;

function parseReading(name: string): ReadingName {
  const reading = READING_NAMES.find((known) => known === name);
  if (reading !== undefined) return reading;
  throw new UsageError(
    `Cannot choose a reading: ${READING_NAMES.join(" or ")} is wanted, got ${name}` +
      didYouMean(name, READING_NAMES),
  );
}
