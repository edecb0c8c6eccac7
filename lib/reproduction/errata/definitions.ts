import { product } from "simple-statistics";
import { digits, type Erratum, type NumberOf } from "./erratum.ts";

const YEARS = Array.from({ length: 10 }, (_, i) => 2021 + i);

/** Definitions of the report that disagree with each other or with its numbers. */
export function definitionErrata(of: NumberOf): Erratum[] {
  return [
    targetReserve(of),
    monthlyExpenses(of),
    exhaustion(of),
    earningsRatios(of),
    ceilingIndex(of),
    coveredShare(of),
    administration(of),
    optimisticGrowth(of),
    sameAssumptions(of),
  ];
}

function targetReserve(of: NumberOf): Erratum {
  const rate = (measure: string) =>
    of("table_3_7", `benefit_and_administrative/${measure}_contribution_rate/base`);
  return {
    where: "Summary; tables E2, 3.3, 3.7; sections 3.2.6, 4.4",
    what: "Target reserve",
    printed: "twice the benefits of 2030; twice the total expenses, of 2030 or of the " +
      "whole period; twice the monthly expenses",
    consistent: "twice the total expenses of 2030 (section 3.2.6)",
    arithmetic: `suggested over minimum is ${
      digits(rate("suggested") / rate("minimum"), 2)
    }; a reserve of two months would add about one sixtieth`,
  };
}

function monthlyExpenses(of: NumberOf): Erratum {
  const rate = (measure: string) =>
    of("table_3_7", `benefit_and_administrative/${measure}_contribution_rate/base`);
  const annual = of("text_3_2_6", "reserve_multiple");
  const multiple = of("text_4_4", "reserve_multiple_44") / 12;
  const reserve = rate("suggested") / rate("minimum") - 1;
  return {
    where: "Section 4.4 against section 3.2.6 and Table 3.7",
    what: "Expenses that the reserve of the tenth year is a multiple of",
    printed: "twice the total monthly expenses",
    consistent: "twice the total annual expenses",
    arithmetic:
      `two months are ${digits(multiple, 2)} years of expenses, not ${annual}; ` +
      `such a reserve would add about ${
        digits(100 * reserve * multiple / annual)
      } % to the minimum rate, where ${digits(100 * reserve)} % is printed`,
  };
}

function exhaustion(of: NumberOf): Erratum {
  return {
    where: "Notes of tables E2, 3.3, 3.7",
    what: "Year of reserve exhaustion at 1 per cent",
    printed: "the first year in which contributions are less than expenses",
    consistent: "the first year in which the fund is used up",
    arithmetic:
      `expenses of ${of("figure_3_2", "paygo_total_2022")} exceed 1 already in ` +
      `2022; the table prints ${
        of(
          "table_3_7",
          "benefit_and_administrative/projected_year_of_reserve_exhaustion_at_1_pct/base",
        )
      }`,
  };
}

function earningsRatios(of: NumberOf): Erratum {
  const members = (sex: string) => of("table_1_3", `total/${sex}`);
  const claims = (sex: string) => of("text_1_2_3", `layoffs_per_month_${sex}`);
  const wage = (sex: string, who: string) => of("table_1_4", `total/${sex}/${who}`);
  const pooled = (who: string, weight: (sex: string) => number) =>
    (wage("male", who) * weight("male") + wage("female", who) * weight("female")) /
    (weight("male") + weight("female"));
  const bySex = (wage("male", "layoffs") / wage("male", "insured_workers") +
    wage("female", "layoffs") / wage("female", "insured_workers")) / 2;
  return {
    where: "Section 1.2.3 and others",
    what: "Earnings of the laid off over those of active members",
    printed: `${of("text_1_2_3", "earn_ratio_layoffs")} %`,
    consistent: "the mean of the ratios by sex, not the ratio of the means",
    arithmetic:
      `the mean of both sexes' ratios is ${digits(100 * bySex, 1)}; earnings of ` +
      `both sexes pooled give ${
        digits(100 * pooled("layoffs", claims) / pooled("insured_workers", members), 1)
      }`,
  };
}

/** Growth of the base scenario's years after 2020 by all of some columns together. */
function growthOfAll(of: NumberOf, ...names: readonly string[]): number {
  return product(
    YEARS.flatMap((year) =>
      names.map((name) => 1 + of("table_2_2", `base/${year}/${name}`) / 100)
    ),
  );
}

