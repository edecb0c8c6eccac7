import type { english } from "./english.ts";
import { check } from "./indonesian/check.ts";
import { claim } from "./indonesian/claim.ts";
import { draft } from "./indonesian/draft.ts";
import { exhibit } from "./indonesian/exhibit.ts";
import { explorer } from "./indonesian/explorer.ts";
import { law } from "./indonesian/law.ts";
import { mapping } from "./indonesian/mapping.ts";
import { problem } from "./indonesian/problem.ts";
import { quantities } from "./indonesian/quantities.ts";
import { shape } from "./indonesian/shape.ts";
import { valuation } from "./indonesian/valuation.ts";

/** All words in Indonesian, by subject. */
export const indonesian: typeof english = {
  ...quantities,
  check,
  claim,
  draft,
  exhibit,
  explorer,
  law,
  mapping,
  problem,
  shape,
  valuation,
};
