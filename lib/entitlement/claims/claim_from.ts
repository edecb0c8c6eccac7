import { checkSchema } from "@jkp/files";
import { DataError } from "@jkp/problem";
import type { Claim, Locate } from "./claim.ts";
import * as v from "valibot";
import { type ClaimContent, ClaimFile } from "./claim_file.ts";
import { claimProblems, listProblems } from "./claim_problems.ts";
import { toClaim } from "./to_claim.ts";

/**
 * Makes a claim of a plain value with the keys of a claim's TOML file.
 *
 * @throws {DataError} With every problem: values of a wrong kind, and months that do not
 * go together.
 */
export function claimFrom(value: unknown, title: string, locate: Locate): Claim {
  const content = located(
    locate,
    () => checkSchema("", value, ClaimFile, (claim) => claimProblems(claim)),
  );
  return toClaim(content, title, locate);
}

const Contributions = v.pick(ClaimFile, ["contributions"]);

/**
 * Checks contributions of which no claim is made.
 *
 * @throws {DataError} With every problem.
 */
export function checkContributions(value: unknown, locate: Locate): void {
  located(locate, () => checkSchema("", value, Contributions, listProblems));
}

/** Says of what is wrong where it stands in the file. */
function located<Content>(locate: Locate, check: () => Content): Content {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      error.problems.map((problem) => ({ ...problem, ...locate(problem.place ?? "") })),
    );
  }
}

/** What a claim is about beside its contributions. */
const Rest = v.omit(ClaimFile, ["contributions"]);

/**
 * Makes a claim of contributions that were read before and of a plain value with the other
 * keys of a claim's file; `undefined` if something is wrong with it, which `claimFrom` says.
 */
export function plainClaim(
  contributions: ClaimContent["contributions"],
  rest: unknown,
  title: string,
  locate: Locate,
): Claim | undefined {
  const read = v.safeParse(Rest, rest, { abortEarly: true });
  if (!read.success) return undefined;
  const content = { ...read.output, contributions };
  const claim = toClaim(content, title, locate);
  return claimProblems(content, claim).length === 0 ? claim : undefined;
}
