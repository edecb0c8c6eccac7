import { type Figure, filesOf, firstInWords, type Table } from "@jkp/exhibit";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { join } from "node:path";
import { writeOutputs } from "./outputs.ts";

/** How the first line of the README of published files ends: so they are known again. */
const MARK = ", for publication";

/** Files of the folder that an error names. */
const MOST_NAMED = 3;

/** The option that asks for tables for publication. */
export const PUBLISH = {
  about: `write tables for publication instead: what few records are behind is
          suppressed, and more so that no total gives it away`,
} as const;

/** The option that says how few records are too few. */
export const THRESHOLD = {
  value: "N",
  about: "records that a published cell holds at least, 3 or more",
  default: "10",
  read: (text: string): number => {
    if (/^([3-9]|[1-9]\d{1,5})$/.test(text)) return Number(text);
    throw new UsageError(`--threshold wants a whole number of 3 or more, got ${text}`);
  },
} as const;

/** @throws {UsageError} If the study itself is asked for, which holds every number. */
export function refuseJson(publish: boolean, json: boolean): void {
  if (!publish || !json) return;
  throw new UsageError(
    "--json prints the study with all its numbers: with --publish, take the files",
  );
}

/**
 * Writes files, for publication or not, so that a folder never holds both.
 *
 * @param writeFull How those are written that are not for publication: with a list of them.
 * @returns How many files were written.
 * @throws {UsageError} If the folder holds files of the other kind: nothing is written.
 */
export async function writeApart(
  out: string,
  files: ReadonlyMap<string, string>,
  isPublished: boolean,
  writeFull: (out: string, files: ReadonlyMap<string, string>) => unknown = writeOutputs,
): Promise<number> {
  await (isPublished ? refuseOtherFiles(out, files) : refusePublished(out));
  const written = (isPublished ? writeFilesTogether : writeFull)(out, files);
  return typeof written === "number" ? written : files.size;
}

/**
 * Files of tables and figures for publication: those of a study with their README, which
 * says what they are. Figures in which nothing is left are passed over.
 */
export async function publicationFiles(
  name: string,
  tables: readonly Table[],
  figures: readonly Figure[],
  options: Parameters<typeof filesOf>[2] = {},
): Promise<Map<string, string>> {
  const left = figures.filter(({ series }) =>
    series.some(({ y }) => y.some(Number.isFinite))
  );
  const files = await filesOf(tables, left, options);
  const titles = tables.map(({ id, title }) => `- ${id}: ${title}`);
  const notes = [...new Set(tables.flatMap((table) => table.notes))]
    .filter((note) => note.startsWith("For publication"));
  files.set(
    "README.md",
    `${[`# ${name}${MARK}`, titles.join("\n"), ...notes].join("\n\n")}\n`,
  );
  return files;
}

async function refuseOtherFiles(
  out: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const others = (await filesBelow(out)).filter((path) => !files.has(path));
  if (others.length === 0) return;
  throw new UsageError(
    `--publish wants a new folder, or one that holds nothing else: ${out} has ` +
      firstInWords(others, MOST_NAMED),
  );
}

async function refusePublished(out: string): Promise<void> {
  const readme = await Deno.readTextFile(join(out, "README.md")).catch(() => "");
  if (!readme.split("\n", 1)[0]!.endsWith(MARK)) return;
  throw new UsageError(
    `--out wants another folder: ${out} holds files for publication, as its README.md says`,
  );
}

/** Relative paths of the files of a folder and those in it, hidden ones left out. */
async function filesBelow(folder: string, prefix = ""): Promise<string[]> {
  const paths: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (name.startsWith(".")) continue;
      const path = `${prefix}${name}`;
      if (isDirectory) paths.push(...await filesBelow(join(folder, name), `${path}/`));
      else paths.push(path);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return paths.sort();
}
