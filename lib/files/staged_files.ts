import { saidError } from "@jkp/language";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { lockAsOwner } from "./owner_lock.ts";
import { noteUnfinished } from "./unfinished.ts";
import { StagedFile } from "./staged_file.ts";
import {
  COMPLETE_FILE,
  lockFileOf,
  moveToPlace,
  STAGING_PREFIX,
  sweepStaging,
} from "./sweep_staging.ts";

/** Owner alone: what is staged may name members. */
const OWNER_ONLY = 0o700;

/** How a set of files is put in its place. */
export interface FinishOptions {
  /**
   * The file that lists the others: moved last, so that a set cut off by a power failure
   * shows itself.
   * @default {the file written last}
   */
  readonly last?: string;
}

/**
 * A set of files that appears together or not at all.
 *
 * Everything goes to a hidden folder in the target first; `finish` moves each file to its
 * place, replacing one of the same name. Other files of the target stay. A process that is
 * killed leaves the hidden folder behind: the next one that writes there removes it, or
 * finishes what was whole. A lock says whether the owner still lives.
 *
 * @example Two files, one in a folder of its own
 * ```ts
 * import { StagedFiles } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * using files = new StagedFiles(folder);
 * files.write("tables/a.csv", "x");
 * files.write("manifest.json", "y");
 * assertEquals([...Deno.readDirSync(folder)].filter(({ name }) => name[0] !== "."), []);
 * files.finish();
 * assertEquals(Deno.readTextFileSync(`${folder}/tables/a.csv`), "x");
 * assertEquals([...Deno.readDirSync(folder)].length, 2);
 * ```
 */
export class StagedFiles implements Disposable {
  readonly #folder: string;
  readonly #staging: string;
  readonly #lock: Deno.FsFile;
  #made: readonly string[] = [];
  readonly #paths: string[] = [];
  readonly #streams: StagedFile[] = [];
  readonly #forget: () => void;
  #isOver = false;

  /**
   * @param folder Where the files shall appear; made if missing.
   * @throws {DataError} If there can be no such folder.
   */
  constructor(folder: string) {
    this.#folder = folder;
    // First of all: a signal must find it to be put in order.
    this.#forget = noteUnfinished(() => this[Symbol.dispose]());
    try {
      this.#made = makeFolder(folder);
      sweepStaging(folder);
      [this.#staging, this.#lock] = openStaging(folder);
    } catch (error) {
      this.#made.forEach(removeIfEmpty);
      this.#forget();
      throw error;
    }
  }

  /**
   * Where to write a file of the set, for who writes it himself.
   *
   * @param path Relative to the folder.
   * @returns Its path until the set is finished.
   * @throws {DataError} If a folder stands in its place.
   */
  pathOf(path: string): string {
    const place = join(this.#folder, path);
    if (isFolder(place)) {
      throw saidError([({ files }) => ({
        file: place,
        expected: files.fileToWrite,
        received: files.aFolder,
      })]);
    }
    const staged = join(this.#staging, path);
    Deno.mkdirSync(dirname(staged), { recursive: true });
    this.#paths.push(path);
    return staged;
  }

  /** Adds a file. */
  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    Deno.writeFileSync(this.pathOf(path), bytes);
  }

  /**
   * Adds a file that is written piece by piece.
   *
   * @param path Relative to the folder.
   * @param mode Who may read it, as `chmod` has it: 0o600 for the owner alone.
   */
  stream(path: string, mode?: number): StagedFile {
    const file = new StagedFile(this.pathOf(path), mode);
    this.#streams.push(file);
    return file;
  }

  /** Paths of the files so far. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /** SHA-256 of each file so far, by path. */
  checksums(): Record<string, string> {
    this.#streams.forEach((stream) => stream.close());
    return Object.fromEntries(
      this.#paths.toSorted().map((path) => [path, checksumOf(join(this.#staging, path))]),
    );
  }

  /** Puts all files in their places: with nothing in between, but for a power failure. */
  finish({ last = this.#paths.at(-1) }: FinishOptions = {}): void {
    this.#streams.forEach((stream) => stream.close());
    const paths = this.#paths.toSorted((a, b) => Number(a === last) - Number(b === last));
    for (const path of paths) Deno.statSync(join(this.#staging, path));
    Deno.writeTextFileSync(join(this.#staging, COMPLETE_FILE), JSON.stringify(paths));
    moveToPlace(this.#staging, this.#folder, paths);
    this.#end();
  }

  /** Removes what was written, unless it is finished. */
  [Symbol.dispose](): void {
    if (this.#isOver) return;
    this.#streams.forEach((stream) => stream.discard());
    try {
      this.#end();
    } finally {
      this.#made.forEach(removeIfEmpty);
    }
  }

  #end(): void {
    this.#isOver = true;
    try {
      Deno.removeSync(this.#staging, { recursive: true });
      Deno.removeSync(lockFileOf(this.#staging));
      this.#lock.close();
    } finally {
      this.#forget();
    }
  }
}

/** Makes a folder; gives those that were not there, the innermost first. */
function makeFolder(path: string): string[] {
  const missing: string[] = [];
  for (let at = resolve(path); !isThere(at) && at !== dirname(at); at = dirname(at)) {
    missing.push(at);
  }
  try {
    Deno.mkdirSync(path, { recursive: true });
    return missing;
  } catch (error) {
    const { AlreadyExists, NotADirectory, NotFound } = Deno.errors;
    const isFile = error instanceof AlreadyExists || error instanceof NotADirectory;
    if (!isFile && !(error instanceof NotFound)) throw error;
    throw saidError([({ files }) => ({
      file: path,
      expected: files.folderToWrite,
      received: isFile ? files.aFile : files.noPlace,
    })]);
  }
}

/** A folder of our own in the target, and the lock that says that we live. */
function openStaging(folder: string): [staging: string, lock: Deno.FsFile] {
  while (true) {
    const staging = join(folder, `${STAGING_PREFIX}${crypto.randomUUID()}`);
    const lock = lockAsOwner(lockFileOf(staging));
    if (lock === undefined) continue;
    try {
      Deno.mkdirSync(staging, { mode: OWNER_ONLY });
      return [staging, lock];
    } catch (error) {
      lock.close();
      Deno.removeSync(lockFileOf(staging));
      throw error;
    }
  }
}

function checksumOf(path: string): string {
  // Loaded when wanted: small commands would spend a tenth of their time on it.
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hash = createHash("sha256");
  using file = Deno.openSync(path);
  const piece = new Uint8Array(4 * 1024 * 1024);
  for (let size; (size = file.readSync(piece)) !== null;) {
    hash.update(piece.subarray(0, size));
  }
  return hash.digest("hex");
}

function isThere(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    Deno.removeSync(folder);
  } catch {
    return;
  }
}
