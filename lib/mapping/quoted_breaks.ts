const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/** Line breaks in one cell at most: more follow a mark that was never closed. */
const MOST_BREAKS = 100;

/**
 * Puts spaces in place of line breaks inside quotation marks, so that one line is one
 * record. The text comes in pieces; a mark opens a cell only where the cell begins.
 *
 * @example An address over two lines
 * ```ts
 * import { QuotedBreaks } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const bytes = new TextEncoder().encode('17001;"Jl. Sudirman\nJakarta";4250000\n');
 * new QuotedBreaks(";").join(bytes);
 * const line = new TextDecoder().decode(bytes);
 * assertEquals(line, '17001;"Jl. Sudirman Jakarta";4250000\n');
 * ```
 */
export class QuotedBreaks {
  readonly #delimiter: number;
  #line = 1;
  /** Whether a cell is open, and whether its mark was the byte before. */
  #isOpen = false;
  #hasJustClosed = false;
  #isCellStart = true;
  #breaks = 0;
  #joined = 0;

  /** @param delimiter Character between cells. */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Line breaks that became spaces so far. */
  get joined(): number {
    return this.#joined;
  }

  /**
   * Joins the lines of a piece in place.
   *
   * @param piece Bytes of the text, where the piece before ended.
   * @throws {RangeError} If a cell holds more than a hundred line breaks.
   */
  join(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]!;
      if (byte === QUOTE) {
        const isMark = this.#isOpen || this.#isCellStart || this.#hasJustClosed;
        this.#hasJustClosed = this.#isOpen;
        if (isMark) this.#isOpen = !this.#isOpen;
        this.#isCellStart = false;
        continue;
      }
      if (this.#isOpen) {
        if (byte === NEWLINE || byte === RETURN) piece[at] = SPACE;
        if (byte === NEWLINE) this.#joinLine();
        continue;
      }
      this.#hasJustClosed = false;
      this.#isCellStart = byte === NEWLINE || byte === this.#delimiter;
      if (!this.#isCellStart) continue;
      this.#breaks = 0;
      if (byte === NEWLINE) this.#line++;
    }
  }

  #joinLine(): void {
    this.#joined++;
    if (++this.#breaks <= MOST_BREAKS) return;
    throw new RangeError(
      `a quotation mark that opens a cell in record ${this.#line} and is not closed ` +
        `within ${MOST_BREAKS} lines`,
    );
  }
}
