import { formatMonth, type Month } from "@jkp/month";

/** What is known of an extract whose manifest is to be drafted. */
export interface DraftedManifest {
  readonly name: string;
  /** Earliest and latest last contribution that was seen; `null` if none could be read. */
  readonly lastContributions: readonly [earliest: Month, latest: Month] | null;
}

/**
 * Drafts the `extract.toml` of spells, to look through and complete: what is guessed says
 * so, and what nobody can guess is left empty.
 *
 * @param known What is known of the extract.
 * @returns TOML with a comment on each line.
 *
 * @example Who left first tells from when on leavers are known
 * ```ts
 * import { draftManifest, parseSpellManifest } from "@jkp/extract";
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const toml = draftManifest({
 *   name: "jht_2024",
 *   lastContributions: [monthOf(2020, 1), monthOf(2023, 12)],
 * });
 * const { firstMonth, lastMonth, extractMonth } = parseSpellManifest("extract.toml", toml);
 * assertEquals(
 *   [firstMonth, lastMonth, extractMonth].map(formatMonth),
 *   ["2020-01", "2023-12", "2024-01"],
 * );
 * ```
 */
export function draftManifest({ name, lastContributions }: DraftedManifest): string {
  const [earliest, latest] = lastContributions ?? [null, null];
  const month = (value: Month | null) =>
    JSON.stringify(value === null ? "" : formatMonth(value));
  const guess = (what: string) =>
    lastContributions === null ? "" : `; a guess: ${what} in the sample`;
  return [
    "# What this extract is. A draft of extract map: look each line through.",
    "",
    "# What you call it",
    `name = ${JSON.stringify(name)}`,
    "# Whose data they are",
    'provider = "not stated"',
    "# Month in which it was drawn from the register" +
    guess("the month after the latest contribution"),
    `extract_month = ${month(latest === null ? null : latest + 1)}`,
    "# First month for which every member is known, also who left soon after" +
    guess("the earliest last contribution"),
    `first_month = ${month(earliest)}`,
    "# Last month whose contributions are all in" + guess("the latest contribution"),
    `last_month = ${month(latest)}`,
    "# One row for each spell of membership",
    'form = "spells"',
    "# true if the rows are made up, false if they were recorded",
    "synthetic = false",
    "# Growth of wages a year, a fraction, if wages are the last ones: 0.075 is 7.5 per cent",
    "wage_growth_per_year = 0",
    "# How the data came to be: sample or register, who is left out",
    'method = "not stated"',
    "",
  ].join("\n");
}