function ceilingIndex(of: NumberOf): Erratum {
  const [before, after] = [
    of("text_table_1_1_note_1", "ss_insurable_cap_2017"),
    of("text_3_2_2", "ceiling_2020"),
  ];
  const real = of("figure_1_19", "gdp_avg_2014_19");
  const nominal = 100 *
    ((1 + real / 100) * (1 + of("figure_1_21", "inflation_avg_2015_19") / 100) - 1);
  return {
    where: "Section 3.1",
    what: "Index of the salary ceiling",
    printed: "GDP growth, as in past practice",
    consistent: "growth of real GDP",
    arithmetic: `from ${digits(before)} to ${digits(after)} the ceiling rose by ${
      digits(100 * ((after / before) ** (1 / 4) - 1), 1)
    } % a year (2016–20: see the note of Table 1.1); real GDP grew by ${
      digits(real, 1)
    } %, nominal by ${digits(nominal, 1)} %`,
  };
}

function coveredShare(of: NumberOf): Erratum {
  const wages = growthOfAll(of, "productivity_growth", "inflation_rate");
  const real = growthOfAll(of, "real_gdp_growth");
  const nominal = growthOfAll(of, "real_gdp_growth", "inflation_rate");
  const last = (...names: readonly string[]) =>
    100 *
    (product(names.map((name) => 1 + of("table_2_2", `base/2030/${name}`) / 100)) - 1);
  return {
    where: "Section 3.1 against Table 2.2",
    what: "Share of salaries that a ceiling on GDP covers",
    printed: "it rises, since GDP grows faster than salaries",
    consistent: "it falls",
    arithmetic: `2020–30 wages of the base scenario grow × ${
      digits(wages, 2)
    }, real GDP × ${digits(real, 2)}, in 2030 by ${
      digits(last("productivity_growth", "inflation_rate"), 1)
    } and ${digits(last("real_gdp_growth"), 1)} %: the ceiling over wages becomes ${
      digits(real / wages, 2)
    }. Only nominal GDP, × ${digits(nominal, 2)}, would lift it`,
  };
}

function administration(of: NumberOf): Erratum {
  const [least, most] = [
    of("text_3_2_4", "admin_range_min"),
    of("text_3_2_4", "admin_range_max"),
  ];
  const share = (100 * of("text_3_2_4", "base_admin")) /
    of("figure_3_2", "paygo_benefit_2022");
  const optimistic = 100 * of("text_3_5_2", "opt_admin") /
    of("table_3_7", "benefit_only/minimum_contribution_rate/optimistic");
  return {
    where: "Section 3.2.4",
    what: "Administrative expenses beside those of other countries",
    printed: `comparable; elsewhere ${least} to ${most} % of benefits`,
    consistent: "above that range",
    arithmetic: `${digits(share)} % of the base scenario's benefits of 2022, ${
      digits(optimistic)
    } % of the optimistic scenario's`,
  };
}

function optimisticGrowth(of: NumberOf): Erratum {
  const same = [2020, ...YEARS].filter((year) =>
    of("table_2_2", `base/${year}/real_gdp_growth`) ===
      of("table_2_5", `optimistic/${year}/real_gdp_growth`)
  );
  return {
    where: "Section 2.2.3 against tables 2.2 and 2.5",
    what: "GDP growth of the optimistic scenario",
    printed: "slightly higher than in the base scenario over the projected period",
    consistent: `higher except in ${same[0]}–${same.at(-1)}`,
    arithmetic: `both tables print the same growth in ${same.length} of 11 years`,
  };
}

function sameAssumptions(of: NumberOf): Erratum {
  const change = (table: string, scenario: string, year: number) =>
    of(table, `${scenario}/${year}/productivity_growth`) -
    of("table_2_2", `base/${year}/productivity_growth`);
  const changes = YEARS.map((year) => change("table_2_5", "optimistic", year));
  const isOther = (points: number) => Math.abs(points) > 0.05;
  const pessimistic = YEARS.map((year) => change("table_2_4", "pessimistic", year));
  return {
    where: "Sections 2.2.2 and 2.2.3 against tables 2.2, 2.4 and 2.5",
    what: "What the other scenarios change",
    printed: "GDP and unemployment; the other assumptions remain",
    consistent: "productivity changes with them",
    arithmetic: `productivity growth is another than the base scenario's in ${
      changes.filter(isOther).length
    } of the 10 years of Table 2.5, by up to ${
      digits(Math.max(...changes), 1)
    } points, and in ${pessimistic.filter(isOther).length} of Table 2.4`,
  };
}
