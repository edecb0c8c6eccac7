import {
  type ExpenseBasis,
  fundTerms,
  rollForward,
  solveContributionRate,
  type Valuation,
} from "@jkp/valuation";

/** Level contribution rates of some cash flow, as fractions of insurable earnings. */
export interface LevelRates {
  /** Ends with nothing; the fund is never overdrawn at the end of a year. */
  readonly minimum: number;
  /** Ends with nothing, whatever the fund is before. */
  readonly minimumAtEnd: number;
  /** Ends with the reserve; never overdrawn. */
  readonly suggested: number;
}

/** Names of the level rates, in the order of columns. */
export const LEVEL_RATES = ["minimumAtEnd", "minimum", "suggested"] as const;

/**
 * The level contribution rates of a valuation's years. The fund is a straight line in the
 * rate, so that two rates give the one that ends with nothing.
 */
export function levelRates(
  { years, assumptions }: Pick<Valuation, "years" | "assumptions">,
  expenseBasis: ExpenseBasis,
): LevelRates {
  const terms = fundTerms(assumptions, expenseBasis);
  const { terms: { reserveMultiple } } = assumptions;
  const closing = (contributionRate: number) =>
    rollForward(years, { ...terms, contributionRate }).at(-1)!.closingIdr;
  const [atNothing, atAll] = [closing(0), closing(1)];
  return {
    minimum: solveContributionRate(years, 0, terms).root,
    minimumAtEnd: -atNothing / (atAll - atNothing),
    suggested: solveContributionRate(years, reserveMultiple, terms).root,
  };
}
