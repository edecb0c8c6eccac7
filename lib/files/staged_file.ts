/** Text that is gathered before it is written. */
const BUFFER_CHARACTERS = 1 << 20;

/** A text file of a set that is written piece by piece. */
export class StagedFile {
  readonly #file: Deno.FsFile;
  #pieces: string[] = [];
  #characters = 0;
  #isClosed = false;

  /** @param mode Who may read it, as `chmod` has it. */
  constructor(path: string, mode?: number) {
    const options = { write: true, createNew: true };
    this.#file = Deno.openSync(path, mode === undefined ? options : { ...options, mode });
  }

  /** Adds text to the end. */
  write(text: string): void {
    this.#pieces.push(text);
    this.#characters += text.length;
    if (this.#characters > BUFFER_CHARACTERS) this.#flush();
  }

  /** Writes what is left; the set does so when it is finished. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      this.#flush();
    } finally {
      this.#file.close();
    }
  }

  /** Closes the file without what is left. */
  discard(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#file.close();
  }

  #flush(): void {
    let bytes = new TextEncoder().encode(this.#pieces.join(""));
    while (bytes.length > 0) bytes = bytes.subarray(this.#file.writeSync(bytes));
    this.#pieces = [];
    this.#characters = 0;
  }
}
