/**
 * The wage of a skilled manual male employee by the average of all persons protected.
 *
 * Of the four ways that Convention 102 leaves open, the one that needs no survey of
 * occupations: 125 per cent of the average earnings of all persons protected.
 *
 * @param averageEarnings Their average earnings, before any ceiling.
 * @returns The wage, in the same money and time.
 * @see Convention 102, Article 65(6)(d).
 *
 * @example Average earnings of four million rupiah
 * ```ts
 * import { skilledWageFrom } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(skilledWageFrom(4_000_000), 5_000_000);
 * ```
 */
export function skilledWageFrom(averageEarnings: number): number {
  return 1.25 * averageEarnings;
}
