import type { Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { BySex } from "@jkp/extract";
import type { YearlyPath } from "@jkp/month";
import type { Scheme } from "@jkp/scheme";
import type { RulesData } from "./assumptions/rules_data.ts";
import type { StatedInputs } from "./assumptions/valuation_inputs.ts";
import type { MemberPopulation } from "./population/member_population.ts";
import type { ValuationTerms } from "./valuation_terms.ts";

/** The parts of a valuation that have dates. */
export interface DatedParts {
  readonly experience: Experience;
  readonly data: RulesData;
  readonly scenario: Scenario;
  readonly scheme: Scheme;
  readonly terms: ValuationTerms;
  readonly population?: MemberPopulation;
  readonly stated?: StatedInputs;
}

/**
 * A valuation's parts some years later: every year and month of data, economy, law and
 * terms is moved alike, so that its results move and no number changes.
 */
export function shiftYears(parts: DatedParts, years: number): DatedParts {
  const { experience, data, scenario, scheme, terms, population, stated } = parts;
  const months = 12 * years;
  const path = ({ firstYear, values }: YearlyPath) => ({
    firstYear: firstYear + years,
    values,
  });
  const dated = <Amount extends { readonly year: number }>(amount: Amount): Amount => ({
    ...amount,
    year: amount.year + years,
  });
  const bySex = ({ male, female }: BySex<YearlyPath>) => ({
    male: path(male),
    female: path(female),
  });
  const [from, to] = experience.referenceYears;
  return {
    experience: {
      ...experience,
      members: dated(experience.members),
      earnings: dated(experience.earnings),
      referenceYears: [from + years, to + years],
    },
    data: {
      ...data,
      ...(data.averageWages === undefined ? {} : {
        averageWages: Object.fromEntries(
          Object.entries(data.averageWages).map(([currency, wage]) => [
            currency,
            dated(wage),
          ]),
        ),
      }),
      ...(data.amounts === undefined ? {} : { amounts: data.amounts.map(dated) }),
    },
    scenario: {
      ...scenario,
      ...(scenario.yearBasis === undefined ? {} : {
        yearBasis: scenario.yearBasis.map(({ year, basis }) => ({
          year: year + years,
          basis,
        })),
      }),
      realGdpGrowth: path(scenario.realGdpGrowth),
      employmentGrowth: path(scenario.employmentGrowth),
      productivityGrowth: path(scenario.productivityGrowth),
      unemploymentRate: path(scenario.unemploymentRate),
      inflation: path(scenario.inflation),
      realReturn: path(scenario.realReturn),
      reference: {
        ...scenario.reference,
        firstYear: scenario.reference.firstYear + years,
        lastYear: scenario.reference.lastYear + years,
      },
    },
    scheme: {
      ...scheme,
      openPoints: scheme.openPoints.map((point) => ({
        ...point,
        from: point.from + months,
      })),
      sections: Object.fromEntries(
        Object.entries(scheme.sections).map(([key, versions]) => [
          key,
          versions.map((version) => ({ ...version, from: version.from + months })),
        ]),
      ) as unknown as Scheme["sections"],
    },
    terms: {
      ...terms,
      firstContributionMonth: terms.firstContributionMonth + months,
      firstBenefitMonth: terms.firstBenefitMonth + months,
    },
    ...(stated === undefined ? {} : {
      stated: {
        ...stated,
        ...(stated.members === undefined ? {} : { members: path(stated.members) }),
      },
    }),
    ...(population === undefined ? {} : {
      population: {
        ...population,
        years: population.years.map(dated),
        members: path(population.members),
        terminationRelativity: path(population.terminationRelativity),
        layoffOdds: path(population.layoffOdds),
        serviceOdds: population.serviceOdds.map((each) => ({
          ...each,
          odds: path(each.odds),
        })),
        maleOdds: {
          members: path(population.maleOdds.members),
          leavers: path(population.maleOdds.leavers),
        },
        wages: {
          members: bySex(population.wages.members),
          leavers: bySex(population.wages.leavers),
          membersOfLeaversAges: bySex(population.wages.membersOfLeaversAges),
        },
      },
    }),
  };
}
