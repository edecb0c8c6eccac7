import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { monthlyValues, monthOf } from "@jkp/month";
import {
  cellName,
  FIRST_ROW,
  Grid,
  type GridColumn,
  gridSheet,
  monthCell,
} from "./grid.ts";
import { isLevel, type ScenarioSteps } from "./live_scenario.ts";
import type { SurvivalGrid } from "./survival_sheet.ts";
import { type PathName, pathOf, spreadFormula, type YearsGrid } from "./years_sheet.ts";

/** What the formulas of a month point at. */
export interface MonthsPlaces {
  readonly months: Grid;
  readonly years: YearsGrid;
  readonly survival: SurvivalGrid;
  /** Relative benefits by month of benefit and calendar month, where years differ. */
  readonly benefits: Grid | null;
}

/** A billion rupiah. */
const BILLION = 1e9;

/** The columns that a scenario needs, in their order. */
export function monthsGrid(scenario: ScenarioSteps, sheet: string): Grid {
  const { assumptions } = scenario.valuation;
  const { choices, terminationRelativity, entitledRelativity } = assumptions;
  const hasEntitled = entitledRelativity !== undefined ||
    choices.firstPayments === "new_claims_only";
  const only = (isNeeded: boolean, ...keys: string[]) => isNeeded ? keys : [];
  return new Grid(sheet, [
    "month",
    "members",
    "unemployment",
    ...only(terminationRelativity !== undefined, "composition"),
    "relative",
    "terminations",
    "theoretical",
    "odds",
    "estimated",
    ...only(entitledRelativity !== undefined, "entitledShare"),
    ...only(hasEntitled, "entitled"),
    "theoreticalPaid",
    ...only(hasEntitled, "entitledPaid"),
    "beneficiaries",
    "memberEarnings",
    "claimantEarnings",
    "averageEarnings",
    "fullBenefit",
    "meanBenefit",
    "benefits",
    ...only(choices.contributors === "members_less_beneficiaries", "contributing"),
    "insurable",
  ], FIRST_ROW);
}

