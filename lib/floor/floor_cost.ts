import { SEX_KEYS } from "@jkp/extract";
import { checkArgument, checkOptions, valueInWords } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { checkFloorBenefit } from "./check_floor_benefit.ts";
import type {
  FloorAmount,
  FloorBenefit,
  FloorReference,
  FloorTarget,
  Indexing,
} from "./floor_benefit.ts";
import type { FiguresByYear, FloorCountry } from "./floor_country.ts";

/** What a benefit costs in a year. */
export interface FloorYear {
  readonly year: number;
  readonly targetPersons: number;
  /** Persons paid: the target group by take-up. */
  readonly recipients: number;
  readonly amountIdrPerMonth: number;
  readonly benefitsIdr: number;
  readonly administrationIdr: number;
  readonly totalIdr: number;
  /** Total over nominal gross domestic product. */
  readonly shareOfGdp: number;
  /** Total over what government spends; `null` where nobody supplied it. */
  readonly shareOfExpenditure: number | null;
}

/** A year that is not costed, and why. */
export interface LeftOutYear {
  readonly year: number;
  /** Figures that are not there: `nominal GDP`, `poverty line`. */
  readonly missing: readonly string[];
}

/** A benefit, what it costs, and the years that were left out. */
export interface FloorCost {
  readonly benefit: FloorBenefit;
  readonly years: readonly FloorYear[];
  readonly leftOut: readonly LeftOutYear[];
  /** Where population and figures are from. */
  readonly inWords: string;
}

/** How {@link floorCost} costs. */
export interface FloorCostOptions {
  /**
   * Years that must be costed.
   * @default all for which the country has population and gross domestic product, and
   * whatever else the benefit needs
   */
  readonly years?: readonly number[];
}

/** A figure, or what is missing for it. */
type Known = number | { readonly missing: string };

/**
 * What a benefit of a social protection floor costs, year by year:
 *
 *     total = target × take-up × months paid × amount a month × (1 + administration)
 *
 * Nothing is carried to a year for which a figure is missing: the year is left out with the
 * reason.
 *
 * @param benefit The benefit: whom, how much, how long, how many, at what administration.
 * @param country Population, active population, economy, and perhaps government.
 * @param options Years.
 * @returns Recipients, benefits, administration and total in rupiah, as a fraction of gross
 * domestic product, and of government's expenditure where it is known.
 * @throws {DataError} If the benefit is none, with everything that is wrong with it.
 * @throws {RangeError} If a year that is asked for, or every year, cannot be costed.
 *
 * @example A pension at the poverty line for everyone of 65 and over, in 2024
 * ```ts
 * import { floorCost } from "@jkp/floor";
 * import { loadFloorCountry, readFloorBenefit } from "@jkp/floor/read";
 * import { assertEquals } from "@std/assert";
 *
 * const pension = await readFloorBenefit("old_age_pension");
 * const { years } = floorCost(pension, await loadFloorCountry());
 * const { recipients, shareOfGdp } = years.at(-1)!;
 * assertEquals((recipients / 1e6).toFixed(1), "20.5");
 * assertEquals((100 * shareOfGdp).toFixed(2), "0.68");
 * ```
 */
export function floorCost(
  benefit: FloorBenefit,
  country: FloorCountry,
  options: FloorCostOptions = {},
): FloorCost {
  const doing = "cost a floor benefit";
  checkArgument(doing, "a benefit, as readFloorBenefit reads it,", benefit);
  checkArgument(doing, "a country, as loadFloorCountry reads it,", country, [
    "population",
    "activePopulation",
    "economy",
    "government",
  ]);
  checkOptions(doing, options, ["years"]);
  checkFloorBenefit(benefit);
  const { years: asked } = options;
  if (asked !== undefined && !isListOfYears(asked)) {
    throw new RangeError(
      `Cannot ${doing}: a list of years is wanted, got ${valueInWords(asked)}`,
    );
  }
  const { population, economy, inWords } = country;
  const tried = asked ?? [
    ...new Set([...Object.keys(population), ...Object.keys(economy.nominalGdpIdr)]),
  ].map(Number).sort((a, b) => a - b);
  const years: FloorYear[] = [];
  const leftOut: LeftOutYear[] = [];
  for (const year of tried) {
    const cost = costIn(year, benefit, country);
    if ("missing" in cost) leftOut.push({ year, missing: cost.missing });
    else years.push(cost);
  }
  if (leftOut.length > 0 && (asked !== undefined || years.length === 0)) {
    const reasons = leftOut.map(({ year, missing }) =>
      `no ${missing.join(", no ")} in ${year}`
    );
    throw new RangeError(
      `Cannot cost ${benefit.name}: figures of each year are wanted, got ` +
        reasons.join("; "),
    );
  }
  return { benefit, years, leftOut, inWords };
}

const isListOfYears = (years: unknown): years is readonly number[] =>
  Array.isArray(years) && years.length > 0 && years.every(Number.isInteger);

