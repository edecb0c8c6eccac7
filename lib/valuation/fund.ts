import { checkArgument, checkOptions, valueInWords } from "@jkp/problem";
import type { Root } from "@jkp/numeric";
import { checkChoice, checkNumber } from "./assumptions/value_schemas.ts";
import { RANGES } from "./assumptions/ranges.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ModelChoices } from "./choices.ts";
import { leastRate } from "./least_rate.ts";
import type { ProjectionYear } from "./cost_by_year.ts";

const EXPENSE_BASES = ["benefit_only", "benefit_and_administrative"] as const;

/** Which expenses a contribution rate has to meet. */
export type ExpenseBasis = typeof EXPENSE_BASES[number];

/** What the fund is rolled forward with. */
export interface FundTerms {
  /** Contributions as a fraction of insurable earnings: of all years, or of each. */
  readonly contributionRate: number | readonly number[];
  readonly expenseBasis: ExpenseBasis;
  /** When in the year contributions and expenses fall. */
  readonly flows: ModelChoices["fundFlows"];
  /**
   * The fund before the first year, rupiah.
   * @default 0
   */
  readonly openingIdr?: number;
}

/** The fund over a financial year, in rupiah. */
export interface FundYear {
  readonly year: number;
  readonly openingIdr: number;
  readonly contributionsIdr: number;
  readonly expensesIdr: number;
  readonly investmentIncomeIdr: number;
  readonly closingIdr: number;
  /** Closing fund over the year's expenses; `null` in a year without expenses. */
  readonly reserveRatio: number | null;
}

/** Part of a year over which the flows of the year earn a return, by when they fall. */
export const YEARS_INVESTED = {
  year_end: 0,
  mid_year: 0.5,
  year_start: 1,
} as const satisfies Readonly<Record<ModelChoices["fundFlows"], number>>;

/**
 * The terms on which a valuation's fund is rolled forward, but for the rate.
 *
 * @param assumptions The valuation's assumptions.
 * @param expenseBasis Expenses to meet.
 * @returns Timing as chosen, and the scheme's initial capital.
 * @throws {DataError} If the timing, the capital or the expenses are none that there are.
 *
 * @example The report's fund begins with nothing, and its flows fall at the year's end
 * ```ts
 * import { fundTerms } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { openingIdr, flows } = fundTerms(await reportAssumptions("base"));
 * assertEquals([openingIdr, flows], [0, "year_end"]);
 * ```
 */
export function fundTerms(
  assumptions: Pick<ValuationAssumptions, "choices" | "initialCapitalIdr">,
  expenseBasis: ExpenseBasis = "benefit_and_administrative",
): Omit<FundTerms, "contributionRate"> {
  checkArgument("take the terms of a fund", "a record of assumptions", assumptions, [
    "choices",
    "initialCapitalIdr",
  ]);
  const { choices, initialCapitalIdr: openingIdr } = assumptions;
  const terms = { expenseBasis, flows: choices.fundFlows, openingIdr };
  checkTerms(terms);
  return terms;
}

/**
 * Rolls the fund forward.
 *
 * @param years The projection.
 * @param terms Contribution rate, expenses to meet and timing.
 * @returns One row a year.
 * @throws {DataError} If the rate is no fraction, or another term is not known.
 * @throws {RangeError} If rates by year are not as many as the years.
 * @see ILO (2021), sections 3.2.5 and 3.2.6.
 *
 * @example The base scenario at one per cent: overdrawn in 2024, as Table 3.7 says
 * ```ts
 * import { exhaustionYear, rollForward, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { years } = valueAssumptions(await reportAssumptions("base"));
 * const fund = rollForward(years, {
 *   contributionRate: 0.01,
 *   expenseBasis: "benefit_and_administrative",
 *   flows: "year_end",
 * });
 * assertEquals(exhaustionYear(fund), 2024);
 * ```
 */
export function rollForward(
  years: readonly ProjectionYear[],
  terms: FundTerms,
): FundYear[] {
  checkYears(years);
  checkTerms(terms);
  const rates = [terms.contributionRate].flat();
  for (const rate of rates) {
    checkNumber("contributionRate", rate, RANGES.contributionRate);
  }
  if (typeof terms.contributionRate !== "number" && rates.length !== years.length) {
    throw new RangeError(
      `Cannot roll the fund forward: a contribution rate for each of ${years.length} ` +
        `years is wanted, got ${rates.length}`,
    );
  }
  return roll(years, terms);
}

