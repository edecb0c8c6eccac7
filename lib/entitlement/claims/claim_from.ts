import { checkSchema } from "@jkp/files";
import { DataError } from "@jkp/problem";
import type { Claim, Locate } from "./claim.ts";
import { ClaimFile } from "./claim_file.ts";
import { claimProblems } from "./claim_problems.ts";
import { toClaim } from "./to_claim.ts";

/**
 * Makes a claim of a plain value with the keys of a claim's TOML file.
 *
 * @throws {DataError} With every problem: values of a wrong kind, and months that do not
 * go together.
 */
export function claimFrom(value: unknown, title: string, locate: Locate): Claim {
  try {
    return toClaim(checkSchema("", value, ClaimFile, claimProblems), title, locate);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      error.problems.map((problem) => ({ ...problem, ...locate(problem.place ?? "") })),
    );
  }
}
