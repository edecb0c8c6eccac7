import { DataError, furtherProblems, type Problem, throwIfAny } from "@jkp/problem";
import type { Claim, Locate } from "./claim.ts";
import { checkContributions, claimFrom, plainClaim } from "./claim_from.ts";
import { CONTRIBUTION_KEYS, ContributionColumns } from "./contribution_columns.ts";
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

/** Problems that are counted one by one; of further claims it is said that they have some. */
const MOST_COUNTED = 20_000;

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
 * hundredth problem on only counted, and from the 20,000th on by claim.
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
  const contributions = await gather(() => ContributionColumns.read(files.contributions));
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
  const unread = contributions!.membersUnread();
  for (const member of terminations!.keys()) unread.delete(member);
  const claims: Claim[] = [];
  let [members, claimsNotCounted] = [0, 0];
  for (const [member, [row, ...again]] of terminations!) {
    for (const { line } of again) {
      problems.push({
        file: files.terminations,
        place: `row ${line}, column member_id`,
        expected: "each member once",
        received: member,
      });
    }
    terminations!.delete(member); // its cells are needed no longer
    const own = contributions!.rowsOf(member);
    if (own.length > 0) members++;
    const before = earlier?.get(member) ?? [];
    const rest = {
      claims: before.map((each) => valuesOf(each.row, EARLIER_KEYS)),
      member: valuesOf(row!.row, MEMBER_KEYS),
      termination: valuesOf(row!.row, TERMINATION_KEYS),
    };
    const locate = locateIn(files, row!.line, contributions!, member, before);
    const entries = contributions!.entriesOf(own);
    const plain = entries && plainClaim(entries, rest, member, locate);
    if (plain !== undefined) {
      claims.push(plain);
      continue;
    }
    if (problems.length > MOST_COUNTED) { // to word each would take minutes
      claimsNotCounted++;
      continue;
    }
    const claim = await gather(() =>
      claimFrom(
        { contributions: entriesAsWritten(contributions!, member), ...rest },
        member,
        locate,
      )
    );
    if (claim !== undefined) claims.push(claim);
  }
  for (const member of unread) { // who makes no claim: a slip may be why
    if (problems.length > MOST_COUNTED) {
      claimsNotCounted++;
      continue;
    }
    const locate = locateIn(files, 0, contributions!, member, []);
    const entries = entriesAsWritten(contributions!, member);
    await gather(() => checkContributions({ contributions: entries }, locate));
  }
  throwFirst(problems, files.terminations, claimsNotCounted);
  return { claims, membersLeftOut: contributions!.size - members };
}

/**
 * Throws problems if there are any, the first of them worded and the others counted; of some
 * claims the problems were not counted.
 */
function throwFirst(
  problems: readonly Problem[],
  file: string,
  claimsNotCounted = 0,
): void {
  const more = problems.length - MOST_WORDED;
  const further = furtherProblems(file, more);
  const uncounted = `${claimsNotCounted.toLocaleString("en")} more claims with problems`;
  throwIfAny([
    ...problems.slice(0, MOST_WORDED),
    ...(more <= 0 ? [] : claimsNotCounted === 0 ? [further] : [{
      ...further,
      received: `${further.received}, and ${uncounted}`,
    }]),
  ]);
}

/** A member's contributions as a TOML file would have them. */
function entriesAsWritten(contributions: ContributionColumns, member: string) {
  return Array.from(
    contributions.rowsOf(member),
    (row) => valuesOf(contributions.cellsOf(row), CONTRIBUTION_KEYS),
  );
}

/** A row's cells as the values that a TOML file would have; empty ones left out. */
function valuesOf(
  cells: Readonly<Record<string, string>>,
  keys: readonly string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const text = cells[key] ?? "";
    if (text !== "") values[key] = valueOf(key, text);
  }
  return values;
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

/** Where in the files a claim's values stand, by lines of its rows. */
function locateIn(
  files: ClaimFiles,
  lineOfTermination: number,
  contributions: ContributionColumns,
  member: string,
  claims: readonly MemberRow[],
): Locate {
  const at = (file: string, line: number, column: string) => ({
    file,
    place: `row ${line}, column ${column}`,
  });
  return (place) => {
    const [table, second, column] = place.split(".");
    const row = Number(second);
    if (table === "contributions" && column !== undefined) {
      return at(
        files.contributions,
        contributions.lineOf(contributions.rowsOf(member)[row]!),
        column,
      );
    }
    if (table === "claims" && column !== undefined) {
      return at(files.earlierClaims!, claims[row]!.line, column);
    }
    return at(files.terminations, lineOfTermination, second ?? "member_id");
  };
}
