import { findRoot } from "@jkp/numeric";
import { RANGES } from "./assumptions/ranges.ts";
import { checkNumber } from "./assumptions/value_schemas.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ProjectionYear } from "./cost_by_year.ts";
import { breakEvenRate, type FundTerms, rollForward } from "./fund.ts";
import { valueAssumptions } from "./valuation.ts";

/** How a fund is rolled forward, with the rate that is paid. */
type PaidTerms = FundTerms & { readonly contributionRate: number };

/**
 * The level rate that brings the fund to a target at the end of the first years of a
 * projection: r = (target + Σ X(t)·a(t) − F(0)·A) / Σ E(t)·a(t), with expenses X, insurable
 * earnings E, the opening fund F(0) and returns to the end a(t) and A. Canada sets the rate
 * of its employment insurance so, over seven years, with a target of nothing; that its
 * rate may move by no more than 0.05 a year is left out. Below 0 where the opening fund and
 * its returns pay for everything.
 *
 * @param years The projection.
 * @param count How many of its years; 7 as Canada has it.
 * @param terms Expenses to meet, timing and the opening fund.
 * @param targetIdr The fund wanted at the end of these years, rupiah.
 * @returns The rate, a fraction of insurable earnings.
 * @throws {DataError} If the target is no amount of 0 or more, or a term is not known.
 * @throws {RangeError} If the projection has fewer years.
 * @see Employment Insurance Act (Canada), section 66: the seven-year break-even rate.
 *
 * @example The report's base scenario: 1.05 per cent over seven years, 1.08 over ten
 * ```ts
 * import { levelRateOver, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { years } = valueAssumptions(await reportAssumptions("base"));
 * const terms = { expenseBasis: "benefit_and_administrative", flows: "year_end" } as const;
 * assertAlmostEquals(levelRateOver(years, 7, terms), 0.0105, 0.00005);
 * ```
 */
export function levelRateOver(
  years: readonly ProjectionYear[],
  count: number,
  terms: Omit<FundTerms, "contributionRate">,
  targetIdr = 0,
): number {
  checkCount("set a rate", years, count);
  checkNumber("targetIdr", targetIdr, RANGES.initialCapitalIdr);
  const first = years.slice(0, count);
  const rate = breakEvenRate(first, terms);
  if (targetIdr === 0) return rate;
  const closing = (contributionRate: number) =>
    rollForward(first, { ...terms, contributionRate }).at(-1)!.closingIdr;
  return rate + targetIdr / (closing(1) - closing(0));
}

/**
 * By how much benefits of every year would have to be multiplied for the fund to end each
 * year with nothing, at a rate that is paid: the shock that exhausts it in that year. The
 * closing fund is linear in the multiple.
 *
 * @param years The projection.
 * @param terms The rate, timing and opening fund; expenses are benefits and administration.
 * @returns A multiple for each year; below 1 where the fund is out even without a shock.
 *
 * @example Benefits of JKP would have to be 5.6 times the base to use its fund up in ten years
 * ```ts
 * import { fundTerms, runValuation, shockMultiples } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valued } = runValuation(await readValuation("jkp_2026"));
 * const { years, assumptions } = valued[0]!.valuation;
 * const terms = { ...fundTerms(assumptions), contributionRate: 0.0036 };
 * const { year, multiple } = shockMultiples(years, terms).at(-1)!;
 * assertEquals([year, multiple.toFixed(1)], [2035, "5.6"]);
 * ```
 */
export function shockMultiples(
  years: readonly ProjectionYear[],
  terms: Omit<PaidTerms, "expenseBasis">,
): readonly { readonly year: number; readonly multiple: number }[] {
  const fundAt = (multiple: number) =>
    rollForward(
      years.map((year) => ({ ...year, benefitsIdr: multiple * year.benefitsIdr })),
      { ...terms, expenseBasis: "benefit_and_administrative" },
    );
  const [none, once] = [fundAt(0), fundAt(1)];
  return years.map(({ year }, i) => {
    const without = none[i]!.closingIdr;
    return { year, multiple: without / (without - once[i]!.closingIdr) };
  });
}

