import { EXTRACT_ID_FILE } from "@jkp/extract";
import { sha256 } from "@jkp/files";
import { isThere } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { type ResultKey, resultKey, type ValuationRun } from "@jkp/valuation";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LIB = fileURLToPath(new URL("../", import.meta.url));

/** How the number of recorded data is come by. */
export interface KeyOptions {
  /** Whether a number is made and kept where there is none: this writes into the folder. */
  readonly keepsId: boolean;
}

/** The key of results, with the checksum of the program that made them. */
export async function keyOfRun(
  run: ValuationRun,
  { keepsId }: KeyOptions,
): Promise<ResultKey> {
  const { basis: { extractFolder, label } } = run;
  const extractId = label.isSynthetic || extractFolder === null
    ? null
    : await idOf(extractFolder, keepsId);
  return await resultKey(run, { code: await codeChecksum(), extractId });
}

/** The number that an extract's folder keeps; a new one, if that is wanted and possible. */
async function idOf(folder: string, keepsId: boolean): Promise<string | null> {
  const path = join(folder, EXTRACT_ID_FILE);
  if (await isThere(path)) return (await Deno.readTextFile(path)).trim();
  if (!keepsId) return null;
  const id = crypto.randomUUID();
  try {
    writeFileWhole(path, `${id}\n`);
  } catch {
    return null; // a folder that cannot be written to: the result has no key, and says so
  }
  return id;
}

/** Of all modules but tests, in the order of their paths. */
async function codeChecksum(): Promise<string> {
  const paths = (await modulesIn(LIB)).sort();
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(LIB.length), await Deno.readTextFile(path)]),
  );
  return await sha256(JSON.stringify(texts));
}

async function modulesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const paths = await Promise.all(entries.map(({ name, isDirectory }) => {
    const path = join(folder, name);
    if (isDirectory) return modulesIn(path);
    return /\.ts$/.test(name) && !/_(test|bench)\.ts$/.test(name) ? [path] : [];
  }));
  return paths.flat();
}
