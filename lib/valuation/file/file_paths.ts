import { dirname, isAbsolute, relative, resolve } from "node:path";

/**
 * A path as it is seen from the folder of a file.
 *
 * @param file The file that names it.
 * @param path What it names.
 */
export function seenFrom(file: string, path: string): string {
  const seen = relative(dirname(resolve(file)), resolve(path)).replaceAll("\\", "/");
  if (seen === "") return ".";
  return isAbsolute(seen) || seen.startsWith("..") ? seen : `./${seen}`;
}

/** Whether a text is a path, not the name of one of the project's. */
export function isPath(nameOrPath: string): boolean {
  return /[/\\]|^\.+$/.test(nameOrPath);
}

/** A folder that a caller names stands in the current one, not among the project's. */
export function folderFromHere(folder: string): string {
  return isPath(folder) ? folder : `./${folder}`;
}
