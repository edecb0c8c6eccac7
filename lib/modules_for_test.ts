import { dirname, join, relative } from "node:path";

/** What one statement takes from another module. */
export interface Import {
  /** As written: `./x.ts`, `@jkp/month`, `node:path`. */
  readonly from: string;
  /** The module of ours it stands for, as seen from `lib`. */
  readonly file: string | undefined;
  /** Names as the other module has them; `undefined` where it is taken as a whole. */
  readonly names: readonly string[] | undefined;
  /** Whether it is gone when the program runs. */
  readonly isType: boolean;
  /** Whether it is loaded only when called for: `import("./x.ts")`. */
  readonly isLazy: boolean;
  /** Whether the module gives on what it takes: `export { x } from "./x.ts"`. */
  readonly isExport: boolean;
}

/** What the house's rules ask of a module. */
export interface Module {
  /** As seen from `lib`: `scheme/rules/scheme.ts`. */
  readonly path: string;
  readonly room: string;
  /** The text without its comments. */
  readonly code: string;
  /** Lines that are neither blank nor comment. */
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Names that it declares and exports. */
  readonly exports: readonly string[];
  /** Its exported functions without a runnable example in their comment. */
  readonly bareFunctions: readonly string[];
}

/** A line of comment; `*rows() {` is code. */
const COMMENT = /^\s*(\/\/|\/\*|\*( |\/|$)).*$/gm;

/** `import type { A } from "x"`, `export { a } from "x"`, `import * as x from "x"`, … */
const STATEMENT =
  /^(import|export)( type)? ([^{};"]*?)(?:\{([^}]*)\}\s*)?from\s+"([^"]+)"/gm;

/** `import "x"`, and `import("x")` anywhere. */
const WHOLE = /^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const DECLARED =
  /^export (?:async |abstract )?(?:function\*?|class|const|let|interface|type|enum) (\w+)/gm;

/** A comment of documentation, if there is one, and what it is of. */
const COMMENT_OF = String.raw`(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?export `;
const FUNCTIONS = [
  new RegExp(COMMENT_OF + String.raw`(?:async )?function\*? (\w+)`, "g"),
  new RegExp(
    COMMENT_OF + String.raw`const (\w+)[^=;]*= (?:async )?\([^()]*\)[^=;]*=>`,
    "g",
  ),
];

/**
 * Reads of a module what the house's rules ask.
 *
 * @param path The module, as seen from `lib`.
 * @param text What stands in it.
 * @returns The module.
 */
export function parseModule(path: string, text: string): Module {
  const code = text.replace(COMMENT, "");
  return {
    path,
    room: path.split("/")[0]!,
    code,
    lines: code.split("\n").filter((line) => line.trim() !== "").length,
    imports: importsIn(path, code),
    exports: [...code.matchAll(DECLARED)].map(([, name]) => name!),
    bareFunctions: FUNCTIONS.flatMap((pattern) => [...text.matchAll(pattern)])
      .filter(([, comment = ""]) => !comment.includes("```ts"))
      .map(([, , name]) => name!),
  };
}

function importsIn(path: string, code: string): Import[] {
  const statements = [...code.matchAll(STATEMENT)].map((match): Import => {
    const [, keyword, type, whole, list, from] = match;
    const names = list?.split(",").map((name) => name.trim()).filter(Boolean);
    const areTypes = names?.every((name) => name.startsWith("type ")) ?? false;
    return {
      from: from!,
      file: fileOf(path, from!),
      names: names?.map((name) => name.replace(/^type /, "").split(" as ")[0]!),
      isType: type !== undefined || (areTypes && whole === ""),
      isLazy: false,
      isExport: keyword === "export",
    };
  });
  const wholes = [...code.matchAll(WHOLE)].map(([, bare, lazy]): Import => ({
    from: (bare ?? lazy)!,
    file: fileOf(path, (bare ?? lazy)!),
    names: undefined,
    isType: false,
    isLazy: bare === undefined,
    isExport: false,
  }));
  return [...statements, ...wholes];
}

/** The module of ours that a specifier stands for. */
function fileOf(path: string, from: string): string | undefined {
  if (from.startsWith(".")) return join(dirname(path), from);
  const [, room, face = "mod"] = from.match(/^@jkp\/(\w+)(?:\/(.+))?$/) ?? [];
  return room === undefined ? undefined : `${room}/${face}.ts`;
}

/**
 * Reads all modules of a folder but tests, benches and what only those use.
 *
 * @param lib The folder, with a path from the root.
 * @returns The modules of its rooms.
 */
export function productModules(lib: string): Module[] {
  return [...filesIn(lib)]
    .filter((path) => /\.tsx?$/.test(path) && !/_(test|bench)\.ts$/.test(path))
    .map((path) => parseModule(relative(lib, path), Deno.readTextFileSync(path)));
}

/**
 * Reads what readers import: notebooks' cells and the examples of pages.
 *
 * @param root The project's folder, with a path from the root.
 * @returns One module a notebook or page.
 */
export function readersModules(root: string): Module[] {
  const folders = [root, join(root, "lib"), join(root, "notebooks")];
  return [...folders.flatMap(filesOf), ...filesIn(join(root, "data"))]
    .filter((path) => path.endsWith("README.md") || path.endsWith(".ipynb"))
    .map((path) => {
      const text = Deno.readTextFileSync(path);
      const code = path.endsWith(".ipynb") ? cellsOf(text) : text;
      return parseModule(relative(join(root, "lib"), path), code);
    });
}

function cellsOf(notebook: string): string {
  const { cells }: { cells: { cell_type: string; source: string[] }[] } = JSON.parse(
    notebook,
  );
  return cells.filter((cell) => cell.cell_type === "code")
    .map(({ source }) => source.join("")).join("\n");
}

/** The files that stand in a folder itself: those of one's own stand in others. */
function filesOf(folder: string): string[] {
  return [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile)
    .map(({ name }) => join(folder, name));
}

function* filesIn(folder: string): Generator<string> {
  yield* filesOf(folder);
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesIn(join(folder, name));
  }
}
