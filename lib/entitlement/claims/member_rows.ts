import { type CsvRow, parseCsv, readText } from "@jkp/files";
import { type Problem, throwIfAny } from "@jkp/problem";

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
): Promise<ReadonlyMap<string, readonly CsvRow[]>> {
  const rows = parseCsv(file, await readText(file), ["member_id"]);
  if (rows.length === 0) {
    throwIfAny([{ file, expected: "at least one row", received: "none" }]);
  }
  const columns = Object.keys(rows[0]!.cells);
  const known = ["member_id", ...keys];
  const problems: Problem[] = columns.filter((name) => !known.includes(name)).map(
    (name) => ({
      file,
      place: "header",
      expected: `only columns of ${known.join(", ")}`,
      received: name,
    }),
  );
  if (!wanted.some((set) => set.every((name) => columns.includes(name)))) {
    problems.push({
      file,
      place: "header",
      expected: `columns ${wanted.map((set) => set.join(", ")).join("; or ")}`,
      received: columns.join(", "),
    });
  }
  for (const { line, cells } of rows) {
    if (cells.member_id!.trim() !== "") continue;
    const place = `row ${line}, column member_id`;
    problems.push({ file, place, expected: "a text", received: "nothing" });
  }
  throwIfAny(problems);
  return Map.groupBy(rows, ({ cells }) => cells.member_id!.trim());
}
