import { levelsFromGrowth, valueInYear, type YearlyPath, yearOf } from "@jkp/month";
import { ceilingPath, type Limit, type Rules } from "@jkp/scheme";
import type { ValuationAssumptions } from "../assumptions.ts";
import type { SchemeData } from "./scheme_data.ts";
import { totalEarningsIn, type WageYears } from "./wage_years.ts";

/** A limit by year, `null` for none, and why it could not be valued. */
export interface ValuedLimit {
  readonly idr: YearlyPath | null;
  readonly notValued: string | null;
}

/** What limits are turned into rupiah with. */
export interface LimitContext {
  readonly rules: Pick<Rules, "currency">;
  readonly choices: ValuationAssumptions["choices"];
  readonly data: SchemeData;
  readonly wages: WageYears;
}

const NONE: ValuedLimit = { idr: null, notValued: null };

/** A limit in rupiah a month, moved by its index from the year its section holds from. */
export function limitPath(
  limit: Limit,
  { from }: { readonly from: number },
  what: string,
  context: LimitContext,
): ValuedLimit {
  const { wages, data } = context;
  const { amountPerMonth, multiple, of } = limit;
  const { firstYear, years } = wages;
  const lastYear = firstYear + years.length - 1;
  if (multiple !== null) {
    const amount = data.amountsIdr?.[of ?? ""];
    if (amount === undefined) {
      const name = (of ?? "unknown").replaceAll("_", " ");
      return missing(what, `${multiple} times the ${name}, which is not in the data`);
    }
    // Known for the first year, whatever month the section holds from.
    return { idr: moved(multiple * amount, firstYear, limit, context), notValued: null };
  }
  if (amountPerMonth === null) return NONE;
  const year = Math.min(lastYear, Math.max(firstYear, yearOf(from)));
  const amount = inRupiah(amountPerMonth, year, context);
  if (amount === undefined) {
    const { currency } = context.rules;
    return missing(
      what,
      `${amountPerMonth.toLocaleString("en")} ${currency}, with no average wage in ` +
        `${currency} to compare it with`,
    );
  }
  return { idr: moved(amount, year, limit, context), notValued: null };
}

/** Whether amounts of a scheme can be put in rupiah. */
export function isMoneyKnown(
  { currency }: Pick<Rules, "currency">,
  { averageWages }: Pick<SchemeData, "averageWages">,
): boolean {
  return currency === "IDR" || averageWages?.[currency] !== undefined;
}

/** An amount of a scheme in rupiah; abroad at the same multiple of the average wage. */
export function inRupiah(
  amount: number,
  year: number,
  { rules, data, wages }: LimitContext,
): number | undefined {
  if (rules.currency === "IDR") return amount;
  const average = data.averageWages?.[rules.currency];
  return average === undefined
    ? undefined
    : amount / average * totalEarningsIn(wages, year).members;
}

/** An amount of a year in all years, by the limit's index. */
function moved(
  amount: number,
  year: number,
  { index }: Limit,
  { data: { scenario }, choices, wages: { firstYear, years } }: LimitContext,
): YearlyPath {
  const levels = {
    none: () => still(),
    prices: () => fromGrowth(),
    gdp: () => ceilingPath(1, firstYear, choices.ceilingIndex, scenario),
    wages: () => ceilingPath(1, firstYear, "wages", scenario),
    // Minimum wages are taken to follow wages.
    minimum_wage: () => ceilingPath(1, firstYear, "wages", scenario),
  }[index ?? "none"]();
  const base = valueInYear(levels, year);
  return {
    firstYear,
    values: years.map((_, i) => amount * valueInYear(levels, firstYear + i) / base),
  };

  function still(): YearlyPath {
    return { firstYear, values: years.map(() => 1) };
  }
  function fromGrowth(): YearlyPath {
    const { inflation } = scenario;
    const values = inflation.values.slice(firstYear + 1 - inflation.firstYear);
    return levelsFromGrowth(1, { firstYear: firstYear + 1, values });
  }
}

function missing(what: string, why: string): ValuedLimit {
  return { idr: null, notValued: `${what}: ${why}` };
}
