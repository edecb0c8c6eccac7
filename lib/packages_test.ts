import { assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseModule } from "./modules_for_test.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

interface Config {
  readonly imports: Readonly<Record<string, string>>;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly tasks?: Readonly<Record<string, { readonly command: string }>>;
  readonly allowScripts?: { readonly deny: readonly string[] };
}

interface Lock {
  readonly npm: Readonly<
    Record<string, { readonly integrity: string; readonly scripts?: boolean }>
  >;
}

const readJson = (path: string) => JSON.parse(Deno.readTextFileSync(join(ROOT, path)));

/** The commands' configuration, and the two that hold the same and more. */
const COMMANDS: Config = readJson("deno.json");
const TESTS: Config = readJson("deno.dev.json");
const NOTEBOOKS: Config = readJson("notebooks/deno.json");

const COMMANDS_LOCK: Lock = readJson("deno.lock");
const TESTS_LOCK: Lock = readJson("deno.dev.lock");

/** Imports of the notebooks, with paths as seen from the project's folder. */
const NOTEBOOKS_IMPORTS = Object.fromEntries(
  Object.entries(NOTEBOOKS.imports).map(([name, target]) => [
    name,
    target.replace(/^\.\.\//, "./"),
  ]),
);

/** The entries of one record whose key another has. */
function common(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(one).filter(([key]) => key in other));
}

/** Names of packages whose build scripts Deno would warn of. */
function withScripts({ npm }: Lock): string[] {
  return Object.entries(npm).filter(([, { scripts }]) => scripts)
    .map(([id]) => `npm:${id.replace(/(.)@.*$/, "$1")}`).sort();
}

/** Specifiers that a module imports when it runs: no types, no examples in comments. */
function loadedBy(path: string): string[] {
  return parseModule(path, Deno.readTextFileSync(path)).imports
    .filter(({ isType }) => !isType).map(({ from }) => from);
}

/** The key of an import map under which a specifier stands. */
function keyOf(specifier: string, imports: Readonly<Record<string, string>>): string {
  return Object.keys(imports)
    .filter((key) => specifier === key || specifier.startsWith(`${key}/`))
    .sort((a, b) => b.length - a.length)[0] ?? specifier;
}

/** Packages that modules load, and all that those import. */
function packagesLoadedBy(modules: readonly string[]): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...modules];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const specifier of loadedBy(path)) {
      const key = keyOf(specifier, COMMANDS.imports);
      const target = COMMANDS.imports[key];
      if (specifier.startsWith(".")) waiting.push(join(dirname(path), specifier));
      else if (target?.startsWith("./")) waiting.push(join(ROOT, target));
      else if (!specifier.startsWith("node:")) packages.add(key);
    }
  }
  return [...packages].sort();
}

Deno.test("tests and notebooks pin what the commands pin, at the same versions", () => {
  assertEquals(common(TESTS.imports, COMMANDS.imports), COMMANDS.imports);
  assertEquals(common(NOTEBOOKS_IMPORTS, COMMANDS.imports), COMMANDS.imports);
  assertEquals(common(TESTS.imports, NOTEBOOKS_IMPORTS), NOTEBOOKS_IMPORTS);
  assertEquals(TESTS.compilerOptions, COMMANDS.compilerOptions);
  assertEquals(NOTEBOOKS.compilerOptions, COMMANDS.compilerOptions);
});

Deno.test("every package is pinned to one version", () => {
  const loose = Object.entries(TESTS.imports)
    .filter(([, target]) => !target.startsWith("./"))
    .filter(([, target]) => !/^npm:(@[^@/]+\/)?[^@/]+@\d+\.\d+\.\d+[^/]*/.test(target));
  assertEquals(loose, []);
});

Deno.test("deno.json names the packages that the commands load, and no others", () => {
  const modules = Object.values(COMMANDS.tasks!)
    .filter(({ command }) => !command.includes("--config deno.dev.json"))
    .flatMap(({ command }) => command.match(/^deno run .*?(lib\/\S+\.ts)$/)?.[1] ?? [])
    .map((path) => join(ROOT, path));
  const pinned = Object.entries(COMMANDS.imports)
    .filter(([, target]) => target.startsWith("npm:")).map(([name]) => name);
  assertEquals(pinned.sort(), packagesLoadedBy(modules));
});

Deno.test("the commands' lock holds what the tests' lock holds, and less", () => {
  const integrity = ({ npm }: Lock) =>
    Object.fromEntries(Object.entries(npm).map(([id, entry]) => [id, entry.integrity]));
  const commands = integrity(COMMANDS_LOCK);
  assertEquals(common(integrity(TESTS_LOCK), commands), commands);
});

Deno.test("no package of the commands has a build script, and those of others are denied", () => {
  assertEquals(withScripts(COMMANDS_LOCK), []);
  assertEquals([...TESTS.allowScripts!.deny].sort(), withScripts(TESTS_LOCK));
  const tests = new Set(TESTS.allowScripts!.deny);
  assertEquals(NOTEBOOKS.allowScripts!.deny.filter((name) => !tests.has(name)), []);
});

Deno.test("tasks name the variables and the facts of the system that they ask for", () => {
  const commands = Object.entries(COMMANDS.tasks!)
    .filter(([, { command }]) => command.startsWith("deno run"));
  const loose = commands.filter(([, { command }]) =>
    !command.includes(" --no-prompt ") ||
    / (-A|--allow-all|--allow-net|--allow-env|--allow-sys)( |$)/.test(command)
  );
  assertEquals(loose.map(([name]) => name), []);
});
