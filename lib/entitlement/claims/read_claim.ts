import { readNamedFile } from "@jkp/files/read";
import { parseToml } from "@jkp/files";
import { basename } from "node:path";
import * as v from "valibot";
import type { Claim } from "./claim.ts";
import { claimFrom } from "./claim_from.ts";

const AnyTable = v.record(v.string(), v.unknown());

/**
 * Reads one person's claim: an example of the project by name, or a TOML file by path.
 *
 * @param nameOrPath `four_contracts` or another of `data/claims`, or a path ending in
 * `.toml`.
 * @returns The claim.
 * @throws {DataError} With everything that is wrong with the file, by key path.
 *
 * @example Four contracts of five months do not have six months in a row
 * ```ts
 * import { entitlement } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const { history, termination } = await readClaim("four_contracts");
 * const rules = rulesAt(await readScheme("jkp_2021"), termination.month);
 * const { decidedBy } = entitlement(rules, history, termination);
 * assertEquals(decidedBy.rule, "consecutive_months");
 * ```
 */
export async function readClaim(nameOrPath: string): Promise<Claim> {
  const { path, text } = await readNamedFile("claims", nameOrPath);
  const value = parseToml(path, text, AnyTable);
  return claimFrom(value, basename(path, ".toml"), (place) => ({ file: path, place }));
}
