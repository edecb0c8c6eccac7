import { SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { READING_NAMES } from "@jkp/valuation";

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
  about: "how Annex I of the report is read",
  choices: READING_NAMES,
  defaultWords: "closest on synthetic data, implied_rate on recorded",
} as const;
