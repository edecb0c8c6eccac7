import type { english } from "./english.ts";
import { claim } from "./indonesian/claim.ts";
import { exhibit } from "./indonesian/exhibit.ts";
import { explorer } from "./indonesian/explorer.ts";
import { law } from "./indonesian/law.ts";
import { quantities } from "./indonesian/quantities.ts";

/** All words in Indonesian, by subject. */
export const indonesian: typeof english = {
  ...quantities,
  claim,
  exhibit,
  explorer,
  law,
};
