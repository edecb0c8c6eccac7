import type { BySex } from "@jkp/extract";
import type { OpenStatistics } from "@jkp/open";
import {
  GROUP_YEARS,
  personsBySingleAge,
  type PopulationProjection,
} from "@jkp/population";
import { meanSimple } from "simple-statistics";

/** Figures by calendar year; a year that is not there is not known. */
export type FiguresByYear = Readonly<Record<number, number>>;

/**
 * What a rapid costing knows of a country, in the four blocks of the ILO's Rapid Assessment
 * Protocol: population, economically active population, economy, government. Plain values:
 * to add a year or a figure, copy.
 */
export interface FloorCountry {
  /** Persons in the middle of a year by sex and single age: 0 to 94, then 95 and over. */
  readonly population: Readonly<Record<number, BySex<readonly number[]>>>;
  /** Persons of 15 and over in August, and the share of informal work as a fraction. */
  readonly activePopulation: {
    readonly labourForce: FiguresByYear;
    readonly employed: FiguresByYear;
    readonly unemployed: FiguresByYear;
    readonly informalShare: FiguresByYear;
  };
  readonly economy: {
    readonly nominalGdpIdr: FiguresByYear;
    /** Prices of December over those of the December before, less 1. */
    readonly inflation: FiguresByYear;
    /** Mean wage of employees in August. */
    readonly meanWageIdrPerMonth: FiguresByYear;
    /** Mean of the provincial minimum wages, each province counted once. */
    readonly minimumWageIdrPerMonth: FiguresByYear;
    /** The national poverty line of March, a person and month. */
    readonly povertyLineIdrPerMonth: FiguresByYear;
  };
  /** Nothing unless a reader supplies it. */
  readonly government: { readonly expenditureIdr: FiguresByYear };
  /** Where the figures are from. */
  readonly inWords: string;
}

type LabourRow = OpenStatistics["labour_market"][number];

/**
 * The four blocks of a rapid costing from public statistics and a projected population, in
 * thousands. A figure that is printed twice, with two values, is not known.
 */
export function floorCountry(
  open: Pick<
    OpenStatistics,
    "labour_market" | "economy" | "minimum_wages" | "poverty_lines"
  >,
  projection: PopulationProjection,
  populationInWords: string,
): FloorCountry {
  const { firstYear, populations } = projection;
  const years = Array.from(
    { length: GROUP_YEARS * (populations.length - 1) + 1 },
    (_, i) => firstYear + i,
  );
  const inPersons = (thousands: readonly number[]) => thousands.map((each) => 1e3 * each);
  return {
    population: Object.fromEntries(years.map((year) => {
      const { male, female } = personsBySingleAge(projection, year);
      return [year, { male: inPersons(male), female: inPersons(female) }];
    })),
    activePopulation: {
      labourForce: ofAugust(open.labour_market, "labour_force"),
      employed: ofAugust(open.labour_market, "employed"),
      unemployed: ofAugust(open.labour_market, "unemployed"),
      informalShare: {
        ...mapped(ofAugust(open.labour_market, "formal_share"), (share) => 1 - share),
        ...ofAugust(open.labour_market, "informal_share"),
      },
    },
    economy: {
      nominalGdpIdr: ofWholeYear(open.economy, "nominal_gdp"),
      inflation: ofWholeYear(open.economy, "inflation_december_on_december"),
      meanWageIdrPerMonth: ofAugust(open.labour_market, "mean_wage"),
      minimumWageIdrPerMonth: meanByYear(
        open.minimum_wages.filter(({ currency, per }) =>
          currency === "IDR" && per === "month"
        ).map(({ year, amount }) => ({ year, value: amount })),
      ),
      povertyLineIdrPerMonth: agreed(
        open.poverty_lines.filter(({ month }) => month.endsWith("-03"))
          .map(({ month, value }) => ({ year: Number(month.slice(0, 4)), value })),
      ),
    },
    government: { expenditureIdr: {} },
    inWords: `data/open; population: ${populationInWords}`,
  };
}

/** A quantity of all persons in August, as first released. */
function ofAugust(
  rows: readonly LabourRow[],
  quantity: LabourRow["quantity"],
): FiguresByYear {
  return agreed(
    rows.filter((row) =>
      row.quantity === quantity && row.month.endsWith("-08") && row.sex === "both" &&
      row.ageGroup === "all" && row.vintage === "first_release"
    ).map(({ month, value }) => ({ year: Number(month.slice(0, 4)), value })),
  );
}

function ofWholeYear(
  rows: OpenStatistics["economy"],
  quantity: OpenStatistics["economy"][number]["quantity"],
): FiguresByYear {
  return agreed(
    rows.filter((row) => row.quantity === quantity && row.quarter === null),
  );
}

interface OfYear {
  readonly year: number;
  readonly value: number;
}

/** Figures by year, without years that have two different ones. */
function agreed(figures: readonly OfYear[]): FiguresByYear {
  const byYear = Map.groupBy(figures, ({ year }) => year);
  return Object.fromEntries(
    [...byYear].flatMap(([year, [first, ...others]]) =>
      others.some(({ value }) => value !== first!.value) ? [] : [[year, first!.value]]
    ),
  );
}

function meanByYear(figures: readonly OfYear[]): FiguresByYear {
  const byYear = Map.groupBy(figures, ({ year }) => year);
  return Object.fromEntries(
    [...byYear].map(([year, all]) => [year, meanSimple(all.map(({ value }) => value))]),
  );
}

function mapped(
  figures: FiguresByYear,
  change: (value: number) => number,
): FiguresByYear {
  return Object.fromEntries(
    Object.entries(figures).map(([year, value]) => [year, change(value)]),
  );
}