/**
 * The least fund at the start with which a rate that is paid lasts, under some scenario, to
 * the end of each of so many years: a reserve sized by that stress.
 *
 * @param years The projection under the stress.
 * @param terms The rate, expenses and timing; an opening fund is left out.
 * @param count Years that it has to last.
 * @returns Rupiah; 0 if contributions alone are enough.
 * @throws {RangeError} If the projection has fewer years.
 *
 * @example On the basis of 2021, 0.36 per cent would want 22.0 trillion to last three years
 * ```ts
 * import { fundTerms, reserveForStress, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valued } = runValuation(await readValuation("jkp_2026"));
 * const { years, assumptions } = valued.at(-1)!.valuation;
 * const terms = { ...fundTerms(assumptions), contributionRate: 0.0036 };
 * assertEquals((reserveForStress(years, terms, 3) / 1e12).toFixed(1), "22.0");
 * ```
 */
export function reserveForStress(
  years: readonly ProjectionYear[],
  terms: PaidTerms,
  count: number,
): number {
  checkCount("size a reserve", years, count);
  let growth = 1;
  return rollForward(years.slice(0, count), { ...terms, openingIdr: 0 })
    .reduce((most, { closingIdr }, i) => {
      growth *= 1 + years[i]!.investmentReturn;
      return Math.max(most, -closingIdr / growth);
    }, 0);
}

/** Refuses more years than are projected, and parts of one. */
function checkCount(
  what: string,
  years: readonly ProjectionYear[],
  count: number,
): void {
  if (Number.isInteger(count) && count >= 1 && count <= years.length) return;
  throw new RangeError(
    `Cannot ${what}: 1 to ${years.length} years are wanted, got ${count}`,
  );
}

/**
 * Months of claims that a fund covers: the fund at the start of a year over a twelfth of
 * the benefits of that year. Administration and contributions to come are left out.
 *
 * @param openingIdr The fund, rupiah.
 * @param year The year.
 * @returns Months; `null` in a year without benefits.
 *
 * @example JKP's fund is worth 259 months of the benefits of 2026
 * ```ts
 * import { monthsOfClaims, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valued } = runValuation(await readValuation("jkp_2026"));
 * const { years, assumptions } = valued[0]!.valuation;
 * const months = monthsOfClaims(assumptions.initialCapitalIdr, years[0]!)!;
 * assertEquals(Math.round(months), 259);
 * ```
 */
export function monthsOfClaims(
  openingIdr: number,
  { benefitsIdr }: Pick<ProjectionYear, "benefitsIdr">,
): number | null {
  return benefitsIdr === 0 ? null : openingIdr / (benefitsIdr / 12);
}

/**
 * The highest involuntary share, the fraction of terminations that are recognised as
 * layoffs, at which a rate meets all expenses on its own, the opening fund left out, and no
 * year ends overdrawn: as {@linkcode affordableBenefitRate} has it without fund and reserve.
 *
 * @param assumptions What the valuation computes from; its involuntary share does not matter.
 * @param contributionRate The rate, a fraction of insurable earnings.
 * @returns The fraction, at most 1; `null` if administration alone costs more.
 * @throws {DataError} If the contribution rate is no fraction, or the assumptions are wrong.
 *
 * @example 0.36 per cent pays for an involuntary share of 26.9 per cent; 8.4 are recognised
 * ```ts
 * import { affordableInvoluntaryShare, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valued } = runValuation(await readValuation("jkp_2026"));
 * const { assumptions } = valued[0]!.valuation;
 * const share = affordableInvoluntaryShare(assumptions, 0.0036)!;
 * assertEquals([(100 * share).toFixed(1), (100 * assumptions.involuntaryShare).toFixed(1)], [
 *   "26.9",
 *   "8.4",
 * ]);
 * ```
 */
export function affordableInvoluntaryShare(
  assumptions: ValuationAssumptions,
  contributionRate: number,
): number | null {
  checkNumber("contributionRate", contributionRate, RANGES.contributionRate);
  const over = (involuntaryShare: number) => {
    const { years } = valueAssumptions({ ...assumptions, involuntaryShare });
    const terms = {
      expenseBasis: "benefit_and_administrative",
      flows: assumptions.choices.fundFlows,
      openingIdr: 0,
    } as const;
    const rates = years.map((_, i) => levelRateOver(years, i + 1, terms));
    return Math.max(...rates) - contributionRate;
  };
  const least = 1e-9;
  if (over(least) > 0) return null;
  if (over(1) <= 0) return 1;
  return findRoot(over, {
    lower: least,
    upper: 1,
    purpose: "the involuntary share that a contribution rate affords",
  }).root;
}
