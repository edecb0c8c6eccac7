import { AGE_GROUPS } from "@jkp/extract";
import { weightedMean } from "@jkp/numeric";
import { restrictedMean, survivalCurveFromPoints } from "@jkp/survival";
import { digits, type Erratum, type NumberOf } from "./erratum.ts";

/** Printed numbers that other printed numbers of the report contradict. */
export function numberErrata(of: NumberOf): Erratum[] {
  return [
    pensionRates(of),
    ceilingOf2017(of),
    footnote30(of),
    ...pessimisticProductivity(of),
    pessimisticAdministration(of),
    ...averagesNotDivided(of),
    october2020(of),
    ...inactivity(of),
    nineMonths(of),
    ...insuredTotals(of),
    coverage(of),
  ];
}

function pensionRates(of: NumberOf): Erratum {
  const rate = (cell: string) => of("table_1_1", cell);
  const employer = rate("total/employer_min") - rate("jkk/employer_min") -
    rate("jkm/employer") - rate("jht/employer") - rate("jkn/employer");
  const employee = rate("total/employee") - rate("jht/employee") - rate("jkn/employee");
  return {
    where: "Table 1.1, pension (JP)",
    what: "Contribution rates of employer and employee",
    printed: "no rates, in our copy",
    consistent: `${digits(employer, 1)} % and ${digits(employee, 1)} %`,
    arithmetic: `totals of ${rate("total/employer_min")} and ${
      digits(rate("total/employee"), 1)
    } % less the other rows`,
  };
}

function ceilingOf2017(of: NumberOf): Erratum {
  const [before, after] = [
    of("text_table_1_1_note_1", "ss_insurable_cap_2017"),
    of("text_3_2_2", "ceiling_2020"),
  ];
  const over = (years: number) => 100 * ((after / before) ** (1 / years) - 1);
  return {
    where: "Table 1.1, note 1",
    what: "Year of the ceiling of insurable salaries",
    printed: `${digits(before)} in 2017`,
    consistent: "the ceiling of 2016",
    arithmetic: `${digits(after)} in 2020 is a rise of ${
      digits(over(4), 1)
    } % a year over four years and ${digits(over(3), 1)} % over three; real GDP grew by ${
      digits(of("figure_1_19", "gdp_avg_2014_19"), 1)
    } % a year`,
  };
}

function footnote30(of: NumberOf): Erratum {
  const [both, jht, factor] = [
    "jht_jkk_workers_2018",
    "jht_workers_2018",
    "transitional_factor",
  ]
    .map((cell) => of("text_fn_30", cell)) as [number, number, number];
  return {
    where: "Footnote 30",
    what: "Workers in both JHT and JKK, in the division",
    printed: `two digits of ${digits(both)} exchanged; the result ${factor}`,
    consistent: `${digits(both)} ÷ ${digits(jht)}`,
    arithmetic: `it stands so one line above, and gives ${digits(both / jht, 4)}`,
  };
}

function pessimisticProductivity(of: NumberOf): Erratum[] {
  return [2022, 2023].map((year) => {
    const [gdp, employment, productivity] = ["real_gdp", "employment", "productivity"]
      .map(
        (name) => of("table_2_4", `pessimistic/${year}/${name}_growth`) / 100,
      ) as [number, number, number];
    const percent = (rate: number) => digits(100 * rate, 1);
    return {
      where: `Table 2.4, ${year}`,
      what: "Productivity growth, pessimistic scenario",
      printed: `${percent(productivity)} %`,
      consistent: `${percent((1 + gdp) / (1 + employment) - 1)} %`,
      arithmetic: `employment and productivity together give ${
        percent((1 + employment) * (1 + productivity) - 1)
      } %, against GDP growth of ${percent(gdp)} %`,
    };
  });
}

function pessimisticAdministration(of: NumberOf): Erratum {
  const rate = (basis: string, measure: string) =>
    of("table_3_7", `${basis}/${measure}_contribution_rate/pessimistic`);
  const minimum = rate("benefit_and_administrative", "minimum") -
    rate("benefit_only", "minimum");
  const suggested = rate("benefit_and_administrative", "suggested") -
    rate("benefit_only", "suggested");
  return {
    where: "Sections 3.5.1 and 3.5.3 against Table 3.7",
    what: "Administrative expenses, pessimistic scenario",
    printed: `${digits(of("text_3_5_1", "pess_admin"), 2)} %`,
    consistent: `${digits(minimum, 2)} %`,
    arithmetic: `minimum rates with and without administration differ by ${
      digits(minimum, 2)
    }; suggested rates by ${digits(suggested, 2)}`,
  };
}

