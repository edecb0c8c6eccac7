import { DataError, type Problem } from "@jkp/problem";
import { isAbsolute, join } from "node:path";

/**
 * Names of files of a folder as a manifest lists them.
 * @throws {DataError} With every name that leads out of the folder, is a link, or stands
 * twice.
 */
export async function namedFiles(
  path: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const problems: Problem[] = [];
  for (const [at, name] of names.entries()) {
    const file = join(path, name);
    const isOutside = isAbsolute(name) || name.split(/[/\\]/).includes("..");
    const info = await Deno.lstat(file).catch(() => undefined); // opening it says so
    if (isOutside || info?.isSymlink) {
      const expected = "a file of the extract's own folder";
      problems.push({ file, expected, received: isOutside ? name : "a link" });
    } else if (names.indexOf(name) !== at) {
      problems.push({ file, expected: "each file once", received: name });
    }
  }
  if (problems.length > 0) throw new DataError(problems);
  return names;
}
