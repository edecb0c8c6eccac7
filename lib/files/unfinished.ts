/** How to undo what this process has begun to write. */
const undoings = new Set<() => void>();

/** Told whether anything is unfinished, when that changes. */
let watcher: (isAny: boolean) => void = () => {};

/**
 * Keeps in mind how to undo something unfinished, for a process that is ended before.
 *
 * @param undo Removes it.
 * @returns Forgets it again, once it is finished or gone.
 *
 * @example
 * ```ts
 * import { noteUnfinished, removeUnfinished } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folders = new Set(["scratch", "kept"]);
 * const keep = noteUnfinished(() => folders.delete("kept"));
 * const forget = noteUnfinished(() => folders.delete("scratch"));
 * keep();
 * removeUnfinished();
 * assertEquals([...folders], ["kept"]);
 * forget();
 * ```
 */
export function noteUnfinished(undo: () => void): () => void {
  undoings.add(undo);
  if (undoings.size === 1) watcher(true);
  return () => {
    if (undoings.delete(undo) && undoings.size === 0) watcher(false);
  };
}

/**
 * Has somebody told when this process begins to have unfinished files, and when it has none
 * any more: who wants to remove them before the process ends.
 *
 * @param watch Told `true` and `false` in turn; takes the place of an earlier one.
 *
 * @example
 * ```ts
 * import { StagedFiles, watchUnfinished } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const told: boolean[] = [];
 * watchUnfinished((isAny) => told.push(isAny));
 * const files = new StagedFiles(await Deno.makeTempDir());
 * files.write("a.csv", "x");
 * files.finish();
 * assertEquals(told, [true, false]);
 * ```
 */
export function watchUnfinished(watch: (isAny: boolean) => void): void {
  watcher = watch;
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
