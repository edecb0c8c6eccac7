/**
 * What the room `entitlement` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { readClaim } from "./claims/read_claim.ts";
export { readClaims } from "./claims/read_claims.ts";
