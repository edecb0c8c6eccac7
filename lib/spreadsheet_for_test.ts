import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where LibreOffice stands on the systems that people test on. */
const USUAL_PLACES = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/** What to do where there is none. */
const HOW_TO_INSTALL = "install LibreOffice Calc (Debian: apt-get install " +
  "libreoffice-calc-nogui) or set SOFFICE_PATH";

/** Whether it must be there: in CI a test that cannot run is a failure. */
const IS_WANTED = ["true", "1"].includes(Deno.env.get("CI") ?? "");

/** The path of LibreOffice: the environment's `SOFFICE_PATH`, or a usual place. */
export function findSpreadsheet(): string | undefined {
  return Deno.env.get("SOFFICE_PATH") || USUAL_PLACES.find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

/**
 * Declares a test that needs LibreOffice. Without it the test is ignored under a name that
 * says what to install; in CI it fails.
 */
export function spreadsheetTest(name: string, test: () => Promise<void>): void {
  const isIgnored = findSpreadsheet() === undefined && !IS_WANTED;
  Deno.test({
    name: isIgnored ? `${name} (not run: ${HOW_TO_INSTALL})` : name,
    ignore: isIgnored,
    fn: test,
  });
}

/** Settings of a profile: formulas of a file are computed anew, whatever it holds. */
const ALWAYS_RECALCULATED = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>`;

/**
 * Opens workbooks in LibreOffice, which computes all their formulas, and saves them again.
 *
 * @throws {Error} If there is no LibreOffice, or it leaves one out.
 */
export async function recalculated(
  workbooks: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const program = findSpreadsheet();
  if (program === undefined) throw new Error(`Cannot recalculate: ${HOW_TO_INSTALL}`);
  const folder = await Deno.makeTempDir();
  try {
    const profile = join(folder, "profile");
    await Deno.mkdir(join(profile, "user"), { recursive: true });
    await Deno.writeTextFile(
      join(profile, "user", "registrymodifications.xcu"),
      ALWAYS_RECALCULATED,
    );
    const files: string[] = [];
    for (const [name, bytes] of workbooks) {
      const path = join(folder, `${name}.xlsx`);
      await Deno.writeFile(path, bytes);
      files.push(path);
    }
    const { success, stderr } = await new Deno.Command(program, {
      args: [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        join(folder, "saved"),
        ...files,
      ],
      stdout: "null",
    }).output();
    if (!success) {
      throw new Error(`Cannot recalculate: ${new TextDecoder().decode(stderr)}`);
    }
    const saved = new Map<string, Uint8Array>();
    for (const name of workbooks.keys()) {
      saved.set(name, await Deno.readFile(join(folder, "saved", `${name}.xlsx`)));
    }
    return saved;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
