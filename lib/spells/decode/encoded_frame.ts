import type { DataFrame, Series } from "nodejs-polars";
import {
  CURRENCY_PATTERN,
  NO_SEN_PATTERN,
  type NumberMarks,
  numberPattern,
  SIGNED_CURRENCY_PATTERN,
} from "@jkp/mapping";
import { madeOnce } from "../source/made_once.ts";
import { polars } from "../source/polars.ts";
import { readDistinct } from "./read_distinct.ts";
import type { NumberReading } from "./spell_reading.ts";

/** Seeds of the hash of member ids. */
export const HASH_SEEDS = [2021, 7, 37, 60] as const;

const HASH = "hash";

/** A frame of text, with its columns numbered by polars. */
export interface EncodedFrame {
  /** 64-bit hashes of the member ids: low word, high word, low word, … */
  readonly memberHash: Uint32Array;
  /** Reads a column label by label: `parse` gets each distinct trimmed text once. */
  readLabels(source: string, parse: (text: string) => number): Int16Array;
  /** A column of numbers; NaN where a cell holds none. */
  readNumbers(source: string): Float64Array;
}

/**
 * Rows up to which labels are read as texts. To number them takes polars a dozen objects a
 * column, which thousands of small files cannot afford: Deno lets go of many objects slowly.
 */
const FEW_ROWS = 2_000;

/** Numbers the distinct texts of label columns, and reads columns of numbers. */
export function encodeFrame(
  frame: DataFrame,
  memberId: string,
  labels: readonly string[],
  numbers: readonly NumberReading[],
): EncodedFrame {
  const isSmall = frame.height <= FEW_ROWS;
  const areBare = numbers.map((reading) => isBare(frame, reading));
  const encoded = frame.select(
    ...madeOnce(
      [typesOf(frame), isSmall, areBare, memberId, labels, numbers],
      () => [
        trimmed(frame, memberId).hash(...HASH_SEEDS).alias(HASH),
        ...labels.map((source) => {
          const texts = labelsOf(frame, source);
          return (isSmall ? texts : texts.cast(polars.Categorical)).alias(`l ${source}`);
        }),
        ...numbers.map((reading, at) =>
          numberOf(frame, reading, areBare[at]).alias(`n ${reading.source}`)
        ),
      ],
    ),
  );
  return {
    memberHash: hashWords(encoded.getColumn(HASH).toTypedArray()),
    readLabels(source, parse) {
      const column = encoded.getColumn(`l ${source}`);
      return isSmall ? codesOfTexts(column, parse) : readDistinct(
        column,
        (text) => parse(text.trim()),
        new Int16Array(column.length),
      );
    },
    readNumbers: (source) => encoded.getColumn(`n ${source}`).toTypedArray(),
  };
}

/** Reads texts, each distinct one once. */
function codesOfTexts(column: Series, parse: (text: string) => number): Int16Array {
  const codes = new Map<string, number>();
  const texts = column.toArray() as string[];
  return Int16Array.from(texts, (text) => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    const code = parse(text.trim());
    codes.set(text, code);
    return code;
  });
}

/** What the columns of a frame hold. */
function typesOf(frame: DataFrame): string[] {
  return frame.dtypes.map(({ variant }: { variant: string }) => variant);
}

/** The hash of an empty member id: low word and high word. */
export function emptyHash(): Uint32Array {
  return hashOfNothing ??= encodeFrame(polars.DataFrame({ id: [""] }), "id", [], [])
    .memberHash;
}

/** Found once: each batch asks for it. */
let hashOfNothing: Uint32Array | undefined;

/**
 * A column as text without blanks around it, empty where there is nothing. Whole numbers
 * stored with a fraction, as happens in a column with gaps, are written without it.
 */
export function trimmed(frame: DataFrame, source: string) {
  const text = polars.col(source).cast(polars.Utf8).fillNull(polars.lit("")).str.strip();
  const column = frame.getColumn(source);
  return column.isFloat() || isDecimal(column) ? text.str.replace("\\.0+$", "") : text;
}

/** A column as labels; those of text are trimmed when each distinct one is read. */
function labelsOf(frame: DataFrame, source: string) {
  return frame.getColumn(source).isString()
    ? polars.col(source).fillNull(polars.lit(""))
    : trimmed(frame, source);
}

/**
 * A column as numbers, NaN where there is none.
 *
 * @param areBare Whether its cells are bare, as `isBare` tells.
 */
export function numberOf(
  frame: DataFrame,
  { source, marks, factor }: NumberReading,
  areBare = isBare(frame, { source, marks }),
) {
  const held = frame.getColumn(source);
  const column = held.isNumeric() || isDecimal(held) || areBare
    ? polars.col(source)
    : plainNumber(source, marks);
  const numbers = column.cast(polars.Float64, false).fillNull(polars.lit(NaN));
  return factor === 1 ? numbers : numbers.mul(factor);
}

/** Whether a column holds decimal numbers, which polars does not count as numeric. */
function isDecimal(column: Series): boolean {
  return column.dtype.variant === "Decimal";
}

/**
 * Whether nothing stands in a column of text but numbers as polars writes them, or nothing
 * at all. To take blanks, currency and marks off takes ten times as long as to look.
 */
function isBare(
  frame: DataFrame,
  { source, marks }: Pick<NumberReading, "source" | "marks">,
): boolean {
  if (frame.height <= FEW_ROWS || !frame.getColumn(source).isString()) return false;
  const bare = marks.decimalMark === "." ? numberPattern(BARE_MARKS) : "^-?[0-9]+$";
  const [areAll] = frame.select(polars.col(source).str.contains(`^$|${bare}`).all()).row(
    0,
  );
  return areAll === true;
}

/** The marks that polars reads. */
const BARE_MARKS: NumberMarks = { decimalMark: ".", thousandsSeparator: "" };

/** A column of text as numbers with a decimal point; nothing where there is none. */
function plainNumber(source: string, marks: NumberMarks) {
  const text = polars.col(source).cast(polars.Utf8).str.strip()
    .str.replace(SIGNED_CURRENCY_PATTERN, "-").str.replace(CURRENCY_PATTERN, "").str
    .replace(NO_SEN_PATTERN, "");
  const grouped = marks.thousandsSeparator === ""
    ? text
    : text.str.replaceAll(marks.thousandsSeparator, "", true);
  const plain = marks.decimalMark === "," ? grouped.str.replace(",", ".", true) : grouped;
  return polars.when(text.str.contains(numberPattern(marks))).then(plain)
    .otherwise(polars.lit(null));
}

/** Hashes as words: low, high, low, … */
export function hashWords(hashes: ArrayLike<bigint>): Uint32Array {
  return new Uint32Array(new BigUint64Array(hashes).buffer); // a copy: they are polars'
}
