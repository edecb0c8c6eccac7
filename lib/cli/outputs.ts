import { StagedFiles } from "@jkp/files/write";

/** The list of what a command wrote, beside it. */
export const MANIFEST = "manifest.json";

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
