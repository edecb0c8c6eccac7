import { cell, checkTable, type LocatedRow } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { throwIfAny } from "@jkp/problem";

/** A row of a file of members: its cells by column, as they stand. */
export type MemberRow = LocatedRow<Readonly<Record<string, string>>>;

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
  const columns = {
    member_id: ["member_id", cell.text],
    ...Object.fromEntries(keys.map((key) => [key, [key, cell.anything, "optional"]])),
  } as const;
  const rules = { hasOnlyThese: true, hasRows: true };
  const { header, rows, problems } = checkTable(
    file,
    await readText(file),
    columns,
    rules,
  );
  const hasWanted = wanted.some((set) => set.every((name) => header.includes(name)));
  throwIfAny([
    ...problems,
    ...(hasWanted || header.length === 0 ? [] : [{
      file,
      place: "header",
      expected: `columns ${wanted.map((set) => set.join(", ")).join("; or ")}`,
      received: header.join(", "),
    }]),
  ]);
  return Map.groupBy(rows, ({ row }) => row.member_id);
}
