import type { Import, Module } from "./modules_for_test.ts";

/** One name on a face, and where it leads. */
export interface PublicName {
  /** The face: `scheme/read.ts`. */
  readonly face: string;
  readonly name: string;
  /** The module that declares it. */
  readonly module: string;
}

/** Faces by their subject, for who wants little of a large room. */
const BY_SUBJECT = ["spells/engine.ts", "spells/survey.ts", "study/claims.ts"];

/** Whether a module is a face: what computes, what reads, what writes, or one by subject. */
export const isFace = (path: string): boolean =>
  /^\w+\/(mod|read|write)\.ts$/.test(path) || BY_SUBJECT.includes(path);

/**
 * The names that faces list, one by one.
 *
 * @param modules The house.
 * @returns Every name, with the module that declares it.
 */
export function publicNames(modules: readonly Module[]): PublicName[] {
  return modules.filter(({ path }) => isFace(path)).flatMap(({ path, imports }) =>
    imports.filter(({ isExport }) => isExport).flatMap(({ names = [], file = "" }) =>
      names.map((name) => ({ face: path, name, module: file }))
    )
  );
}

/**
 * Public names that nobody outside their room uses.
 *
 * @param modules The house.
 * @param readers Notebooks and pages.
 * @returns Each as face and name.
 */
export function unusedNames(
  modules: readonly Module[],
  readers: readonly Module[],
): string[] {
  const used = new Set([...modules, ...readers].flatMap((module) =>
    module.imports
      .filter(({ file = "" }) => isFace(file) && !file.startsWith(`${module.room}/`))
      // A face taken as a whole is used by the names that are said.
      .flatMap(({ file, names = module.code.match(/\w+/g) ?? [] }) =>
        names.map((name) => `${file} ${name}`)
      )
  ));
  return publicNames(modules).map(({ face, name }) => `${face} ${name}`)
    .filter((name) => !used.has(name));
}

/**
 * Circles among modules, types included.
 *
 * @param modules The house.
 * @returns Each as the way round it.
 */
export function circlesAmong(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const circles: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(" → "));
    if (seen.has(path)) return;
    seen.add(path);
    for (const { file } of byPath.get(path)?.imports ?? []) {
      if (file !== undefined) visit(file, [...way, path]);
    }
  };
  for (const { path } of modules) visit(path, []);
  return circles;
}

/** Whether an import loads what it names at once. */
const isLoaded = ({ isType, isLazy }: Import) => !isType && !isLazy;

/**
 * The modules that are loaded as soon as one is.
 *
 * @param start Where that one stands.
 * @param modules The house.
 * @returns Where they stand.
 */
export function loadedBy(start: string, modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const loaded = new Set([start]);
  for (const path of loaded) {
    const { imports = [] } = byPath.get(path) ?? {};
    for (const { file } of imports.filter(isLoaded)) {
      if (file !== undefined) loaded.add(file);
    }
  }
  return [...loaded];
}

/** Packages that are compiled for a machine, or made for Node. */
const NOT_FOR_PAGES = /^(node:.*|nodejs-polars|read-excel-file\/node)$/;

/**
 * What a module needs, as soon as it is loaded, that no page has.
 *
 * @param start The module.
 * @param modules The house.
 * @returns Each as the way to the module that asks for it, and what it asks for.
 */
export function waysToDisk(start: Module, modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const ways: string[] = [];
  const seen = new Set<string>();
  const visit = ({ path, code, imports }: Module, before: readonly string[]) => {
    if (seen.has(path)) return;
    seen.add(path);
    const way = [...before, path];
    const loaded = imports.filter(isLoaded);
    const asked = loaded.map(({ from }) => from).filter((from) =>
      NOT_FOR_PAGES.test(from)
    );
    if (/\bDeno\./.test(code.replace(/"[^"\n]*"/g, ""))) asked.push("Deno");
    ways.push(...asked.map((what) => [...way, what].join(" → ")));
    for (const { file = "" } of loaded) {
      const target = byPath.get(file);
      if (target !== undefined) visit(target, way);
    }
  };
  visit(start, []);
  return ways;
}
