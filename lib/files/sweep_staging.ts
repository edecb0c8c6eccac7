import { dirname, isAbsolute, join } from "node:path";
import { lockOfDead } from "./owner_lock.ts";

/** How the hidden folders begin in which sets of files are made. */
export const STAGING_PREFIX = ".jkp-staging-";

/** In such a folder: the set is whole, and these are its files in their order. */
export const COMPLETE_FILE = ".complete.json";

const LOCK_SUFFIX = ".lock";

/** The file whose lock says that the owner of a staging folder lives. */
export function lockFileOf(staging: string): string {
  return `${staging}${LOCK_SUFFIX}`;
}

/**
 * Clears a folder of what killed processes of ours have left in it: a set that was whole is
 * put in its place, others are removed. What a living process writes stays.
 *
 * @param folder The folder; nothing happens if it is not there.
 *
 * @example Nothing was left, nothing happens
 * ```ts
 * import { sweepStaging } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/a.csv`, "x");
 * sweepStaging(folder);
 * assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.csv"]);
 * ```
 */
export function sweepStaging(folder: string): void {
  for (const name of locksIn(folder)) {
    try {
      sweepOne(join(folder, name), folder);
    } catch {
      // Another process swept it, or we may not: it harms nobody.
      continue;
    }
  }
}

function locksIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name)
      .filter((name) => name.startsWith(STAGING_PREFIX) && name.endsWith(LOCK_SUFFIX));
  } catch {
    return [];
  }
}

function sweepOne(lockFile: string, folder: string): void {
  using lock = lockOfDead(lockFile);
  if (lock === undefined) return;
  const staging = lockFile.slice(0, -LOCK_SUFFIX.length);
  const complete = completePaths(staging);
  if (complete !== undefined) moveToPlace(staging, folder, complete);
  try {
    Deno.removeSync(staging, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  Deno.removeSync(lockFile);
}

/** The files of a set that was whole; nothing if it was not, or leads elsewhere. */
function completePaths(staging: string): string[] | undefined {
  try {
    if (!Deno.lstatSync(staging).isDirectory) return undefined;
    const paths: string[] = JSON.parse(
      Deno.readTextFileSync(join(staging, COMPLETE_FILE)),
    );
    const isWithin = paths.every((path) =>
      !isAbsolute(path) && !path.split(/[\\/]/).includes("..")
    );
    return isWithin ? paths : undefined;
  } catch {
    return undefined;
  }
}

/** Moves files of a set to their places, in their order; some may have been moved before. */
export function moveToPlace(
  staging: string,
  folder: string,
  paths: readonly string[],
): void {
  for (const path of paths) {
    const place = join(folder, path);
    Deno.mkdirSync(dirname(place), { recursive: true });
    try {
      Deno.renameSync(join(staging, path), place);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}
