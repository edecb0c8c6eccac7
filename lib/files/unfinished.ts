/** How to undo what this process has begun to write. */
const undoings = new Set<() => void>();

/** Keeps in mind how to undo something unfinished; gives how to forget it. */
export function noteUnfinished(undo: () => void): () => void {
  undoings.add(undo);
  return () => undoings.delete(undo);
}

/**
 * Removes what this process has begun to write and not finished: for a process that is
 * asked to end. What cannot be removed now, the next process that writes there sweeps.
 *
 * @example A set that is begun is gone, its folder too
 * ```ts
 * import { removeUnfinished, StagedFiles } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * new StagedFiles(`${folder}/new`).write("a.csv", "x");
 * removeUnfinished();
 * assertEquals([...Deno.readDirSync(folder)], []);
 * ```
 */
export function removeUnfinished(): void {
  for (const undo of [...undoings]) {
    try {
      undo();
    } catch {
      continue;
    }
  }
}
