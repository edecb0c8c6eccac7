import { checkSchema } from "@jkp/files";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import * as v from "valibot";
import type { Claim, Locate } from "./claim.ts";
import { type ClaimContent, ClaimFile, ReadableClaimFile } from "./claim_file.ts";
import { claimProblems } from "./claim_problems.ts";
import { toClaim } from "./to_claim.ts";

/**
 * Makes a claim of what a file says.
 *
 * @param value The claim as a plain value, with the keys of a claim's TOML file.
 * @param title What it is called if the file does not say.
 * @param locate Where a value stands, for messages.
 * @returns The claim.
 * @throws {DataError} With every problem: values of a wrong kind, and months that do not
 * go together.
 *
 * @example A month is missing
 * ```ts
 * import { DataError } from "@jkp/problem";
 * import { claimFrom } from "@jkp/scheme";
 * import { assertThrows } from "@std/assert";
 *
 * const value = {
 *   contributions: [{ month: "2021-01", wage: 1 }, { month: "2021-03", wage: 1 }],
 *   termination: { month: "2021-03", reason: "involuntary" },
 * };
 * const locate = (place: string) => ({ file: "a.toml", place });
 * assertThrows(() => claimFrom(value, "a", locate), DataError, "expected 2021-02");
 * ```
 */
export function claimFrom(value: unknown, title: string, locate: Locate): Claim {
  const problems = schemaProblems(value);
  const readable = v.safeParse(ReadableClaimFile, value);
  for (const problem of readable.success ? claimProblems(readable.output) : []) {
    const isKnown = problems.some(({ place }) =>
      `${place}.`.startsWith(`${problem.place}.`)
    );
    if (!isKnown) problems.push(problem);
  }
  throwIfAny(problems.map((problem) => ({ ...problem, ...locate(problem.place ?? "") })));
  // Nothing was wrong, so everything could be read.
  return toClaim(readable.output as ClaimContent, title, locate);
}

function schemaProblems(value: unknown): Problem[] {
  try {
    checkSchema("", value, ClaimFile);
    return [];
  } catch (error) {
    if (error instanceof DataError) return [...error.problems];
    throw error;
  }
}
