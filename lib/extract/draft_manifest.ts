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
  const isLedger = form === "ledger";
  const [earliest, latest] = lastContributions ?? [null, null];
  const month = (value: Month | null) =>
    JSON.stringify(value === null ? "" : formatMonth(value));
  const where = by === "extract map" ? " in the sample" : "";
  const guess = (what: string) =>
    lastContributions === null ? "" : `; a guess: ${what}${where}`;
  const isJkp = form === "jkp";
  const first = isJkp
    ? "the earliest benefit"
    : isLedger
    ? "the earliest contribution"
    : "the earliest last contribution";
  return [
    `# What this extract is. A draft of ${by}: look each line through.`,
    "",
    "# What you call it",
    `name = ${JSON.stringify(name)}`,
    "# Whose data they are",
    'provider = "not stated"',
    "# Month in which it was drawn from the register" +
    guess(
      extractMonth === undefined
        ? "the month after the latest contribution"
        : isJkp
        ? "the latest month that is written"
        : "the month after the latest contribution, or the latest claim",
    ),
    `extract_month = ${month(extractMonth ?? (latest === null ? null : latest + 1))}`,
    ...monthRemarks.map((remark) => `# ${remark}`),
    (isJkp
      ? "# First month whose claims and benefits are all there"
      : "# First month for which every member is known, also who left soon after") +
    guess(first),
    `first_month = ${month(earliest)}`,
    `# Last month whose ${isJkp ? "benefits" : "contributions"} are all in` +
    guess(`the latest ${isJkp ? "benefit" : "contribution"}`),
    `last_month = ${month(latest)}`,
    isJkp
      ? "# A register of JKP claims alone: neither spells nor payments of contributions"
      : isLedger
      ? "# One row for each payment of a contribution"
      : "# One row for each spell of membership",
    `form = ${JSON.stringify(form)}`,
    "# true if the rows are made up, false if they were recorded",
    "synthetic = false",
    ...(isJkp ? [] : [
      "# Growth of wages a year, a fraction, if wages are the last ones: 0.075 is 7.5 per cent",
      "wage_growth_per_year = 0",
    ]),
    "# How the data came to be: sample or register, who is left out",
    'method = "not stated"',
    ...(files === undefined ? [] : [
      `# Files of ${isLedger ? "payments" : "spells"}`,
      `files = ${listOf(files)}`,
    ]),
    ...(tables === undefined || Object.keys(tables).length === 0 ? [] : [
      "",
      "# Further tables, by what they are",
      "[tables]",
      ...Object.entries(tables).map(([table, names]) => `${table} = ${listOf(names)}`),
    ]),
    ...(isLedger ? LEDGER_LINES : []),
    "",
  ].join("\n");
}

const LEDGER_LINES = [
  "",
  "# How payments become spells",
  "[ledger]",
  "# Months without a payment that do not end a spell",
  "gap_months = 0",
  '# Wage of a month with several employers: "sum", or "main", the highest',
  'employers = "sum"',
  '# Payments that stand repeatedly: "add", or "once"; many are an error until you say',
  '# repeats = "once"',
];

function listOf(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
}
