import { formatNumber } from "@jkp/exhibit";

/** A place where the report contradicts itself, with the arithmetic that shows it. */
export interface Erratum {
  /** Section, table or note. */
  readonly where: string;
  /** What is in question. */
  readonly what: string;
  /** As printed. */
  readonly printed: string;
  /** What the rest of the report gives. */
  readonly consistent: string;
  /** How one gets from the report's own numbers to it. */
  readonly arithmetic: string;
}

/** A number of the report by item and cell. */
export type NumberOf = (item: string, cell: string) => number;

/** Writes a number with fixed decimals and thousands separators. */
export function digits(value: number, decimals = 0): string {
  return formatNumber(value, decimals);
}
