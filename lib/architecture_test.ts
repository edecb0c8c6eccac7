import { assertEquals } from "@std/assert";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The rooms, ground floor first: a room imports only from rooms before it. */
const ROOMS = [
  "problem",
  "files",
  "month",
  "numeric",
  "published",
  "open",
  "survival",
  "extract",
  "spells",
  "experience",
  "economy",
  "population",
  "scheme",
  "valuation",
  "simulation",
  "report",
  "study",
  "present",
  "notebook",
  "cli",
];

/** Who may read the published numbers: comparison, display and the calibration. */
const READERS_OF_PUBLISHED = /^(report|present|notebook|cli)\/|^extract\/synthesis\//;

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

const MODULES = [...modulesIn(LIB)]
  .filter((path) => !/_(test|bench)\.ts$/.test(path))
  .map((path) => {
    const text = Deno.readTextFileSync(path);
    const code = text.replace(/^\s*\*.*$/gm, "");
    const imports = [...code.matchAll(/(?:from|import\()\s*"(@jkp\/|\.\.?\/)([^"]+)"/g)];
    return {
      name: relative(LIB, path),
      room: relative(LIB, path).split("/")[0]!,
      lines: text.split("\n").length,
      undocumented: undocumentedFunctions(text),
      rooms: imports.filter(([, kind]) => kind === "@jkp/").map(([, , room]) => room!),
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

Deno.test("no module is longer than about 300 lines", () => {
  const long = MODULES.filter(({ lines }) => lines > 320).map(({ name }) => name);
  assertEquals(long, []);
});

Deno.test("every function of a room's face has a documented example", () => {
  const faces = new Set(
    MODULES.filter(({ name }) => name.endsWith("/mod.ts")).flatMap((
      { name, relatives },
    ) => [name, ...relatives.map((path) => name.replace("mod.ts", path.slice(2)))]),
  );
  const bare = MODULES
    .filter(({ name }) => faces.has(name))
    .flatMap(({ name, undocumented }) => undocumented.map((each) => `${name} ${each}`));
  assertEquals(bare, []);
});
