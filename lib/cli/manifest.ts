import { labelOfExtract } from "@jkp/extract";
import { sha256 } from "@jkp/files";
import {
  capitalized,
  keyInWords,
  type ProvenanceGroup,
  sectionInWords,
} from "@jkp/exhibit";
import { REGISTRY, type ReportItem, type ReportResults } from "@jkp/reproduction";
import type { ModelChoices } from "@jkp/valuation";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** What a run was made from. */
export interface RunManifest {
  /** `null` outside a git checkout. */
  readonly commit: string | null;
  readonly versions: {
    readonly deno: string;
    readonly typescript: string;
    readonly packages: readonly string[];
  };
  readonly inputs: {
    readonly extract: {
      readonly name: string;
      readonly synthetic: boolean;
      /**
       * Of its files; none of recorded data, whose report may leave the house: whoever has a
       * checksum can try guesses of what is not published until it fits.
       */
      readonly sha256: Readonly<Record<string, string>>;
    };
    readonly sha256: Readonly<Record<string, string>>;
  };
  readonly parameters: {
    readonly items: readonly string[];
    readonly reading: string;
    readonly choices: ModelChoices;
  };
}

/**
 * What a run was made from: versions, inputs by hash, parameters and commit. No clock:
 * the same inputs give the same manifest.
 */
export async function runManifest(
  items: readonly ReportItem[],
  { extract, reading, valuations }: ReportResults,
): Promise<RunManifest> {
  return {
    commit: await commit(),
    versions: {
      deno: Deno.version.deno,
      typescript: Deno.version.typescript,
      packages: await packagesOfCommands(),
    },
    inputs: {
      extract: {
        name: labelOfExtract(extract.manifest).extractName,
        synthetic: extract.manifest.synthetic,
        sha256: extract.manifest.synthetic ? extract.manifest.sha256 : {},
      },
      sha256: await inputHashes(),
    },
    parameters: {
      items: items.map(({ item }) => item),
      reading,
      choices: valuations.base.assumptions.choices,
    },
  };
}

/** The manifest as groups of names and values, for a reader. */
export function manifestGroups(manifest: RunManifest): readonly ProvenanceGroup[] {
  const { commit, versions, inputs, parameters } = manifest;
  return [
    {
      title: "Program",
      rows: [
        ["Commit", commit ?? "not in a git checkout"],
        ["Deno", versions.deno],
        ["TypeScript", versions.typescript],
        ["Packages", versions.packages.join(", ")],
      ],
    },
    {
      title: `Extract ${inputs.extract.name}${
        inputs.extract.synthetic ? " (synthetic data)" : ""
      }: SHA-256`,
      rows: inputs.extract.synthetic
        ? Object.entries(inputs.extract.sha256)
        : [["of its files", "in its extract.toml; not here, as this may be sent on"]],
      isFolded: true,
    },
    {
      title: `Other inputs, ${Object.keys(inputs.sha256).length} files: SHA-256`,
      rows: Object.entries(inputs.sha256),
      isFolded: true,
    },
    {
      title: "Parameters",
      rows: [
        ["Reading", keyInWords(parameters.reading)],
        [
          "Items",
          parameters.items.length === REGISTRY.length
            ? `all ${REGISTRY.length}`
            : parameters.items.map(keyInWords).join(", "),
        ],
        ...Object.entries(parameters.choices).map(([name, value]) =>
          [capitalized(sectionInWords(name)), keyInWords(String(value))] as const
        ),
      ],
    },
  ];
}

/** SHA-256 of what is written, by path. */
export async function checksumsOf(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Record<string, string>> {
  const checksums: Record<string, string> = {};
  for (const [path, content] of [...files].sort(([a], [b]) => a < b ? -1 : 1)) {
    checksums[path] = await sha256(
      typeof content === "string" ? content : new Uint8Array(content),
    );
  }
  return checksums;
}

/** SHA-256 of every file that is read beside the extract. */
async function inputHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const folders = [
    "data/designs",
    "data/open",
    "data/open/population",
    "data/population",
    "data/published/documents",
    "data/published/tables",
    "data/scenarios",
    "data/severance",
    "data/valuations",
  ];
  for (const folder of folders) {
    const names = [...Deno.readDirSync(new URL(folder, ROOT))]
      .filter(({ isFile }) => isFile).map(({ name }) => name);
    for (const name of names.sort()) {
      const path = `${folder}/${name}`;
      hashes[path] = await sha256(await Deno.readFile(new URL(path, ROOT)));
    }
  }
  const facts = "data/published/facts.csv";
  hashes[facts] = await sha256(await Deno.readFile(new URL(facts, ROOT)));
  return hashes;
}

/** The packages that commands load, with their versions. */
export async function packagesOfCommands(): Promise<readonly string[]> {
  const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const packages = Object.values<string>(imports)
    .filter((specifier) => specifier.startsWith("npm:"))
    .map((specifier) => specifier.slice("npm:".length).replace(/(.@[^/]*)\/.*$/, "$1"));
  return [...new Set(packages)].sort();
}

/** The commit of the working tree, or `null` outside a git checkout. */
function commit(): Promise<string | null> {
  return askGit("rev-parse", "HEAD");
}

/** The commit of the working tree and its day; `null` for each outside a git checkout. */
export async function commitWithDay(): Promise<
  { readonly commit: string | null; readonly day: string | null }
> {
  return {
    commit: await commit(),
    day: await askGit("show", "--no-patch", "--format=%cs", "HEAD"),
  };
}

/** What git says of this checkout in a line; `null` if there is none, or no git. */
async function askGit(...args: readonly string[]): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      args: [...args],
      cwd: fileURLToPath(ROOT),
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).trim() : null;
  } catch {
    return null;
  }
}
