import { noteUnfinished } from "@jkp/files/write";
import { DataError } from "@jkp/problem";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { endedOnSignals } from "../interrupts.ts";
import { ROOT } from "../jupyter.ts";

/** Name of the documentation in its titles. */
const NAME = "JKP Lab";

/** Comments and signatures are read: no package, no lock, no network. */
const OFFLINE = ["--no-remote", "--no-npm", "--no-lock", "--config"];

/** Files of a set of pages by their path, with `/` between folders. */
export type Pages = ReadonlyMap<string, string>;

/** A symbol of a module. */
export interface DocumentedSymbol {
  readonly name: string;
  readonly declarations: readonly {
    readonly kind: string;
    readonly declarationKind: string;
    readonly location: { readonly filename: string };
  }[];
}

/** Texts of modules by their path below a folder of their own. */
type Modules = ReadonlyMap<string, string>;

/**
 * Pages that `deno doc` makes of modules, which it names by their path. They may lead on to
 * others by address.
 *
 * @throws {DataError} If it fails, with what it says.
 */
export async function denoDocPages(modules: Modules): Promise<Pages> {
  return await inFolder(modules, async (paths, folder) => {
    const output = join(folder, "pages");
    await denoDoc(["--html", `--name=${NAME}`, `--output=${output}`], paths);
    return await filesBelow(output);
  });
}

/**
 * What modules export, as data, by the path of each.
 *
 * @throws {DataError} If it fails, with what it says.
 */
export async function denoDocData(
  modules: Modules,
): Promise<ReadonlyMap<string, readonly DocumentedSymbol[]>> {
  return await inFolder(modules, async (paths) => {
    const { nodes } = JSON.parse(await denoDoc(["--json"], paths)) as {
      readonly nodes: Readonly<
        Record<string, { readonly symbols: readonly DocumentedSymbol[] }>
      >;
    };
    return new Map(
      [...modules.keys()].map((module, i) =>
        [module, nodes[pathToFileURL(paths[i]!).href]?.symbols ?? []] as const
      ),
    );
  });
}

/** Does something with modules in a folder, which is gone afterwards, whatever happens. */
async function inFolder<Result>(
  modules: Modules,
  run: (paths: readonly string[], folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "jkp_api_" }));
  const forget = noteUnfinished(() => Deno.removeSync(folder, { recursive: true }));
  try {
    const paths: string[] = [];
    for (const [module, text] of modules) {
      const path = join(folder, "modules", module);
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeTextFile(path, text);
      paths.push(path);
    }
    return await run(paths, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
    forget();
  }
}

/** Runs `deno doc`; gives what it prints. */
async function denoDoc(
  how: readonly string[],
  modules: readonly string[],
): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["doc", ...how, ...OFFLINE, join(ROOT, "deno.json"), ...modules],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const end = async () => {
    child.kill("SIGTERM");
    await child.status;
  };
  const [printed, said] = await endedOnSignals(end, () =>
    Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]));
  if ((await child.status).success) return printed;
  throw new DataError([{
    file: "deno doc",
    expected: "documentation of the faces",
    received: said.match(/error: .*/)?.[0] ?? said.trim(),
  }]);
}

async function filesBelow(folder: string): Promise<Pages> {
  const files = new Map<string, string>();
  const waiting = [folder];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for await (const { name, isDirectory } of Deno.readDir(below)) {
      const path = join(below, name);
      if (isDirectory) waiting.push(path);
      else {
        const key = relative(folder, path).replaceAll(sep, "/");
        files.set(key, await Deno.readTextFile(path));
      }
    }
  }
  return new Map([...files].sort(([a], [b]) => a < b ? -1 : 1));
}
