import { sha256 } from "@jkp/files";
import type { ReportItem, ReportResults } from "@jkp/report";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/**
 * What a run was made from: versions, inputs by hash, parameters and commit. No clock:
 * the same inputs give the same manifest.
 *
 * @param items The items made.
 * @param results The computation.
 * @returns The text of `manifest.json`.
 */
export async function manifestJson(
  items: readonly ReportItem[],
  { extract, reading, valuations }: ReportResults,
): Promise<string> {
  const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const packages = Object.values<string>(imports)
    .filter((specifier) => specifier.startsWith("npm:"))
    .map((specifier) => specifier.slice("npm:".length).replace(/(.@[^/]*)\/.*$/, "$1"));
  const manifest = {
    commit: await commit(),
    versions: {
      deno: Deno.version.deno,
      typescript: Deno.version.typescript,
      packages: [...new Set(packages)].sort(),
    },
    inputs: {
      extract: {
        name: extract.manifest.name,
        synthetic: extract.manifest.synthetic,
        sha256: extract.manifest.sha256,
      },
      sha256: await inputHashes(),
    },
    parameters: {
      items: items.map(({ item }) => item),
      reading,
      choices: valuations.base.assumptions.choices,
    },
  };
  return JSON.stringify(manifest, null, 2) + "\n";
}

/** SHA-256 of the scenario, design and published files. */
async function inputHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const folder of ["data/designs", "data/published/tables", "data/scenarios"]) {
    const names = [...Deno.readDirSync(new URL(folder, ROOT))].map(({ name }) => name);
    for (const name of names.sort()) {
      const path = `${folder}/${name}`;
      hashes[path] = await sha256(await Deno.readFile(new URL(path, ROOT)));
    }
  }
  const facts = "data/published/facts.csv";
  hashes[facts] = await sha256(await Deno.readFile(new URL(facts, ROOT)));
  return hashes;
}

/** The commit of the working tree, or `null` outside a git checkout. */
async function commit(): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      args: ["rev-parse", "HEAD"],
      cwd: fileURLToPath(ROOT),
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).trim() : null;
  } catch {
    return null;
  }
}
