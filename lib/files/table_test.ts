import { cell } from "./cell.ts";
import { checkTable, parseTable } from "./table.ts";
import { readTable } from "./read_table.ts";
import { DataError, type Problem } from "@jkp/problem";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { stringify } from "@std/csv";
import fc from "fast-check";

const A_AND_B = { a: ["a", cell.anything], b: ["b", cell.anything] } as const;

/** A problem in words. */
const inWords = (problem: Problem) => new DataError([problem]).message;

/** What is wrong with a text, in words. */
function problemsIn(...of: Parameters<typeof checkTable>): string[] {
  return checkTable(...of).problems.map(inWords);
}

Deno.test("checkTable() names every row with a wrong number of cells, and reads the others", () => {
  const columns = { a: ["a", cell.year], b: ["b", cell.anything] } as const;
  assertEquals(problemsIn("a.csv", "a,b\n1\n2019,2\n1,2,3\nx,\n", columns), [
    "a.csv: row 2: expected 2 cells, as in the header, got 1",
    "a.csv: row 4: expected 2 cells, as in the header, got 3",
    "a.csv: row 5, column a: expected a year of four digits, got x",
  ]);
});

Deno.test("parseTable() names every missing column", () => {
  assertThrows(
    () =>
      parseTable("a.csv", "a\n1\n", { b: A_AND_B.b, c: ["c", cell.anything] } as const),
    DataError,
    'a.csv: header: expected a column "b", got a\na.csv: header: expected a column "c"',
  );
  assertEquals(problemsIn("a.csv", "", { a: A_AND_B.a }), [
    'a.csv: header: expected a column "a", got an empty file',
  ]);
});

Deno.test("parseTable() refuses a column that is there twice", () => {
  assertThrows(
    () => parseTable("a.csv", "a,b,a\n1,2,3\n", { a: A_AND_B.a }),
    DataError,
    'a.csv: header: expected each column once, got "a" again',
  );
});

Deno.test("checkTable() passes over unknown columns unless it has only its own", () => {
  const text = "a,b,note\n1,2,x\n";
  assertEquals(checkTable("a.csv", text, A_AND_B).rows, [
    { line: 2, row: { a: "1", b: "2" } },
  ]);
  assertEquals(problemsIn("a.csv", text, A_AND_B, { hasOnlyThese: true }), [
    "a.csv: header: expected only columns of a, b, got note",
  ]);
});

Deno.test("checkTable() leaves fields out whose optional column is missing", () => {
  const columns = { a: A_AND_B.a, b: ["b", cell.number, "optional"] } as const;
  assertEquals(checkTable("a.csv", "a\nx\n", columns).rows, [
    { line: 2, row: { a: "x" } },
  ]);
  assertEquals(problemsIn("a.csv", "a,b\nx,\n", columns), [
    "a.csv: row 2, column b: expected a number, got nothing",
  ]);
});

Deno.test("checkTable() counts the lines of the file when some are empty or in quotes", () => {
  const text = '\ufeffa,b\r\n\r\n"x\r\ny",1\r\n"""",2\r\n\n3,4';
  const { rows, header } = checkTable("a.csv", text, A_AND_B);
  assertEquals(header, ["a", "b"]);
  assertEquals(rows, [
    { line: 3, row: { a: "x\ny", b: "1" } },
    { line: 5, row: { a: '"', b: "2" } },
    { line: 7, row: { a: "3", b: "4" } },
  ]);
});

Deno.test("checkTable() reads back what was written, each row with its line", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", " ", ",", '"', "\n", "7"),
    maxLength: 6,
  });
  const table = fc.array(fc.record({ a: text, b: text }), { maxLength: 6 });
  fc.assert(fc.property(table, (rows) => {
    const csv = stringify(rows, { columns: ["a", "b"], crlf: false });
    let line = 2;
    const expected = rows.map((row) => {
      const at = line;
      line += 1 + (row.a + row.b).split("\n").length - 1;
      return { line: at, row: { a: row.a.trim(), b: row.b.trim() } };
    });
    const read = checkTable("a.csv", csv, A_AND_B);
    assertEquals([read.problems, read.rows], [[], expected]);
  }));
});

Deno.test("parseTable() says where quotes go wrong, and what ends its lines", () => {
  const columns = { a: A_AND_B.a };
  assertThrows(() => parseTable("a.csv", 'a\n"x', columns), DataError, "well-formed CSV");
  assertThrows(() => parseTable("a.csv", 'a\nx"y\n', columns), DataError, "line 2");
  assertEquals(problemsIn("a.csv", "a\r1\r2\r", columns), [
    "a.csv: expected lines that end in LF, or in CR and LF, got CR alone",
  ]);
});

Deno.test("checkTable() finds characters that nobody sees, and cuts what it shows", () => {
  const columns = { id: ["id", cell.text], year: ["year", cell.year] } as const;
  const text = `\ufeffid,year\nA\u200b,2019\nB,2019\u0000\nC,${
    "9".repeat(300)
  }\nD,2019\n`;
  const { rows, problems } = checkTable("a.csv", text, columns);
  assertEquals(rows.map(({ row }) => row.id), ["D"]);
  assertEquals(problems.map(({ received }) => received), [
    "A\\u200b",
    "2019\\u0000",
    `${"9".repeat(80)}…`,
  ]);
});

