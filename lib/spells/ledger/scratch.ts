import { lockAsOwner, lockOfDead, noteUnfinished } from "@jkp/files/write";
import { saidError } from "@jkp/language";
import { dirname, join } from "node:path";
import type { DataFrame } from "nodejs-polars";

/** How the folders begin, and the file in each whose lock says that its owner lives. */
const PREFIX = "jkp_ledger_", LOCK_FILE = "owner.lock";

/** Age in milliseconds from which a folder without a lock is nobody's. */
const NOBODYS_AGE = 24 * 60 * 60 * 1000;

/**
 * A folder on disk for what does not fit into memory; it is gone when this is disposed of,
 * and when the process is asked to end before. What a process leaves that is killed, the
 * next one removes.
 */
export class Scratch {
  readonly folder: string;
  /** Folders that killed processes had left, removed now. */
  readonly leftovers: readonly string[];
  readonly #lock: Deno.FsFile;
  readonly #forget: () => void;

  /** Makes a folder in the system's own for temporary files, which `TMPDIR` names. */
  constructor() {
    [this.folder, this.#lock] = openScratch();
    this.#forget = noteUnfinished(() => this.#remove());
    this.leftovers = sweepScratch(dirname(this.folder));
  }

  [Symbol.dispose](): void {
    this.#remove();
    this.#forget();
  }

  #remove(): void {
    Deno.removeSync(this.folder, { recursive: true });
    this.#lock.close();
  }

  /** Writes a frame into the folder; gives the path. */
  write(name: string, frame: DataFrame): string {
    const path = join(this.folder, name);
    try {
      frame.writeParquet(path, { compression: "lz4" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw saidError([({ extract }) => ({
        file: this.folder,
        expected: extract.folder.roomOnDisk,
        received: reason.split("\n")[0]!,
      })]);
    }
    return path;
  }
}

/** A folder of our own, and the lock that says that we live. */
function openScratch(): [folder: string, lock: Deno.FsFile] {
  while (true) {
    const folder = Deno.makeTempDirSync({ prefix: PREFIX });
    const lock = lockAsOwner(join(folder, LOCK_FILE));
    if (lock !== undefined) return [folder, lock];
  }
}

/** Removes folders whose owner lives no more; gives their paths. */
function sweepScratch(parent: string): string[] {
  const folders = [...Deno.readDirSync(parent)]
    .filter(({ name, isDirectory }) => isDirectory && name.startsWith(PREFIX))
    .map(({ name }) => join(parent, name));
  return folders.filter((folder) => {
    try {
      return sweepOne(folder);
    } catch {
      return false; // another process swept it, or we may not: it harms nobody
    }
  });
}

function sweepOne(folder: string): boolean {
  const path = join(folder, LOCK_FILE);
  using lock = lockOfDead(path);
  if (lock === undefined && (isThere(path) || !isOld(folder))) return false;
  Deno.removeSync(folder, { recursive: true });
  return true;
}

function isOld(folder: string): boolean {
  const { mtime } = Deno.lstatSync(folder);
  return mtime !== null && Date.now() - mtime.getTime() >= NOBODYS_AGE;
}

function isThere(path: string): boolean {
  try {
    return Deno.lstatSync(path).isFile;
  } catch {
    return false;
  }
}
