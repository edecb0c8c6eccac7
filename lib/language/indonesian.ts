import type { english } from "./english.ts";
import { exhibit } from "./indonesian/exhibit.ts";
import { explorer } from "./indonesian/explorer.ts";
import { quantities } from "./indonesian/quantities.ts";

/** All words in Indonesian, by subject. */
export const indonesian: typeof english = { ...quantities, exhibit, explorer };