Deno.test("checkTable() finds unseen characters of every script, and at the ends of cells", () => {
  const unseen = [
    "\u061c",
    "\u180e",
    "\u3164",
    "\ufe0f",
    "\u{e0001}",
    "\u2028",
    "\ufeff",
  ];
  const lines = unseen.flatMap((
    sign,
  ) => [`A${sign}B,2019`, `${sign}A,2019`, `A,2019${sign}`]);
  const columns = { id: ["id", cell.text], year: ["year", cell.year] } as const;
  for (const quoted of ["A,2019", '"A",2019']) {
    const text = `\ufeffid,year\n${[quoted, ...lines].join("\n")}\n`;
    const { rows, problems } = checkTable("a.csv", text, columns);
    assertEquals([rows.length, problems.length], [1, lines.length]);
  }
});

Deno.test("checkTable() finds keys that stand twice", () => {
  const text = "a,b\n1,2\n1,3\n 1 ,2\n";
  assertEquals(problemsIn("a.csv", text, A_AND_B, { key: ["a", "b"] }), [
    "a.csv: row 4, column a, b: expected a key that stands once (it stands in row 2), got 1 2",
  ]);
  assertEquals(problemsIn("a.csv", "a,b\n1,2\n3,4\n", A_AND_B, { key: [] }), [
    "a.csv: row 3: expected no row after row 2",
  ]);
});

Deno.test("checkTable() tells cells apart whose texts together are the same", () => {
  const text = "a,b\nx y,z\nx,y z\n";
  assertEquals(problemsIn("a.csv", text, A_AND_B, { key: ["a", "b"] }), []);
});

Deno.test("checkTable() finds what does not go together beside cells of a wrong kind", () => {
  const columns = { first: ["first", cell.year], last: ["last", cell.year] } as const;
  const check = ({ first, last }: { first?: number; last?: number }) =>
    first !== undefined && first > 2020
      ? [{ column: "first" as const, expected: "a year that is over" }]
      : last !== undefined && first !== undefined && last < first
      ? [{ column: "last" as const, expected: `a year from ${first}` }]
      : [];
  assertEquals(
    checkTable("a.csv", "first,last\n2019,2018\n2030,x\n2018,2019\n", columns, { check })
      .problems.map(inWords),
    [
      "a.csv: row 2, column last: expected a year from 2019, got 2018",
      "a.csv: row 3, column first: expected a year that is over, got 2030",
      "a.csv: row 3, column last: expected a year of four digits, got x",
    ],
  );
});

Deno.test("checkTable() refuses a table without rows when it has to have some", () => {
  assertEquals(problemsIn("a.csv", "a,b\n", A_AND_B), []);
  assertEquals(problemsIn("a.csv", "a,b\n\n", A_AND_B, { hasRows: true }), [
    "a.csv: expected at least one row, got none",
  ]);
});

Deno.test("readTable() names a file that is not there", async () => {
  await assertRejects(() => readTable("nowhere.csv", A_AND_B), DataError, "nowhere.csv");
});

Deno.test("cell readers accept what they say and nothing else", () => {
  const share = cell.between(0, 1, "a fraction from 0 to 1");
  const read = (texts: readonly string[]) => texts.map(share.read);
  assertEquals(read(["0", "1.", "0.25", ".25", "2.5e-1"]), [0, 1, 0.25, 0.25, 0.25]);
  const bad = [
    "",
    "1.2",
    "-0.1",
    "93%",
    ".",
    "1,5",
    "0x1",
    "Infinity",
    "NaN",
    "1 0",
    "1e",
  ];
  assertEquals(read(bad), bad.map(() => undefined));
  assertEquals(cell.number.read("1e999"), undefined);
  assertEquals(cell.percent.read("1e999"), undefined);
  assertEquals(["0", "12", "1.5", "-1", ""].map(cell.count.read), [
    ...[0, 12],
    ...[undefined, undefined, undefined],
  ]);
  assertEquals(cell.above(0, "a positive number").read("0"), undefined);
  assertEquals(cell.oneOf([3, 6, 12]).read("6"), 6);
  assertEquals(cell.oneOf([3, 6, 12]).expected, "one of 3, 6, 12");
  assertEquals(cell.oneOf(["M", "F"]).expected, "M or F");
});

Deno.test("checkTable() reads a text without quotes as one with them", () => {
  const columns = { id: ["id", cell.text], wage: ["wage", cell.anything] } as const;
  for (const end of ["\n", "\r\n"]) {
    const text = ["\ufeffid,wage", "A, 1 ", "", "B,2", "C"].join(end);
    const quoted = text.replace("A,", '"A",');
    const read = checkTable("a.csv", text, columns);
    assertEquals(read, checkTable("a.csv", quoted, columns));
    assertEquals(read.rows.map(({ line }) => line), [2, 4]);
    assertEquals(read.problems.map(({ place }) => place), ["row 5"]);
  }
});
