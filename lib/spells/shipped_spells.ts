import { fileURLToPath } from "node:url";

/** Folder of the synthetic sample, one member in a thousand, that comes with the project. */
export const SHIPPED_SPELLS_FOLDER: string = folderOf("jht_2019_spells");

/** Folder of a small synthetic extract with faults put in: other names, wrong rows. */
export const BROKEN_SPELLS_FOLDER: string = folderOf("broken_example");

function folderOf(name: string): string {
  return fileURLToPath(new URL(`../../data/extracts/${name}`, import.meta.url));
}
