import { cell, type CellReader, checkTable, type LocatedRow } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { type Problem, throwIfAny } from "@jkp/problem";

/** A row of a file of members: its cells by column, as they stand. */
export type MemberRow = LocatedRow<Readonly<Record<string, string>>>;

/** The id of a member: a line break in it makes another person of one. */
const MEMBER_ID: CellReader<string> = {
  expected: "a text in one line",
  read: (text) => text === "" || /[\n\r]/.test(text) ? undefined : text,
};

/** The columns of a file of members, `keys` beside `member_id`. */
export function columnsOf(keys: readonly string[]) {
  return {
    member_id: ["member_id", MEMBER_ID],
    ...Object.fromEntries(
      keys.map((key) => [key, [key, cell.anything, "optional"] as const]),
    ),
  } as const;
}

/** Whether a header has one of several sets of columns; without one it is said otherwise. */
export function hasWanted(
  header: readonly string[],
  wanted: readonly (readonly string[])[],
): boolean {
  return header.length === 0 ||
    wanted.some((set) => set.every((name) => header.includes(name)));
}

/** That a file has none of several sets of columns. */
export function wantedProblem(
  file: string,
  header: readonly string[],
  wanted: readonly (readonly string[])[],
): Problem {
  return {
    file,
    place: "header",
    expected: `columns ${wanted.map((set) => set.join(", ")).join("; or ")}`,
    received: header.join(", "),
  };
}

/**
 * Reads the rows of a CSV file by `member_id`, in the order of the file; `wanted` are the
 * columns that must be there, in one of several sets.
 *
 * @throws {DataError} If columns are missing or not known, or rows name no member.
 */
export async function readMemberRows(
  file: string,
  keys: readonly string[],
  wanted: readonly (readonly string[])[],
): Promise<Map<string, readonly MemberRow[]>> {
  const rules = { hasOnlyThese: true, hasRows: true };
  const { header, rows, problems } = checkTable(
    file,
    await readText(file),
    columnsOf(keys),
    rules,
  );
  throwIfAny([
    ...problems,
    ...(hasWanted(header, wanted) ? [] : [wantedProblem(file, header, wanted)]),
  ]);
  return Map.groupBy(rows, ({ row }) => row.member_id);
}
