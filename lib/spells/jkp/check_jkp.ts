import { MANIFEST_FILE, parseSpellManifest } from "@jkp/extract";
import { readText } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import { type RuleName, RULES } from "../check/finding.ts";
import type { Tally } from "../check/tally.ts";
import type { Register } from "../folder/open_register.ts";
import { readJkpRegister } from "./read_jkp_register.ts";

/** Checks the register of JKP claims of an extract, if it has one. */
export async function checkJkp(
  { path, manifest }: Register,
  tally: Tally,
): Promise<void> {
  if (manifest.tables?.jkp !== undefined) await checkClaims(path, tally);
}

/** Rules for a register of JKP claims that stands alone. */
const ALONE: readonly RuleName[] = ["readable", "jkp_register", "jkp_plausible"];

/**
 * Checks a register of JKP claims that stands alone; gives how much it holds, or `undefined`
 * where the folder is of another form, or its manifest cannot be read.
 */
export async function checkJkpAlone(
  path: string,
  tally: Tally,
): Promise<JkpSize | undefined> {
  try {
    const file = join(path, MANIFEST_FILE);
    if (parseSpellManifest(file, await readText(file)).form !== "jkp") return undefined;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return undefined;
  }
  const names = Object.keys(RULES) as RuleName[];
  tally.leaveOut(names.filter((rule) => !ALONE.includes(rule)));
  tally.checked("readable", 1);
  tally.remark(tally.words.jkp.alone(path));
  return await checkClaims(path, tally);
}

/** How much a register of JKP claims holds. */
interface JkpSize {
  readonly rows: number;
  readonly members: number;
}

async function checkClaims(path: string, tally: Tally): Promise<JkpSize> {
  try {
    const { jkp, language } = tally.words;
    const { rows, members, warnings } = await readJkpRegister(path, undefined, language);
    tally.checked("jkp_register", rows);
    tally.checked("jkp_plausible", rows);
    for (const { meaning, found, file, row } of warnings) {
      tally.find("jkp_plausible", {
        file,
        row,
        value: jkp.value.thisTheFirst(found),
        expected: jkp.expected.no(meaning),
      });
    }
    return { rows, members };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    tally.checked("jkp_register", 1);
    tally.findAll("jkp_register", error);
    return { rows: 0, members: 0 };
  }
}
