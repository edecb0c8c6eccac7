import { PROBLEM_WORDS } from "@jkp/problem";
import { check } from "./english/check.ts";
import { claim } from "./english/claim.ts";
import { completeness } from "./english/completeness.ts";
import { draft } from "./english/draft.ts";
import { exhibit } from "./english/exhibit.ts";
import { extract } from "./english/extract.ts";
import { explorer } from "./english/explorer.ts";
import { files } from "./english/files.ts";
import { jkp } from "./english/jkp.ts";
import { law } from "./english/law.ts";
import { mapping } from "./english/mapping.ts";
import { quantities } from "./english/quantities.ts";
import { shape } from "./english/shape.ts";
import { usage } from "./english/usage.ts";
import { valuation } from "./english/valuation.ts";
import type { Language } from "./language.ts";

/** All words in English, by subject. */
export const english = {
  /** Whose words these are. */
  language: "en" as Language,
  ...quantities,
  check,
  claim,
  completeness,
  draft,
  exhibit,
  explorer,
  extract,
  files,
  jkp,
  law,
  mapping,
  /** What is said around the problems of an error. */
  problem: PROBLEM_WORDS,
  shape,
  usage,
  valuation,
};
