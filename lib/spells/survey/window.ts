import type { Words } from "@jkp/language";
import type { Month } from "@jkp/month";
import { median } from "simple-statistics";
import type { SurveyedTable } from "./survey_folder.ts";

/** Months with fewer rows than this share of the usual number are no part of a window. */
const LEAST_SHARE = 0.01;

/** A last month with fewer rows than this share of the one before seems not to be whole. */
const WHOLE_SHARE = 0.7;

/** First and last month that rows cover, and what there is to say of them. */
export interface Window {
  readonly months: readonly [first: Month, last: Month];
  /** Month in which the extract seems to have been drawn. */
  readonly drawn: Month;
  readonly remarks: readonly string[];
}

/**
 * The months that a register covers: those of its contributions, of spells those of the
 * last ones. Where a membership that goes on has no last month, the latest start counts as
 * well. The extract was drawn after the latest claim and payment. Of claims of JKP the months
 * are those of benefits, up to the latest that is written.
 */
export function windowOf(
  main: SurveyedTable,
  claims: SurveyedTable | undefined,
  words: Words["draft"]["window"],
): Window | null {
  const { kind, columns } = main.suggestion;
  if (kind === "jkp") return windowOfJkp(main, words);
  const isFlow = kind === "payments";
  const covered = coveredBy(
    main.months.get(isFlow ? "contribution_month" : "last_month"),
    isFlow,
    words,
  );
  if (covered === null) return null;
  const latest = (months: ReadonlyMap<Month, number> | undefined) =>
    coveredBy(months, false, words)?.months[1] ?? -Infinity;
  const { blank, active } = columns.last_month ?? {};
  const others = isFlow
    ? [main.months.get("contribution_to_month")]
    : blank === undefined && active === undefined
    ? []
    : [main.months.get("start_month")];
  const [first, end] = covered.months;
  const last = Math.max(end, ...others.map(latest));
  const claimed = (claims ?? main).months.get("claim_month");
  return {
    months: [first, last],
    drawn: Math.max(last + 1, latest(claimed), latest(main.months.get("paid_on"))),
    remarks: [
      ...covered.remarks,
      ...(others.length === 0 || isFlow ? [] : [words.goesOn(last)]),
    ],
  };
}

/** The months of benefits, or of claims where a row is a claim. */
function windowOfJkp(
  { months }: SurveyedTable,
  words: Words["draft"]["window"],
): Window | null {
  const benefits = months.get("benefit_month");
  const covered = coveredBy(
    benefits ?? months.get("claim_month") ?? months.get("first_benefit_month"),
    false,
    words,
  );
  if (covered === null) return null;
  const others = [...months.values()].flatMap((each) =>
    coveredBy(each, false, words) ?? []
  );
  const drawn = Math.max(...others.map(({ months: [, latest] }) => latest));
  const [first, last] = covered.months;
  return {
    months: [first, benefits === undefined ? drawn : last],
    drawn,
    remarks: covered.remarks,
  };
}

/**
 * The months that rows cover. Months of hardly any rows at either end, such as those of a
 * mistyped year, are left out; it is said if the last month has far fewer rows than the one
 * before.
 */
function coveredBy(
  rows: ReadonlyMap<Month, number> | undefined,
  isFlow: boolean,
  words: Words["draft"]["window"],
): Omit<Window, "drawn"> | null {
  const all = [...rows ?? []].filter(([, count]) => count > 0);
  if (all.length === 0) return null;
  const least = LEAST_SHARE * median(all.map(([, count]) => count));
  const kept = all.slice(
    all.findIndex(([, count]) => count >= least),
    all.findLastIndex(([, count]) => count >= least) + 1,
  );
  const months = [kept[0]![0], kept.at(-1)![0]] as const;
  const outside = all.filter((each) => !kept.includes(each));
  const [before, last] = [kept.at(-2), kept.at(-1)!];
  return {
    months,
    remarks: [
      ...(outside.length === 0 ? [] : [
        words.mistakes(
          outside.slice(0, 3).map(([month, rows]) => words.rowsOf(rows, month)),
          outside.length > 3,
        ),
      ]),
      ...(isFlow && before !== undefined && last[1] < WHOLE_SHARE * before[1]
        ? [words.isAllIn(last[0], last[1], before[0], before[1])]
        : []),
    ],
  };
}
