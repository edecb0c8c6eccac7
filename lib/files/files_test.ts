import {
  checkSchema,
  parseCsv,
  parseToml,
  readText,
  writeFilesTogether,
  writeFileWhole,
} from "@jkp/files";
import { DataError } from "@jkp/problem";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as v from "valibot";

Deno.test("parseCsv() names every row with a wrong number of cells", () => {
  const error = assertThrows(
    () => parseCsv("a.csv", "a,b\n1\n1,2\n1,2,3\n", ["a", "b"]),
    DataError,
  );
  assertEquals(error.problems.map((problem: { place: string }) => problem.place), [
    "row 2",
    "row 4",
  ]);
});

Deno.test("parseCsv() names every missing column", () => {
  assertThrows(
    () => parseCsv("a.csv", "a\n1\n", ["b", "c"]),
    DataError,
    'a.csv: header: expected a column "b", got a\na.csv: header: expected a column "c"',
  );
});

Deno.test("parseCsv() says where quotes go wrong", () => {
  assertThrows(() => parseCsv("a.csv", 'a\n"x', ["a"]), DataError, "well-formed CSV");
});

Deno.test("parseToml() says where bad TOML stands", () => {
  assertThrows(
    () => parseToml("a.toml", "x = 1\ny = = 2\n", v.object({})),
    DataError,
    "a.toml: line 2, column",
  );
});

Deno.test("parseToml() gathers every bad value by key path", () => {
  const schema = v.strictObject({
    rate: v.pipe(v.number("a fraction"), v.maxValue(1, "a fraction up to 1")),
    years: v.array(v.strictObject({ year: v.number("a year") })),
  });
  const text =
    'rate = 2\ncolour = "red"\n[size]\nx = 1\n[[years]]\nyear = "x"\nday = 1\n';
  const error = assertThrows(() => parseToml("a.toml", text, schema), DataError);
  assertEquals(error.message.split("\n"), [
    "a.toml: rate: expected a fraction up to 1, got 2",
    'a.toml: years.0.year: expected a year, got "x"',
    'a.toml: colour: expected no such key, got "red"',
    "a.toml: size: expected no such key, got a table",
    "a.toml: years.0.day: expected no such key, got 1",
  ]);
});

Deno.test("parseToml() names unknown keys of an optional table", () => {
  const schema = v.strictObject({ size: v.optional(v.strictObject({ x: v.number() })) });
  assertThrows(
    () => parseToml("a.toml", "[size]\nx = 1\ny = 2\n", schema),
    DataError,
    "a.toml: size.y: expected no such key, got 2",
  );
});

Deno.test("readText() refuses what is no UTF-8 text", async () => {
  const path = await Deno.makeTempFile();
  await Deno.writeFile(path, new Uint8Array([0xff, 0xfe, 0x00]));
  await assertRejects(() => readText(path), DataError, "UTF-8");
});

Deno.test("writeFileWhole() leaves nothing behind when it fails", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/taken`);
  await Deno.writeTextFile(`${folder}/taken/x`, "");
  await assertRejects(() => writeFileWhole(`${folder}/taken`, "text"));
  assertEquals([...Deno.readDirSync(folder)].map((entry) => entry.name), ["taken"]);
});

Deno.test("writeFilesTogether() moves nothing when one file cannot be written", async () => {
  const folder = await Deno.makeTempDir();
  const files = new Map([["a", "first"], ["a/b", "needs a as a folder"]]);
  await assertRejects(() => writeFilesTogether(folder, files));
  assertEquals([...Deno.readDirSync(folder)].length, 0);
});

Deno.test("checkSchema() finds what does not go together beside values of a wrong kind", () => {
  const schema = v.strictObject({
    first: v.number("a number"),
    last: v.number("a number"),
    list: v.array(v.number("a number")),
    name: v.string("a text"),
  });
  const given: unknown[] = [];
  const error = assertThrows(
    () =>
      checkSchema(
        "a",
        { first: 3, last: 2, list: "none", other: 1 },
        schema,
        (content) => {
          given.push(content);
          return content.last < content.first
            ? [{ place: "last", expected: "a number from the first" }]
            : [];
        },
      ),
    DataError,
  );
  assertEquals(given, [{ first: 3, last: 2, list: [], name: NaN }]);
  assertEquals(error.problems.map(({ place }: { place: string }) => place), [
    "list",
    "name",
    "other",
    "last",
  ]);
});

Deno.test("checkSchema() says nothing more of a place that is wrong already", () => {
  const schema = v.object({ first: v.number("a number") });
  const error = assertThrows(
    () =>
      checkSchema("a", { first: "x" }, schema, () => [
        { place: "first", expected: "something else" },
      ]),
    DataError,
  );
  assertEquals(error.problems.length, 1);
});
