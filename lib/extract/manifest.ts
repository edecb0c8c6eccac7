import { formatToml, parseToml } from "@jkp/files";
import { formatMonth, type Month, monthCell, recordedMonth } from "@jkp/month";
import * as v from "valibot";
import type {
  ExtractManifest,
  SpellManifest,
  StatisticsManifest,
} from "./extract_manifest.ts";
import { DATA_FILES } from "./file_spec.ts";

/** Name of the manifest in an extract's folder. */
export const MANIFEST_FILE = "extract.toml";

/**
 * Name of the file, in a folder of recorded data, that keeps the random number by which
 * results name these data: no checksum of them leaves the folder.
 */
export const EXTRACT_ID_FILE = "extract_id.txt";

/** A text that is not empty, with an example of it. */
const text = (example: string) => {
  const expected = `a text such as "${example}"`;
  return v.pipe(v.string(expected), v.nonEmpty(expected));
};
const month = (example: string) =>
  recordedMonth(`${monthCell.expected}, such as "${example}"`);
const checksum = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, "a SHA-256 checksum of 64 hexadecimal digits"),
);
const GROWTH = "a fraction from -0.5 to 1";

/** What manifests of both forms hold. */
const COMMON = {
  name: text("jht_2024"),
  provider: text("BPJS Ketenagakerjaan"),
  extract_month: month("2024-01"),
  first_month: month("2020-01"),
  last_month: month("2023-12"),
  form: v.picklist(["statistics", "spells"]),
  synthetic: v.boolean("true if the rows are made up, or false if they were recorded"),
  method: text("every tenth member of the register"),
  seed: v.optional(v.pipe(v.number(), v.safeInteger("a whole number"))),
};

const STATISTICS = v.strictObject({
  ...COMMON,
  form: v.literal("statistics"),
  structure_only: v.optional(
    v.boolean("true if no level in it is evidence, or false"),
    false,
  ),
  sha256: v.strictObject(
    v.entriesFromList(DATA_FILES, checksum),
    `a table with the SHA-256 checksum of each of ${DATA_FILES.join(", ")}`,
  ),
});

const SPELLS = v.strictObject({
  ...COMMON,
  form: v.literal("spells"),
  wage_growth_per_year: v.optional(
    v.pipe(v.number(), v.minValue(-0.5, GROWTH), v.maxValue(1, GROWTH)),
    0,
  ),
  files: v.optional(
    v.pipe(v.array(text("spells.csv")), v.minLength(1, "at least one file")),
  ),
  sha256: v.optional(v.record(v.string(), checksum), {}),
});

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
 * Reads the text of the `extract.toml` of spells of single members.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The manifest; wages without growth and no checksums where nothing is said.
 * @throws {DataError} With every problem, by key path.
 *
 * @example A form that is not known
 * ```ts
 * import { parseSpellManifest } from "@jkp/extract";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const read = () => parseSpellManifest("extract.toml", 'form = "diary"');
 * assertThrows(read, DataError, 'extract.toml: form: expected "spells", got "diary"');
 * ```
 */
export function parseSpellManifest(file: string, toml: string): SpellManifest {
  const read = parseToml(file, toml, SPELLS, orderOfMonths);
  return {
    ...commonOf(read),
    form: read.form,
    wageGrowthPerYear: read.wage_growth_per_year,
    ...(read.files === undefined ? {} : { files: read.files }),
    sha256: read.sha256,
  };
}

/**
 * Writes a manifest of either form as the text of an `extract.toml`.
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
    last_month: formatMonth(manifest.lastMonth),
    form: manifest.form,
    synthetic: manifest.synthetic,
    ...(manifest.seed === undefined ? {} : { seed: manifest.seed }),
    ...(manifest.form === "spells"
      ? spellKeys(manifest)
      : manifest.structureOnly
      ? { structure_only: true }
      : {}),
    method: manifest.method,
  }, { sha256: { ...manifest.sha256 } });
}

function spellKeys({ wageGrowthPerYear, files }: SpellManifest) {
  return {
    wage_growth_per_year: wageGrowthPerYear,
    ...(files === undefined ? {} : { files: [...files] }),
  };
}

function commonOf(read: Common): Omit<ExtractManifest, "form" | "sha256"> {
  return {
    name: read.name,
    provider: read.provider,
    extractMonth: read.extract_month,
    firstMonth: read.first_month,
    lastMonth: read.last_month,
    synthetic: read.synthetic,
    method: read.method,
    ...(read.seed === undefined ? {} : { seed: read.seed }),
  };
}

/** The window ends not before it begins, and the extract is not drawn before its end. */
function orderOfMonths(read: Common) {
  const { first_month: first, last_month: last, extract_month: drawn } = read;
  const latest = last < first ? first : last;
  return [
    ...notBefore("last_month", last, "first_month", first),
    ...notBefore(
      "extract_month",
      drawn,
      latest === last ? "last_month" : "first_month",
      latest,
    ),
  ];
}

function notBefore(place: string, month: Month, name: string, earliest: Month) {
  if (!(month < earliest)) return []; // nor where one of them could not be read
  const expected = `a month from ${formatMonth(earliest)}, ${name}, on`;
  return [{ place, expected, received: formatMonth(month) }];
}
