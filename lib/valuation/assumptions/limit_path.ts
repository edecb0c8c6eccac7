import { capitalized, keyInWords } from "@jkp/exhibit";
import {
  levelsFromGrowth,
  pathAfter,
  valueInYear,
  type YearlyPath,
  yearOf,
} from "@jkp/month";
import { ceilingPath, type Limit, type Rules } from "@jkp/scheme";
import type { ChoicesInForce } from "../choices.ts";
import type { NamedAmount, RulesData } from "./rules_data.ts";
import { meanWageIn, type WageInputs, type WageYears, wageYears } from "./wage_years.ts";

/** A limit by year, `null` for none, and why it could not be valued. */
export interface ValuedLimit {
  readonly idr: YearlyPath | null;
  /** Figures that it was put into rupiah with, in words. */
  readonly basis: readonly string[];
  readonly notValued: string | null;
}

/** What money is put into rupiah with. */
export interface MoneyInputs extends WageInputs {
  readonly data?: Pick<RulesData, "averageWages" | "amounts">;
}

/** What limits are turned into rupiah by year with. */
export interface LimitContext extends MoneyInputs {
  readonly rules: Pick<Rules, "currency">;
  readonly choices: ChoicesInForce;
  readonly wages: WageYears;
}

/** No limit. */
export const NO_LIMIT: ValuedLimit = { idr: null, basis: [], notValued: null };

/** A limit in rupiah a month, moved by its index from the year that its amount is of. */
export function limitPath(
  limit: Limit,
  { from }: { readonly from: number },
  what: string,
  context: LimitContext,
): ValuedLimit {
  const { rules: { currency }, data = {}, wages: { firstYear, years } } = context;
  const { amountPerMonth, multiple, of } = limit;
  if (multiple !== null) {
    const named = namedAmount(limit, context);
    const name = keyInWords(of ?? "unknown");
    if (named === undefined) {
      return missing(what, `${multiple} times the ${name}, which is not in the data`);
    }
    const amount = amountText(named.perMonth, currency);
    const taken = `${capitalized(name)}: ${amount} a month in ` +
      `${named.year} (${named.source})`;
    return valued(multiple * named.perMonth, named.year, [taken]);
  }
  if (amountPerMonth === null) return NO_LIMIT;
  const lastYear = firstYear + years.length - 1;
  return valued(amountPerMonth, Math.min(lastYear, yearOf(from)), []);

  function valued(amount: number, year: number, basis: string[]): ValuedLimit {
    // Wages of both countries are those of the year that the ones abroad are known for.
    const wageYear = data.averageWages?.[currency]?.year ?? year;
    const idr = inRupiah(amount, wageYear, context);
    return idr === undefined
      ? missing(
        what,
        `${amountText(amount, currency)}, with no average wage in ${currency} to ` +
          "compare it with",
      )
      : {
        idr: moved(idr, year, limit, context),
        basis: [...basis, ...averageWageBasis(context)],
        notValued: null,
      };
  }
}

/** The amount that a limit is a multiple of, if the data have it. */
export function namedAmount(
  { of }: Limit,
  { rules: { currency }, data: { amounts = [] } = {} }: Pick<
    LimitContext,
    "rules" | "data"
  >,
): NamedAmount | undefined {
  return amounts.find((each) => each.name === of && each.currency === currency);
}

/** Whether amounts of a scheme can be put in rupiah. */
export function isMoneyKnown(
  { currency }: Pick<Rules, "currency">,
  { averageWages }: Pick<RulesData, "averageWages">,
): boolean {
  return currency === "IDR" || averageWages?.[currency] !== undefined;
}

/**
 * An amount of a scheme in rupiah. An amount abroad keeps its multiple of the average
 * wage there, here of the mean wage of members in `year`, or in the year of the
 * experience's earnings if that is later.
 */
export function inRupiah(
  amount: number,
  year: number,
  { rules, ...inputs }: MoneyInputs & Pick<LimitContext, "rules">,
): number | undefined {
  if (rules.currency === "IDR") return amount;
  const average = inputs.data?.averageWages?.[rules.currency];
  return average === undefined
    ? undefined
    : amount / average.perMonth * meanWageIn(wageYears(inputs, year, 1), year, "members");
}

/** Which average wage a scheme's amounts are compared with, in words; none for rupiah. */
export function averageWageBasis(
  { rules: { currency }, data }: Pick<LimitContext, "rules" | "data">,
): string[] {
  const average = currency === "IDR" ? undefined : data?.averageWages?.[currency];
  return average === undefined ? [] : [
    `Amounts in ${currency}: the same multiple of members' mean wage as there of the ` +
    `average wage, ${amountText(average.perMonth, currency)} a month in ` +
    `${average.year} (${average.source})`,
  ];
}

/** An amount of a year in all years, by the limit's index. */
function moved(
  amount: number,
  year: number,
  limit: Limit,
  { scenario, choices, wages: { firstYear, years } }: LimitContext,
): YearlyPath {
  const { inflation, realGdpGrowth } = scenario;
  const lastYear = firstYear + years.length - 1;
  const index = limit.index === "gdp" ? choices.ceilingIndex : limit.index ?? "none";
  if (index === "real_gdp_lagged") {
    // An amount of a year before the scenario's stands unmoved until it begins.
    const known = Math.max(year, realGdpGrowth.firstYear);
    const first = Math.min(known, Math.max(firstYear, realGdpGrowth.firstYear));
    const path = ceilingPath(amount, known, index, scenario, first);
    return {
      firstYear,
      values: years.map((_, i) => valueInYear(path, Math.max(first, firstYear + i))),
    };
  }
  const start = Math.min(firstYear, Math.max(year, inflation.firstYear - 1));
  const levels = {
    none: () => ({ firstYear: start, values: Array(lastYear - start + 1).fill(1) }),
    prices: () => levelsFromGrowth(1, pathAfter(inflation, start)),
    real_gdp: () => ceilingPath(1, start, "real_gdp", scenario),
    nominal_gdp: () => ceilingPath(1, start, "nominal_gdp", scenario),
    wages: () => ceilingPath(1, start, "wages", scenario),
    // Minimum wages are taken to follow wages.
    minimum_wage: () => ceilingPath(1, start, "wages", scenario),
  }[index]();
  // An amount of a year before the scenario's stands unmoved until it begins.
  const base = valueInYear(levels, Math.max(start, year));
  return {
    firstYear,
    values: years.map((_, i) => amount * valueInYear(levels, firstYear + i) / base),
  };
}

function amountText(amount: number, currency: string): string {
  return `${amount.toLocaleString("en", { maximumFractionDigits: 0 })} ${currency}`;
}

function missing(what: string, why: string): ValuedLimit {
  return { idr: null, basis: [], notValued: `${what}: ${why}` };
}
