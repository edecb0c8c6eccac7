import { SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { READING_NAMES } from "@jkp/valuation";

/** JKP's law with its reform of 2025: whose experience public facts are. */
export const JKP_DESIGN = "jkp_2025";

/** Which statistics a command reads. */
export const EXTRACT = {
  value: "DIR",
  about: "a statistics extract",
  default: SHIPPED_EXTRACT_FOLDER,
  defaultWords: "the shipped synthetic one",
} as const;

/** Which extract a command reads in place of its valuation's. */
export const OTHER_EXTRACT = {
  value: "DIR",
  about: "an extract, statistics or single members",
  defaultWords: "the valuation's",
} as const;

/** How a command reads Annex I of the report. */
export const READING = {
  value: "NAME",
  about: "how Annex I of the report is read",
  choices: READING_NAMES,
  defaultWords: "closest on synthetic data, implied_rate on recorded",
} as const;
