import { formatToml, parseToml } from "@jkp/files";
import { type IssueWords, issueWords, type Words } from "@jkp/language";
import {
  EARLIEST_RECORDED,
  formatMonth,
  LATEST_RECORDED,
  type Month,
  recordedMonth,
} from "@jkp/month";
import * as v from "valibot";
import type {
  ExtractManifest,
  LedgerRules,
  RegisterTables,
  SpellManifest,
  StatisticsManifest,
} from "./extract_manifest.ts";
import { DATA_FILES, SUMS_FILES } from "./file_spec.ts";

/** Name of the manifest in an extract's folder. */
export const MANIFEST_FILE = "extract.toml";

/**
 * Name of the file, in a folder of recorded data, that keeps the random number by which
 * results name these data: no checksum of them leaves the folder.
 */
export const EXTRACT_ID_FILE = "extract_id.txt";

type ManifestWords = Words["extract"]["manifest"];

/** What is said of a key, in the language of who reads it. */
function said(of: (words: ManifestWords) => string): IssueWords {
  return issueWords(({ extract }) => of(extract.manifest));
}

/** A text that is not empty, with an example of it. */
const text = (example: string) => {
  const expected = said(({ textSuchAs }) => textSuchAs(example));
  return v.pipe(v.string(expected), v.nonEmpty(expected));
};
const month = (example: string) =>
  recordedMonth(
    said(({ monthSuchAs }) => monthSuchAs(example)),
    said((words) => words.recordedMonth([EARLIEST_RECORDED, LATEST_RECORDED])),
  );
const CHECKSUM = said((words) => words.checksum);
const checksum = v.pipe(v.string(CHECKSUM), v.regex(/^[0-9a-f]{64}$/, CHECKSUM));
const WHOLE = said((words) => words.wholeNumber);
/** Growth of wages a year, a fraction; what lies outside is per cent, or a mistake. */
const [LEAST_GROWTH, MOST_GROWTH] = [-0.5, 1];
const GROWTH = said(({ growth }) => growth(LEAST_GROWTH, MOST_GROWTH));

/** What manifests of all forms hold. */
const COMMON = {
  name: text("jht_2024"),
  provider: text("BPJS Ketenagakerjaan"),
  extract_month: month("2024-01"),
  first_month: month("2020-01"),
  history_from: v.optional(month("2020-01")),
  last_month: month("2023-12"),
  form: v.picklist(["statistics", "spells", "ledger", "jkp"]),
  synthetic: v.boolean(said((words) => words.synthetic)),
  method: text("every tenth member of the register"),
  seed: v.optional(v.pipe(v.number(WHOLE), v.safeInteger(WHOLE))),
};

const STATISTICS = v.strictObject({
  ...COMMON,
  form: v.literal("statistics"),
  structure_only: v.optional(
    v.boolean(said((words) => words.structureOnly)),
    false,
  ),
  sha256: v.strictObject(
    {
      ...v.entriesFromList(DATA_FILES, checksum),
      ...v.entriesFromList(SUMS_FILES, v.exactOptional(checksum)),
    },
    said(({ checksums }) => checksums(DATA_FILES.join(", "))),
  ),
});

/** Names of files, or patterns of them. */
const fileNames = (example: string) =>
  v.pipe(
    v.array(text(example), said(({ fileList }) => fileList(example))),
    v.minLength(1, said(({ oneFile }) => oneFile)),
  );

/** Longest gap that a spell can be told to run over. */
const MOST_GAP_MONTHS = 24;
const GAP = said(({ gap }) => gap(MOST_GAP_MONTHS));

const LEDGER = v.strictObject({
  gap_months: v.optional(
    v.pipe(
      v.number(GAP),
      v.integer(GAP),
      v.minValue(0, GAP),
      v.maxValue(MOST_GAP_MONTHS, GAP),
    ),
    0,
  ),
  employers: v.optional(
    v.picklist(["sum", "main"], said((words) => words.employers)),
    "sum",
  ),
  repeats: v.optional(v.picklist(["add", "once"], said((words) => words.repeats))),
});

