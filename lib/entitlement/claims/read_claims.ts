import { DataError, furtherProblems, type Problem, throwIfAny } from "@jkp/problem";
import type { Claim, Locate } from "./claim.ts";
import { claimFrom } from "./claim_from.ts";
import { type MemberRow, readMemberRows } from "./member_rows.ts";

/** CSV files of many members' claims. */
export interface ClaimFiles {
  /** `member_id`, `wage`, and `first_month` and `last_month`, or `month`. */
  readonly contributions: string;
  /** `member_id`, `month`, `reason`, and what else is known of each member. */
  readonly terminations: string;
  /** `member_id`, `month`, `months_paid`: claims that were paid before. */
  readonly earlierClaims?: string;
}

/** The claims of many members. */
export interface MemberClaims {
  /** One a row of `terminations`, in its order, each called by its `member_id`. */
  readonly claims: readonly Claim[];
  /** Members with contributions and no termination, who make no claim. */
  readonly membersLeftOut: number;
}

/** Problems that are worded; the rest are counted. */
const MOST_WORDED = 100;

const CONTRIBUTION_KEYS = ["month", "first_month", "last_month", "wage"];
const EARLIER_KEYS = [
  ...["month", "months_paid", "last_employment_month", "last_benefit_month"],
];
const TERMINATION_KEYS = ["month", "reason", "claim_month", "severance_pay"];
const MEMBER_KEYS = [
  ...["age", "age_at_registration", "group", "enterprise", "contract", "is_citizen"],
  ...["schemes", "other_benefits", "hours_per_week", "is_seasonal"],
];

/**
 * Reads the claims of many members.
 *
 * @param files Their files.
 * @returns A claim for each member with a termination.
 * @throws {DataError} With everything that is wrong, by file, row and column; from the
 * hundredth problem on only counted.
 *
 * @example Four contracts of five months, and a layoff in December 2022 at 24
 * ```ts
 * import { readClaims } from "@jkp/entitlement/read";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const { claims } = await readClaims({
 *   contributions: "data/claims/members/contributions.csv",
 *   terminations: "data/claims/members/terminations.csv",
 * });
 * const { title, history, termination } = claims[0]!;
 * const months = history.contributions.map((run) => run.lastMonth - run.firstMonth + 1);
 * assertEquals([title, months, history.member?.age], ["A01", [5, 5, 5, 5], 24]);
 * assertEquals(termination.month, monthOf(2022, 12));
 * ```
 */
export async function readClaims(files: ClaimFiles): Promise<MemberClaims> {
  const problems: Problem[] = [];
  const gather = async <Value>(read: () => Value | Promise<Value>) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      for (const problem of error.problems) problems.push(problem);
      return undefined;
    }
  };
  const contributions = await gather(() =>
    readMemberRows(files.contributions, CONTRIBUTION_KEYS, [
      ["wage", "first_month", "last_month"],
      ["wage", "month"],
    ])
  );
  const earlier = files.earlierClaims === undefined
    ? undefined
    : await gather(() =>
      readMemberRows(files.earlierClaims!, EARLIER_KEYS, [["month", "months_paid"]])
    );
  const terminations = await gather(() =>
    readMemberRows(files.terminations, [...TERMINATION_KEYS, ...MEMBER_KEYS], [
      ["month", "reason"],
    ])
  );
  throwFirst(problems, files.contributions);
  for (const [member, rows] of earlier ?? []) {
    if (contributions!.has(member)) continue;
    problems.push({
      file: files.earlierClaims!,
      place: `row ${rows[0]!.line}, column member_id`,
      expected: `a member_id of ${files.contributions}`,
      received: member,
    });
  }
  const claims: Claim[] = [];
  for (const [member, [row, ...again]] of terminations!) {
    for (const { line } of again) {
      problems.push({
        file: files.terminations,
        place: `row ${line}, column member_id`,
        expected: "each member once",
        received: member,
      });
    }
    const own = contributions!.get(member) ?? [];
    const before = earlier?.get(member) ?? [];
    const claim = await gather(() =>
      claimFrom(
        {
          contributions: own.map((each) => valuesOf(each, CONTRIBUTION_KEYS)),
          claims: before.map((each) => valuesOf(each, EARLIER_KEYS)),
          member: valuesOf(row!, MEMBER_KEYS),
          termination: valuesOf(row!, TERMINATION_KEYS),
        },
        member,
        locateIn(files, row!.line, linesOf(own), linesOf(before)),
      )
    );
    if (claim !== undefined) claims.push(claim);
    contributions!.delete(member); // its rows need no longer be held
  }
  throwFirst(problems, files.terminations);
  return { claims, membersLeftOut: contributions!.size };
}

/** Throws problems if there are any, the first of them worded and the others counted. */
function throwFirst(problems: readonly Problem[], file: string): void {
  const more = problems.length - MOST_WORDED;
  throwIfAny([
    ...problems.slice(0, MOST_WORDED),
    ...(more > 0 ? [furtherProblems(file, more)] : []),
  ]);
}

/** A row's cells as the values that a TOML file would have; empty ones left out. */
function valuesOf({ row }: MemberRow, keys: readonly string[]): Record<string, unknown> {
  const given = keys.filter((key) => (row[key] ?? "") !== "");
  return Object.fromEntries(given.map((key) => [key, valueOf(key, row[key]!)]));
}

function valueOf(key: string, cell: string): unknown {
  const listed = () => cell.split(";").map((each) => each.trim());
  if (key === "schemes") return listed();
  if (key === "other_benefits") {
    return listed().map((benefit) => {
      const [scheme, paid_for] = benefit.split(":");
      return { scheme, paid_for };
    });
  }
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return cell === "true" || cell === "false" ? cell === "true" : cell;
}

function linesOf(rows: readonly MemberRow[]): number[] {
  return rows.map(({ line }) => line);
}

/** Where in the files a claim's values stand, by lines of its rows. */
function locateIn(
  files: ClaimFiles,
  termination: number,
  contributions: readonly number[],
  claims: readonly number[],
): Locate {
  const at = (file: string, line: number, column: string) => ({
    file,
    place: `row ${line}, column ${column}`,
  });
  return (place) => {
    const [table, second, column] = place.split(".");
    const row = Number(second);
    if (table === "contributions" && column !== undefined) {
      return at(files.contributions, contributions[row]!, column);
    }
    if (table === "claims" && column !== undefined) {
      return at(files.earlierClaims!, claims[row]!, column);
    }
    return at(files.terminations, termination, second ?? "member_id");
  };
}
