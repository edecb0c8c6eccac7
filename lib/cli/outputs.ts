import { StagedFiles } from "@jkp/files/write";
import { Buffer } from "node:buffer";
import { join } from "node:path";

/** The list of what a command wrote, beside it. */
export const MANIFEST = "manifest.json";

/** Folders of tables and of figures, where a command writes both. */
export const FOLDERS = { tablesIn: "tables", figuresIn: "figures" };

/** The page of a report or of a valuation. */
const PAGE = "report.html";

/**
 * Looks for the PDF of another page than the one that is to be written: beside the new page
 * nobody would see that it is of an older one. That of the same page stays, and so does one
 * that stands beside no page.
 *
 * @returns Removes it, once the new page is written, and says so in a sentence; says nothing
 * if there was none.
 */
export function olderPdf(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  name: string = PAGE,
): () => string {
  const page = join(folder, name);
  const printed = page.replace(/\.html?$/i, ".pdf");
  const content = files.get(name);
  const isOlder = content !== undefined && printed !== page && isFile(printed) &&
    isFile(page) &&
    Buffer.compare(Deno.readFileSync(page), Buffer.from(content)) !== 0;
  return () => {
    if (!isOlder) return "";
    Deno.removeSync(printed);
    return `${printed} was of an older page and is removed: deno task pdf ${page} prints ` +
      "the new one.";
  };
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Who may read a file that names members: its owner. */
export const OWNER_ONLY = 0o600;

/**
 * Writes what a command makes, as a set, with a list of the files and their checksums: a
 * set is whole if it agrees with its list.
 *
 * @returns How many files were written.
 */
export function writeOutputs(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): number {
  using staged = new StagedFiles(folder);
  for (const [path, content] of files) staged.write(path, content);
  return finishWithManifest(staged);
}

/** Adds to a set the list of its files, and puts it in its place; gives their number. */
export function finishWithManifest(staged: StagedFiles): number {
  const outputs = staged.checksums();
  staged.write(MANIFEST, JSON.stringify({ outputs }, null, 2) + "\n");
  staged.finish({ last: MANIFEST });
  return staged.paths.length;
}
