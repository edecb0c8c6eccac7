import { AFTER_SUM_WORD, SUM_WORDS } from "../decode/closing_rows.ts";

/** What engines write in different ways; the rest of our SQL all of them read alike. */
export interface SqlDialect {
  /** Whether a text matches a regular expression of `@jkp/mapping`. */
  matches(text: string, pattern: string): string;
  /** A text without blanks around it. */
  trimmed(text: string): string;
  /** A whole number from 0 to one less than `parts`, the same for the same text. */
  part(text: string, parts: number): string;
  /** A text with each match of a regular expression taken out. */
  without(text: string, pattern: string): string;
}

/** All bits of a whole number but that of its sign. */
const HIGHEST = 2n ** 63n - 1n;

/** Trino and its relatives: Starburst, Amazon Athena, Presto. */
export const TRINO: SqlDialect = {
  matches: (text, pattern) => `regexp_like(${text}, ${literal(pattern)})`,
  trimmed: (text) => `regexp_replace(${text}, '^\\s+|\\s+$')`,
  part: (text, parts) =>
    `mod(bitwise_and(from_big_endian_64(xxhash64(to_utf8(${text}))), ${HIGHEST}), ${parts})`,
  without: (text, pattern) => `regexp_replace(${text}, ${literal(pattern)})`,
};

/** A text in SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name in SQL, whatever stands in it. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A number of double precision in SQL, to the last bit. */
export function double(value: number): string {
  return value.toExponential().toUpperCase();
}

/** A `case` with a branch for each pair of condition and value. */
export function cases(
  branches: readonly (readonly [condition: string, value: string | number])[],
  otherwise: string | number,
): string {
  if (branches.length === 0) return String(otherwise);
  const when = branches.map(([condition, value]) => `when ${condition} then ${value}`);
  return `case ${when.join(" ")} else ${otherwise} end`;
}

/** A `case` of one expression, with a branch for each pair of text and value. */
export function chosen(
  expression: string,
  branches: Iterable<readonly [text: string, value: string | number]>,
  otherwise: string | number,
): string {
  const when = [...branches].map(([text, value]) =>
    `when ${literal(text)} then ${value}`
  );
  if (when.length === 0) return String(otherwise);
  return `case ${expression} ${when.join(" ")} else ${otherwise} end`;
}

/** Whether a text is a word for a sum, or begins with one: as `isSumWord`. */
export function isSumWordSql(text: string): string {
  const starts = SUM_WORDS.flatMap((word) => AFTER_SUM_WORD.map((end) => word + end));
  return [
    `lower(${text}) in (${SUM_WORDS.map(literal).join(", ")})`,
    ...starts.map((start) => `lower(${text}) like ${literal(`${start}%`)}`),
  ].join(" or ");
}
