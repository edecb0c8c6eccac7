/** What a number is drawn for: each has draws of its own. */
export const HASHED = {
  employer: 1,
  late: 2,
  arrears: 3,
  second: 4,
  wrong: 5,
  after: 6,
  partial: 7,
} as const;

/**
 * A number from 0 to below 1 that a seed, a purpose and two whole numbers fix, whatever was
 * drawn before: all that an employer pays for a month is paid together.
 * @see Appleby, MurmurHash3 (public domain), for the mixing of 32 bits.
 */
export function evenHash(seed: number, purpose: number, a: number, b: number): number {
  let hash = mixed(seed ^ Math.imul(purpose, 0x9e3779b1));
  hash = mixed(hash ^ a);
  hash = mixed(hash ^ Math.imul(b, 0x85ebca6b));
  return hash / 2 ** 32;
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
