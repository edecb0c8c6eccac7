import { product } from "simple-statistics";
import { digits, type Erratum, type NumberOf } from "./erratum.ts";

const YEARS = Array.from({ length: 10 }, (_, i) => 2021 + i);

/** Definitions of the report that disagree with each other or with its numbers. */
export function definitionErrata(of: NumberOf): Erratum[] {
  return [
    targetReserve(of),
    exhaustion(of),
    earningsRatios(of),
    ceilingIndex(of),
    administration(of),
    optimisticGrowth(of),
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

function ceilingIndex(of: NumberOf): Erratum {
  const growth = (year: number, name: string) =>
    1 + of("table_2_2", `base/${year}/${name}`) / 100;
  const growthOfAll = (...names: string[]) =>
    product(YEARS.flatMap((year) => names.map((name) => growth(year, name))));
  const wages = growthOfAll("productivity_growth", "inflation_rate");
  const [nominal, real] = [
    growthOfAll("real_gdp_growth", "inflation_rate"),
    growthOfAll("real_gdp_growth"),
  ];
  return {
    where: "Section 3.2.2",
    what: "Index of the salary ceiling",
    printed: "GDP growth, which lets more of the salaries be covered over time",
    consistent: "true of nominal GDP only; past practice was real growth",
    arithmetic: `2020–30 wages grow × ${digits(wages, 2)}, nominal GDP × ${
      digits(nominal, 2)
    }, real GDP × ${digits(real, 2)}: the ceiling over wages becomes ${
      digits(nominal / wages, 2)
    } or ${digits(real / wages, 2)}`,
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
