import { formatToml, parseToml } from "@jkp/files";
import { formatMonth, type Month, parseMonth } from "@jkp/month";
import * as v from "valibot";
import { DATA_FILES } from "./file_spec.ts";
import type { ExtractManifest } from "./statistics_extract.ts";

/** Name of the manifest in an extract's folder. */
export const MANIFEST_FILE = "extract.toml";

const text = v.pipe(v.string(), v.nonEmpty("a text"));
const month = v.pipe(
  v.string(),
  v.check((value) => parseMonth(value) !== undefined, "a month, YYYY-MM"),
  v.transform((value): Month => parseMonth(value)!),
);
const checksum = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, "a SHA-256 checksum of 64 hexadecimal digits"),
);

const MANIFEST = v.pipe(
  v.strictObject({
    name: text,
    provider: text,
    extract_month: month,
    first_month: month,
    last_month: month,
    form: v.literal("statistics"),
    synthetic: v.boolean(),
    method: text,
    seed: v.optional(v.pipe(v.number(), v.safeInteger("a whole number"))),
    sha256: v.strictObject(v.entriesFromList(DATA_FILES, checksum)),
  }),
  v.check(
    (manifest) => manifest.first_month <= manifest.last_month,
    "first_month not after last_month",
  ),
);

/**
 * Reads the text of an `extract.toml`.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The manifest.
 * @throws {DataError} With every problem, by key path.
 *
 * @example A form that is not known
 * ```ts
 * import { parseManifest } from "@jkp/extract";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const read = () => parseManifest("extract.toml", "form = 'diary'");
 * assertThrows(read, DataError, "extract.toml: form: expected");
 * ```
 */
export function parseManifest(file: string, toml: string): ExtractManifest {
  const read = parseToml(file, toml, MANIFEST);
  return {
    name: read.name,
    provider: read.provider,
    extractMonth: read.extract_month,
    firstMonth: read.first_month,
    lastMonth: read.last_month,
    form: read.form,
    synthetic: read.synthetic,
    method: read.method,
    ...(read.seed === undefined ? {} : { seed: read.seed }),
    sha256: read.sha256,
  };
}

/**
 * Writes a manifest as the text of an `extract.toml`.
 *
 * @param manifest The manifest.
 * @returns TOML; a method of several lines stands as such.
 *
 * @example What is written can be read
 * ```ts
 * import { formatManifest, parseManifest } from "@jkp/extract";
 * import { synthesizeStatistics } from "@jkp/synthetic";
 * import { loadPublished } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = synthesizeStatistics(await loadPublished(), 1);
 * const files = ["active.csv", "withdrawals.csv", "service.csv", "inactive.csv"];
 * const sha256 = Object.fromEntries(files.map((file) => [file, "0".repeat(64)]));
 * const whole = { ...manifest, sha256 };
 * assertEquals(parseManifest("extract.toml", formatManifest(whole)), whole);
 * ```
 */
export function formatManifest(manifest: ExtractManifest): string {
  return formatToml({
    name: manifest.name,
    provider: manifest.provider,
    extract_month: formatMonth(manifest.extractMonth),
    first_month: formatMonth(manifest.firstMonth),
    last_month: formatMonth(manifest.lastMonth),
    form: manifest.form,
    synthetic: manifest.synthetic,
    ...(manifest.seed === undefined ? {} : { seed: manifest.seed }),
    method: manifest.method,
  }, { sha256: { ...manifest.sha256 } });
}
