import { formatToml, parseToml } from "@jkp/files";
import { formatMonth, type Month, parseMonth } from "@jkp/month";
import * as v from "valibot";

/** What `extract.toml` says of a member-level extract. */
export interface SpellManifest {
  readonly name: string;
  readonly provider: string;
  /** Month in which the extract was drawn. */
  readonly extractMonth: Month;
  /** First month for which the extract knows every member. */
  readonly firstMonth: Month;
  /** Last month for which contributions were recorded. */
  readonly lastMonth: Month;
  readonly form: "spells";
  /** Whether the rows were made rather than recorded. */
  readonly synthetic: boolean;
  /** How the data came to be. */
  readonly method: string;
  /** Seed of the random streams, for synthetic data. */
  readonly seed?: number;
  /**
   * Growth of wages a year, as a fraction, by which a last reported wage is taken back to
   * earlier months.
   */
  readonly wageGrowthPerYear: number;
  /** Files that hold the spells; where not given, all in the folder that can. */
  readonly files?: readonly string[];
  /** SHA-256 of files in hexadecimal; files not named are not checked. */
  readonly sha256: Readonly<Record<string, string>>;
}

const text = v.pipe(v.string(), v.nonEmpty("a text"));
const month = v.pipe(
  v.string(),
  v.check((value) => parseMonth(value) !== undefined, "a month, YYYY-MM"),
  v.transform((value): Month => parseMonth(value)!),
);

const SPELL_MANIFEST = v.pipe(
  v.strictObject({
    name: text,
    provider: text,
    extract_month: month,
    first_month: month,
    last_month: month,
    form: v.literal("spells"),
    synthetic: v.boolean(),
    method: text,
    seed: v.optional(v.pipe(v.number(), v.safeInteger("a whole number"))),
    wage_growth_per_year: v.optional(
      v.pipe(
        v.number(),
        v.minValue(-0.5, "a fraction from -0.5 to 1"),
        v.maxValue(1, "a fraction from -0.5 to 1"),
      ),
      0,
    ),
    files: v.optional(v.pipe(v.array(text), v.minLength(1, "at least one file"))),
    sha256: v.optional(
      v.record(
        v.string(),
        v.pipe(
          v.string(),
          v.regex(/^[0-9a-f]{64}$/, "a SHA-256 checksum of 64 hexadecimal digits"),
        ),
      ),
      {},
    ),
  }),
  v.check(
    (manifest) => manifest.first_month <= manifest.last_month,
    "first_month not after last_month",
  ),
  v.check(
    (manifest) => manifest.last_month <= manifest.extract_month,
    "last_month not after extract_month",
  ),
);

/**
 * Reads the text of the `extract.toml` of a member-level extract.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The manifest.
 * @throws {DataError} With every problem, by key path.
 *
 * @example
 * ```ts
 * import { parseSpellManifest } from "@jkp/spells";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const read = () => parseSpellManifest("extract.toml", 'form = "diary"');
 * assertThrows(read, DataError, "extract.toml: form: expected");
 * ```
 */
export function parseSpellManifest(file: string, toml: string): SpellManifest {
  const read = parseToml(file, toml, SPELL_MANIFEST);
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
    wageGrowthPerYear: read.wage_growth_per_year,
    ...(read.files === undefined ? {} : { files: read.files }),
    sha256: read.sha256,
  };
}

/**
 * Writes a manifest as the text of an `extract.toml`.
 *
 * @param manifest The manifest.
 * @returns TOML.
 *
 * @example What is written can be read
 * ```ts
 * import { formatSpellManifest, parseSpellManifest } from "@jkp/spells";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const manifest = {
 *   name: "example",
 *   provider: "nobody",
 *   extractMonth: monthOf(2020, 1),
 *   firstMonth: monthOf(2016, 1),
 *   lastMonth: monthOf(2019, 12),
 *   form: "spells",
 *   synthetic: true,
 *   method: "made by hand",
 *   wageGrowthPerYear: 0.075,
 *   sha256: {},
 * } as const;
 * const read = parseSpellManifest("extract.toml", formatSpellManifest(manifest));
 * assertEquals(read, manifest);
 * ```
 */
export function formatSpellManifest(manifest: SpellManifest): string {
  return formatToml({
    name: manifest.name,
    provider: manifest.provider,
    extract_month: formatMonth(manifest.extractMonth),
    first_month: formatMonth(manifest.firstMonth),
    last_month: formatMonth(manifest.lastMonth),
    form: manifest.form,
    synthetic: manifest.synthetic,
    ...(manifest.seed === undefined ? {} : { seed: manifest.seed }),
    wage_growth_per_year: manifest.wageGrowthPerYear,
    ...(manifest.files === undefined ? {} : { files: [...manifest.files] }),
    method: manifest.method,
  }, { sha256: { ...manifest.sha256 } });
}
