import { contributionRate } from "@jkp/entitlement";
import { type Month, monthRange, yearOf } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import { rulesOfMonth } from "./expected.ts";
import {
  exactly,
  factInWords,
  isSame,
  type JkpRow,
  type KnownQuantity,
  type Span,
  spanInWords,
  spanOf,
} from "./facts.ts";

/** The law's contribution rate in a month, a fraction. */
export function contributionRateOf(law: readonly Rules[], month: Month): number {
  return contributionRate(rulesOfMonth(law, month).financing);
}

/**
 * Mean capped wage: contribution income of months of the same year at the rates of the law,
 * over members; else income by a claim ratio of several years less that of the others; else
 * the State's plan.
 */
export function wageIn(
  facts: readonly JkpRow[],
  law: readonly Rules[],
  span: Span,
  meanMembers: ((span: Span) => KnownQuantity) | undefined,
): (KnownQuantity & { readonly rows: readonly JkpRow[] }) | undefined {
  const wageOf = (incomeIdr: number, over: Span) =>
    incomeIdr / sumSimple(
      monthRange(over.from, over.to).map((month) => contributionRateOf(law, month)),
    ) /
    meanMembers!(over).value;
  const incomes = facts.flatMap((row) => {
    const over = spanOf(row);
    return row.quantity === "contribution_income" && over !== undefined
      ? [{ row, over }]
      : [];
  });
  if (meanMembers !== undefined) {
    const year = yearOf(span.from);
    const own = incomes.find(({ over }) => isSame(over, span)) ??
      incomes.find(({ over }) => yearOf(over.from) === year && yearOf(over.to) === year);
    if (own !== undefined) {
      const months = isSame(own.over, span) ? "" : ` of ${spanInWords(own.over)}`;
      return {
        value: wageOf(own.row.value, own.over),
        how: "inferred",
        formula:
          `contribution income${months} / (rates of the law by month × members), as if ` +
          "it were of the wages of its own months",
        facts: [factInWords(own.row)],
        rows: [own.row],
      };
    }
    const byRatio = incomeByRatio(facts, incomes, span);
    if (byRatio !== undefined) {
      const { rows, incomeIdr } = byRatio;
      const [lowest, highest] = byRatio.range.map((income) =>
        Math.round(wageOf(income, span) / 1e4) / 100
      );
      return {
        value: wageOf(incomeIdr, span),
        how: "inferred",
        formula:
          "(payments of all its years / claim ratio − contribution income of the " +
          `others) / (rates of the law × members); the ratio's last digit leaves ${lowest} ` +
          `to ${highest} million`,
        facts: rows.map(factInWords),
        rows,
      };
    }
  }
  return plannedWage(facts, law, span);
}

function incomeByRatio(
  facts: readonly JkpRow[],
  incomes: readonly { readonly row: JkpRow; readonly over: Span }[],
  span: Span,
) {
  for (const ratio of facts.filter(({ quantity }) => quantity === "claim_ratio")) {
    const over = spanOf(ratio);
    if (over === undefined || over.from !== span.from || over.to <= span.to) continue;
    const rest = { from: span.to + 1, to: over.to };
    const income = incomes.find((each) => isSame(each.over, rest));
    const paid = [span, rest].map((each) => exactly(facts, each, "payments")[0]);
    if (income === undefined || paid.includes(undefined)) continue;
    const payments = sumSimple(paid.map((row) => row!.value));
    const at = (value: number) => payments / value - income.row.value;
    return {
      incomeIdr: at(ratio.value),
      range: [at(ratio.value + HALF_A_POINT), at(ratio.value - HALF_A_POINT)] as const,
      rows: [ratio, income.row, ...paid.map((row) => row!)],
    };
  }
  return undefined;
}

/** Claim ratios are printed in whole per cent. */
const HALF_A_POINT = 0.005;

function plannedWage(facts: readonly JkpRow[], law: readonly Rules[], span: Span) {
  const plans = facts.filter(({ quantity }) =>
    quantity === "government_contribution_planned"
  );
  for (const plan of plans) {
    const over = spanOf(plan);
    const months = facts.find((row) =>
      row.quantity === "member_months_planned" && row.from === plan.from &&
      row.to === plan.to
    );
    if (over === undefined || months === undefined) continue;
    if (over.to < span.from || over.from > span.to) continue;
    const { government } = rulesOfMonth(law, over.to).financing;
    return {
      value: plan.value / months.value / government,
      how: "inferred" as const,
      formula: "the State's planned contribution / (its rate × member-months planned)",
      facts: [factInWords(plan), factInWords(months)],
      rows: [plan, months],
    };
  }
  return undefined;
}
