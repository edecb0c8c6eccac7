import { PROBLEM_WORDS } from "@jkp/problem";
import { check } from "./english/check.ts";
import { claim } from "./english/claim.ts";
import { draft } from "./english/draft.ts";
import { exhibit } from "./english/exhibit.ts";
import { explorer } from "./english/explorer.ts";
import { law } from "./english/law.ts";
import { mapping } from "./english/mapping.ts";
import { quantities } from "./english/quantities.ts";
import { shape } from "./english/shape.ts";
import { valuation } from "./english/valuation.ts";

/** All words in English, by subject. */
export const english = {
  ...quantities,
  check,
  claim,
  draft,
  exhibit,
  explorer,
  law,
  mapping,
  /** What is said around the problems of an error. */
  problem: PROBLEM_WORDS,
  shape,
  valuation,
};