/** The projection month by month, every column a formula. */
export function monthsSheet(
  scenario: ScenarioSteps,
  places: MonthsPlaces,
): WorkbookSheet {
  const { months, survival } = places;
  const { name, title, steps, valuation } = scenario;
  const { assumptions, months: projected } = valuation;
  const { choices, terms, members, followsUnemployment = true } = assumptions;
  const { firstMonth } = projected;
  const count = projected.members.length;
  const lastMonth = firstMonth + count - 1;
  const firstProjected = monthOf(members.firstYear + 1, 1) - firstMonth;
  const firstBenefit = terms.firstBenefitMonth - firstMonth;
  const named = (what: string) => cellName(what, name);
  const at = (key: string, i: number) => months.at(key, i);
  const entitled = months.has("entitled") ? "entitled" : "terminations";
  const entitledPaid = months.has("entitledPaid") ? "entitledPaid" : "theoreticalPaid";

  const spread = (path: PathName, i: number) =>
    spreadFormula(
      places.years,
      `${path}/${name}`,
      pathOf(scenario, path),
      firstMonth + i,
      path === "unemployment" ? choices.unemploymentShape : choices.levelShape,
    );
  /** Σ over d of inflows of d months ago times what a column of durations has for d. */
  const overDurations = (
    inflows: readonly string[],
    i: number,
    durations: { readonly key: string; readonly name: string; readonly length: number },
  ): string => {
    const back = Math.min(i, durations.length - 1);
    const ranges = inflows.map((key) => months.range(key, i - back, i));
    const { grid, row } = survival;
    const column = back === durations.length - 1
      ? named(durations.name)
      : grid.farRange(durations.key, row(back), row(0));
    return `SUMPRODUCT(${[...ranges, column].join(",")})`;
  };
  const curve = survival.grid.has("survival") ? "survival" : `survival/${name}`;
  const ofSurvival = {
    key: curve,
    name: "survival",
    length: assumptions.maximumUnemploymentMonths,
  };
  const ofPaid = { key: `paid/${name}`, name: "paid", length: survival.longest };
  const ofWeights = {
    key: `weight/${name}`,
    name: "benefitWeight",
    length: survival.longest,
  };
  const static_ = (values: Float64Array) => (i: number): SheetCell => ({
    value: values[i]!,
    look: "fixed",
  });
  const relativity = (path: typeof assumptions.terminationRelativity) =>
    path === undefined ? new Float64Array(count) : monthlyValues(
      path,
      firstMonth,
      lastMonth,
      choices.levelShape,
      "carried_back",
    );
  const unemployment = monthlyValues(
    assumptions.unemploymentRate,
    firstMonth,
    lastMonth,
    choices.unemploymentShape,
    "carried_back",
  );
  const odds = projected.members.map((count, i) => {
    const { coveredRate } = steps.estimate;
    const relative = steps.relativeUnemployment[i]!;
    return count * relative * (1 - coveredRate) / (1 - coveredRate * relative);
  });
  const fullBenefit = steps.averageEarningsIdr.map((each) =>
    assumptions.benefitRate * each
  );

  const meanBenefit = (i: number): string => {
    const full = at("fullBenefit", i);
    const isOfClaim = choices.referenceEarnings === "before_claim";
    if (!isOfClaim && isLevel(scenario)) return full;
    const inflows = isOfClaim ? [entitled, "fullBenefit"] : [entitled];
    const sum = places.benefits === null
      ? overDurations(inflows, i, isLevel(scenario) ? ofPaid : ofWeights)
      : overYears(inflows, i, places.benefits);
    const mean = `${sum}/${at(entitledPaid, i)}`;
    return `IF(${at(entitledPaid, i)}=0,${full},${isOfClaim ? "" : `${full}*`}${mean})`;
  };
  /** The same where what a month of benefit pays, against the best one, moves by year. */
  const overYears = (inflows: readonly string[], i: number, benefits: Grid): string => {
    const back = Math.min(i, benefits.keys.length - 2);
    const { grid, row } = survival;
    const ranges = inflows.map((key) => months.range(key, i - back, i));
    const paid = grid.farRange(`paid/${name}`, row(back), row(0));
    const from = benefits.far(String(back), i - firstBenefit);
    const to = benefits.at("0", i - firstBenefit);
    return `SUMPRODUCT(MMULT(${from}:${to},${[...ranges, paid].join("*")}))`;
  };

  const columns: Record<string, Omit<GridColumn, "key">> = {
    month: {
      heading: "Month",
      format: "mmm yyyy",
      width: 10,
      cell: (i) => monthCell(firstMonth + i),
    },
    members: {
      heading: "Members M",
      format: "#,##0",
      cell: (i) => ({ value: projected.members[i]!, formula: spread("members", i) }),
    },
    unemployment: {
      heading: "Unemployment rate u",
      format: "0.00%",
      cell: (i) =>
        i < firstProjected
          ? null
          : { value: unemployment[i]!, formula: spread("unemployment", i) },
    },
    composition: {
      heading: "Terminations by members' sexes and ages, over the base year's",
      format: "0.0000",
      cell: static_(relativity(assumptions.terminationRelativity)),
    },
    relative: {
      heading: "u over its reference rate",
      format: "0.0000",
      cell: (i) => {
        const value = steps.relativeUnemployment[i]!;
        const moves = i >= firstProjected && followsUnemployment;
        const factors = [
          ...(moves
            ? [`${at("unemployment", i)}/${named("referenceUnemploymentRate")}`]
            : []),
          ...(months.has("composition") ? [at("composition", i)] : []),
        ];
        return factors.length === 0
          ? { value, look: "fixed" }
          : { value, formula: factors.join("*") };
      },
    },
    terminations: {
      heading: "Terminations N",
      format: "#,##0",
      cell: (i) => {
        const rate = `${named("terminationRatePerMonth")}*${at("relative", i)}`;
        return {
          value: projected.terminations[i]!,
          formula: choices.terminationRate === "each_year_as_printed"
            ? `${at("members", i)}*ROUND(${rate},3)`
            : `${at("members", i)}*${rate}`,
        };
      },
    },
    theoretical: {
      heading: "Theoretical unemployed T",
      format: "#,##0",
      cell: (i) => ({
        value: projected.theoreticalUnemployed[i]!,
        formula: overDurations(["terminations"], i, ofSurvival),
      }),
    },
    odds: {
      heading: "Members times relative odds",
      format: "#,##0",
      cell: (i) => {
        const [rate, relative] = [named("coveredUnemploymentRate"), at("relative", i)];
        return {
          value: odds[i]!,
          formula: `${at("members", i)}*${relative}*(1-${rate})/(1-${rate}*${relative})`,
        };
      },
    },
    estimated: {
      heading: "Estimated unemployed U",
      format: "#,##0",
      cell: (i) => ({
        value: projected.estimatedUnemployed[i]!,
        formula: `${named("unemployedLevel")}*${at("odds", i)}`,
      }),
    },
    entitledShare: {
      heading: "Entitled by leavers' sexes and ages, over the base year's",
      format: "0.0000",
      cell: static_(relativity(assumptions.entitledRelativity)),
    },
    entitled: {
      heading: "Terminations that can be claimed for",
      format: "#,##0",
      cell: (i) => {
        const value = steps.entitledTerminations[i]!;
        const isTooEarly = choices.firstPayments === "new_claims_only" &&
          i < firstBenefit;
        if (isTooEarly) return { value: 0 };
        const share = months.has("entitledShare") ? `*${at("entitledShare", i)}` : "";
        return { value, formula: `${at("terminations", i)}${share}` };
      },
    },
    theoreticalPaid: {
      heading: "Theoretical beneficiaries b",
      format: "#,##0",
      cell: (i) => ({
        value: projected.theoreticalBeneficiaries[i]!,
        formula: overDurations(["terminations"], i, ofPaid),
      }),
    },
    entitledPaid: {
      heading: "Of terminations that can be claimed for",
      format: "#,##0",
      cell: (i) => ({
        value: steps.entitledBeneficiaries[i]!,
        formula: overDurations([entitled], i, ofPaid),
      }),
    },
    beneficiaries: {
      heading: "Beneficiaries B",
      format: "#,##0",
      cell: (i) => {
        const value = projected.beneficiaries[i]!;
        if (i < firstBenefit) return { value };
        const scale = choices.beneficiaryMethod === "flow"
          ? ""
          : `/${at("theoretical", i)}*${at("estimated", i)}`;
        return {
          value,
          formula: `${at(entitledPaid, i)}${scale}*${named("involuntaryShare")}*${
            named("eligibleShare")
          }`,
        };
      },
    },
    memberEarnings: {
      heading: "Members' insurable earnings W, rupiah",
      format: "#,##0",
      cell: (i) => ({
        value: projected.memberEarningsIdr[i]!,
        formula: spread("memberEarnings", i),
      }),
    },
    claimantEarnings: {
      heading: "Claimants' insurable earnings, rupiah",
      format: "#,##0",
      cell: (i) => ({
        value: steps.claimantEarningsIdr[i]!,
        formula: spread("claimantEarnings", i),
      }),
    },
    averageEarnings: {
      heading: "Their average of the months before, rupiah",
      format: "#,##0",
      cell: (i) => ({
        value: steps.averageEarningsIdr[i]!,
        formula: i === 0 ? at("claimantEarnings", 0) : `AVERAGE(${
          months.range(
            "claimantEarnings",
            Math.max(0, i - assumptions.averageEarningsMonths),
            i - 1,
          )
        })`,
      }),
    },
    fullBenefit: {
      heading: "Benefit of the best month, rupiah",
      format: "#,##0",
      cell: (i) => ({
        value: fullBenefit[i]!,
        formula: `${named("benefitRate")}*${at("averageEarnings", i)}`,
      }),
    },
    meanBenefit: {
      heading: "Mean benefit, rupiah",
      format: "#,##0",
      cell: (i) =>
        i < firstBenefit
          ? null
          : { value: projected.meanBenefitIdr[i]!, formula: meanBenefit(i) },
    },
    benefits: {
      heading: "Benefits, billion rupiah",
      format: "#,##0.0",
      cell: (i) =>
        i < firstBenefit ? { value: 0 } : {
          value: projected.beneficiaries[i]! * projected.meanBenefitIdr[i]! / BILLION,
          formula: `${at("beneficiaries", i)}*${at("meanBenefit", i)}/10^9`,
        },
    },
    contributing: {
      heading: "Contributing members",
      format: "#,##0",
      cell: (i) => ({
        value: projected.members[i]! - projected.beneficiaries[i]!,
        formula: `${at("members", i)}-${at("beneficiaries", i)}`,
      }),
    },
    insurable: {
      heading: "Insurable earnings of all, billion rupiah",
      format: "#,##0.0",
      cell: (i) => {
        const isLess = months.has("contributing");
        const contributing = projected.members[i]! -
          (isLess ? projected.beneficiaries[i]! : 0);
        return {
          value: contributing * projected.memberEarningsIdr[i]! / BILLION,
          formula: `${at(isLess ? "contributing" : "members", i)}*${
            at("memberEarnings", i)
          }/10^9`,
        };
      },
    },
  };
  return gridSheet(months, {
    title: `${title}: month by month`,
    about:
      `${
        choices.beneficiaryMethod === "flow" ? "B = b" : "B = b / T × U"
      } × involuntary × eligible share. T and b sum terminations of the months before ` +
      "times the columns of the sheet Survival.",
    rowCount: count,
    columns: months.keys.map((key) => ({ key, ...columns[key]! })),
    cellNames: {},
  });
}

