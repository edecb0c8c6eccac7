import { ONES, wordOf, wordsIn, zeroBytes } from "./byte_words.ts";
import type { CsvBlock } from "./csv_blocks.ts";

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;
const DELETE = 127;

/** First bytes of characters among which those are that nobody sees, as `hasUnseen`. */
const FIRST_BYTES_OF_UNSEEN = [
  ...[0xc2, 0xcd, 0xd8, 0xdb, 0xdc, 0xe0, 0xe1, 0xe2, 0xe3, 0xef, 0xf0, 0xf3],
];

/** The highest bit of every byte of a word. */
const HIGH_BITS = 0x80808080 | 0;

/** Whether a byte may be the first of a character that should not stand in a cell. */
export function isUnusual(byte: number): boolean {
  const isControl = byte < SPACE && byte !== TAB && byte !== NEWLINE && byte !== RETURN;
  return isControl || byte === DELETE || FIRST_BYTES_OF_UNSEEN.includes(byte);
}

/** 1 for bytes that are looked at. */
const IS_SPECIAL = Uint8Array.from(
  { length: 256 },
  (_, byte) => [QUOTE, RETURN, NEWLINE].includes(byte) || isUnusual(byte) ? 1 : 0,
);

/**
 * Whether a block holds records alone, at the cost of a fraction of its parsing: as many
 * delimiters in each line as it should have, quotation marks around whole cells, and no
 * unusual bytes.
 */
export function arePlainLines(
  { bytes }: CsvBlock,
  delimiter: string,
  cells: number,
): boolean {
  return new PlainScan(bytes, delimiter.charCodeAt(0), cells - 1).run();
}

/** Looks at bytes four at a time, and at single ones where these hold something special. */
class PlainScan {
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  /** Delimiters that a line should have. */
  readonly #wanted: number;
  /** Delimiters seen in the line. */
  #delimiters = 0;
  /** Where a quoted cell began; -1 outside one. */
  #open = -1;

  constructor(bytes: Uint8Array, separator: number, wanted: number) {
    this.#bytes = bytes;
    this.#separator = separator;
    this.#wanted = wanted;
  }

  /** Whether quotation marks, line ends and letters are as they should be. */
  run(): boolean {
    const bytes = this.#bytes;
    const { first, words, end } = wordsIn(bytes);
    const separators = wordOf(this.#separator);
    const [quotes, spaces] = [wordOf(QUOTE), wordOf(SPACE)];
    if (!this.#look(0, first)) return false;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const noQuotes = word ^ quotes;
      const mayBeQuote = (noQuotes - ONES) & ~noQuotes;
      const mayBeControl = (word - spaces) & ~word;
      const mayBeHigh = word | (word + ONES); // from 127 on
      if (((mayBeQuote | mayBeControl | mayBeHigh) & HIGH_BITS) === 0) {
        this.#delimiters += zeroBytes(word ^ separators);
        continue;
      }
      const at = first + 4 * i;
      if (!this.#look(at, at + 4)) return false;
    }
    const isEnded = bytes.length === 0 || bytes[bytes.length - 1] === NEWLINE;
    return this.#look(end, bytes.length) && this.#open === -1 &&
      (isEnded || this.#delimiters === this.#wanted);
  }

  /** Looks at single bytes; whether all is well. */
  #look(from: number, to: number): boolean {
    const [bytes, isSpecial] = [this.#bytes, IS_SPECIAL];
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === this.#separator) this.#delimiters++;
      else if (isSpecial[byte] === 1 && !this.#isFine(byte, at)) return false;
    }
    return true;
  }

  #isFine(byte: number, at: number): boolean {
    switch (byte) {
      case QUOTE:
        return this.#takesQuote(at);
      case NEWLINE:
        return this.#endsLine();
      default:
        return byte === RETURN && this.#bytes[at + 1] === NEWLINE;
    }
  }

  /** Whether a line has as many delimiters as it should; the next one begins. */
  #endsLine(): boolean {
    const isWhole = this.#delimiters === this.#wanted;
    this.#delimiters = 0;
    return isWhole;
  }

  /** Whether a quotation mark opens or closes a whole cell; doubled ones do not. */
  #takesQuote(at: number): boolean {
    const open = this.#open;
    if (open === -1) {
      this.#open = at;
      return this.#isEnd(this.#bytes[at - 1]);
    }
    for (let i = open + 1; i < at; i++) if (this.#isEnd(this.#bytes[i])) return false;
    this.#open = -1;
    return this.#isEnd(this.#bytes[at + 1]);
  }

  #isEnd(byte: number | undefined): boolean {
    return byte === this.#separator || byte === NEWLINE || byte === RETURN ||
      byte === undefined;
  }
}