function averagesNotDivided(of: NumberOf): Erratum[] {
  const maturities = [["lt12", "under 12 months"], ["12", "12 months"], [
    "24",
    "2 years",
  ]];
  return maturities.map(([key, words]) => {
    const early = of("figure_1_22", `real_bond_${key}_2010_14`);
    const late = of("figure_1_22", `real_bond_${key}_2015_19`);
    return {
      where: "Section 3.2.5 against 1.3",
      what: `Average real rate 2010–19, bonds of ${words}`,
      printed: `${of("text_3_2_5", `real_bond_${key}_2010_19`)} %`,
      consistent: `${digits((early + late) / 2, 2)} %`,
      arithmetic: `${digits(early, 1)} in 2010–14 and ${digits(late, 1)} in 2015–19 ` +
        `add up to ${digits(early + late, 1)}: a sum, not a mean`,
    };
  });
}

function october2020(of: NumberOf): Erratum {
  const spread = of("figure_1_23", "real_bond_12_oct2020");
  const inflation = of("table_2_2", "base/2020/inflation_rate");
  return {
    where: "Section 3.2.5 against 1.3",
    what: "Gross yield of 12-month bonds, October 2020",
    printed: `${of("text_3_2_5", "bond_12_oct2020_gross")} %`,
    consistent: `about ${digits(spread + inflation, 1)} %`,
    arithmetic: `a spread over inflation of ${spread} and inflation of ${inflation}`,
  };
}

function inactivity(of: NumberOf): Erratum[] {
  const at = (months: number) => of("text_1_2_3", `survival_${months}`) / 100;
  const curve = survivalCurveFromPoints(
    [0, 6, 9, 12, 24].map((time) => ({ time, survival: time === 0 ? 1 : at(time) })),
    "linear",
  );
  const median = 12 + 12 * (at(12) - 0.5) / (at(12) - at(24));
  const area = restrictedMean(curve, 24);
  return [
    {
      where: "Section 1.2.3",
      what: "Median duration of inactivity",
      printed: `${of("text_1_2_3", "inactivity_median")} months`,
      consistent: `about ${digits(median, 0)} months`,
      arithmetic: `${digits(100 * at(12))} % are inactive after 12 months and ${
        digits(100 * at(24))
      } % after 24: half is passed at ${digits(median, 1)}`,
    },
    {
      where: "Section 1.2.3",
      what: "Mean duration of inactivity",
      printed: `${of("text_1_2_3", "inactivity_mean")} months`,
      consistent: "more than 24 months",
      arithmetic:
        `the first 24 months alone make ${digits(area, 1)}; ${
          digits(100 * at(24))
        } % are still inactive then, up to 60 months. 20 and 16 fit the time elapsed so far ` +
        "of those now inactive",
    },
  ];
}

function nineMonths(of: NumberOf): Erratum {
  const points = [0, 6, 9].map((time) => ({
    time,
    survival: time === 0 ? 1 : of("text_1_2_3", `survival_${time}`) / 100,
  }));
  const curve = survivalCurveFromPoints(points, "linear");
  const [six, nine] = [restrictedMean(curve, 6), restrictedMean(curve, 9)];
  const before = of(
    "table_3_7",
    "benefit_and_administrative/suggested_contribution_rate/base",
  );
  const benefits = of("table_3_7", "benefit_only/suggested_contribution_rate/base");
  const printed = of("text_3_4", "sens_duration_9");
  return {
    where: "Section 3.4",
    what: "Suggested rate with nine months of benefits",
    printed: `${printed} %, that is +${digits(printed - before, 2)}`,
    consistent: `about +${digits(benefits * (nine / six - 1), 2)}`,
    arithmetic: `mean months paid are ${digits(six, 2)} of six and ${
      digits(nine, 2)
    } of nine: benefits of ${benefits} grow by ${digits(100 * (nine / six - 1))} %`,
  };
}

function insuredTotals(of: NumberOf): Erratum[] {
  return ["male", "female"].map((sex) => {
    const members = (group: string) => of("table_1_3", `${group}/${sex}`);
    const weighted = weightedMean(
      AGE_GROUPS.map((group) => of("table_1_4", `${group}/${sex}/insured_workers`)),
      AGE_GROUPS.map(members),
    );
    const printed = of("table_1_4", `total/${sex}/insured_workers`);
    return {
      where: "Table 1.4, total",
      what: `Mean earnings of insured workers, ${sex}`,
      printed: digits(printed),
      consistent: digits(weighted),
      arithmetic: `ages weighted by Table 1.3; printed over weighted is ${
        digits(printed / weighted, 4)
      }. The printed one is carried forward`,
    };
  });
}

function coverage(of: NumberOf): Erratum {
  const workers = of("text_fn_3", "workers_2018");
  const covered = of("table_1_2", "jkm_jkk/actual_coverage");
  return {
    where: "Section 1.1",
    what: "Share of the labour force that BPJS-TK covers",
    printed: `${of("text_1_1", "bpjs_share_labour_force")} %`,
    consistent: `${digits(100 * covered / workers, 1)} % of workers`,
    arithmetic: `${covered} million of ${workers} million, whom footnote 3 calls workers`,
  };
}
