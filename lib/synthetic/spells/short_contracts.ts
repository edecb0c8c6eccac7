/*
 * Broken careers: short contracts of one member with breaks between them, the people of
 * whom ILO (2023), section 2.4, says that a rule of months in a row leaves them out.
 *
 * How many breaks there are is not ours: they are the returns that the extract has
 * anyhow, by the curve of inactivity printed in ILO (2021), section 1.2.3. Whose they
 * are, nobody has printed: the shares here are invented. So is, therefore, the fraction
 * of leavers whom a rule of months in a row leaves out.
 */

/**
 * Months of contribution in a short contract, at least and at most: all as likely. The
 * first of several may be shorter.
 * @see ILO (2023), section 2.4: contracts shorter than six months; one example has five.
 */
export const [SHORTEST_CONTRACT, LONGEST_CONTRACT] = [3, 5] as const;

/**
 * Months without contribution between two short contracts, at most. One is the least, as
 * it was in law: a fixed term could be renewed 30 days after the last had expired.
 * @see ILO (2023), footnote 16, on Law 13/2003.
 */
export const LONGEST_BREAK = 3;

/**
 * Fraction of returns after so short a time that are to another short contract. This
 * fraction and the next two hold as long as a month has such exits: in the register 0.74, 0.73
 * and 0.20 come out.
 */
export const RETURNS_TO_SHORT_CONTRACTS = 0.8;

/** Fraction of short contracts after the first that another one follows. */
export const CONTRACTS_CONTINUED = 0.8;

/** Fraction of short contracts after the first that end with a claim. */
export const CONTRACTS_TO_CLAIM = 0.4;

/** Fraction of the open short contracts that end after so many months. */
export function contractEnding(months: number): number {
  return months < SHORTEST_CONTRACT ? 0 : 1 / Math.max(1, LONGEST_CONTRACT + 1 - months);
}

/** Whether spell and break, in months, are those of a short contract that another follows. */
export function isShortContract(months: number, breakMonths: number): boolean {
  return months <= LONGEST_CONTRACT && breakMonths <= LONGEST_BREAK;
}
