import * as esbuild from "esbuild-wasm";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The place of the project, by which modules are named. */
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A script for a page, and what it would need that no page has. */
export interface Bundle {
  readonly code: string;
  /** Modules of Node, each with the module that asks for it. */
  readonly asked: readonly string[];
}

/** What a bundle is made of, and how. */
export interface BundleOptions {
  /** A module's text: imports by the project's names, or by path from its folder. */
  readonly source: string;
  /**
   * What a page calls the module's exports by.
   * @default no name: nothing of it can be called
   */
  readonly globalName?: string;
  /**
   * Whether names are shortened, which takes long.
   * @default {true}
   */
  readonly isMinified?: boolean;
}

/**
 * Bundles modules for a browser. What they import only when it is called for (plotly, jsdom,
 * Excel files) stays outside. The bundler is WebAssembly: it starts no program, and reads
 * what this module reads for it.
 *
 * @throws {Error} If a module cannot be found.
 */
export async function bundle(
  { source, globalName, isMinified = true }: BundleOptions,
): Promise<Bundle> {
  await started();
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: source, sourcefile: STDIN },
    plugins: [{
      name: "deno",
      setup: ({ onResolve, onLoad }) => {
        onResolve(ANY, resolve);
        onLoad(ANY, load);
      },
    }],
    platform: "browser",
    format: "iife",
    ...(globalName === undefined ? {} : { globalName }),
    jsx: "automatic",
    jsxImportSource: "preact",
    bundle: true,
    minify: isMinified,
    charset: "utf8", // shorter than escapes, and the page says that it is
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const code = outputFiles[0]!.text;
  const asked = Object.entries(metafile.inputs).flatMap(([module, { imports }]) =>
    imports.filter(({ path }) => path.startsWith("node:"))
      .map(({ path }) => `${module.replace(`${SPACE}:${ROOT}`, "")} imports ${path}`)
  );
  return { code, asked };
}

const ANY = { filter: /.*/ };
const STDIN = "<stdin>";
/** Whose files the plugin reads. */
const SPACE = "deno";

let starting: Promise<void> | undefined;

/** Starts the bundler, which can be done once. */
function started(): Promise<void> {
  return starting ??= (async () => {
    const path = fileURLToPath(import.meta.resolve("esbuild-wasm/wasm"));
    const wasmModule = await WebAssembly.compile(await Deno.readFile(path));
    await esbuild.initialize({ wasmModule, worker: false });
  })();
}

/** Finds modules where Deno does: for ours by the import map, for packages by folder. */
function resolve(
  { path, importer, kind }: esbuild.OnResolveArgs,
): esbuild.OnResolveResult {
  const isLeftOut = path.startsWith("node:") || kind === "dynamic-import";
  if (isLeftOut) return { path, external: true };
  // Our own modules are TypeScript, those of packages never.
  const isOurs = importer === STDIN || /\.tsx?$/.test(importer);
  const found = !isOurs ? createRequire(importer).resolve(path) : fileURLToPath(
    path.startsWith(".")
      ? new URL(path, pathToFileURL(importer === STDIN ? ROOT : importer))
      : import.meta.resolve(path),
  );
  return { path: found, namespace: SPACE };
}

const LOADERS = { ts: "ts", tsx: "tsx", json: "json" } as const;

async function load({ path }: esbuild.OnLoadArgs): Promise<esbuild.OnLoadResult> {
  const ending = path.split(".").at(-1)! as keyof typeof LOADERS;
  return { contents: await Deno.readTextFile(path), loader: LOADERS[ending] ?? "js" };
}
