/**
 * The rules of the house. Each test lists what breaks its rule: nothing.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import {
  circlesAmong,
  isFace,
  loadedBy,
  publicNames,
  unusedNames,
  waysToDisk,
} from "./module_graph_for_test.ts";
import { parseModule, productModules, readersModules } from "./modules_for_test.ts";

/** The rooms, ground floor first: a room imports only from rooms before it. */
const ROOMS = [
  "problem",
  "month",
  "language",
  "files",
  "numeric",
  "exhibit",
  "published",
  "open",
  "economy",
  "survival",
  "extract",
  "mapping",
  "spells",
  "experience",
  "population",
  "scheme",
  "floor",
  "entitlement",
  "valuation",
  "simulation",
  "uncertainty",
  "synthetic",
  "study",
  "reproduction",
  "explorer",
  "notebook",
  "cli",
];

/** Who may read the published numbers: comparison, display and the calibration. */
const READERS_OF_PUBLISHED = ["synthetic", "reproduction", "notebook", "cli"];

/** Rooms that work on a machine with files, not in a page. */
const NOT_FOR_PAGES = ["reproduction", "notebook", "cli"];

/** Who parses CSV: one reader of tables; members' files are sampled, and read in blocks. */
const READERS_OF_CSV = [
  "files/csv_records.ts",
  "mapping/sniff_format.ts",
];

/** Most lines of code in a module: comments and blank lines not counted. */
const MOST_LINES = 350;

const MODULES = productModules(fileURLToPath(new URL(".", import.meta.url)));
const READERS = readersModules(fileURLToPath(new URL("../", import.meta.url)));
const FACES = MODULES.filter(({ path }) => isFace(path));

/** What modules import of ours: who, and which file in which room. */
const LINKS = MODULES.flatMap(({ path, room, imports }) =>
  imports.flatMap(({ from, file }) =>
    file === undefined ? [] : [{
      from,
      path,
      room,
      file,
      target: file.split("/")[0]!,
      words: `${path} imports ${from}`,
    }]
  )
);

/** A house of a few modules, to try a rule on. */
const houseOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => parseModule(path, text));

Deno.test("every room is one of the house plan", () => {
  const rooms = new Set(MODULES.map(({ room }) => room));
  assertEquals([...rooms].filter((room) => !ROOMS.includes(room)), []);
});

Deno.test("rooms import only from rooms below them", () => {
  const upward = LINKS.filter(({ from }) => from.startsWith("@jkp/"))
    .filter(({ room, target }) => ROOMS.indexOf(target) >= ROOMS.indexOf(room));
  assertEquals(upward.map(({ words }) => words), []);
});

Deno.test("modules reach other rooms only by a face: mod, read, write, or one by its subject", () => {
  const sideways = LINKS.filter(({ from, room, target, file }) =>
    from.startsWith("@jkp/") ? !isFace(file) : target !== room
  );
  assertEquals(sideways.map(({ words }) => words), []);
});

Deno.test("no module imports the face of a folder it stands in", () => {
  const inward = LINKS.filter(({ path, file }) =>
    /(^|\/)(mod|read|write)\.ts$/.test(file) && path.startsWith(`${dirname(file)}/`)
  );
  assertEquals(inward.map(({ words }) => words), []);
});

Deno.test("no module imports itself by way of others, types included", () => {
  assertEquals(circlesAmong(MODULES), []);
});

/** What commands that start at once do not load: parts of `lib`, as far as the house goes. */
const NOT_LOADED = {
  "cli/extract_map.ts":
    /^(exhibit\/|spells\/(check\/(?!control_totals)|count|histories|jkp|ledger|shape))/,
  "cli/claim.ts": /^(valuation|spells|experience|simulation)\//,
};

Deno.test("small commands load no part of the house that they do not need", () => {
  const needless = Object.entries(NOT_LOADED).flatMap(([command, parts]) =>
    loadedBy(command, MODULES).filter((path) => parts.test(path))
      .map((path) => `${command} loads ${path}`)
  );
  assertEquals(needless, []);
});

Deno.test("loadedBy() follows what is loaded at once, and neither types nor what is asked for", () => {
  const house = houseOf({
    "a/mod.ts": `import { b } from "./b.ts";\nimport type { T } from "./t.ts";`,
    "a/b.ts": `export { c } from "./c.ts";\nawait import("./d.ts");`,
    "a/c.ts": `import { b } from "./b.ts";`,
  });
  assertEquals(loadedBy("a/mod.ts", house), ["a/mod.ts", "a/b.ts", "a/c.ts"]);
});

Deno.test("circlesAmong() shows the way round when modules import each other", () => {
  const house = houseOf({
    "b/mod.ts": `export { x } from "./x.ts";`,
    "b/x.ts": `import type { Y } from "@jkp/a/read";`,
    "a/read.ts": `export { y } from "./y.ts";`,
    "a/y.ts": `import { z } from "./z.ts";\nawait import("@jkp/b");`,
    "a/z.ts":
      `/**\n * import { y } from "./y.ts";\n */\nimport { join } from "node:path";`,
  });
  assertEquals(circlesAmong(house), [
    "b/mod.ts → b/x.ts → a/read.ts → a/y.ts → b/mod.ts",
  ]);
});

Deno.test("only comparison, display and calibration read the published numbers", () => {
  const readers = LINKS.filter(({ room, target }) =>
    target === "published" && ![target, ...READERS_OF_PUBLISHED].includes(room)
  );
  assertEquals(readers.map(({ words }) => words), []);
});