/** Rolls a fund forward on terms that are checked. */
function roll(years: readonly ProjectionYear[], terms: FundTerms): FundYear[] {
  let { openingIdr = 0 } = terms;
  const { contributionRate } = terms;
  return years.map((year, i) => {
    const rate = typeof contributionRate === "number"
      ? contributionRate
      : contributionRate[i]!;
    const contributionsIdr = rate * year.insurableEarningsIdr;
    const expensesIdr = expensesOf(year, terms.expenseBasis);
    const flowIdr = contributionsIdr - expensesIdr;
    const growth = 1 + year.investmentReturn;
    const investmentIncomeIdr = openingIdr * (growth - 1) +
      flowIdr * (growth ** YEARS_INVESTED[terms.flows] - 1);
    const closingIdr = openingIdr + flowIdr + investmentIncomeIdr;
    const row: FundYear = {
      year: year.year,
      openingIdr,
      contributionsIdr,
      expensesIdr,
      investmentIncomeIdr,
      closingIdr,
      reserveRatio: expensesIdr === 0 ? null : closingIdr / expensesIdr,
    };
    openingIdr = closingIdr;
    return row;
  });
}

/**
 * The level contribution rate that ends with a reserve and never runs the fund down.
 *
 * @param years The projection.
 * @param reserveMultiple Reserve wanted at the end, in years of the last year's expenses:
 * 2 for the suggested rate, 0 for the minimum rate.
 * @param terms Expenses to meet and timing.
 * @returns The rate as a fraction, with the residual of the fund's condition as a
 * fraction of the last year's insurable earnings; 0 if the opening fund is enough.
 * @throws {NoSignChangeError} If no rate from 0 to 1 will do.
 * @throws {DataError} If the multiple is below 0, or a term is not known.
 * @see ILO (2021), section 3.2.6; Table 3.3, notes 1 and 2.
 *
 * @example Base scenario, benefits only: 1.04 per cent suggested, 0.83 at least
 * ```ts
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions, solveContributionRate } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const { years } = valueAssumptions(await reportAssumptions("base"));
 * const terms = { expenseBasis: "benefit_only", flows: "year_end" } as const;
 * const rates = [2, 0].map((reserveMultiple) =>
 *   (100 * solveContributionRate(years, reserveMultiple, terms).root).toFixed(2)
 * );
 * assertEquals(rates, ["1.04", "0.83"]); // Table 3.7
 * ```
 */
export function solveContributionRate(
  years: readonly ProjectionYear[],
  reserveMultiple: number,
  terms: Omit<FundTerms, "contributionRate">,
): Root {
  checkYears(years);
  checkTerms(terms);
  checkNumber("reserveMultiple", reserveMultiple, RANGES.reserveMultiple);
  const lastYear = years.at(-1)!;
  const target = reserveMultiple * expensesOf(lastYear, terms.expenseBasis);
  const shortfall = (contributionRate: number) => {
    const closing = roll(years, { ...terms, contributionRate })
      .map((year) => year.closingIdr);
    const overTarget = closing.at(-1)! - target;
    return Math.min(overTarget, ...closing) / lastYear.insurableEarningsIdr;
  };
  return leastRate(
    shortfall,
    `the contribution rate for a reserve of ${reserveMultiple} years' expenses`,
  );
}

/**
 * The lowest level contribution rate that keeps the reserve, at the end of every year with
 * benefits, at or above a multiple of that year's expenses.
 *
 * The suggested rate asks this of the last year only.
 *
 * @param years The projection.
 * @param reserveMultiple Years of expenses.
 * @param terms Expenses to meet and timing.
 * @returns The rate as a fraction, with the residual as a fraction of insurable earnings;
 * 0 if the opening fund is enough.
 * @throws {NoSignChangeError} If no rate from 0 to 1 will do.
 * @throws {DataError} If the multiple is below 0, or a term is not known.
 *
 * @example A reserve of two years' expenses in every year: 2.28 per cent, not 1.35
 * ```ts
 * import { rateKeepingReserve, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { years } = valueAssumptions(await reportAssumptions("base"));
 * const terms = { expenseBasis: "benefit_and_administrative", flows: "year_end" } as const;
 * assertAlmostEquals(rateKeepingReserve(years, 2, terms).root, 0.0228, 0.00005);
 * ```
 */
export function rateKeepingReserve(
  years: readonly ProjectionYear[],
  reserveMultiple: number,
  terms: Omit<FundTerms, "contributionRate">,
): Root {
  checkYears(years);
  checkTerms(terms);
  checkNumber("reserveMultiple", reserveMultiple, RANGES.reserveMultiple);
  const shortfall = (contributionRate: number) =>
    Math.min(
      ...roll(years, { ...terms, contributionRate }).flatMap((fund, i) => {
        const year = years[i]!;
        if (year.benefitsIdr === 0) return [];
        const wanted = reserveMultiple * fund.expensesIdr;
        return [(fund.closingIdr - wanted) / year.insurableEarningsIdr];
      }),
    );
  return leastRate(
    shortfall,
    `the contribution rate that keeps a reserve of ${reserveMultiple} years`,
  );
}

