/**
 * What uncertainty reads from disk: processes of the economy and rules that set a rate.
 *
 * @module
 */

export { readRateRule } from "./rate_rules/read_rate_rule.ts";
export { readProcess, usualProcess } from "./read_process.ts";