const SPELLS = v.strictObject({
  ...COMMON,
  form: v.picklist(["spells", "ledger", "jkp"], said((words) => words.form)),
  wage_growth_per_year: v.optional(
    v.pipe(
      v.number(GROWTH),
      v.minValue(LEAST_GROWTH, GROWTH),
      v.maxValue(MOST_GROWTH, GROWTH),
    ),
    0,
  ),
  files: v.optional(fileNames("spells.csv")),
  tables: v.optional(v.strictObject({
    members: v.optional(fileNames("members.csv")),
    claims: v.optional(fileNames("claims.csv")),
    jkp: v.optional(fileNames("jkp.csv")),
  })),
  ledger: v.optional(LEDGER),
  sha256: v.optional(v.record(v.string(), checksum), {}),
});

type Tables = NonNullable<v.InferOutput<typeof SPELLS>["tables"]>;
type Common = v.InferOutput<v.StrictObjectSchema<typeof COMMON, undefined>>;

/**
 * Reads the text of an `extract.toml`.
 * @throws {DataError} With every problem, by key path.
 */
export function parseManifest(file: string, toml: string): StatisticsManifest {
  const read = parseToml(file, toml, STATISTICS, orderOfMonths);
  return {
    ...commonOf(read),
    form: read.form,
    ...(read.structure_only ? { structureOnly: true } : {}),
    sha256: read.sha256,
  };
}

/**
 * Reads the text of the `extract.toml` of single members: spells, or a ledger of payments.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The manifest; wages without growth and no checksums where nothing is said, and
 * for a ledger no gaps and the wages of several employers added.
 * @throws {DataError} With every problem, by key path.
 *
 * @example A form that is not known
 * ```ts
 * import { parseSpellManifest } from "@jkp/extract";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const read = () => parseSpellManifest("extract.toml", 'form = "diary"');
 * const message = 'extract.toml: form: expected "spells", "ledger" or "jkp", got "diary"';
 * assertThrows(read, DataError, message);
 * ```
 */
export function parseSpellManifest(file: string, toml: string): SpellManifest {
  const read = parseToml(
    file,
    toml,
    SPELLS,
    (all, words) => [
      ...orderOfMonths(all, words),
      ...rulesWithoutLedger(all, words),
      ...jkpAlone(all, words),
    ],
  );
  return {
    ...commonOf(read),
    form: read.form,
    wageGrowthPerYear: read.wage_growth_per_year,
    ...(read.files === undefined ? {} : { files: read.files }),
    ...(read.tables === undefined ? {} : { tables: tablesOf(read.tables) }),
    ...(read.form === "ledger"
      ? { ledger: ledgerRulesOf(read.ledger ?? v.parse(LEDGER, {})) }
      : {}),
    sha256: read.sha256,
  };
}

function ledgerRulesOf(
  { gap_months: gapMonths, employers, repeats }: v.InferOutput<typeof LEDGER>,
): LedgerRules {
  return { gapMonths, employers, ...(repeats === undefined ? {} : { repeats }) };
}

function tablesOf({ members, claims, jkp }: Tables): RegisterTables {
  return {
    ...(members === undefined ? {} : { members }),
    ...(claims === undefined ? {} : { claims }),
    ...(jkp === undefined ? {} : { jkp }),
  };
}

/**
 * Writes a manifest of any form as the text of an `extract.toml`.
 *
 * @param manifest The manifest.
 * @returns TOML; a method of several lines stands as such.
 *
 * @example The extract that comes with the project
 * ```ts
 * import { formatManifest } from "@jkp/extract";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await readShippedExtract();
 * assertEquals(formatManifest(manifest).split("\n").slice(2, 7), [
 *   'extract_month = "2020-01"',
 *   'first_month = "2016-01"',
 *   'last_month = "2019-12"',
 *   'form = "statistics"',
 *   "synthetic = true",
 * ]);
 * ```
 */
