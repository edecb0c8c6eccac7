import { DAYS_PER_MONTH } from "@jkp/month";
import { type AgeBands, benefitRates, type Rules } from "@jkp/scheme";
import { COUNTRIES } from "./document_rules.ts";
import { computed, percent, percentRule, quoted, rule, words } from "./document_cell.ts";
import type { DocumentCells, DocumentTable } from "./document_table.ts";
import {
  INDEX_WORDS,
  indexInWords,
  limitInWords,
  money,
  perCent,
  referenceWageInWords,
} from "./wording.ts";

/** Benefit formula and reference earnings of the five countries. */
export const OPTIONS_TABLE_3: DocumentTable = {
  item: "options2020_table_03",
  number: "Table 3",
  title: "Benefit level of selected unemployment benefit schemes in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => {
      const { benefit, referenceWage } = rules[country];
      const rates = benefitRates(benefit);
      return {
        [`${country}/formula`]: words(FORMULA_WORDS[benefit.kind]),
        [`${country}/rate_highest`]: rates.length === 1
          ? percentRule(rates[0]!)
          : computed(percent(Math.max(...rates)), "highest of the file's rates"),
        [`${country}/rate_lowest`]: rates.length === 1
          ? percentRule(rates[0]!)
          : lowestRate(rates),
        [`${country}/reference_earnings`]: words(referenceWageInWords(referenceWage)),
        [`${country}/reference_months`]: rule(referenceWage.months),
      };
    }),
};

const FORMULA_WORDS: Readonly<Record<Rules["benefit"]["kind"], string>> = {
  flat: "the same rate for all",
  tapered: "falling from month to month",
  graded: "falling as the wage rises",
};

function lowestRate(rates: readonly number[]) {
  return {
    ...computed(percent(Math.min(...rates)), "lowest of the file's rates"),
    whyDifferent:
      "Table 2, which the file follows, has a lower rate at ages 60 to 64 than Table 3",
  };
}

/** Limits of benefits and of insurable earnings. */
export const OPTIONS_TABLE_4: DocumentTable = {
  item: "options2020_table_04",
  number: "Table 4",
  title: "Minimum and maximum benefits of selected unemployment benefit schemes in Asia",
  stub: "Country",
  titles: { japan_60_to_64: "Japan, ages 60 to 64" },
  notes: [
    "Malaysia: the limits of benefits are those of the assumed wage, as in note 2 of " +
    "the table. A day is a month's amount by 30.",
  ],
  cells: (rules) => ({
    ...olderMaximum(rules.japan),
    ...ofCountries((country) => {
      const own = rules[country];
      const { floor, ceiling } = own.insurableEarnings;
      const limit = (each: typeof floor) => {
        const text = limitInWords(own.currency, each);
        return text === "none" ? rule("Not regulated") : words(text);
      };
      return {
        [`${country}/benefit_minimum`]: words(benefitLimit(own, "minimum")),
        [`${country}/benefit_maximum`]: words(benefitLimit(own, "maximum")),
        [`${country}/insurable_earnings_minimum`]: limit(floor),
        [`${country}/insurable_earnings_maximum`]: limit(ceiling),
      };
    }),
  }),
};

/** A limit of the benefit: its own, or what that of the wage makes of it. */
function benefitLimit(rules: Rules, end: "minimum" | "maximum"): string {
  const { benefit, currency, referenceWage, insurableEarnings } = rules;
  const own = end === "minimum" ? rules.minimumBenefit : rules.maximumBenefit;
  if (own !== null) {
    const perMonth = own.limit.amountPerMonth;
    return perMonth === null
      ? limitInWords(currency, own.limit)
      : `${money(currency, perMonth / DAYS_PER_MONTH)} a day`;
  }
  if (benefit.kind === "graded") {
    const all = bracketEnds(benefit.ages, end);
    // Note 1 of the table has the oldest, whose rate is another.
    return bracketsInWords(currency, all.filter(({ rate }) => rate === all[0]!.rate));
  }
  const rates = benefitRates(benefit);
  const range = rates.length === 1
    ? perCent(rates[0]!)
    : `${percent(rates[0]!)} to ${perCent(rates.at(-1)!)}`;
  const wage = end === "minimum" ? referenceWage.minimum : referenceWage.maximum;
  if (wage !== null) return `${range} of ${money(currency, wage)} a month`;
  const insured = end === "minimum" ? insurableEarnings.floor : insurableEarnings.ceiling;
  return insured.amountPerMonth === null
    ? "none"
    : `${range} of the ${end} insurable earnings`;
}

