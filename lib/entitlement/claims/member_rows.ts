import { cell, checkTable, type LocatedRow } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { throwIfAny } from "@jkp/problem";

/** A row of a file of members: its cells by column, as they stand. */
export type MemberRow = LocatedRow<Readonly<Record<string, string>>>;

/**
 * Reads a CSV file whose rows belong to members.
 *
 * @param file The file.
 * @param keys Its columns besides `member_id`.
 * @param wanted Of those the ones that must be there; one set of them, if there are
 * several.
 * @returns Rows by member, in the order of the file.
 * @throws {DataError} If columns are missing or not known, or rows name no member.
 * @internal
 */
export async function readMemberRows(
  file: string,
  keys: readonly string[],
  wanted: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, readonly MemberRow[]>> {
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
