import { checkSchema } from "./check_schema.ts";
import { parseToml } from "./toml.ts";
import { readText } from "./read_text.ts";
import { StagedFiles } from "./staged_files.ts";
import { sweepStaging } from "./sweep_staging.ts";
import { writeFilesTogether, writeFileWhole } from "./write_files.ts";
import { DataError } from "@jkp/problem";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as v from "valibot";

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

Deno.test("readText() reads UTF-16 with its mark", async () => {
  const path = await Deno.makeTempFile();
  for (const bytes of [[0xff, 0xfe, 0x41, 0, 0x2c, 0], [0xfe, 0xff, 0, 0x41, 0, 0x2c]]) {
    await Deno.writeFile(path, new Uint8Array(bytes));
    assertEquals(await readText(path), "A,");
  }
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
  assertThrows(() => writeFileWhole(`${folder}/taken`, "text"));
  assertEquals([...Deno.readDirSync(folder)].map((entry) => entry.name), ["taken"]);
});

Deno.test("writeFilesTogether() moves nothing when one file cannot be written", async () => {
  const folder = await Deno.makeTempDir();
  const files = new Map([["a", "first"], ["a/b", "needs a as a folder"]]);
  assertThrows(() => writeFilesTogether(folder, files));
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

Deno.test("checkSchema() says what stands in place of a value", () => {
  const a = (file: string, value: unknown) => {
    const text = v.pipe(v.string("a text"), v.nonEmpty("a text"));
    const list = v.pipe(v.array(text, "a list"), v.minLength(1, "an item"));
    const rate = v.pipe(v.number("a rate"), v.minValue(1, "a rate"), v.integer("a rate"));
    const schema = v.strictObject({ text, list, rate });
    return assertThrows(() => checkSchema(file, value, schema), DataError).message;
  };
  assertEquals(
    a("a", { text: {}, list: [], rate: 0.5 }),
    "a: text: expected a text, got a table\na: list: expected an item, got an empty list\n" +
      "a: rate: expected a rate, got 0.5",
  );
  assertEquals(
    a("a", { text: "", list: new Date(0), rate: NaN }),
    'a: text: expected a text, got ""\n' +
      "a: list: expected a list, got 1970-01-01T00:00:00.000Z\n" +
      "a: rate: expected a rate, got NaN",
  );
});

Deno.test("checkSchema() gives combinations tables, also where there are none", () => {
  const schema = v.strictObject({
    rows: v.array(v.strictObject({ size: v.strictObject({ rate: v.number("a rate") }) })),
  });
  const seen: number[] = [];
  assertThrows(() =>
    checkSchema("a", { rows: [3, { size: 4 }] }, schema, ({ rows }) => {
      seen.push(...rows.map(({ size }) => size.rate));
      return [];
    }), DataError);
  assertEquals(seen, [NaN, NaN]);
});

Deno.test("readText() tells a folder from a file", async () => {
  await assertRejects(
    () => readText("data"),
    DataError,
    "data: expected a UTF-8 text file, got a folder",
  );
});

Deno.test("writeFilesTogether() writes nothing when one has a folder in its place", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/b.csv`);
  const files = new Map([["a.csv", "a"], ["b.csv", "b"]]);
  assertThrows(
    () => writeFilesTogether(folder, files),
    DataError,
    `${folder}/b.csv: expected a file, to be written, got a folder`,
  );
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["b.csv"]);
});

Deno.test("writeFileWhole() says so when a file stands in place of a folder", async () => {
  const file = await Deno.makeTempFile();
  for (const path of [`${file}/a.csv`, `${file}/b/a.csv`]) {
    assertThrows(
      () => writeFileWhole(path, "a"),
      DataError,
      "expected a folder to write to, got a file",
    );
  }
});

/** What stands in a folder, hidden things too. */
const namesIn = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

/** A folder with an old set, in which a process was killed when it had staged a new one. */
async function killedAt(step: "staging" | "moving"): Promise<string> {
  const folder = await Deno.makeTempDir();
  writeFilesTogether(folder, new Map([["a.csv", "old"], ["manifest.json", "old"]]));
  const code = `
    const { StagedFiles } = await import("@jkp/files/write");
    const files = new StagedFiles(Deno.args[0]);
    for (const name of ["a.csv", "b/c.csv", "manifest.json"]) files.write(name, "new");
    const rename = Deno.renameSync;
    let moved = 0;
    Deno.renameSync = (from, to) => {
      if (moved++ === 1) Deno.kill(Deno.pid, "SIGKILL");
      rename(from, to);
    };
    ${step === "moving" ? "files.finish();" : ""}
    Deno.kill(Deno.pid, "SIGKILL");`;
  const { signal } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--config", "deno.json", code, folder],
  }).output();
  assertEquals(signal, "SIGKILL");
  return folder;
}

Deno.test("sweepStaging() removes what a killed process had not finished", async () => {
  const folder = await killedAt("staging");
  assertEquals(namesIn(folder).length, 4);
  sweepStaging(folder);
  assertEquals(namesIn(folder), ["a.csv", "manifest.json"]);
  assertEquals(await Deno.readTextFile(`${folder}/a.csv`), "old");
});

Deno.test("sweepStaging() puts in place a set that was whole when its owner was killed", async () => {
  const folder = await killedAt("moving");
  assertEquals(await Deno.readTextFile(`${folder}/a.csv`), "new");
  assertEquals(await Deno.readTextFile(`${folder}/manifest.json`), "old");
  sweepStaging(folder);
  assertEquals(namesIn(folder), ["a.csv", "b", "manifest.json"]);
  assertEquals(await Deno.readTextFile(`${folder}/b/c.csv`), "new");
  assertEquals(await Deno.readTextFile(`${folder}/manifest.json`), "new");
});

Deno.test("sweepStaging() leaves what a living process writes, and what is not ours", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/.staging-theirs`);
  using files = new StagedFiles(folder);
  files.write("a.csv", "x");
  sweepStaging(folder);
  files.finish();
  assertEquals(namesIn(folder), [".staging-theirs", "a.csv"]);
});

Deno.test("sweepStaging() moves nothing out of the folder", async () => {
  const folder = await Deno.makeTempDir();
  const staging = `${folder}/in/.jkp-staging-x`;
  await Deno.mkdir(staging, { recursive: true });
  await Deno.writeTextFile(`${staging}.lock`, "");
  await Deno.writeTextFile(`${staging}/.complete.json`, '["../out.csv"]');
  await Deno.writeTextFile(`${folder}/in/out.csv`, "x");
  sweepStaging(`${folder}/in`);
  assertEquals(namesIn(folder), ["in"]);
  assertEquals(namesIn(`${folder}/in`), ["out.csv"]);
});

Deno.test("StagedFiles removes what it made when a file was announced and not written", async () => {
  const folder = await Deno.makeTempDir();
  assertThrows(() => {
    using files = new StagedFiles(`${folder}/a/b`);
    files.write("a.csv", "x");
    files.pathOf("never.csv");
    files.finish();
  }, Deno.errors.NotFound);
  assertEquals(namesIn(folder), []);
});