Deno.test(`no module has more than ${MOST_LINES} lines of code`, () => {
  const long = MODULES.filter(({ lines }) => lines > MOST_LINES);
  assertEquals(long.map(({ path, lines }) => `${path} has ${lines}`), []);
});

Deno.test("parseModule() counts lines of code, not comments and blank lines", () => {
  const text = "/**\n * A.\n */\n\nclass A {\n  // b\n  *rows() {} // c\n}\n";
  assertEquals(parseModule("a/a.ts", text).lines, 3);
});

Deno.test("a face lists its names one by one, and holds nothing itself", () => {
  const others = FACES.flatMap(({ path, exports, imports }) => [
    ...exports.map((name) => `${path} holds ${name}`),
    ...imports.filter(({ names }) => names === undefined)
      .map(({ from }) => `${path} exports * from ${from}`),
    ...imports.filter(({ isExport }) => !isExport)
      .map(({ from }) => `${path} imports ${from}`),
  ]);
  assertEquals(others, []);
});

Deno.test("parseModule() tells lists from stars, and types from values", () => {
  const text = `export * from "./a.ts";
export * as b from "./b.ts";
export { c, type D as E } from "./c.ts";
import f, { type G } from "./f.ts";
import { type H, type I } from "./h.ts";
import type J from "./j.ts";
import "./k.ts";
`;
  const { imports } = parseModule("a/mod.ts", text);
  assertEquals(imports.map(({ from, names }) => [from, names]), [
    ["./a.ts", undefined],
    ["./b.ts", undefined],
    ["./c.ts", ["c", "D"]],
    ["./f.ts", ["G"]],
    ["./h.ts", ["H", "I"]],
    ["./j.ts", undefined],
    ["./k.ts", undefined],
  ]);
  const types = imports.filter(({ isType }) => isType).map(({ from }) => from);
  assertEquals(types, ["./h.ts", "./j.ts"]);
});

Deno.test("every function of a face has a documented example", () => {
  const bare = publicNames(MODULES).filter(({ name, module }) =>
    MODULES.find(({ path }) => path === module)!.bareFunctions.includes(name)
  );
  assertEquals(bare.map(({ name, module }) => `${module} ${name}`), []);
});

Deno.test("parseModule() names functions whose comment has no example", () => {
  const example = "/**\n * A.\n *\n * ```ts\n * a();\n * ```\n */\n";
  const { bareFunctions } = parseModule(
    "a/a.ts",
    `${example}export function a() {}\n/** B. */\nexport async function b() {}\n` +
      `${example}export const A = 1;\nexport const c = (x: number): number => x;\n` +
      "function d() {}\n",
  );
  assertEquals(bareFunctions, ["b", "c"]);
});

Deno.test("a name is public because another room, a notebook or a page uses it", () => {
  assertEquals(unusedNames(MODULES, READERS), []);
});

Deno.test("unusedNames() counts no use when a room, an example or a comment has it", () => {
  const house = houseOf({
    "a/mod.ts":
      `export { type A, b, c, d, e } from "./a.ts";\nexport { f } from "./f.ts";`,
    "a/other.ts": `import { b } from "./a.ts";\nimport { b } from "@jkp/a";`,
    "b/mod.ts": `/**\n * import { c } from "@jkp/a";\n */\nimport { d } from "@jkp/b";`,
    "b/b.ts":
      `import {\n  type A,\n} from "@jkp/a";\nconst { e } = await import("@jkp/a");`,
  });
  const [page] = houseOf({
    "../README.md": `\`\`\`ts\nimport { f } from "@jkp/a";\n\`\`\``,
  });
  assertEquals(unusedNames(house, [page!]), ["a/mod.ts b", "a/mod.ts c", "a/mod.ts d"]);
});

Deno.test("no public name means two things", () => {
  const byName = Map.groupBy(publicNames(MODULES), ({ name }) => name);
  const twice = [...byName].filter(([, names]) => names.length > 1);
  assertEquals(twice.map(([name, at]) => [name, ...at.map(({ face }) => face)]), []);
});

Deno.test("what computes runs in a page: faces load nothing of Deno, Node or a machine", () => {
  const ways = FACES.filter(({ path }) => /\/(mod|claims)\.ts$/.test(path))
    .filter(({ room }) => !NOT_FOR_PAGES.includes(room))
    .flatMap((face) => waysToDisk(face, MODULES));
  assertEquals(ways, []);
});

Deno.test("waysToDisk() shows the way when a module far down reads a file", () => {
  const house = houseOf({
    "a/mod.ts": `export { b } from "./b.ts";\nexport type { C } from "./c.ts";`,
    "a/b.ts": `import { type D, e } from "@jkp/d/read";\nawait import("node:fs");`,
    "a/c.ts": `import { join } from "node:path";`,
    "d/read.ts": `export { e } from "./e.ts";`,
    "d/e.ts": `import polars from "nodejs-polars";\nDeno.exit();\nf("Deno.exit()");`,
  });
  assertEquals(waysToDisk(house[0]!, house), [
    "a/mod.ts → a/b.ts → d/read.ts → d/e.ts → nodejs-polars",
    "a/mod.ts → a/b.ts → d/read.ts → d/e.ts → Deno",
  ]);
  assertEquals(waysToDisk(house[2]!, house), ["a/c.ts → node:path"]);
});

Deno.test("tables are read in one way, but for members' files of millions of rows", () => {
  const readers = MODULES.filter(({ imports }) =>
    imports.some(({ from, names }) => from === "@std/csv" && names?.includes("parse"))
  );
  assertEquals(readers.map(({ path }) => path).sort(), READERS_OF_CSV);
});
