import { assertEquals } from "@std/assert";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The rooms, ground floor first: a room imports only from rooms before it. */
const ROOMS = [
  "problem",
  "files",
  "month",
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
  "entitlement",
  "valuation",
  "simulation",
  "synthetic",
  "study",
  "reproduction",
  "notebook",
  "cli",
];

/** Who may read the published numbers: comparison, display and the calibration. */
const READERS_OF_PUBLISHED = /^(synthetic|reproduction|notebook|cli)\//;

const LIB = fileURLToPath(new URL(".", import.meta.url));

function* modulesIn(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* modulesIn(path);
    else if (entry.name.endsWith(".ts")) yield path;
  }
}

/** Exported functions without a doc comment that holds a runnable example. */
function undocumentedFunctions(text: string): string[] {
  const pattern =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?export (?:async )?function\*? (\w+)/g;
  return [...text.matchAll(pattern)]
    .filter(([, comment = ""]) => !comment.includes("```ts"))
    .map(([, , name]) => name!);
}

/** Lines that are neither blank nor comment. */
function linesOfCode(text: string): number {
  return text.split("\n").filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length;
}

/** What a face exports, by the file it comes from. */
function facesIn(code: string): { from: string; names: string[] }[] {
  const pattern = /^export (?:type )?\{([^}]*)\} from "([^"]+)"/gm;
  return [...code.matchAll(pattern)].map(([, list = "", from = ""]) => ({
    from,
    names: list.split(",").map((name) => name.replace(/^\s*type /, "").trim()),
  }));
}

const MODULES = [...modulesIn(LIB)]
  .filter((path) => !/_(test|bench)\.ts$/.test(path))
  .map((path) => {
    const text = Deno.readTextFileSync(path);
    const code = text.replace(/^\s*\*.*$/gm, "");
    const imports = [...code.matchAll(/(?:from|import\()\s*"(@jkp\/|\.\.?\/)([^"]+)"/g)];
    return {
      name: relative(LIB, path),
      room: relative(LIB, path).split("/")[0]!,
      text,
      faces: facesIn(code),
      lines: linesOfCode(text),
      undocumented: undocumentedFunctions(text),
      rooms: imports.filter(([, kind]) => kind === "@jkp/")
        .map(([, , path]) => path!.split("/")[0]!),
      relatives: imports.filter(([, kind]) => kind !== "@jkp/").map(([, a, b]) =>
        a! + b!
      ),
    };
  });

Deno.test("every room is one of the house plan", () => {
  const rooms = new Set(MODULES.map(({ room }) => room));
  assertEquals([...rooms].filter((room) => !ROOMS.includes(room)), []);
});

Deno.test("rooms import only from rooms below them", () => {
  const upward = MODULES.flatMap(({ name, room, rooms }) =>
    rooms
      .filter((target) => ROOMS.indexOf(target) >= ROOMS.indexOf(room))
      .map((target) => `${name} imports ${target}`)
  );
  assertEquals(upward, []);
});

Deno.test("modules reach other rooms only by their face", () => {
  const sideways = MODULES.flatMap(({ name, relatives }) =>
    relatives
      .filter((path) => {
        const depth = name.split("/").length - 2;
        return (path.match(/\.\.\//g)?.length ?? 0) > depth;
      })
      .map((path) => `${name} imports ${path}`)
  );
  assertEquals(sideways, []);
});

Deno.test("only comparison, display and calibration read the published numbers", () => {
  const readers = MODULES
    .filter(({ rooms }) => rooms.includes("published"))
    .map(({ name }) => name)
    .filter((name) => !READERS_OF_PUBLISHED.test(name));
  assertEquals(readers, []);
});

Deno.test("no module has more than 350 lines of code", () => {
  const long = MODULES.filter(({ lines }) => lines > 350).map(({ name }) => name);
  assertEquals(long, []);
});

Deno.test("every function of a room's face has a documented example", () => {
  const bare = MODULES
    .filter(({ name }) => name.endsWith("/mod.ts"))
    .flatMap(({ name, faces }) =>
      faces.flatMap(({ from, names }) => {
        const path = name.replace("mod.ts", from.slice(2));
        const { undocumented } = MODULES.find((module) => module.name === path)!;
        return undocumented
          .filter((each) => names.includes(each))
          .map((each) => `${path} ${each}`);
      })
    );
  assertEquals(bare, []);
});

Deno.test("a face lists its names one by one", () => {
  const starred = MODULES.filter(({ text }) => /^export \*/m.test(text));
  assertEquals(starred.map(({ name }) => name), []);
});

/** Circles among modules, each as the way round it. */
function circlesAmong(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string, way: readonly string[]) => {
    const at = way.indexOf(name);
    if (at >= 0) circles.push([...way.slice(at), name].join(" → "));
    if (seen.has(name)) return;
    seen.add(name);
    for (const target of imports.get(name) ?? []) visit(target, [...way, name]);
  };
  for (const name of imports.keys()) visit(name, []);
  return circles;
}

Deno.test("no module imports itself by way of others, types included", () => {
  const imports = new Map(MODULES.map(({ name, rooms, relatives }) => [
    name,
    [
      ...relatives.map((path) => join(dirname(name), path)),
      ...rooms.map((room) => `${room}/mod.ts`),
    ],
  ]));
  assertEquals(circlesAmong(imports), []);
});

Deno.test("circlesAmong() shows the way round when modules import each other", () => {
  const imports = new Map([["a", ["b", "c"]], ["b", ["c"]], ["c", ["d"]], ["d", ["b"]]]);
  assertEquals(circlesAmong(imports), ["b → c → d → b"]);
});

Deno.test("no module imports the face of a folder it stands in", () => {
  const inward = MODULES.flatMap(({ name, relatives }) =>
    relatives
      .filter((path) => /^(\.\/|(\.\.\/)+)mod\.ts$/.test(path))
      .map((path) => `${name} imports ${path}`)
  );
  assertEquals(inward, []);
});

Deno.test("tables are read in one way, but for members' files of millions of rows", () => {
  const readers = MODULES
    .filter(({ text }) => /import \{[^}]*\bparse\b[^}]*\} from "@std\/csv"/.test(text))
    .map(({ name }) => name)
    .filter((name) => !/^(spells\/source|mapping)\//.test(name));
  assertEquals(readers, ["files/csv_records.ts"]);
});
