import { type Language, type Words, wordsOf } from "@jkp/language";
import { formatMonth, type Month } from "@jkp/month";
import type { RegisterTables } from "./extract_manifest.ts";

/** What is known of an extract whose manifest is to be drafted. */
export interface DraftedManifest {
  readonly name: string;
  /**
   * Earliest and latest last contribution that was seen, of a ledger contribution, of a
   * register of JKP claims benefit; `null` if none could be read.
   */
  readonly lastContributions: readonly [earliest: Month, latest: Month] | null;
  /** @default the month after the latest contribution */
  readonly extractMonth?: Month;
  /** @default {"spells"} */
  readonly form?: "spells" | "ledger" | "jkp";
  /** Files of spells or payments; all that are there if not given. */
  readonly files?: readonly string[];
  readonly tables?: RegisterTables;
  /** Command that drafts it. */
  readonly by?: "extract map" | "extract init";
  /** What there is to say of the months, each a line. */
  readonly monthRemarks?: readonly string[];
  /**
   * Language of the comments.
   * @default {"en"}
   */
  readonly language?: Language;
}

/**
 * Drafts the `extract.toml` of spells or of a ledger, to look through and complete: what is guessed says
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
export function draftManifest(known: DraftedManifest): string {
  const { name, lastContributions, form = "spells", files, tables } = known;
  const { by = "extract map", monthRemarks = [], extractMonth } = known;
  const { manifest: words } = wordsOf(known.language ?? "en").draft;
  const isLedger = form === "ledger";
  const [earliest, latest] = lastContributions ?? [null, null];
  const month = (value: Month | null) =>
    JSON.stringify(value === null ? "" : formatMonth(value));
  const guess = (what: string) =>
    lastContributions === null ? "" : words.guess(what, by === "extract map");
  const isJkp = form === "jkp";
  const first = isJkp
    ? words.earliestBenefit
    : isLedger
    ? words.earliestContribution
    : words.earliestLast;
  return [
    `# ${words.heading(by)}`,
    "",
    `# ${words.name}`,
    `name = ${JSON.stringify(name)}`,
    `# ${words.provider}`,
    'provider = "not stated"',
    `# ${words.drawn}` +
    guess(
      extractMonth === undefined
        ? words.monthAfterLatest
        : isJkp
        ? words.latestWritten
        : words.monthAfterLatestOrClaim,
    ),
    `extract_month = ${month(extractMonth ?? (latest === null ? null : latest + 1))}`,
    ...monthRemarks.map((remark) => `# ${remark}`),
    `# ${isJkp ? words.firstOfClaims : words.firstOfMembers}` + guess(first),
    `first_month = ${month(earliest)}`,
    `# ${isJkp ? words.lastOfBenefits : words.lastOfContributions}` +
    guess(isJkp ? words.latestBenefit : words.latestContribution),
    `last_month = ${month(latest)}`,
    `# ${isJkp ? words.ofClaims : isLedger ? words.ofPayments : words.ofSpells}`,
    `form = ${JSON.stringify(form)}`,
    `# ${words.synthetic}`,
    "synthetic = false",
    ...(isJkp ? [] : [
      `# ${words.wageGrowth}`,
      "wage_growth_per_year = 0",
    ]),
    `# ${words.method}`,
    'method = "not stated"',
    ...(files === undefined ? [] : [
      `# ${isLedger ? words.filesOfPayments : words.filesOfSpells}`,
      `files = ${listOf(files)}`,
    ]),
    ...(tables === undefined || Object.keys(tables).length === 0 ? [] : [
      "",
      `# ${words.tables}`,
      "[tables]",
      ...Object.entries(tables).map(([table, names]) => `${table} = ${listOf(names)}`),
    ]),
    ...(isLedger ? ledgerLines(words) : []),
    "",
  ].join("\n");
}

function ledgerLines(words: Words["draft"]["manifest"]): string[] {
  return [
    "",
    `# ${words.ledger}`,
    "[ledger]",
    `# ${words.gapMonths}`,
    "gap_months = 0",
    `# ${words.employers}`,
    'employers = "sum"',
    `# ${words.repeats}`,
    '# repeats = "once"',
  ];
}

function listOf(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
}
