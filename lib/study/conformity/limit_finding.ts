import { benefitOfMonth, prepareRules } from "@jkp/entitlement";
import {
  type Finding,
  finding,
  meanRate,
  MONTHS_C102,
  perCent,
} from "./conformity_findings.ts";
import { durationRange, type Limit, type Rules, TERMINATION_CAUSES } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";

/** Whether limits of earnings and benefits leave a skilled worker 45 per cent of the wage. */
export function limitFinding(rules: Rules, skilledWage: number | undefined): Finding {
  const wanted = "45 per cent of the wage of a skilled manual male employee, limits kept";
  const limits = limitsInWords(rules);
  if (limits.length === 0) {
    return finding(wanted, "no limit of earnings or benefits", true);
  }
  const isMultiple = (limit: Limit | undefined) => (limit?.multiple ?? null) !== null;
  if (
    skilledWage === undefined || isMultiple(rules.insurableEarnings.ceiling) ||
    isMultiple(rules.maximumBenefit?.limit)
  ) return { wanted, got: limits.join(", "), verdict: "needs data" };
  const share = paidShare(rules, skilledWage);
  // A rate that is too low at any wage is not the limits' fault.
  const least = rules.benefit.kind === "graded"
    ? 0.45
    : Math.min(0.45, meanRate(rules.benefit, MONTHS_C102));
  return finding(
    wanted,
    `${perCent(share, 1)} of ${money(Math.round(skilledWage), rules)}`,
    share >= least - 1e-9,
  );
}

/** Mean benefit of thirteen weeks as a fraction of a steady wage; of all ages the lowest. */
function paidShare(rules: Rules, wage: number): number {
  const prepared = prepareRules(rules);
  const insured = Math.max(prepared.floor, Math.min(prepared.ceiling, wage));
  const { referenceMinimum, referenceMaximum } = prepared;
  const reference = Math.max(referenceMinimum, Math.min(referenceMaximum, insured));
  const reason = TERMINATION_CAUSES.indexOf("involuntary");
  const months = Math.min(MONTHS_C102, durationRange(rules).longest);
  const ages = rules.benefit.kind === "graded"
    ? rules.benefit.ages.map(({ ageFrom }) => ageFrom)
    : [0];
  return Math.min(...ages.map((age) => {
    const paid = Array.from(
      { length: months },
      (_, month) => benefitOfMonth(prepared, reason, age, reference, month),
    );
    return sumSimple(paid) / months / wage;
  }));
}

function limitsInWords(rules: Rules): string[] {
  const { insurableEarnings, referenceWage, benefit, maximumBenefit } = rules;
  const limited = (what: string, limit: Limit | undefined): string[] => {
    if (limit === undefined) return [];
    const { amountPerMonth, multiple, of } = limit;
    if (amountPerMonth !== null) return [`${what} up to ${money(amountPerMonth, rules)}`];
    return multiple === null
      ? []
      : [`${what} up to ${multiple} times the ${of?.replaceAll("_", " ")}`];
  };
  const topWages = benefit.kind === "graded"
    ? benefit.ages.map(({ bands }) => bands.at(-1)!.wageTo * benefit.daysPerMonth)
    : [];
  return [
    ...limited("earnings", insurableEarnings.ceiling),
    ...(referenceWage.maximum === null
      ? []
      : [`reference wage up to ${money(referenceWage.maximum, rules)}`]),
    ...(topWages.length === 0
      ? []
      : [`wages up to ${money(Math.min(...topWages), rules)} at the lowest`]),
    ...limited("benefit", maximumBenefit?.limit),
  ];
}

function money(amount: number, { currency }: Rules): string {
  return `${amount.toLocaleString("en")} ${currency} a month`;
}