/**
 * The level contribution rate with which the fund ends with nothing, whatever it is on the
 * way: what contributions of all years and the opening fund bring, with returns, is what
 * expenses take.
 *
 * It has no floor: where the opening fund and its returns pay for everything, it is below
 * nothing, which says how much of each year's earnings could be given back. The minimum
 * rate is never below nothing, and never lets the fund be overdrawn in a year between.
 *
 * @param years The projection.
 * @param terms Expenses to meet, timing, and the opening fund; without one, contributions
 * alone are held against expenses.
 * @returns The rate, a fraction of insurable earnings.
 * @throws {DataError} If a term is not known.
 *
 * @example The report's base scenario, which has no opening fund: its minimum rate
 * ```ts
 * import { breakEvenRate, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { years } = valueAssumptions(await reportAssumptions("base"));
 * const terms = { expenseBasis: "benefit_and_administrative", flows: "year_end" } as const;
 * assertAlmostEquals(breakEvenRate(years, terms), 0.0108, 0.00005);
 * const openingIdr = 1e15; // more than all expenses
 * assertEquals(breakEvenRate(years, { ...terms, openingIdr }) < 0, true);
 * ```
 */
export function breakEvenRate(
  years: readonly ProjectionYear[],
  terms: Omit<FundTerms, "contributionRate">,
): number {
  checkYears(years);
  checkTerms(terms);
  const closing = (contributionRate: number) =>
    roll(years, { ...terms, contributionRate }).at(-1)!.closingIdr;
  const without = closing(0); // the closing fund is linear in the rate
  return without / (without - closing(1));
}

/**
 * The first year that ends with an overdrawn fund.
 *
 * @param fund The fund, year by year.
 * @returns The year, or `null` if there is none: the report's "n.a.".
 * @throws {RangeError} If it is no fund, or one without years.
 * @see ILO (2021), Table 3.3. Its note 3 speaks of the first year with contributions
 * below expenses, but the printed years are those in which the fund runs out.
 *
 * @example One per cent under each scenario, as in Table 3.7
 * ```ts
 * import { exhaustionYear, rollForward, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const yearOf = async (scenario: string) =>
 *   exhaustionYear(rollForward(valueAssumptions(await reportAssumptions(scenario)).years, {
 *     contributionRate: 0.01,
 *     expenseBasis: "benefit_and_administrative",
 *     flows: "year_end",
 *   }));
 * assertEquals(await yearOf("pessimistic"), 2022);
 * assertEquals(await yearOf("base"), 2024);
 * assertEquals(await yearOf("optimistic"), null);
 * ```
 */
export function exhaustionYear(fund: readonly FundYear[]): number | null {
  if (!Array.isArray(fund) || fund.length === 0) {
    throw new RangeError(
      "Cannot find the year of exhaustion: a fund, as rollForward gives it, is wanted, " +
        `got ${valueInWords(fund)}`,
    );
  }
  for (const year of fund) {
    checkArgument("find the year of exhaustion", "a year of rollForward", year, [
      "closingIdr",
    ]);
  }
  return fund.find((year) => year.closingIdr < 0)?.year ?? null;
}

/** Refuses a timing or expenses that there are not: each would count as another. */
function checkTerms(terms: Omit<FundTerms, "contributionRate">): void {
  checkOptions("roll a fund forward", terms, TERMS);
  const { flows, expenseBasis, openingIdr = 0 } = terms;
  checkChoice("flows", flows, Object.keys(YEARS_INVESTED));
  checkChoice("expenseBasis", expenseBasis, EXPENSE_BASES);
  checkNumber("openingIdr", openingIdr, RANGES.initialCapitalIdr);
}

function expensesOf(year: ProjectionYear, basis: ExpenseBasis): number {
  return basis === "benefit_only"
    ? year.benefitsIdr
    : year.benefitsIdr + year.administrationIdr;
}

const TERMS = [
  "contributionRate",
  "expenseBasis",
  "flows",
  "openingIdr",
] as const satisfies readonly (keyof FundTerms)[];

/** What a fund takes of each year. */
const YEAR_KEYS = [
  "year",
  "insurableEarningsIdr",
  "benefitsIdr",
  "administrationIdr",
  "investmentReturn",
] as const satisfies readonly (keyof ProjectionYear)[];

/** Refuses what are no years of a projection: a missing sum would make all NaN. */
function checkYears(years: readonly ProjectionYear[]): void {
  const doing = "roll a fund forward";
  if (!Array.isArray(years) || years.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: the years of a valuation, as valueAssumptions gives them, are ` +
        `wanted, got ${valueInWords(years)}`,
    );
  }
  for (const year of years) {
    checkArgument(doing, "a year of a projection", year, YEAR_KEYS);
    for (const key of YEAR_KEYS) {
      if (Number.isFinite(year[key])) continue;
      throw new RangeError(
        `Cannot ${doing}: a number is wanted as ${key} of ${year.year}, got ` +
          valueInWords(year[key]),
      );
    }
  }
}
