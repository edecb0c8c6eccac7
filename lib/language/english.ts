import { exhibit } from "./english/exhibit.ts";
import { explorer } from "./english/explorer.ts";
import { quantities } from "./english/quantities.ts";

/** All words in English, by subject. */
export const english = { ...quantities, exhibit, explorer };
