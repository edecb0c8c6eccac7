import type { SheetCell } from "@jkp/exhibit";
import { cellName } from "./grid.ts";
import type { LiveClaims, LiveRules, ScenarioSteps } from "./live_scenario.ts";
import { monthlyPath } from "./market_columns.ts";
import {
  fixedColumn,
  type MonthColumns,
  type MonthsPlaces,
  overRules,
  overYears,
  spreadOver,
} from "./month_formulas.ts";
import { hasAllowances } from "./survival_sheet.ts";

const BILLION = 1e9;

/** Whether not all jobs that end can be claimed for. */
const hasEntitled = ({ steps: { rules: [first] } }: LiveClaims) =>
  first!.assumptions.entitledRelativity !== undefined ||
  first!.assumptions.choices.firstPayments === "new_claims_only";

/** Columns of claims under one set of rules; their keys end with their mark. */
export function claimKeys(claims: LiveClaims): string[] {
  const { mark, rules, steps } = claims;
  const isOfAll = mark === "";
  return [
    ...(isOfAll ? [] : [`terminations${mark}`]),
    ...(steps.rules[0]!.assumptions.entitledRelativity === undefined
      ? []
      : [`entitledShare${mark}`]),
    ...(hasEntitled(claims) ? [`entitled${mark}`] : []),
    `theoreticalPaid${mark}`,
    ...(hasEntitled(claims) ? [`entitledPaid${mark}`] : []),
    `beneficiaries${mark}`,
    `claimantEarnings${mark}`,
    ...rules.flatMap((each) => [
      `averageEarnings${each.mark}`,
      `fullBenefit${each.mark}`,
    ]),
    `meanBenefit${mark}`,
    `benefits${mark}`,
    ...(rules.some(hasAllowances) ? [`allowances${mark}`] : []),
  ];
}