function costIn(
  year: number,
  { target, amount, monthsPaid, takeUp, administration }: FloorBenefit,
  country: FloorCountry,
): FloorYear | { readonly missing: readonly string[] } {
  const figures = {
    targetPersons: personsIn(year, target, country),
    amountIdrPerMonth: amountIn(year, amount, country),
    gdp: figure(country.economy.nominalGdpIdr, year, "nominal GDP"),
    expenditure: expenditureIn(year, country),
  };
  const missing = Object.values(figures).flatMap((known) =>
    known !== null && typeof known === "object" ? [known.missing] : []
  );
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  const { targetPersons, amountIdrPerMonth, gdp, expenditure } = figures as
    & Readonly<
      Record<keyof typeof figures, number>
    >
    & { readonly expenditure: number | null };
  const recipients = targetPersons * takeUp;
  const benefitsIdr = recipients * monthsPaid * amountIdrPerMonth;
  const administrationIdr = administration * benefitsIdr;
  const totalIdr = benefitsIdr + administrationIdr;
  return {
    year,
    targetPersons,
    recipients,
    amountIdrPerMonth,
    benefitsIdr,
    administrationIdr,
    totalIdr,
    shareOfGdp: totalIdr / gdp,
    shareOfExpenditure: expenditure === null ? null : totalIdr / expenditure,
  };
}

/** Persons of the target group. */
function personsIn(
  year: number,
  { group, sex, fromAge, toAge }: FloorTarget,
  { population, activePopulation }: FloorCountry,
): Known {
  const { labourForce, employed, unemployed, informalShare } = activePopulation;
  const informal = figure(informalShare, year, "share of informal workers");
  switch (group) {
    case "population": {
      const persons = population[year];
      if (persons === undefined) return { missing: "population" };
      const counted = sex === "both" ? SEX_KEYS : [sex];
      const end = toAge === null ? undefined : toAge + 1;
      return sumSimple(
        counted.flatMap((each) => [...persons[each].slice(fromAge, end)]),
      );
    }
    case "labour_force":
      return figure(labourForce, year, "labour force");
    case "employed":
      return figure(employed, year, "number of employed");
    case "unemployed":
      return figure(unemployed, year, "number of unemployed");
    case "informal_workers":
      return times(figure(employed, year, "number of employed"), informal);
    case "unemployed_from_informal_work":
      return times(figure(unemployed, year, "number of unemployed"), informal);
  }
}

/** Rupiah a month. */
function amountIn(year: number, amount: FloorAmount, country: FloorCountry): Known {
  const { idrPerMonth, of, share, baseYear, indexing } = amount;
  const level = of === null
    ? idrPerMonth!
    : times(share!, referenceIn(baseYear ?? year, of, country));
  return baseYear === null
    ? level
    : times(level, indexBetween(baseYear, year, indexing!, country));
}

function referenceIn(year: number, of: FloorReference, country: FloorCountry): Known {
  const { economy } = country;
  switch (of) {
    case "poverty_line":
      return figure(economy.povertyLineIdrPerMonth, year, "poverty line");
    case "minimum_wage":
      return figure(economy.minimumWageIdrPerMonth, year, "minimum wage");
    case "mean_wage":
      return figure(economy.meanWageIdrPerMonth, year, "mean wage");
    case "gdp_per_head":
      return times(1 / 12, gdpPerHead(year, country));
  }
}

/** How many times the amount of the base year that of a year is. */
function indexBetween(
  baseYear: number,
  year: number,
  indexing: Indexing,
  country: FloorCountry,
): Known {
  const { inflation, meanWageIdrPerMonth } = country.economy;
  switch (indexing) {
    case "none":
      return 1;
    case "prices": { // each January by the inflation of the year before
      const [from, to] = [Math.min(baseYear, year), Math.max(baseYear, year)];
      let rise: Known = 1;
      for (let each = from; each < to; each++) {
        const ofYear = figure(inflation, each, `inflation of ${each}`);
        rise = times(rise, typeof ofYear === "number" ? 1 + ofYear : ofYear);
      }
      return year >= baseYear ? rise : over(1, rise);
    }
    case "wages":
      return over(
        figure(meanWageIdrPerMonth, year, "mean wage"),
        figure(meanWageIdrPerMonth, baseYear, `mean wage of ${baseYear}`),
      );
    case "gdp_per_head":
      return over(gdpPerHead(year, country), gdpPerHead(baseYear, country));
  }
}

/** Rupiah a year and person. */
function gdpPerHead(year: number, { population, economy }: FloorCountry): Known {
  const persons = population[year];
  return over(
    figure(economy.nominalGdpIdr, year, `nominal GDP of ${year}`),
    persons === undefined
      ? { missing: `population of ${year}` }
      : sumSimple(SEX_KEYS.flatMap((sex) => [...persons[sex]])),
  );
}

/** What government spends, if anybody supplied it; `null` if not. */
function expenditureIn(year: number, { government }: FloorCountry): Known | null {
  const given = government.expenditureIdr[year];
  if (given === undefined) return null;
  return given > 0 ? given : { missing: "expenditure of government above 0" };
}

function figure(figures: FiguresByYear, year: number, name: string): Known {
  return figures[year] ?? { missing: name };
}

function times(one: Known, other: Known): Known {
  if (typeof one !== "number") return one;
  return typeof other === "number" ? one * other : other;
}

function over(one: Known, other: Known): Known {
  if (typeof one !== "number") return one;
  return typeof other === "number" ? one / other : other;
}
