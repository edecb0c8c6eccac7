import { furtherProblems, type Problem, throwIfAny } from "@jkp/problem";
import { formatMonth } from "@jkp/month";
import { claimsTable } from "@jkp/study/claims";
import type { Table } from "@jkp/exhibit";
import { wordsOf } from "@jkp/language";
import {
  ageProblem,
  type Claim,
  type ClaimResults,
  evaluateHistories,
} from "@jkp/entitlement";
import { rulesAt, rulesFrom, type Scheme, schemeStart } from "@jkp/scheme";
import { type ClaimOptions, quantitiesOf } from "./claim_options.ts";

/** Many claims under one design. */
export interface MembersDecision {
  readonly scheme: Scheme;
  readonly results: ClaimResults;
}

/** Problems that are worded; the rest are counted. */
const MOST_WORDED = 100;

/**
 * Decides the claims of many members under each design.
 *
 * @throws {DataError} With every member whose age a design wants and no file gives, and
 * every termination before a design begins.
 * @throws {RangeError} If a design has no rules yet in the month that was asked for.
 */
export function decideMembers(
  claims: readonly Claim[],
  designs: readonly Scheme[],
  options: ClaimOptions,
): MembersDecision[] {
  return designs.map((scheme) => {
    const start = schemeStart(scheme);
    const problems = claims.flatMap(({ history, termination, locate }): Problem[] => {
      if (options.month === undefined && termination.month < start) {
        return [{
          expected: `a month from ${formatMonth(start)}, when ${scheme.name} begins`,
          received: formatMonth(termination.month),
          ...locate("termination.month"),
        }];
      }
      const rules = options.month === undefined
        ? rulesFrom(scheme, termination.month)
        : rulesAt(scheme, options.month);
      const problem = ageProblem(rules, history.member ?? {});
      return problem === undefined ? [] : [{ ...problem, ...locate(problem.place!) }];
    });
    const more = problems.splice(MOST_WORDED).length;
    if (more > 0) problems.push(furtherProblems(problems[0]!.file, more));
    throwIfAny(problems);
    return { scheme, results: evaluateHistories(scheme, claims, options) };
  });
}

/**
 * How many claims are paid, with what the designs leave open.
 *
 * @param decisions The results by design.
 * @param options The options that they were decided with.
 * @param source File of the claims.
 * @param membersLeftOut Members with contributions and no termination.
 * @returns The table that the command prints.
 */
export function membersSummary(
  decisions: readonly MembersDecision[],
  { quantities = {}, openDuration = "shortest", language = "en" }: ClaimOptions,
  source: string,
  membersLeftOut: number,
): Table {
  const words = wordsOf(language).claim.many;
  const table = claimsTable(decisions, source, language);
  const open = decisions.flatMap(({ scheme }) => {
    const missing = quantitiesOf(scheme).filter((name) => !(name in quantities));
    const hasRange = scheme.sections.duration.some(({ kind }) => kind === "range");
    return [
      ...missing.map((name) => words.missingQuantity(scheme.title, name)),
      ...(hasRange ? [words[openDuration](scheme.title)] : []),
    ];
  });
  const leftOut = membersLeftOut === 0 ? [] : [words.leftOut(membersLeftOut)];
  return { ...table, notes: [...table.notes, ...open, ...leftOut] };
}
