import type { english } from "./english.ts";
import { check } from "./indonesian/check.ts";
import { claim } from "./indonesian/claim.ts";
import { completeness } from "./indonesian/completeness.ts";
import { draft } from "./indonesian/draft.ts";
import { exhibit } from "./indonesian/exhibit.ts";
import { extract } from "./indonesian/extract.ts";
import { explorer } from "./indonesian/explorer.ts";
import { files } from "./indonesian/files.ts";
import { jkp } from "./indonesian/jkp.ts";
import { law } from "./indonesian/law.ts";
import { mapping } from "./indonesian/mapping.ts";
import { problem } from "./indonesian/problem.ts";
import { quantities } from "./indonesian/quantities.ts";
import { shape } from "./indonesian/shape.ts";
import { usage } from "./indonesian/usage.ts";
import { valuation } from "./indonesian/valuation.ts";

/** All words in Indonesian, by subject. */
export const indonesian: typeof english = {
  language: "id",
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
  problem,
  shape,
  usage,
  valuation,
};
