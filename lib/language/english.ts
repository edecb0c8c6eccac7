import { claim } from "./english/claim.ts";
import { exhibit } from "./english/exhibit.ts";
import { explorer } from "./english/explorer.ts";
import { law } from "./english/law.ts";
import { quantities } from "./english/quantities.ts";

/** All words in English, by subject. */
export const english = { ...quantities, claim, exhibit, explorer, law };
