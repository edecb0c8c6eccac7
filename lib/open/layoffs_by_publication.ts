import type { LocatedRow } from "@jkp/files";
import type { Problem } from "@jkp/problem";

/** A count of one month as it stood at one publication. */
export interface PublishedCount {
  /** The month counted, as `YYYY-MM`. */
  readonly month: string;
  /** Which publication of this month's count it is: 1 for the first that is known. */
  readonly vintage: number;
  readonly value: number;
  /** A day as `YYYY-MM-DD`, or a month; `null` if it is not known. */
  readonly publishedOn: string | null;
  readonly note: string;
}

/**
 * What is wrong with counts that are published again and again: a later count that is
 * smaller and no note says why, and publications that are not in the order of their dates.
 */
export function publicationProblems(
  file: string,
  rows: readonly LocatedRow<PublishedCount>[],
): Problem[] {
  const problems: Problem[] = [];
  for (const [month, counts] of Map.groupBy(rows, ({ row }) => row.month)) {
    const inOrder = counts.toSorted((one, other) => one.row.vintage - other.row.vintage);
    inOrder.slice(1).forEach(({ line, row }, i) => {
      const before = inOrder[i]!;
      if (row.value < before.row.value && row.note === "") {
        problems.push({
          file,
          place: `row ${line}`,
          expected: `${before.row.value} or more, as row ${before.line} has for ` +
            `${month}, or a note that says why`,
          received: String(row.value),
        });
      }
      const dated = inOrder.slice(0, i + 1).findLast((each) =>
        each.row.publishedOn !== null
      );
      const earlier = dated?.row.publishedOn ?? "";
      if (row.publishedOn !== null && row.publishedOn < earlier) {
        problems.push({
          file,
          place: `row ${line}`,
          expected: `a date not before ${earlier}, that of row ${dated!.line}`,
          received: row.publishedOn,
        });
      }
    });
  }
  return problems;
}
