import { inSentence } from "../in_sentence.ts";

/** Titles of the project's scenarios in a sentence. */
const SCENARIOS: Readonly<Record<string, string>> = {
  "Base": "dasar",
  "Pessimistic": "pesimistis",
  "Optimistic": "optimistis",
  "Early 2025": "awal 2025",
  "ILO basis": "basis ILO",
};

/** A scenario in a sentence; of one's own as it is titled. */
export function scenarioInSentence(title: string): string {
  return SCENARIOS[title] ?? inSentence(title);
}
