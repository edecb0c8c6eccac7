/**
 * What do single claims show? Tables of what a claim is paid and which rule decides.
 *
 * It stands apart from the face, so that a command of claims loads no valuation.
 *
 * @module
 */

export {
  claimBenefitsTable,
  claimChecksTable,
  claimNotes,
  type DecidedClaim,
  liabilityTable,
} from "./claims/claim_tables.ts";
export { claimsTable } from "./claims/claims_table.ts";
export { decidedClaimsTable } from "./claims/decided_claims_table.ts";
export { entitlementTable } from "./claims/entitlement_table.ts";
