import { fundAtSuggestedRate, type Valuation } from "@jkp/valuation";
import { type CellValue, rateInWords, type Table, unitThatShows } from "@jkp/exhibit";
import { type Language, wordsOf } from "@jkp/language";
import { formatMonth, type Month, monthOf, yearOf } from "@jkp/month";

/**
 * The years of a valuation: what stands behind its rates.
 *
 * @param valuation The valuation.
 * @param source Where its figures come from, for the source line.
 * @param language The language of the table.
 * @returns Members, beneficiaries, costs and the fund at the suggested rate, a row a year.
 * @see ILO (2021), section 3.3.
 *
 * @example
 * ```ts
 * import { projectionTable } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = valueAssumptions(await reportAssumptions("base"));
 * const { rows } = projectionTable(valuation, "an example");
 * assertEquals([rows[0]!.year, rows.at(-1)!.year], [2021, 2030]);
 * ```
 */
export function projectionTable(
  valuation: Valuation,
  source: string,
  language: Language = "en",
): Table {
  const { projection: words, rate, units, years: inYears } = wordsOf(language).valuation;
  const { years } = valuation;
  const fund = fundAtSuggestedRate(valuation);
  const unitOf = (
    of: "persons" | "rupiah",
    value: (year: typeof years[number], i: number) => number,
    decimals: number,
  ) => ({ ...unitThatShows(of, years.map(value), decimals), decimals });
  const members = unitOf("persons", (year) => year.members, 0);
  const beneficiaries = unitOf("persons", (year) => year.beneficiaries, 0);
  const earnings = unitOf("rupiah", (year) => year.insurableEarningsIdr, 0);
  const benefits = unitOf("rupiah", (year) => year.benefitsIdr, 2);
  const closing = unitOf("rupiah", (_, i) => fund[i]!.closingIdr, 1);
  const shown = ({ unit, decimals }: typeof members) => ({ unit: units[unit], decimals });
  return {
    id: `projection_${valuation.assumptions.scenarioName}`,
    number: "",
    title: words.title,
    columns: [
      { key: "year", title: words.year, isGrouped: false },
      { key: "members", title: words.members, ...shown(members) },
      { key: "beneficiaries", title: words.beneficiaries, ...shown(beneficiaries) },
      { key: "demographic", title: words.demographic, unit: "%", decimals: 2 },
      { key: "earnings", title: words.earnings, ...shown(earnings) },
      { key: "benefits", title: words.benefits, ...shown(benefits) },
      { key: "payg", title: words.payg, unit: "%", decimals: 2 },
      { key: "fund", title: words.fund, ...shown(closing) },
      { key: "reserve", title: words.reserve, unit: inYears, decimals: 2 },
    ],
    rows: years.map((year, i) => ({
      year: year.year,
      members: year.members / members.size,
      beneficiaries: year.beneficiaries / beneficiaries.size,
      demographic: 100 * year.demographicRatio,
      earnings: year.insurableEarningsIdr / earnings.size,
      benefits: year.benefitsIdr / benefits.size,
      payg: 100 * year.paygCostRate,
      fund: fund[i]!.closingIdr / closing.size,
      reserve: fund[i]!.reserveRatio,
    })),
    notes: [
      words.note(rate(valuation.assumptions.administrationRate)),
      ...schemeYears(valuation.assumptions.terms, language),
    ],
    source,
    language,
  };
}

/** Which months a year of the projection has, where they are not those of the calendar. */
export function schemeYears(
  { firstContributionMonth: first }: { readonly firstContributionMonth: Month },
  language: Language = "en",
): string[] {
  const year = yearOf(first);
  const { projection } = wordsOf(language).valuation;
  return first === monthOf(year, 1)
    ? []
    : [projection.schemeYears(year, first, first + 11)];
}

/**
 * The contribution rates of a valuation, with and without administration.
 *
 * @param valuation The valuation.
 * @param source Where its figures come from, for the source line.
 * @param unchanged The valuation before assumptions were changed, to stand beside it.
 * @returns Suggested rate, minimum rate and year of exhaustion.
 * @see ILO (2021), Table 3.3.
 *
 * @example
 * ```ts
 * import { tableToText } from "@jkp/exhibit";
 * import { ratesTable } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const valuation = valueAssumptions(await reportAssumptions("base"));
 * assertStringIncludes(tableToText(ratesTable(valuation, "an example")), "1.35");
 * ```
 */
export function ratesTable(
  valuation: Valuation,
  source: string,
  unchanged?: Valuation,
): Table {
  const inPercent = (rate: number): CellValue => ({ value: 100 * rate, decimals: 2 });
  const year = (value: number | null): CellValue =>
    value === null ? null : { value, decimals: 0, isGrouped: false };
  const trial = [
    rateInWords(valuation.assumptions.trialContributionRate),
    ...(valuation.laterTrialRates ?? []).map(({ from, rate }) =>
      `${rateInWords(rate)} from ${formatMonth(from)}`
    ),
  ].join(", ");
  const of = [
    { key: "", valuation, group: unchanged === undefined ? {} : { group: "Changed" } },
    ...(unchanged === undefined
      ? []
      : [{ key: "/unchanged", valuation: unchanged, group: { group: "Unchanged" } }]),
  ];
  type Rates = Valuation["financing"]["benefit_only"];
  const row = (measure: string, cell: (rates: Rates) => CellValue) => ({
    measure,
    ...Object.fromEntries(of.flatMap(({ key, valuation: { financing } }) => [
      [`benefits${key}`, cell(financing.benefit_only)],
      [`all${key}`, cell(financing.benefit_and_administrative)],
    ])),
  });
  return {
    id: `rates_${valuation.assumptions.scenarioName}`,
    number: "",
    title: "Contribution rates",
    columns: [
      { key: "measure", title: "Of insurable earnings" },
      ...of.flatMap(({ key, group }) => [
        { key: `benefits${key}`, title: "Benefits only", ...group },
        { key: `all${key}`, title: "Benefits and administration", ...group },
      ]),
    ],
    rows: [
      row("Suggested rate, %", ({ suggestedRate }) => inPercent(suggestedRate)),
      row("Minimum rate, %", ({ minimumRate }) => inPercent(minimumRate)),
      row(`Exhaustion at ${trial}, year`, ({ exhaustionYear }) => year(exhaustionYear)),
    ],
    notes: [],
    source,
  };
}
