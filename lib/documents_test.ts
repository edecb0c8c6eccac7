import { assert, assertEquals } from "@std/assert";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Folders of the reader, which git ignores. */
const OF_THE_READER = ["notebooks/own/"];

function* filesIn(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* filesIn(path);
    else yield path;
  }
}

const MODULES = [...filesIn(join(ROOT, "lib"))].filter((path) => path.endsWith(".ts"));

const DOCUMENTS = [
  join(ROOT, "README.md"),
  join(ROOT, "CONTRIBUTING.md"),
  join(ROOT, "lib", "README.md"),
  ...[...filesIn(join(ROOT, "data"))].filter((path) => basename(path) === "README.md"),
].map((path) => ({
  path,
  name: relative(ROOT, path),
  text: Deno.readTextFileSync(path),
}));

const textOf = (document: string) =>
  DOCUMENTS.find(({ name }) => name === document)!.text;

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

Deno.test("documents name no file or folder that is not there", () => {
  const missing = DOCUMENTS.flatMap(({ name, text }) =>
    [...text.matchAll(/`((?:lib|data|notebooks|docs)\/[^`\s*]*)`/g)]
      .map(([, path]) => path!)
      .filter((path) => !OF_THE_READER.includes(path) && !exists(join(ROOT, path)))
      .map((path) => `${name}: ${path}`)
  );
  assertEquals(missing, []);
});

/** Commands of a document's blocks, words by words, without their comments. */
function commandsOf(document: string): string[][] {
  const blocks = textOf(document).replaceAll("\\\n", " ").split(/^```.*$/m)
    .filter((_, i) => i % 2 === 1);
  return blocks.flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("deno task "))
    .map((line) => line.replace(/\s#.*/, "").trim().split(/\s+/));
}

Deno.test("commands of README.md are tasks, and name what is there or what others write", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  const folders: Readonly<Record<string, string>> = {
    "--design": "designs",
    "--to-design": "designs",
    "--scenario": "scenarios",
    "--valuation": "valuations",
  };
  const commands = commandsOf("README.md");
  assert(commands.length > 20);
  const wrong = commands.flatMap((words) => {
    const [, , quiet, task] = words;
    const absent = words.slice(4).filter((word, i) => {
      const before = words[i + 3]!;
      const folder = folders[before] ?? (task === "claim" && i === 0 ? "claims" : null);
      if (word.startsWith("outputs/") || ["--rule", "--set"].includes(before)) {
        return false;
      }
      if (word.includes("/")) return !exists(join(ROOT, word));
      if (/\.\w+$/.test(word)) return true;
      return folder !== null && !exists(join(ROOT, "data", folder, `${word}.toml`));
    });
    const isTask = quiet === "--quiet" && Object.hasOwn(tasks, task!);
    return isTask && absent.length === 0 ? [] : [`${words.join(" ")}: ${absent}`];
  });
  assertEquals(wrong, []);
});

Deno.test("documents name no module that is not there", () => {
  const modules = new Set(MODULES.map((path) => basename(path)));
  const missing = DOCUMENTS.flatMap(({ name, text }) =>
    [...text.matchAll(/`(\w+\.ts)`/g)]
      .filter(([, module]) => !modules.has(module!))
      .map(([, module]) => `${name}: ${module}`)
  );
  assertEquals(missing, []);
});

/** Whether there is such a file and, where a part of it is named, such a heading in it. */
function leadsSomewhere(folder: string, target: string): boolean {
  const [name = "", part] = target.split("#");
  const path = join(folder, name);
  if (!exists(path)) return false;
  if (part === undefined) return true;
  const headings = Deno.readTextFileSync(path).matchAll(/^#+ (.+)$/gm);
  return [...headings].some(([, heading]) =>
    heading!.toLowerCase().replace(/[^\w\s-]/g, "").replaceAll(" ", "-") === part
  );
}

Deno.test("links of documents lead somewhere", () => {
  const broken = DOCUMENTS.flatMap(({ path, name, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
      .filter(([, target]) => !leadsSomewhere(dirname(path), target!))
      .map(([, target]) => `${name}: ${target}`)
  );
  assertEquals(broken, []);
});

/** Cells of a document's table whose first heading is given, row by row. */
function tableOf(document: string, firstHeading: string): string[][] {
  const lines = textOf(document).split("\n");
  const start = lines.findIndex((line) =>
    line.startsWith("|") && line.split("|")[1]!.trim() === firstHeading
  );
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.findIndex((line) => !line.startsWith("|")))
    .map((line) => line.split("|").slice(1, -1).map((each) => each.trim()));
}

Deno.test("CONTRIBUTING.md lists the rooms as they stand, ground floor first", () => {
  const architecture = Deno.readTextFileSync(join(ROOT, "lib", "architecture_test.ts"));
  const [, list = ""] = /const ROOMS = \[([^\]]*)\]/.exec(architecture)!;
  assertEquals(
    tableOf("CONTRIBUTING.md", "room").map(([room]) => room!.replaceAll("`", "")),
    [...list.matchAll(/"(\w+)"/g)].map(([, room]) => room!)
      .filter((room) => exists(join(ROOT, "lib", room))),
  );
});

/** Members of an interface of the code, by its name. */
function membersOf(type: string): string[] {
  const pattern = new RegExp(`^export interface ${type}\\b[^{]*\\{\n(.*?)^\\}`, "ms");
  const body = MODULES.map((path) => pattern.exec(Deno.readTextFileSync(path))?.[1])
    .find((each) => each !== undefined) ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)/gm)].map(([, member]) => member!);
}

Deno.test("the table of symbols names members that there are", () => {
  const names = tableOf("lib/README.md", "symbol").flatMap(([, , name]) =>
    [...name!.matchAll(/`(\w+)\.(\w+)`/g)].map(([, type, member]) => [type!, member!])
  );
  assertEquals(
    names.filter(([type, member]) => !membersOf(type!).includes(member!)),
    [],
  );
  assertEquals(names.length > 20, true);
});

Deno.test("the page for researchers shows in an example each function it heads", () => {
  const sections = textOf("lib/README.md").split(/^### /m).slice(1);
  const bare = sections.map((section) => section.split("\n", 1)[0]!).filter((name, i) =>
    !new RegExp(`import [^;]*\\b${name}\\b[^;]*;`).test(sections[i]!)
  );
  assertEquals(bare, []);
});