interface BracketEnd {
  readonly rate: number;
  readonly wage: number;
}

/** Where the brackets of each age begin or end. */
function bracketEnds(
  ages: readonly AgeBands[],
  end: "minimum" | "maximum",
): BracketEnd[] {
  return ages.map(({ bands }) =>
    end === "minimum"
      ? { rate: bands[0]!.rateFrom, wage: bands[0]!.wageFrom }
      : { rate: bands.at(-1)!.rateTo, wage: bands.at(-1)!.wageTo }
  );
}

/** Ends at one rate: the lowest to the highest wage. */
function bracketsInWords(currency: string, ends: readonly BracketEnd[]): string {
  const wages = ends.map(({ wage }) => wage);
  const [least, most] = [Math.min(...wages), Math.max(...wages)];
  const range = least === most ? "" : ` to ${money(currency, most)}`;
  return `${perCent(ends[0]!.rate)} of ${money(currency, least)}${range} a day`;
}

/** The highest benefit of the ages whose rate is not that of the others. */
function olderMaximum({ benefit, currency }: Rules): DocumentCells {
  if (benefit.kind !== "graded") return {};
  const all = bracketEnds(benefit.ages, "maximum");
  const older = all.filter(({ rate }) => rate !== all[0]!.rate);
  return { "japan_60_to_64/benefit_maximum": words(bracketsInWords(currency, older)) };
}

/** What those limits follow. */
export const OPTIONS_TABLE_8: DocumentTable = {
  item: "options2020_table_08",
  number: "Table 8",
  title: "Indexation of selected unemployment benefit schemes in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => {
      const own = rules[country];
      const { floor, ceiling } = own.insurableEarnings;
      return {
        [`${country}/benefit_minimum`]: benefitIndex(own, "minimum"),
        [`${country}/benefit_maximum`]: benefitIndex(own, "maximum"),
        [`${country}/insurable_earnings_minimum`]: rule(indexInWords(floor)),
        [`${country}/insurable_earnings_maximum`]: rule(indexInWords(ceiling)),
      };
    }),
};

/** A benefit without a limit of its own is limited, and indexed, by the wage's. */
function benefitIndex(rules: Rules, end: "minimum" | "maximum") {
  const own = end === "minimum" ? rules.minimumBenefit : rules.maximumBenefit;
  if (own !== null) return rule(indexInWords(own.limit));
  const { benefit, referenceWage, insurableEarnings } = rules;
  if (benefit.kind === "graded") return rule(INDEX_WORDS[benefit.index ?? "none"]);
  const assumed = end === "minimum" ? referenceWage.minimum : referenceWage.maximum;
  if (assumed !== null) {
    return quoted("limits of the reference wage have no index in a design file");
  }
  const insured = end === "minimum" ? insurableEarnings.floor : insurableEarnings.ceiling;
  return computed(indexInWords(insured), "as the limit of insurable earnings");
}

/** Re-employment allowances. */
export const OPTIONS_TABLE_6: DocumentTable = {
  item: "options2020_table_06",
  number: "Table 6",
  title: "Re-employment allowance of selected unemployment benefit schemes in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => {
      const steps = rules[country].reemploymentAllowance?.steps ?? [];
      if (steps.length === 0) {
        return { [`${country}/allowance`]: rule("No re-employment allowance") };
      }
      const rows = steps.map(({ rate, remainingFrom }): DocumentCells => {
        const row = remainingFrom === 0
          ? country
          : `${country}/${partOf(remainingFrom)}_remaining`;
        const condition = remainingFrom === 0
          ? ""
          : ` with at least ${partOf(remainingFrom).replace("_", " ")} left`;
        return {
          [`${row}/allowance`]: words(`${perCent(rate)} of what remains${condition}`),
          [`${row}/rate`]: percentRule(rate),
        };
      });
      return Object.assign({}, ...rows);
    }),
};

/** A third or two of them, in words. */
function partOf(fraction: number): string {
  const thirds = Math.round(3 * fraction);
  if (Math.abs(3 * fraction - thirds) > 1e-9) return `${percent(fraction)}_per_cent`;
  return thirds === 1 ? "one_third" : "two_thirds";
}

/** Cells of the five countries together. */
export function ofCountries(
  cellsOf: (country: typeof COUNTRIES[number]) => DocumentCells,
): DocumentCells {
  return Object.assign({}, ...COUNTRIES.map(cellsOf));
}
