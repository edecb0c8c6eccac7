import type { ContributionRun, Member } from "../history.ts";
import type { Claim, Locate } from "./claim.ts";
import type { ClaimContent } from "./claim_file.ts";

type Entry = ClaimContent["contributions"][number];

/** A file's content as a claim. */
export function toClaim(content: ClaimContent, title: string, locate: Locate): Claim {
  const { contributions, claims, member, termination, employer } = content;
  const runs = (wageOf: (entry: Entry) => unknown) =>
    contributions.filter(({ wage }) => wage !== "none").map((entry): ContributionRun => {
      const { first, last } = monthsOf(entry);
      return { firstMonth: first, lastMonth: last, wage: Number(wageOf(entry)) };
    });
  const isReported = contributions.some((entry) => entry.reported_wage !== undefined);
  const paid = runs(({ wage }) => wage);
  return {
    title: content.title ?? title,
    source: content.source ?? "",
    history: {
      contributions: paid,
      claims: claims.map(camelCaseKeys),
      member: memberOf(member),
    },
    termination: camelCaseKeys(termination),
    reported: isReported
      ? runs(({ wage, reported_wage }) => reported_wage ?? wage)
      : paid,
    compliance: employer !== undefined
      ? camelCaseKeys(employer)
      : isReported
      ? { isEnrolled: true, monthsInArrears: 0, monthlyContribution: 0 }
      : null,
    locate,
  };
}

function memberOf({ other_benefits, ...member }: ClaimContent["member"]): Member {
  const facts = camelCaseKeys(member);
  return other_benefits === undefined
    ? facts
    : { ...facts, otherBenefits: other_benefits.map(camelCaseKeys) };
}

/** First and last month of a run, or of a single month; NaN where there is none. */
export function monthsOf({ month = NaN, first_month, last_month }: Entry) {
  return { first: first_month ?? month, last: last_month ?? month };
}

type CamelCase<Text extends string> = Text extends `${infer Word}_${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Text;

type CamelCaseKeys<Table> = {
  [Key in keyof Table as CamelCase<Key & string>]: Table[Key];
};

function camelCaseKeys<Table extends object>(table: Table): CamelCaseKeys<Table> {
  const entries = Object.entries(table).map(([key, value]) => [
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries);
}
