import type { Problem } from "@jkp/problem";
import type { Compliance } from "../employer_liability.ts";
import type { ContributionRun, HistoryClaim } from "../history.ts";

/** Where in its file a value of a claim stands, by key path as in a claim's TOML file. */
export type Locate = (place: string) => Pick<Problem, "file" | "place">;

/** One claim as files give it. */
export interface Claim extends HistoryClaim {
  readonly title: string;
  /** Where its values come from; empty if that is not said. */
  readonly source: string;
  /** Contributions on the wages that the employer reported. */
  readonly reported: readonly ContributionRun[];
  /** What the employer did; `null` if it is not asked about. */
  readonly compliance: Compliance | null;
  readonly locate: Locate;
}
