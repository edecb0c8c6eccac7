import type { SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { ALL_PAID_AFTER } from "./lateness.ts";

/**
 * The manifest of a synthetic ledger.
 *
 * @param spells Manifest of the spells that it comes to.
 * @param drawn Month in which it is drawn; twelve months after the last month of
 * contributions, when all is paid, if nothing is said.
 * @returns The manifest; files, tables and checksums are added on writing.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { formatMonth } from "@jkp/month";
 * import { ledgerManifestOf, spellManifestOf } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const size = { registerMembers: 26_000_000, members: 26_000, seed: 2019 };
 * const spells = spellManifestOf((await readShippedExtract()).manifest, size);
 * const { name, extractMonth } = ledgerManifestOf(spells);
 * assertEquals([name, formatMonth(extractMonth)], ["jht_2019_ledger", "2020-12"]);
 * ```
 */
export function ledgerManifestOf(
  spells: SpellManifest,
  drawn: Month = spells.lastMonth + ALL_PAID_AFTER,
): SpellManifest {
  return {
    ...spells,
    name: spells.name.replace(/_spells$/, "_ledger"),
    form: "ledger",
    extractMonth: drawn,
    ledger: { gapMonths: 0, employers: "sum" },
    method: `${spells.method}\
Of these spells, the payments: one a month and employer. Each row stands for itself, as a
ledger has no weights. Invented: when employers pay (20 per cent of their months in the
month itself, 56 in the next, all within nine), arrears of up to four months paid together
(2 per cent), a second employer in 3 per cent of the half-years, wages ten times too high
that were taken back and put right (0.4 per cent), months after the end paid by mistake and
taken back (2 per cent of spells), claims of a part of the savings that close nothing.
`,
  };
}
