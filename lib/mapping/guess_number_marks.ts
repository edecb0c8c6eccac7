import { parseMonthAs } from "./month_forms.ts";
import { type NumberMarks, parseNumberAs, withoutCurrency } from "./number_format.ts";

/** The ways of writing numbers. */
const CANDIDATES: readonly NumberMarks[] = [
  { decimalMark: ",", thousandsSeparator: "." },
  { decimalMark: ".", thousandsSeparator: "," },
  { decimalMark: ",", thousandsSeparator: " " },
  { decimalMark: ".", thousandsSeparator: " " },
  { decimalMark: ".", thousandsSeparator: "" },
  { decimalMark: ",", thousandsSeparator: "" },
];

/** Numbers with a mark in them, which are the ones that tell. */
const MARKED_NUMBER = /^-?[0-9]+(?:[., ][0-9]+)+$/;

/** The marks of numbers that some cells are written with. */
export interface GuessedMarks extends NumberMarks {
  /** Another way of writing that reads the same cells as other numbers. */
  readonly rival?: NumberMarks;
}

/**
 * Guesses the marks of numbers: those that read the most cells; among these, a mark that
 * stands before three digits everywhere separates thousands. Other cells, and dates with
 * points, do not count.
 */
export function guessNumberMarks(cells: readonly string[]): GuessedMarks {
  const telling = cells
    .map(withoutCurrency)
    .filter((cell) => MARKED_NUMBER.test(cell) && !isDottedDate(cell));
  if (telling.length === 0) return { decimalMark: ".", thousandsSeparator: "" };
  const isIdle = ({ thousandsSeparator: mark }: NumberMarks) =>
    mark !== "" && !telling.some((cell) => cell.includes(mark));
  const readings = CANDIDATES.filter((marks) => !isIdle(marks)).map((marks) => {
    const numbers = telling.map((cell) => parseNumberAs(marks, cell));
    return { marks, numbers, count: numbers.filter((n) => n !== undefined).length };
  });
  const most = Math.max(...readings.map(({ count }) => count));
  const [best, ...others] = readings.filter(({ count }) => count === most);
  const rival = others.find(({ numbers }) =>
    numbers.some((number, i) => number !== best!.numbers[i])
  );
  return { ...best!.marks, ...(rival === undefined ? {} : { rival: rival.marks }) };
}

function isDottedDate(cell: string): boolean {
  return parseMonthAs("DD.MM.YYYY", cell) !== undefined;
}
