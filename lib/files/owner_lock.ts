/**
 * Makes a file whose lock says that we live. Some network file systems have no locks: nobody
 * sweeps there either.
 *
 * @param path The file, which is not there yet.
 * @returns The locked file; `undefined` if another process swept it before it was locked.
 *
 * @example Who lives is not swept
 * ```ts
 * import { lockAsOwner, lockOfDead } from "@jkp/files/write";
 * import { assertEquals, assertExists } from "@std/assert";
 *
 * const path = `${await Deno.makeTempDir()}/owner.lock`;
 * using lock = lockAsOwner(path);
 * assertExists(lock);
 * assertEquals(lockOfDead(path), undefined);
 * ```
 */
export function lockAsOwner(path: string): Deno.FsFile | undefined {
  const lock = Deno.openSync(path, { write: true, createNew: true });
  try {
    lock.lockSync(true);
  } catch {
    return lock;
  }
  if (isFile(path)) return lock;
  lock.close();
  return undefined;
}

/**
 * Locks a file of {@linkcode lockAsOwner} in place of its owner.
 *
 * @param path The file.
 * @returns The file, to be closed; `undefined` if its owner lives, or there is none.
 *
 * @example Who closes the file, or dies, is swept
 * ```ts
 * import { lockAsOwner, lockOfDead } from "@jkp/files/write";
 * import { assertExists } from "@std/assert";
 *
 * const path = `${await Deno.makeTempDir()}/owner.lock`;
 * lockAsOwner(path)!.close();
 * using lock = lockOfDead(path);
 * assertExists(lock);
 * ```
 */
export function lockOfDead(path: string): Deno.FsFile | undefined {
  if (!isFile(path)) return undefined;
  const lock = Deno.openSync(path, { write: true });
  try {
    if (lock.tryLockSync(true)) return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
  lock.close();
  return undefined;
}

function isFile(path: string): boolean {
  try {
    return Deno.lstatSync(path).isFile;
  } catch {
    return false;
  }
}
