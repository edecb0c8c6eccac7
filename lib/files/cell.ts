import { type Said, wordsOf } from "@jkp/language";

/** How the cells of a column are read. */
export interface CellReader<Value> {
  /** What is accepted, in words: "a number". */
  readonly expected: string;
  /** The same in the words of a language, where they are known. */
  readonly said?: Said<string>;
  /** The value of a cell without blanks around it; `undefined` if it is not accepted. */
  readonly read: (text: string) => Value | undefined;
}

/** A number as people and programs write it: `0.01`, `.01`, `1e-2`. */
const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** What is accepted, in English and in the words of any language. */
function wanted(said: Said<string>): Pick<CellReader<never>, "expected" | "said"> {
  return { expected: said(wordsOf("en")), said };
}

/** A cell of these is a number that keeps to a bound. */
function numbers(
  expected: string | Said<string>,
  isAccepted: (value: number) => boolean,
): CellReader<number> {
  return {
    ...(typeof expected === "string" ? { expected } : wanted(expected)),
    read: (text) => {
      const value = DECIMAL.test(text) ? Number(text) : NaN;
      return Number.isFinite(value) && isAccepted(value) ? value : undefined;
    },
  };
}

/**
 * Readers of cells, to describe the columns of a table with.
 *
 * @example A year, and a share that may be left out
 * ```ts
 * import { cell } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cell.year.read("2019"), 2019);
 * assertEquals(cell.year.read("19"), undefined);
 * const share = cell.orEmpty(cell.percent);
 * assertEquals([share.read("5.28"), share.read("")], [0.0528, null]);
 * assertEquals(share.expected, "a number in per cent or nothing");
 * ```
 */
export const cell = {
  /** A text, perhaps an empty one. */
  anything: {
    ...wanted(({ files }) => files.cell.anything),
    read: (text) => text,
  },
  /** A text that is not empty. */
  text: {
    ...wanted(({ files }) => files.cell.text),
    read: (text) => text === "" ? undefined : text,
  },
  /** A number. */
  number: numbers(({ files }) => files.cell.number, () => true),
  /** A number in per cent, read as a fraction. */
  percent: {
    ...wanted(({ files }) => files.cell.percent),
    read: (text) => DECIMAL.test(text) ? finite(Number(text) / 100) : undefined,
  },
  /** A calendar year. */
  year: {
    ...wanted(({ files }) => files.cell.year),
    read: (text) => /^\d{4}$/.test(text) ? Number(text) : undefined,
  },
  /** Persons, claims or months. */
  count: {
    ...wanted(({ files }) => files.cell.count),
    read: (text) => /^\d{1,15}$/.test(text) ? Number(text) : undefined,
  },
  /** A number from a lowest to a highest, both included, in words of its own. */
  between: (
    lowest: number,
    highest: number,
    expected: string | Said<string>,
  ): CellReader<number> =>
    numbers(expected, (value) => value >= lowest && value <= highest),
  /** A number above a limit, in words of its own. */
  above: (limit: number, expected: string): CellReader<number> =>
    numbers(expected, (value) => value > limit),
  /** One of a few words or numbers, as they stand. */
  oneOf: <const Choice extends string | number>(
    choices: readonly Choice[],
  ): CellReader<Choice> => ({
    ...wanted(({ files }) =>
      choices.length === 2
        ? files.cell.either(String(choices[0]), String(choices[1]))
        : files.cell.oneOf(choices.join(", "))
    ),
    read: (text) => choices.find((choice) => String(choice) === text),
  }),
  /** What another reader accepts, or an empty cell: `null`. */
  orEmpty: <Value>(reader: CellReader<Value>): CellReader<Value | null> => ({
    ...wanted((words) =>
      words.files.cell.orNothing(reader.said?.(words) ?? reader.expected)
    ),
    read: (text) => text === "" ? null : reader.read(text),
  }),
} as const satisfies Readonly<
  Record<string, CellReader<unknown> | ((...args: never[]) => CellReader<unknown>)>
>;
