import { readNamedFile } from "@jkp/files/read";
import type { RateRule } from "./rate_rule.ts";
import { parseRateRule } from "./rate_rule_file.ts";

/**
 * Reads a rule that sets a contribution rate: one of the project's by name, or a TOML file by
 * path.
 *
 * @param nameOrPath A file of `data/rate_rules`, such as `canada`, or a path ending in
 * `.toml`.
 * @returns The rule, with fractions for the file's per cents.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example Canada looks seven years ahead
 * ```ts
 * import { readRateRule } from "@jkp/uncertainty/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rule = await readRateRule("canada");
 * assertEquals(rule.kind === "level_target" && rule.years, 7);
 * ```
 */
export async function readRateRule(nameOrPath: string): Promise<RateRule> {
  const { path, text } = await readNamedFile("rate_rules", nameOrPath);
  return parseRateRule(path, text);
}
