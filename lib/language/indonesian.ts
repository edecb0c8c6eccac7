import type { english } from "./english.ts";
import { check } from "./indonesian/check.ts";
import { claim } from "./indonesian/claim.ts";
import { exhibit } from "./indonesian/exhibit.ts";
import { explorer } from "./indonesian/explorer.ts";
import { law } from "./indonesian/law.ts";
import { quantities } from "./indonesian/quantities.ts";
import { shape } from "./indonesian/shape.ts";

/** All words in Indonesian, by subject. */
export const indonesian: typeof english = {
  ...quantities,
  check,
  claim,
  exhibit,
  explorer,
  law,
  shape,
};
