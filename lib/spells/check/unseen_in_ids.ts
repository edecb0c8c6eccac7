import { shownValue } from "@jkp/problem";
import type { BrokenLine } from "../source/broken_lines.ts";
import { cellText } from "../source/cell_text.ts";
import { polars } from "../source/polars.ts";
import type { RowBatch } from "../source/spell_file.ts";

/**
 * What `hasUnseen` of the room `problem` looks for, as polars has it; and tabs and line ends
 * between other signs. Blanks at the ends do not count, but some signs that polars would
 * take off as blanks are not seen.
 */
const UNSEEN = "[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{DI}\\u{fffe}\\u{ffff}]--[\\t\\n\\r]]" +
  "|\\S\\s*[\\t\\n\\r]\\s*\\S";

/**
 * Ids with control or zero-width characters, which make two persons of one. Readers of text
 * find them on their way; this is for frames of typed columns.
 */
export function unseenInIds(
  { frame, firstRow }: RowBatch,
  memberId: string,
): BrokenLine[] {
  if (!frame.getColumn(memberId).isString()) return [];
  const isUnseen = polars.col(memberId).str.contains(UNSEEN);
  const [isAny] = frame.select(isUnseen.any()).row(0);
  if (isAny !== true) return [];
  const marks: ArrayLike<unknown> = frame.select(isUnseen).getColumn(memberId).toArray();
  const text = cellText(frame);
  return Array.from(marks).flatMap((mark, row) =>
    mark === true
      ? [{
        row: firstRow + row,
        column: memberId,
        value: shownValue(text(row, memberId)),
        expected: ["seenCharacters"],
        fault: "unfit cell" as const,
      }]
      : []
  );
}
