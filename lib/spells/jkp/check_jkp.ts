import { DataError } from "@jkp/problem";
import type { Tally } from "../check/tally.ts";
import type { Register } from "../folder/open_register.ts";
import { readJkpRegister } from "./read_jkp_register.ts";

/** Checks the register of JKP claims of an extract, if it has one. */
export async function checkJkp(
  { path, manifest }: Register,
  tally: Tally,
): Promise<void> {
  if (manifest.tables?.jkp === undefined) return;
  try {
    const { rows, warnings } = await readJkpRegister(path);
    tally.checked("jkp_register", rows);
    tally.checked("jkp_plausible", rows);
    for (const { meaning, found, file, row } of warnings) {
      tally.find("jkp_plausible", {
        file,
        row,
        value: `${found.toLocaleString("en")}, this the first`,
        expected: `no ${meaning}`,
      });
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    tally.checked("jkp_register", 1);
    tally.findAll("jkp_register", error.problems);
  }
}