/** Relative benefits by month of benefit (columns) and calendar month, if years differ. */
export function benefitsGrid(scenario: ScenarioSteps, sheet: string): Grid | null {
  if (scenario.isBenefitSteady) return null;
  const { maximumDurationMonths } = scenario.valuation.assumptions;
  const months = Array.from(
    { length: maximumDurationMonths },
    (_, i) => String(maximumDurationMonths - 1 - i),
  );
  return new Grid(sheet, ["month", ...months], FIRST_ROW);
}

export function benefitsSheet(
  { title, steps, valuation: { assumptions, months } }: ScenarioSteps,
  grid: Grid,
): WorkbookSheet {
  const firstBenefit = assumptions.terms.firstBenefitMonth - months.firstMonth;
  return gridSheet(grid, {
    title: `${title}: what each month of benefit pays`,
    about:
      "Over the best month's share of average earnings, by months since the claim. Limits " +
      "in rupiah move it from year to year: not live, made by the program.",
    rowCount: months.members.length - firstBenefit,
    columns: grid.keys.map((key): GridColumn =>
      key === "month"
        ? {
          key,
          heading: "Month",
          format: "mmm yyyy",
          width: 10,
          cell: (row) => monthCell(assumptions.terms.firstBenefitMonth + row),
        }
        : {
          key,
          heading: `d = ${key}`,
          format: "0.0000",
          cell: (row) => ({
            value: steps.relativeBenefits[Number(key)]![firstBenefit + row]!,
            look: "fixed",
          }),
        }
    ),
  });
}
