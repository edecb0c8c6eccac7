import { didYouMean } from "./did_you_mean.ts";
import { shownValue } from "./shown_value.ts";

/** Keys of a record that a message names at most. */
const MOST_KEYS = 6;

/**
 * A value in a few words, to say what was got in place of what is wanted.
 *
 * @param value Anything.
 * @returns `nothing`, `a promise (is an await missing?)`, `a list of 3`, `"text"`, …
 *
 * @example
 * ```ts
 * import { valueInWords } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(valueInWords(Promise.resolve(1)), "a promise (is an await missing?)");
 * assertEquals(valueInWords({ rate: 1.35 }), "a record of rate");
 * assertEquals(valueInWords("1.35"), '"1.35"');
 * ```
 */
export function valueInWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return shownValue(JSON.stringify(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `the function ${value.name}`.trimEnd();
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Promise) return "a promise (is an await missing?)";
  if (value instanceof Date) return "a date";
  if (isList(value)) return `a list of ${value.length}`;
  if (value instanceof Map || value instanceof Set) {
    return `a ${value.constructor.name} of ${value.size}`;
  }
  if ("dtype" in value && "length" in value) return `a series of ${value.length}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return "an empty record";
  const named = keys.slice(0, MOST_KEYS).join(", ");
  return `a record of ${shownValue(named)}${keys.length > MOST_KEYS ? ", …" : ""}`;
}

/**
 * Refuses an argument of another kind: types do not hold what is typed in a notebook's
 * cell.
 *
 * @param doing What it is wanted for: "run a valuation".
 * @param wanted What is wanted, in words.
 * @param value What was got.
 * @param keys Keys that tell the kind wanted from others.
 * @throws {RangeError} If the value is no record, or has not the keys.
 *
 * @example A valuation that was read without `await`
 * ```ts
 * import { checkArgument } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const valuation = Promise.resolve({ schemes: [] });
 * assertThrows(
 *   () => checkArgument("run it", "a valuation", valuation, ["schemes"]),
 *   RangeError,
 *   "Cannot run it: a valuation is wanted, got a promise (is an await missing?)",
 * );
 * ```
 */
export function checkArgument(
  doing: string,
  wanted: string,
  value: unknown,
  keys: readonly string[] = [],
): void {
  const isRecord = typeof value === "object" && value !== null && !isList(value) &&
    !(value instanceof Promise);
  const missing = isRecord ? keys.filter((key) => !(key in value)) : [];
  if (isRecord && missing.length === 0) return;
  const others = isRecord ? Object.keys(value).filter((key) => !keys.includes(key)) : [];
  const meant = others.map((key) => didYouMean(key, missing)).find((each) => each !== "");
  throw cannot(doing, wanted, valueInWords(value) + (meant ?? ""));
}

/**
 * Refuses what is no text: the name or path that was left out.
 *
 * @param doing What it is wanted for.
 * @param wanted What is wanted, in words.
 * @param value What was got.
 * @throws {RangeError} If the value is no text.
 *
 * @example
 * ```ts
 * import { checkText } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkText("read an extract", "a folder", undefined),
 *   RangeError,
 *   "Cannot read an extract: a folder is wanted, got nothing",
 * );
 * ```
 */
export function checkText(doing: string, wanted: string, value: unknown): void {
  if (typeof value !== "string") throw cannot(doing, wanted, valueInWords(value));
}

/**
 * Refuses what is no number, or not such a one as is wanted: a text that looks like a
 * number would be taken for it in some places and not in others.
 *
 * @param doing What it is wanted for.
 * @param wanted What is wanted, in words.
 * @param value What was got.
 * @param isWanted Whether a number is such a one.
 * @default {isWanted: any number}
 * @throws {RangeError} If the value is another.
 *
 * @example
 * ```ts
 * import { checkNumber } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const check = (level: unknown) =>
 *   checkNumber("estimate", "a level below 1", level, (each) => each < 1);
 * check(0.95);
 * const wanted = "Cannot estimate: a level below 1 is wanted, got ";
 * assertThrows(() => check(95), RangeError, wanted + "95");
 * assertThrows(() => check("0.95"), RangeError, wanted + '"0.95"');
 * ```
 */
export function checkNumber(
  doing: string,
  wanted: string,
  value: unknown,
  isWanted: (value: number) => boolean = () => true,
): void {
  if (typeof value === "number" && isWanted(value)) return;
  throw cannot(doing, wanted, valueInWords(value));
}

/**
 * Refuses options that there are not: each would be passed over in silence.
 *
 * @param doing What they are wanted for.
 * @param options What was got.
 * @param known The options that there are.
 * @throws {RangeError} With every option that is unknown.
 *
 * @example
 * ```ts
 * import { checkOptions } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkOptions("graduate", { lamda: 10 }, ["order", "lambda"]),
 *   RangeError,
 *   "Cannot graduate: only order, lambda as options are wanted, " +
 *     "got lamda (did you mean lambda?)",
 * );
 * ```
 */
export function checkOptions(
  doing: string,
  options: unknown,
  known: readonly string[],
): void {
  checkArgument(doing, `a record of options (${known.join(", ")})`, options);
  const unknown = Object.keys(options as object).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  throw new RangeError(
    unknown.map((key) =>
      `Cannot ${doing}: only ${known.join(", ")} as options are wanted, got ` +
      shownValue(key) + didYouMean(key, known)
    ).join("\n"),
  );
}

/**
 * Refuses a column that is no list of numbers: a text that looks like one would be taken
 * for it in some places and not in others, and big integers do not go with numbers.
 *
 * @param doing What it is wanted for.
 * @param name Name of the column.
 * @param column What was got.
 * @throws {RangeError} With the first value that is no number, and its row from 0.
 *
 * @example
 * ```ts
 * import { checkNumbers } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkNumbers("graduate", "claims", [1, "2"]),
 *   RangeError,
 *   'Cannot graduate: numbers are wanted in claims, got "2" in row 1',
 * );
 * assertThrows(
 *   () => checkNumbers("graduate", "claims", BigInt64Array.of(7n)),
 *   RangeError,
 *   "numbers are wanted in claims, got 7n in row 0 (cast a UInt64 column to Float64)",
 * );
 * ```
 */
export function checkNumbers(doing: string, name: string, column: unknown): void {
  if (!isList(column)) {
    throw cannot(doing, `a list of numbers as ${name}`, valueInWords(column));
  }
  for (let i = 0; i < column.length; i++) {
    if (typeof column[i] !== "number") {
      throw new RangeError(
        `Cannot ${doing}: numbers are wanted in ${name}, got ` +
          `${valueInWords(column[i])} in row ${i}` +
          (typeof column[i] === "bigint" ? " (cast a UInt64 column to Float64)" : ""),
      );
    }
  }
}

/**
 * Refuses words that are none of some.
 *
 * @param doing What they are wanted for.
 * @param name Name of the argument.
 * @param words One word, or a list of them.
 * @param known The words that there are.
 * @throws {RangeError} With the first that is another.
 *
 * @example
 * ```ts
 * import { checkWords } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkWords("split", "by", ["agegroup"], ["sex", "ageGroup"]),
 *   RangeError,
 *   'Cannot split: sex, ageGroup as by is wanted, got "agegroup" (did you mean ageGroup?)',
 * );
 * ```
 */
export function checkWords(
  doing: string,
  name: string,
  words: unknown,
  known: readonly string[],
): void {
  for (const word of [words].flat()) {
    if (known.includes(word as string)) continue;
    const meant = typeof word === "string" ? didYouMean(word, known) : "";
    throw cannot(doing, `${known.join(", ")} as ${name}`, valueInWords(word) + meant);
  }
}

/**
 * Refuses what is no list of words, or has others than some.
 *
 * @param doing What they are wanted for.
 * @param name Name of the argument.
 * @param words A list of words.
 * @param known The words that there are.
 * @throws {RangeError} If it is no list, or with the first that is another.
 *
 * @example
 * ```ts
 * import { checkWordList } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkWordList("split", "by", "sex", ["sex", "ageGroup"]),
 *   RangeError,
 *   'Cannot split: a list of sex, ageGroup as by is wanted, got "sex"',
 * );
 * ```
 */
export function checkWordList(
  doing: string,
  name: string,
  words: unknown,
  known: readonly string[],
): void {
  checkWords(doing, name, words, known);
  if (isList(words)) return;
  throw cannot(doing, `a list of ${known.join(", ")} as ${name}`, valueInWords(words));
}

function cannot(doing: string, wanted: string, got: string): RangeError {
  return new RangeError(`Cannot ${doing}: ${wanted} is wanted, got ${got}`);
}

/** An array, a typed array, or what counts as one. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) ||
    ArrayBuffer.isView(value) && !(value instanceof DataView);
}
