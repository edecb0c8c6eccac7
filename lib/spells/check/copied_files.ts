import { sha256OfFile } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { relative } from "node:path";
import { sourcesOf } from "../decode/reading_of.ts";
import type { Register } from "../folder/open_register.ts";
import { pathKeys } from "../folder/path_keys.ts";
import type { Table } from "../ledger/read_table.ts";
import { sourcesOfTable } from "../ledger/table_reading.ts";
import type { SpellFile } from "../source/spell_file.ts";
import type { Tally } from "./tally.ts";

/** A file of a table, with the columns that are read of it. */
interface ReadFile {
  readonly file: SpellFile;
  readonly sources: readonly string[];
}

/**
 * A register without the files that hold, byte for byte, what another file of their table
 * holds; each of them is a finding. Files without a row are left: they double nothing.
 */
export async function withoutCopies<Of extends Register>(
  register: Of,
  tally: Tally,
): Promise<Of> {
  const { path } = register;
  if (!("main" in register)) {
    const files = register.files.map(({ file, reading }) => ({
      file,
      sources: sourcesOf(reading),
    }));
    const copies = await reportCopies(path, files, tally);
    return { ...register, files: register.files.filter(({ file }) => !copies.has(file)) };
  }
  const without = async (table: Table): Promise<Table> => {
    const files = table.files.map(({ file, reading }) => ({
      file,
      sources: sourcesOfTable(reading),
    }));
    const copies = await reportCopies(path, files, tally);
    return { ...table, files: table.files.filter(({ file }) => !copies.has(file)) };
  };
  const { members, claims } = register;
  const tables = {
    main: await without(register.main),
    ...(members === undefined ? {} : { members: await without(members) }),
    ...(claims === undefined ? {} : { claims: await without(claims) }),
  };
  const files = Object.values(tables).flatMap((table) => table.files);
  return { ...register, ...tables, files };
}

/** The files with rows that hold what an earlier one holds, each with that one. */
export async function copiesAmong(
  path: string,
  files: readonly ReadFile[],
): Promise<ReadonlyMap<SpellFile, SpellFile>> {
  const sizes = await Promise.all(
    files.map(({ file }) => Deno.stat(file.path).then(({ size }) => size, () => -1)),
  );
  const bySize = Map.groupBy(files, (_, at) => sizes[at]);
  const copies = new Map<SpellFile, SpellFile>();
  for (const alike of bySize.values()) {
    if (alike.length < 2) continue;
    const firsts = new Map<string, ReadFile>();
    for (const each of alike) {
      const { file } = each;
      const content = await contentOf(path, each);
      if (content === undefined) continue;
      const first = firsts.get(content);
      if (first === undefined) firsts.set(content, each);
      else if (await hasRows(file)) copies.set(file, first.file);
    }
  }
  return copies;
}

/** What a file holds, and its path says in columns that are read; none if it is no file. */
async function contentOf(
  path: string,
  { file, sources }: ReadFile,
): Promise<string | undefined> {
  const hash = await sha256OfFile(file.path);
  if (hash === undefined) return undefined;
  const keys = [...pathKeys(relative(path, file.path))]
    .filter(([name]) => sources.includes(name));
  return JSON.stringify([hash, keys]);
}

/** Whether a file has a row; what cannot be read is told when it is read. */
async function hasRows(file: SpellFile): Promise<boolean> {
  try {
    for await (const { frame, emptyRows } of file.rows(file.columns.slice(0, 1))) {
      if (frame.height > (emptyRows?.length ?? 0)) return true;
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return false;
}

/** Passes copies on as findings; gives them, each with the file that it is a copy of. */
async function reportCopies(
  path: string,
  files: readonly ReadFile[],
  tally: Tally,
): Promise<ReadonlyMap<SpellFile, SpellFile>> {
  const copies = await copiesAmong(path, files);
  const { check: words } = tally.words;
  tally.checked("files_once", files.length);
  for (const [copy, first] of copies) {
    const [one, other] = [copy, first].map((each) => relative(path, each.path));
    tally.find("files_once", {
      file: copy.path,
      value: words.value.sameContent(other!),
      expected: words.expected.fileOnce,
      meaning: words.meaning.copiedFile,
    });
    tally.remark(words.remark.countedOnce(one!, other!));
  }
  return copies;
}
