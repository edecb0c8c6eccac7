/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import { survivalAt } from "@jkp/survival";
import type { ExplorerValuation } from "../explorer_data.ts";
import { Heading } from "./heading.tsx";
import { Key } from "./key.tsx";
import type { ShownColumn } from "./shown_column.ts";

/** Where one input comes from, to unfold. Sources are said as the files say them. */
export function Source({ name, text, words }: {
  readonly name: string;
  readonly text: string;
  readonly words: Words;
}) {
  const { explorer: said } = words;
  if (text === "") return null;
  return (
    <details class="source">
      <summary>
        {said.source}
        <span class="unseen">: {name}</span>
      </summary>
      <p lang="en">{text}</p>
    </details>
  );
}

interface SourcesProps {
  readonly valuation: ExplorerValuation;
  readonly shown: ShownColumn;
  readonly sources: Readonly<Record<string, string>>;
  readonly words: Words;
}

/** All inputs of a column with their values and sources, and how its rules are taken. */
export function Sources({ valuation, shown, sources, words }: SourcesProps) {
  const { explorer: said } = words;
  const { value, letter, place } = shown;
  if (value === null) return null;
  const { basis, notValued } = value.longest;
  const values = valuesOf(valuation, shown, words);
  return (
    <section class="inputs" aria-labelledby="sources-heading">
      <Heading id="sources-heading" valuation={valuation} words={words}>
        {said.sources}
      </Heading>
      <details class="long">
        <summary>
          <Key place={place} /> {said.sourcesOf(letter)}
        </summary>
        <div class="scroll" tabIndex={0} role="group" aria-label={said.sourcesOf(letter)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.input}</th>
                <th scope="col" class="number">{said.value}</th>
                <th scope="col">{said.source}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(sources).map(([name, source]) => (
                <tr key={name}>
                  <th scope="row">{values[name]?.name ?? name}</th>
                  <td
                    class="number"
                    lang={name === "scheme" ? shown.designLanguage : undefined}
                  >
                    {values[name]?.text ?? ""}
                  </td>
                  <td lang="en">{source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <details class="long">
        <summary>{said.taken}</summary>
        <ul lang="en">{basis.map((text) => <li key={text}>{text}.</li>)}</ul>
      </details>
      {notValued.length > 0 && (
        <details class="long">
          <summary>{said.notValued}</summary>
          <ul lang="en">{notValued.map((text) => <li key={text}>{text}.</li>)}</ul>
        </details>
      )}
    </section>
  );
}

/** What inputs are called, and their values in words where they are one. */
function valuesOf(
  { roles, scenarios }: ExplorerValuation,
  { column, designTitle, value }: ShownColumn,
  { explorer: { inputs: said, units, trillion, thousand }, number }: Words,
): Readonly<Record<string, { readonly name: string; readonly text: string }>> {
  const { assumptions, years } = value!.longest.valuation;
  const { scenario } = scenarios[roles.indexOf(column.role)]!;
  const { earnings, members, terms } = assumptions;
  const year = (of: number) => number(of, 0, false);
  const percent = (rate: number, decimals = 1) => `${number(100 * rate, decimals)} %`;
  const months = (count: number) => `${number(count)} ${units.months}`;
  return {
    members: {
      name: said.members(year(members.firstYear)),
      text: `${number(members.values[0]! / 1e3)} ${thousand}`,
    },
    memberGrowthBeforeBaseYear: {
      name: said.memberGrowthBeforeBaseYear,
      text: percent(assumptions.memberGrowthBeforeBaseYear),
    },
    terminationRatePerMonth: {
      name: said.terminationRatePerMonth,
      text: percent(assumptions.terminationRatePerMonth, 3),
    },
    referenceUnemploymentRate: {
      name: said.referenceUnemploymentRate,
      text: percent(assumptions.referenceUnemploymentRate),
    },
    coveredUnemploymentRate: { name: said.coveredUnemploymentRate, text: "" },
    survival: {
      name: said.survival,
      text: percent(survivalAt(assumptions.survival, 6)),
    },
    involuntaryShare: {
      name: said.involuntaryShare,
      text: percent(column.changes.involuntaryShare ?? scenario.involuntaryShare),
    },
    paidShare: { name: said.paidShare, text: "" },
    eligibleShare: { name: said.eligibleShare, text: percent(assumptions.eligibleShare) },
    qualifying: { name: said.qualifying, text: "" },
    maximumUnemploymentMonths: {
      name: said.maximumUnemploymentMonths,
      text: months(assumptions.maximumUnemploymentMonths),
    },
    claimantRelativity: {
      name: said.claimantRelativity,
      text: percent(earnings.claimantRelativity),
    },
    administrationRate: {
      name: said.administrationRate,
      text: percent(assumptions.administrationRate, 3),
    },
    scheme: { name: said.scheme, text: designTitle },
    insurableEarnings: { name: said.insurableEarnings, text: "" },
    averageEarningsMonths: {
      name: said.averageEarningsMonths,
      text: months(assumptions.averageEarningsMonths),
    },
    benefitRate: { name: said.benefitRate, text: percent(assumptions.benefitRate) },
    maximumDurationMonths: {
      name: said.maximumDurationMonths,
      text: months(assumptions.maximumDurationMonths),
    },
    waitingPeriodDays: {
      name: said.waitingPeriodDays,
      text: `${number(assumptions.waitingPeriodDays)} ${units.days}`,
    },
    calendar: {
      name: said.calendar,
      text: `${year(years[0]!.year)}–${year(years.at(-1)!.year)}`,
    },
    openingFund: {
      name: said.openingFund,
      text: `${number(assumptions.initialCapitalIdr / 1e12, 2)} ${trillion}`,
    },
    reserveMultiple: {
      name: said.reserveMultiple,
      text: `${number(terms.reserveMultiple, 1)} ${units.years}`,
    },
    trialContributionRate: {
      name: said.trialContributionRate,
      text: percent(assumptions.trialContributionRate, 2),
    },
  };
}
