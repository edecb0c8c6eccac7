import { dirname } from "node:path";

/** Text that is gathered before it is written. */
const BUFFER_CHARACTERS = 1 << 20;

/**
 * A text file that is written piece by piece and appears whole or not at all.
 *
 * @example
 * ```ts
 * import { WholeFile } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const path = `${await Deno.makeTempDir()}/a/findings.csv`;
 * using file = new WholeFile(path);
 * file.write("rule,row\n");
 * file.write("wage_positive,7\n");
 * file.finish();
 * assertEquals(await Deno.readTextFile(path), "rule,row\nwage_positive,7\n");
 * ```
 */
export class WholeFile implements Disposable {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: Deno.FsFile;
  #pieces: string[] = [];
  #characters = 0;
  #isFinished = false;

  /** @param path Where the file shall appear; folders on the way are made. */
  constructor(path: string) {
    Deno.mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#temporary = `${path}.${crypto.randomUUID()}.part`;
    this.#file = Deno.openSync(this.#temporary, { write: true, createNew: true });
  }

  /** Adds text to the end. */
  write(text: string): void {
    this.#pieces.push(text);
    this.#characters += text.length;
    if (this.#characters > BUFFER_CHARACTERS) this.#flush();
  }

  /** Puts the file in its place. */
  finish(): void {
    this.#flush();
    this.#file.close();
    Deno.renameSync(this.#temporary, this.#path);
    this.#isFinished = true;
  }

  /** Removes what was written, unless it is finished. */
  [Symbol.dispose](): void {
    if (this.#isFinished) return;
    this.#file.close();
    Deno.removeSync(this.#temporary);
  }

  #flush(): void {
    let bytes = new TextEncoder().encode(this.#pieces.join(""));
    while (bytes.length > 0) bytes = bytes.subarray(this.#file.writeSync(bytes));
    this.#pieces = [];
    this.#characters = 0;
  }
}
