import { CONTROL_TOTALS_FILE } from "../folder/table_files.ts";
import { EXTRACT_ID_FILE } from "@jkp/extract";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import { isSpellFile } from "../source/open_spell_file.ts";

/** Files of a folder that hold no rows of members, whatever their ending. */
const FILES_BESIDE: readonly string[] = [CONTROL_TOTALS_FILE, EXTRACT_ID_FILE];

/** Files that can be tables, and the others, by names from the folder on. */
export interface FolderFiles {
  readonly tables: readonly string[];
  readonly others: readonly string[];
}

/**
 * All files of a folder and the folders in it, in order. What programs leave beside a file
 * is passed over: `~$s.xlsx`, `._s.csv`, `_SUCCESS`.
 * @throws {DataError} If there is a link: it may lead out of the folder.
 */
export async function filesOfFolder(folder: string): Promise<FolderFiles> {
  const [tables, others, links]: [string[], string[], string[]] = [[], [], []];
  const look = async (under: string) => {
    for await (const entry of Deno.readDir(join(folder, under))) {
      const name = under === "" ? entry.name : `${under}/${entry.name}`;
      if (/^(~\$|\.|_)/.test(entry.name)) continue;
      if (entry.isSymlink) links.push(name);
      else if (entry.isDirectory) await look(name);
      else if (!isSpellFile(entry.name) || FILES_BESIDE.includes(name)) others.push(name);
      else tables.push(name);
    }
  };
  await look("");
  if (links.length > 0) {
    throw new DataError(links.map((name) => ({
      file: join(folder, name),
      expected: "a file of the extract's own folder",
      received: "a link",
    })));
  }
  const inOrder = (names: string[]) => names.toSorted((a, b) => a < b ? -1 : 1);
  return { tables: inOrder(tables), others: inOrder(others) };
}
