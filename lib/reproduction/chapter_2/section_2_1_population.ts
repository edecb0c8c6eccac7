import { valueInYear } from "@jkp/month";
import {
  expectancyInYear,
  netMigrationInYear,
  personsAged,
  populationIn,
  populationTotal,
  WORKING_AGES,
} from "@jkp/population";
import { SEX_KEYS } from "@jkp/extract";
import type { ReportItem } from "../item.ts";
import { input, model, open, type ReproducedCells } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import { whyWorkingAgeDiffers } from "./population_gap.ts";

const FIRST_YEAR = 2020;
const LAST_YEAR = 2030;

/** Section 2.1: the general population. */
export const section21: ReportItem = {
  item: "text_2_1",
  number: "section 2.1",
  isOfExtract: false,
  title: "General population",
  cells: ({ population: study }, published) => {
    const { assumptions } = study;
    const everyone = (year: number) =>
      populationTotal(populationIn(study.projection, year)) / 1e3;
    const { from, to } = WORKING_AGES;
    const workingAge = (year: number) => {
      const { male, female } = personsAged(study.projection, year, from, to);
      return (male + female) / 1e3;
    };
    return {
      tfr_2019: input(valueInYear(assumptions.totalFertility, 2019)),
      tfr_2030: input(valueInYear(assumptions.totalFertility, 2030)),
      ...lifeExpectancies(study),
      net_migration_2019: open(1e3 * netMigrationInYear(study.statistics, 2019)),
      pop_2020: input(everyone(FIRST_YEAR)),
      pop_2030: model(
        everyone(LAST_YEAR),
        "the report prints no ages under 15 or over 69: the United Nations' are used",
      ),
      pop_growth_pa_2020_30: model(100 * yearlyGrowth(everyone)),
      pop1569_2020: input(workingAge(FIRST_YEAR)),
      pop1569_2030: model(
        workingAge(LAST_YEAR),
        whyWorkingAgeDiffers(study.projection, published, "total", LAST_YEAR),
      ),
      pop1569_growth_pa: model(100 * yearlyGrowth(workingAge)),
    };
  },
  reasonForNone: "quoted from surveys and censuses",
};

/** From the death rates of the United Nations, as footnote 21 describes. */
function lifeExpectancies({ statistics }: ReportResults["population"]): ReproducedCells {
  return Object.fromEntries(
    SEX_KEYS.flatMap((sex) =>
      [FIRST_YEAR, LAST_YEAR].map((year) => [
        `e0_${sex}_${year}`,
        open(expectancyInYear(statistics.mortality, sex, year)),
      ])
    ),
  );
}

function yearlyGrowth(level: (year: number) => number): number {
  return (level(LAST_YEAR) / level(FIRST_YEAR)) ** (1 / (LAST_YEAR - FIRST_YEAR)) - 1;
}
