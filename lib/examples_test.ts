import { assertEquals, assertRejects } from "@std/assert";

// Runs every documented example as a test. `deno test --doc FILE` does it, too, but starts
// one isolate for each and loads the rooms anew. `deno task check` checks their types.

/** One block of TypeScript in a page or in a doc comment. */
interface Example {
  /** File and first line, as an editor opens it. */
  readonly place: string;
  readonly source: string;
}

const HOUSE = new URL("../", import.meta.url);
const PAGES = ["README.md", "CONTRIBUTING.md", "lib/README.md"];

/** The blocks fenced as `ts` in a text, with the number of the line above each. */
function* fencedBlocks(text: string): Generator<{ line: number; code: string }> {
  for (const fence of text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)) {
    yield { line: lineAt(text, fence.index), code: fence[1]! };
  }
}

/** The blocks in the doc comments of a module. */
function* documentedBlocks(module: string): Generator<{ line: number; code: string }> {
  for (const comment of module.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const first = lineAt(module, comment.index);
    const text = comment[0].replaceAll(/^[ \t]*\* ?/gm, "");
    for (const { line, code } of fencedBlocks(text)) {
      yield { line: first + line - 1, code };
    }
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Every example of a file; relative imports start from that file. */
function examplesOf(path: string): Example[] {
  const here = new URL(path, HOUSE);
  const text = Deno.readTextFileSync(here);
  const blocks = path.endsWith(".md") ? fencedBlocks(text) : documentedBlocks(text);
  return Array.from(blocks, ({ line, code }) => ({
    place: `${path}:${line}`,
    source: code.replaceAll(
      /(from |import\()"(\.{1,2}\/[^"]+)"/g,
      (_, before, to) => `${before}"${new URL(to, here)}"`,
    ),
  }));
}

function* modulesUnder(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder, HOUSE))) {
    if (isDirectory) yield* modulesUnder(`${folder}/${name}`);
    else if (name.endsWith(".ts") && !/_(test|bench)\.ts$/.test(name)) {
      yield `${folder}/${name}`;
    }
  }
}

async function run({ source }: Example): Promise<void> {
  const module = URL.createObjectURL(
    new Blob([source], { type: "application/typescript" }),
  );
  try {
    await import(module);
  } finally {
    URL.revokeObjectURL(module);
  }
}

const FILES = [...PAGES, ...[...modulesUnder("lib")].sort()];
const EXAMPLES = FILES.flatMap(examplesOf);

for (const example of EXAMPLES) {
  Deno.test(`example at ${example.place}`, () => run(example));
}

Deno.test("every block of TypeScript is found", () => {
  const fences = FILES.map((path) =>
    Deno.readTextFileSync(new URL(path, HOUSE)).split("```ts\n").length - 1
  );
  assertEquals(EXAMPLES.length, fences.reduce((sum, count) => sum + count));
});

Deno.test("an example that is wrong fails its test", async () => {
  const source = `import { assertEquals } from "@std/assert"; assertEquals(1, 2);`;
  await assertRejects(() => run({ place: "here", source }), Error, "not equal");
});
