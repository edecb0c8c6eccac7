/**
 * Claims as files give them: one person's in TOML, those of many members in CSV.
 *
 * @module
 */

export * from "./benefit_schedule.ts";
export * from "./claim.ts";
export * from "./claim_from.ts";
export * from "./read_claim.ts";
export * from "./read_claims.ts";