export function formatManifest(manifest: StatisticsManifest | SpellManifest): string {
  return formatToml({
    name: manifest.name,
    provider: manifest.provider,
    extract_month: formatMonth(manifest.extractMonth),
    first_month: formatMonth(manifest.firstMonth),
    ...(manifest.historyFrom === undefined
      ? {}
      : { history_from: formatMonth(manifest.historyFrom) }),
    last_month: formatMonth(manifest.lastMonth),
    form: manifest.form,
    synthetic: manifest.synthetic,
    ...(manifest.seed === undefined ? {} : { seed: manifest.seed }),
    ...(manifest.form !== "statistics"
      ? spellKeys(manifest)
      : manifest.structureOnly
      ? { structure_only: true }
      : {}),
    method: manifest.method,
  }, {
    ...(manifest.form === "statistics" ? {} : spellTables(manifest)),
    sha256: { ...manifest.sha256 },
  });
}

function spellKeys({ wageGrowthPerYear, files }: SpellManifest) {
  return {
    wage_growth_per_year: wageGrowthPerYear,
    ...(files === undefined ? {} : { files: [...files] }),
  };
}

function spellTables({ tables, ledger }: SpellManifest) {
  return {
    ...(tables === undefined ? {} : { tables: listsOf(tables) }),
    ...(ledger === undefined ? {} : { ledger: ledgerKeys(ledger) }),
  };
}

function ledgerKeys({ gapMonths, employers, repeats }: LedgerRules) {
  return {
    gap_months: gapMonths,
    employers,
    ...(repeats === undefined ? {} : { repeats }),
  };
}

function listsOf(tables: RegisterTables) {
  return Object.fromEntries(
    Object.entries(tables).map(([name, files]) => [name, [...files]]),
  );
}

function commonOf(read: Common): Omit<ExtractManifest, "form" | "sha256"> {
  return {
    name: read.name,
    provider: read.provider,
    extractMonth: read.extract_month,
    firstMonth: read.first_month,
    ...(read.history_from === undefined ? {} : { historyFrom: read.history_from }),
    lastMonth: read.last_month,
    synthetic: read.synthetic,
    method: read.method,
    ...(read.seed === undefined ? {} : { seed: read.seed }),
  };
}

/**
 * The window ends not before it begins, the extract is not drawn before its end, and its
 * members are known from the window's first month at the latest.
 */
function orderOfMonths(read: Common, { extract: { manifest: words } }: Words) {
  const { first_month: first, last_month: last, extract_month: drawn } = read;
  const { history_from: history } = read;
  const latest = last < first ? first : last;
  return [
    ...notBefore(words, "last_month", last, "first_month", first),
    ...notBefore(
      words,
      "extract_month",
      drawn,
      latest === last ? "last_month" : "first_month",
      latest,
    ),
    ...(history === undefined || !(history > first) ? [] : [{
      place: "history_from",
      expected: words.upTo(first, "first_month"),
      received: formatMonth(history),
    }]),
  ];
}

/** How payments are taken says nothing of spells. */
function rulesWithoutLedger(
  read: v.InferOutput<typeof SPELLS>,
  { extract: { manifest } }: Words,
) {
  if (read.form === "ledger" || read.ledger === undefined) return [];
  return [{ place: "form", expected: manifest.ledgerForm, received: read.form }];
}

/** A register of JKP claims alone has its table, and no other. */
function jkpAlone(
  { form, files, tables }: v.InferOutput<typeof SPELLS>,
  { extract: { manifest: words }, files: { nothing } }: Words,
) {
  if (form !== "jkp") return [];
  const others = [
    ["files", files],
    ["tables.members", tables?.members],
    ["tables.claims", tables?.claims],
  ] as const;
  return [
    ...(tables?.jkp === undefined
      ? [{
        place: "tables.jkp",
        expected: words.jkpFiles,
        received: nothing,
      }]
      : []),
    ...others.filter(([, names]) => names !== undefined).map(([place]) => ({
      place,
      expected: words.nothingBesideJkp,
      received: words.aList,
    })),
  ];
}

function notBefore(
  words: ManifestWords,
  place: string,
  month: Month,
  name: string,
  earliest: Month,
) {
  if (!(month < earliest)) return []; // nor where one of them could not be read
  const expected = words.from(earliest, name);
  return [{ place, expected, received: formatMonth(month) }];
}
