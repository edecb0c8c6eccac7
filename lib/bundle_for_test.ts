import * as esbuild from "esbuild";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The place of the project, by which esbuild names modules. */
const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** A script for a page, and what it would need that no page has. */
export interface Bundle {
  /** Gives a page one global, `jkp`, with a property for each room. */
  readonly code: string;
  /** Modules of Node, each with the module that asks for it. */
  readonly asked: readonly string[];
}

/**
 * Bundles faces of rooms for a browser. What they import only when it is called for
 * (plotly, jsdom, Excel files) stays outside.
 *
 * @param faces By the name that a page will call each: its specifier.
 * @returns The script, minified.
 * @throws {Error} If a module cannot be found.
 */
export async function bundle(faces: Readonly<Record<string, string>>): Promise<Bundle> {
  const contents = Object.entries(faces)
    .map(([name, face]) => `export * as ${name} from "${face}";`).join("\n");
  try {
    const { outputFiles, metafile } = await esbuild.build({
      stdin: { contents, resolveDir: ROOT },
      absWorkingDir: ROOT,
      plugins: [{ name: "deno", setup: ({ onResolve }) => onResolve(ANY, resolve) }],
      platform: "browser",
      format: "iife",
      globalName: "jkp",
      bundle: true,
      minify: true,
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const code = outputFiles[0]!.text;
    const asked = Object.entries(metafile.inputs).flatMap(([module, { imports }]) =>
      imports.filter(({ path }) => path.startsWith("node:"))
        .map(({ path }) => `${module} imports ${path}`)
    );
    return { code, asked };
  } finally {
    await esbuild.stop();
  }
}

const ANY = { filter: /.*/ };

/** Finds modules where Deno does: for ours by the import map, for packages by folder. */
function resolve(
  { path, importer, kind }: esbuild.OnResolveArgs,
): esbuild.OnResolveResult | undefined {
  if (path.startsWith(".")) return undefined;
  const isLeftOut = path.startsWith("node:") || kind === "dynamic-import";
  if (isLeftOut) return { path, external: true };
  // Our own modules are TypeScript, those of packages never.
  return importer === "<stdin>" || importer.endsWith(".ts")
    ? { path: fileURLToPath(import.meta.resolve(path)) }
    : { path: createRequire(importer).resolve(path) };
}
