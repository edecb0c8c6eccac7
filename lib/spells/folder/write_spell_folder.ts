import { formatManifest, MANIFEST_FILE, type SpellManifest } from "@jkp/extract";
import { sha256OfFile } from "@jkp/files/read";
import { StagedFiles } from "@jkp/files/write";
import { nextTurn } from "../source/next_turn.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { DATA_PACKAGE_FILE, formatSpellDataPackage } from "./spell_data_package.ts";
import { spellFrame } from "./spell_frame.ts";

/** Formats in which spells can be written. */
export const SPELL_FORMATS = ["parquet", "csv"] as const;

/** A format in which spells can be written. */
export type SpellFormat = typeof SPELL_FORMATS[number];

/** How much was written. */
export interface SpellsWritten {
  readonly rows: number;
  readonly files: readonly string[];
}

/**
 * Writes a member-level extract: a file a batch, manifest and data dictionary.
 *
 * Each file is staged as soon as it is made, so that the memory of one batch suffices, and
 * all appear together at the end or none.
 *
 * @param path Folder to write to; made if missing. Files of the same names are replaced.
 * @param batches The spells.
 * @param manifest What `extract.toml` says; files and checksums are made here.
 * @param format Format of the files.
 * @param rowsWritten Called after every batch.
 * @returns How much was written.
 *
 * @example One spell
 * ```ts
 * import { exampleFolder } from "../example_folder.ts";
 * import { monthOf } from "@jkp/month";
 * import { openRegister } from "@jkp/spells/read";
 * import { spellColumns } from "../spell_columns.ts";
 * import { writeSpellFolder } from "@jkp/spells/write";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openRegister(await exampleFolder());
 * const spells = spellColumns([{
 *   member: 7,
 *   sex: "F",
 *   birthMonth: monthOf(1991, 9),
 *   startMonth: monthOf(2018, 1),
 *   lastMonth: monthOf(2019, 12),
 *   monthlyWageIdr: 4_200_000,
 * }]);
 * const out = await Deno.makeTempDir();
 * const written = await writeSpellFolder(out, [spells], manifest, "parquet");
 * assertEquals(written, { rows: 1, files: ["spells-0001.parquet"] });
 * ```
 */
export async function writeSpellFolder(
  path: string,
  batches: Iterable<SpellColumns>,
  manifest: SpellManifest,
  format: SpellFormat,
  rowsWritten: (rows: number) => void = () => {},
): Promise<SpellsWritten> {
  // The first batch may take long to make: until then there is nothing to put in order.
  const all = batches[Symbol.iterator]();
  let step = all.next();
  using staged = new StagedFiles(path);
  const sha256: Record<string, string> = {};
  let carried: string[] = [];
  let rows = 0;
  for (; !step.done; step = all.next()) {
    const batch = step.value;
    const number = String(Object.keys(sha256).length + 1).padStart(4, "0");
    const name = `spells-${number}.${format}`;
    const file = staged.pathOf(name);
    const frame = spellFrame(batch);
    if (format === "parquet") frame.writeParquet(file, { compression: "zstd" });
    else frame.writeCSV(file);
    sha256[name] = (await sha256OfFile(file))!;
    carried = Object.keys(batch.carried);
    rowsWritten(rows += batch.member.length);
    await nextTurn();
  }
  const files = Object.keys(sha256);
  const whole = { ...manifest, files, sha256 };
  staged.write(DATA_PACKAGE_FILE, formatSpellDataPackage(whole, carried));
  staged.write(MANIFEST_FILE, formatManifest(whole));
  staged.finish({ last: MANIFEST_FILE });
  return { rows, files };
}
