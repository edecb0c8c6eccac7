import type { ValuationInputs } from "@jkp/valuation";

/** A wage that standard persons have, in a scheme's currency a month. */
export interface StandardWage {
  readonly title: string;
  readonly perMonth: number;
}

/** Wages of standard persons, with what limits of the same scheme are multiples of. */
export interface StandardWages {
  /** From the lowest; none if no wage in the currency is known. */
  readonly wages: readonly StandardWage[];
  /** By the name that rules use. */
  readonly quantities: Readonly<Record<string, number>>;
  /** Which years and whose figures the wages are. */
  readonly notes: readonly string[];
}

/** The mean wage and what multiples of it are called. */
const MULTIPLES = [
  { times: 1, title: "mean wage" },
  { times: 2, title: "twice the mean wage" },
] as const;

/** The mean wage of members, or where a scheme is abroad of its country; minimum wages. */
export function standardWages(
  currency: string,
  { experience, data = {} }: Pick<ValuationInputs, "experience" | "data">,
): StandardWages {
  const { averageWages = {}, amounts = [] } = data;
  const own = amounts.filter((each) => each.currency === currency);
  const mean = currency === "IDR" ? meanOfMembers(experience) : averageWages[currency];
  const minimum = own.map(({ name, perMonth }) => ({
    title: name.replaceAll("_", " "),
    perMonth,
  }));
  const ofMean = mean === undefined
    ? []
    : MULTIPLES.map(({ times, title }) => ({ title, perMonth: times * mean.perMonth }));
  return {
    wages: [...minimum, ...ofMean].toSorted((a, b) => a.perMonth - b.perMonth),
    quantities: Object.fromEntries(own.map(({ name, perMonth }) => [name, perMonth])),
    notes: [
      mean === undefined
        ? `No mean wage in ${currency} is known.`
        : `Mean wage: ${mean.source}, ${mean.year}.`,
      ...(own.length === 0 ? [`No minimum wage in ${currency} is known.`] : []),
      ...own.map(({ name, source, year }) =>
        `${name.replaceAll("_", " ")}: ${source}, ${year}.`
      ),
    ],
  };
}

function meanOfMembers({ earnings, extractName }: ValuationInputs["experience"]) {
  const { members, maleShareOfMembers: male, year, isMeanStated = false } = earnings;
  return {
    perMonth: male * members.male + (1 - male) * members.female,
    year,
    source: isMeanStated
      ? "members, as stated in the valuation file, under no ceiling"
      : `members of extract ${extractName}, under no ceiling`,
  };
}
