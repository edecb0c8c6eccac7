import {
  EXTRACT_ID_FILE,
  MANIFEST_FILE,
  type RegisterTables,
  type SpellManifest,
} from "@jkp/extract";
import { type Said, saidIfAny } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import { globToRegExp } from "@std/path/glob-to-regexp";
import { isAbsolute, join, normalize } from "node:path";
import { CONTROL_TOTALS_FILE } from "../check/control_totals.ts";
import { isSpellFile } from "../source/open_spell_file.ts";

/** Files of a folder that hold no table, whatever their ending. */
const FILES_BESIDE: readonly string[] = [CONTROL_TOTALS_FILE, EXTRACT_ID_FILE];

/** Names of files of each table of a register, relative to its folder. */
export type TableFiles =
  & { readonly main: readonly string[] }
  & { readonly [Table in keyof RegisterTables]-?: readonly string[] };

/**
 * Names of the files of each table: those that the manifest names, or that its patterns
 * match; a workbook may stand in several, each with a sheet of its own. The main table, if
 * not named, has all in the folder and below that can hold one and that no other table
 * names. Files that programs leave beside an open one are passed over (`~$s.xlsx`,
 * `._s.csv`), and so are folders that are extracts of their own. What is no file, as a link,
 * is among them: it is better refused than passed over.
 *
 * @throws {DataError} With names that lead out of the folder or are named twice, links, and
 * tables without a file.
 */
export async function tableFiles(
  path: string,
  manifest: SpellManifest,
): Promise<TableFiles> {
  const manifestFile = join(path, MANIFEST_FILE);
  saidIfAny(problemsOfNames(manifestFile, manifest));
  const { files, tables = {} } = manifest;
  const isPattern = (name: string) => /[*?[{]/.test(name);
  const named = [files ?? [], ...Object.values(tables)].flat();
  const needsAll = files === undefined || named.some(isPattern);
  const all = needsAll ? await filesBelow(path) : [];
  const problems: Said<Problem>[] = [];
  const matched = async (place: string, names: readonly string[]) => {
    const found = await Promise.all(names.map(async (name) => {
      if (!isPattern(name) || await exists(join(path, name))) return [name];
      const pattern: RegExp = globToRegExp(name, { os: "linux" });
      const fit = all.filter((each) => pattern.test(each));
      if (fit.length === 0) {
        problems.push(({ extract }) => ({
          file: manifestFile,
          place,
          expected: extract.folder.fittingFile,
          received: name,
        }));
      }
      return fit;
    }));
    return [...new Set(found.flat())];
  };
  const table = (name: keyof RegisterTables) =>
    matched(`tables.${name}`, tables[name] ?? []);
  const others = {
    members: await table("members"),
    claims: await table("claims"),
    jkp: await table("jkp"),
  };
  const taken = new Set(Object.values(others).flat().map((name) => normalize(name)));
  const main = files === undefined
    ? all.filter((name) => !taken.has(normalize(name)))
    : await matched("files", files);
  const several: [place: string, names: readonly string[]][] = [
    ["files", main],
    ...Object.entries(others)
      .map(([name, names]): [string, readonly string[]] => [`tables.${name}`, names]),
  ];
  const owners = new Map<string, string>();
  for (const [place, names] of several) {
    for (const name of names) {
      const owner = owners.get(normalize(name)) ?? place;
      owners.set(normalize(name), owner);
      if (owner === place || hasSheets(name)) continue;
      problems.push(({ extract }) => ({
        file: manifestFile,
        place,
        expected: extract.folder.notAmong(owner),
        received: name,
      }));
    }
  }
  if (main.length === 0 && problems.length === 0) {
    problems.push(({ extract, files: { none } }) => ({
      file: path,
      expected: extract.folder.fileOfSpells,
      received: none,
    }));
  }
  problems.push(...await linksAmong(path, several.flatMap(([, names]) => names)));
  saidIfAny(problems);
  return { main, ...others };
}

/** Names of files that lead out of the folder, or would be read twice. */
function problemsOfNames(
  file: string,
  { files = [], tables = {}, sha256 }: SpellManifest,
): Said<Problem>[] {
  const lists: [place: string, names: readonly string[]][] = [
    ["files", files],
    ...Object.entries(tables)
      .map(([name, names]): [string, readonly string[]] => [`tables.${name}`, names]),
  ];
  const outside = [...lists, ["sha256", Object.keys(sha256)] as const]
    .flatMap(([place, names]) => names.map((name) => ({ place, name })))
    .filter(({ name }) => isAbsolute(name) || name.split(/[/\\]/).includes(".."))
    .map(({ place, name }): Said<Problem> => ({ extract }) => ({
      file,
      place,
      expected: extract.folder.ownFolder,
      received: name,
    }));
  const twice = lists.flatMap(([place, names]) => {
    const plain = names.map((name) => normalize(name));
    return names.filter((_, at) => plain.indexOf(plain[at]!) !== at)
      .map((received): Said<Problem> => ({ extract }) => ({
        file,
        place,
        expected: extract.folder.fileOnce,
        received,
      }));
  });
  return [...outside, ...twice];
}

/** Names that are links: they may lead out of the folder. */
export async function linksAmong(
  path: string,
  names: readonly string[],
): Promise<Said<Problem>[]> {
  const infos = await Promise.all(names.map(async (name) => {
    const file = join(path, name);
    const info = await Deno.lstat(file).catch(() => undefined); // opening it says so
    return { file, isLink: info?.isSymlink ?? false };
  }));
  return infos.filter(({ isLink }) => isLink).map(
    ({ file }) => ({ extract: { folder } }) => ({
      file,
      expected: folder.ownFile,
      received: folder.aLink,
    }),
  );
}

/** Whether a file can hold several tables, each in a sheet of its own. */
function hasSheets(name: string): boolean {
  return /\.xlsx$/i.test(name);
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

/** Files in a folder and below that can hold a table, in order, with `/` between names. */
export async function filesBelow(path: string, below = ""): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(path, below))) {
    const whole = below === "" ? name : `${below}/${name}`;
    if (/^(~\$|\.)/.test(name)) continue;
    if (isDirectory) {
      const isOther = name.startsWith("_") ||
        await exists(join(path, whole, MANIFEST_FILE));
      if (!isOther) names.push(...await filesBelow(path, whole));
    } else if (isSpellFile(name) && !FILES_BESIDE.includes(whole)) names.push(whole);
  }
  return names.sort();
}
