import type { Scenario } from "@jkp/economy";
import { type Table, unitThatShows } from "@jkp/exhibit";
import { type Month, valueInYear } from "@jkp/month";
import type { MonthlyProjection, Valuation } from "@jkp/valuation";
import { schemeYears } from "./projection_table.ts";

/**
 * The assumptions of a valuation by year, and the projection they lead to.
 *
 * @param valuation The valuation.
 * @param economy Its scenario.
 * @param source Where the data come from.
 * @returns A row a year of the projection.
 *
 * @example Inflation of 2.8 per cent in 2021, as Table 2.2 of the report has it
 * ```ts
 * import { assumptionPathsTable } from "@jkp/study";
 * import { deriveAssumptions, valueAssumptions } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const inputs = await reportInputs("base");
 * const scheme = await readScheme("proposed_2021");
 * const rules = rulesAt(scheme, inputs.terms.firstBenefitMonth);
 * const valuation = valueAssumptions(deriveAssumptions(inputs, rules).assumptions);
 * const [year] =
 *   assumptionPathsTable(valuation, inputs.scenario, "an example").rows;
 * assertEquals([year!.year, year!.inflation], [2021, 2.8]);
 * ```
 */
export function assumptionPathsTable(
  { years, months, assumptions }: Valuation,
  economy: Scenario,
  source: string,
): Table {
  const { yearBasis } = economy;
  const { followsUnemployment = true, choices } = assumptions;
  const termination = followsUnemployment
    ? "Terminations follow unemployment from the reference years' rate."
    : "Terminations are of a steady rate, whatever unemployment does.";
  const beneficiaries = choices.beneficiaryMethod === "flow"
    ? "Beneficiaries are the involuntary and eligible of those still out of work."
    : "Beneficiaries are the theoretical ones, scaled to the estimated unemployed, of " +
      "whom the involuntary and eligible claim.";
  const [assumed, projected] = [{ group: "Assumed" }, { group: "Projected" }];
  const rate = { unit: "%", decimals: 1, ...assumed };
  const money = { unit: "rupiah a month", ...projected };
  const counts = years.map(({ members, beneficiaries }, i) => {
    const start = assumptions.terms.firstContributionMonth + 12 * i;
    const of = (values: Float64Array) => meanOfYear(months, values, start);
    return {
      members,
      theoretical: of(months.theoreticalUnemployed),
      estimated: of(months.estimatedUnemployed),
      beneficiaries,
    };
  });
  const unitOf = (key: keyof typeof counts[number], decimals: number) => ({
    ...unitThatShows("persons", counts.map((year) => year[key]), decimals),
    decimals,
  });
  const units = {
    members: unitOf("members", 0),
    theoretical: unitOf("theoretical", 0),
    estimated: unitOf("estimated", 0),
    beneficiaries: unitOf("beneficiaries", 1),
  };
  const count = (key: keyof typeof units) => {
    const { unit, decimals } = units[key];
    return { unit, decimals, ...projected };
  };
  return {
    id: `paths_${assumptions.scenarioName}`,
    number: "",
    title: `${economy.title} scenario: assumptions by year and the projection`,
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      { key: "unemployment", title: "Unemployment", ...rate },
      { key: "employment", title: "Employment growth", ...rate },
      { key: "productivity", title: "Productivity growth", ...rate },
      { key: "inflation", title: "Inflation", ...rate },
      { key: "return", title: "Return", ...rate, decimals: 2 },
      { key: "termination", title: "Terminations a month", ...rate, decimals: 3 },
      { key: "members", title: "Members", ...count("members") },
      { key: "theoretical", title: "Unemployed, theoretical", ...count("theoretical") },
      { key: "estimated", title: "Unemployed, estimated", ...count("estimated") },
      { key: "beneficiaries", title: "Beneficiaries", ...count("beneficiaries") },
      { key: "ratio", title: "Demographic ratio", unit: "%", decimals: 2, ...projected },
      { key: "earnings", title: "Members' insurable earnings", ...money },
      { key: "benefit", title: "Mean benefit", ...money },
      ...(yearBasis === undefined ? [] : [{ key: "basis", title: "Basis" }]),
    ],
    rows: years.map(({ year, ...found }, i) => {
      const start = assumptions.terms.firstContributionMonth + 12 * i;
      const of = (values: Float64Array) => meanOfYear(months, values, start);
      return {
        year,
        unemployment: 100 * valueInYear(assumptions.unemploymentRate, year),
        employment: 100 * valueInYear(economy.employmentGrowth, year),
        productivity: 100 * valueInYear(economy.productivityGrowth, year),
        inflation: 100 * valueInYear(economy.inflation, year),
        return: 100 * found.investmentReturn,
        termination: 100 * of(months.terminations) / of(months.members),
        members: counts[i]!.members / units.members.size,
        theoretical: counts[i]!.theoretical / units.theoretical.size,
        estimated: counts[i]!.estimated / units.estimated.size,
        beneficiaries: counts[i]!.beneficiaries / units.beneficiaries.size,
        ratio: 100 * found.demographicRatio,
        earnings: found.insurableEarningsIdr / found.members / 12,
        benefit: found.beneficiaries === 0
          ? null
          : (found.benefitsIdr - found.allowancesIdr) / found.beneficiaries / 12,
        ...(yearBasis === undefined ? {} : {
          basis: yearBasis.find((each) => each.year === year)?.basis ?? null,
        }),
      };
    }),
    notes: [
      `Assumed: ${economy.source}. ${termination} Projected: averages of the year's ` +
      `months. ${beneficiaries}`,
      ...schemeYears(assumptions.terms),
    ],
    source,
  };
}

/** Mean of a monthly projection's values over the twelve months from one on. */
function meanOfYear(
  { firstMonth }: MonthlyProjection,
  values: Float64Array,
  from: Month,
): number {
  const start = from - firstMonth;
  return values.subarray(start, start + 12).reduce((sum, value) => sum + value, 0) / 12;
}