/** Who is paid of the claims under one set of rules, and what, month by month. */
export function claimColumns(
  scenario: ScenarioSteps,
  claims: LiveClaims,
  places: MonthsPlaces,
): MonthColumns {
  const { months } = places;
  const { valuation: { assumptions: common, months: projected } } = scenario;
  const { mark, steps, words } = claims;
  const [first] = claims.rules;
  const { assumptions } = steps.rules[0]!;
  const { choices } = assumptions;
  const { firstMonth } = projected;
  const firstBenefit = common.terms.firstBenefitMonth - firstMonth;
  const period = scenario.claims.indexOf(claims);
  const key = (what: string) => `${what}${mark}`;
  const at = (what: string, i: number) => months.at(key(what), i);
  const has = (what: string) => months.has(key(what));
  const entitled = has("entitled") ? key("entitled") : key("terminations");
  const entitledPaid = has("entitledPaid") ? "entitledPaid" : "theoreticalPaid";
  /** Which of the periods is in force in a month. */
  const inForce = (i: number) =>
    Math.max(
      0,
      scenario.claims.findLastIndex(({ steps }) => steps.from <= firstMonth + i),
    );
  /** The rules by which the claims are paid in a month. */
  const rulesIn = (i: number) =>
    claims.rules.findLast(({ steps }) => steps.from <= firstMonth + i) ?? first!;
  const scale = (i: number) =>
    choices.beneficiaryMethod === "flow"
      ? ""
      : `/${months.at("theoretical", i)}*${months.at("estimated", i)}`;
  const shares = `${cellName("paidShare", first!.name)}*${
    cellName("eligibleShare", first!.name)
  }`;
  const said = words === "" ? "" : `: ${words}`;
  const column = (
    heading: string,
    values: Float64Array,
    formula: (i: number) => string,
    from = 0,
  ) => ({
    heading: `${heading}${said}`,
    format: "#,##0",
    cell: (i: number): SheetCell | null =>
      i < from ? { value: 0 } : { value: values[i]!, formula: formula(i) },
  });

  const columns: MonthColumns = {
    [key("entitledShare")]: fixedColumn(
      `Entitled by leavers' sexes and ages, over the base year's${said}`,
      "0.0000",
      monthlyPath(scenario, assumptions.entitledRelativity),
    ),
    [key("entitled")]: column(
      "Terminations that can be claimed for",
      steps.entitled,
      (i) =>
        `${at("terminations", i)}${
          has("entitledShare") ? `*${at("entitledShare", i)}` : ""
        }`,
      choices.firstPayments === "new_claims_only" ? firstBenefit : 0,
    ),
    [key("theoreticalPaid")]: column(
      "Theoretical beneficiaries b",
      steps.theoreticalBeneficiaries,
      (i) => overRules(first!, places, [key("terminations")], i, "paid"),
    ),
    [key("entitledPaid")]: column(
      "Theoretical beneficiaries that can claim",
      steps.entitledBeneficiaries,
      (i) => overRules(first!, places, [entitled], i, "paid"),
    ),
    [key("beneficiaries")]: column(
      "Beneficiaries B",
      steps.beneficiaries,
      (i) => `${at(entitledPaid, i)}${scale(i)}*${shares}`,
      firstBenefit,
    ),
    [key("claimantEarnings")]: column(
      "Claimants' insurable earnings, rupiah",
      steps.claimantEarningsIdr,
      (i) =>
        spreadOver(scenario, places, "claimantEarnings", i, Math.min(inForce(i), period)),
    ),
    ...Object.assign(
      {},
      ...claims.rules.map((rules) => earningsColumns(rules, claims, places)),
    ),
    [key("meanBenefit")]: {
      heading: `Mean benefit, rupiah${said}`,
      format: "#,##0",
      cell: (i) =>
        i < firstBenefit ? null : { value: steps.meanBenefitIdr[i]!, formula: mean(i) },
    },
    [key("benefits")]: {
      ...column(
        "Benefits, billion rupiah",
        steps.beneficiaries.map((paid, i) => paid * steps.meanBenefitIdr[i]! / BILLION),
        (i) => `${at("beneficiaries", i)}*${at("meanBenefit", i)}/10^9`,
        firstBenefit,
      ),
      format: "#,##0.0",
    },
    [key("allowances")]: {
      ...column(
        "Allowances to who finds work, billion rupiah",
        steps.allowancesIdr.map((paid) => paid / BILLION),
        allowances,
        firstBenefit + 1,
      ),
      format: "#,##0.0",
    },
  };
  if (mark === "") return columns;
  return {
    ...columns,
    [key("terminations")]: {
      heading: `Terminations${said}`,
      format: "#,##0",
      cell: (i) =>
        inForce(i) === period
          ? { value: steps.terminations[i]!, formula: months.at("terminations", i) }
          : { value: 0 },
    },
  };

  function mean(i: number): string {
    const rules = rulesIn(i);
    const full = `fullBenefit${rules.mark}`;
    const isOfClaim = choices.referenceEarnings === "before_claim";
    if (!isOfClaim && rules.isLevel) return months.at(full, i);
    const inflows = isOfClaim ? [entitled, full] : [entitled];
    const sum = rules.isSteady
      ? overRules(rules, places, inflows, i, rules.isLevel ? "paid" : "weight")
      : overYears(rules, places, inflows, i, "benefits");
    const paid = rules === first
      ? at(entitledPaid, i)
      : overRules(rules, places, [entitled], i, "paid");
    const each = isOfClaim ? "" : `${months.at(full, i)}*`;
    return `IF(${paid}=0,${months.at(full, i)},${each}${sum}/${paid})`;
  }

  function allowances(i: number): string {
    const rules = rulesIn(i);
    const full = `fullBenefit${rules.mark}`;
    const isOfClaim = choices.referenceEarnings === "before_claim";
    const inflows = isOfClaim ? [entitled, full] : [entitled];
    const { afterWait, withoutWait } = rules.steps.allowances;
    const sums = [
      ...(afterWait.length > 0 ? ["allowances"] as const : []),
      ...(withoutWait.length > 0 ? ["soonerAllowances"] as const : []),
    ].map((kind) => overYears(rules, places, inflows, i, kind));
    if (sums.length === 0) return "0";
    const sum = `(${sums.join("+")})`;
    const each = isOfClaim ? "" : `*${months.at(full, i)}`;
    return `${sum}${each}${scale(i)}*${shares}/10^9`;
  }
}

/** The earnings that benefits by a set of rules are a share of, and the best benefit. */
function earningsColumns(
  rules: LiveRules,
  { mark: claimMark, words, rules: all }: LiveClaims,
  { months }: MonthsPlaces,
): MonthColumns {
  const { mark, steps, name } = rules;
  const { averageEarningsMonths, benefitRate } = steps.assumptions;
  const said = words === "" ? "" : `: ${all.length === 1 ? words : rules.title}`;
  const own = `claimantEarnings${claimMark}`;
  return {
    [`averageEarnings${mark}`]: {
      heading: `Their average of the months before, rupiah${said}`,
      format: "#,##0",
      cell: (i) => ({
        value: steps.averageEarningsIdr[i]!,
        formula: i === 0
          ? months.at(own, 0)
          : `AVERAGE(${
            months.range(own, Math.max(0, i - averageEarningsMonths), i - 1)
          })`,
      }),
    },
    [`fullBenefit${mark}`]: {
      heading: `Benefit of the best month, rupiah${said}`,
      format: "#,##0",
      cell: (i) => ({
        value: benefitRate * steps.averageEarningsIdr[i]!,
        formula: `${cellName("benefitRate", name)}*${
          months.at(`averageEarnings${mark}`, i)
        }`,
      }),
    },
  };
}
