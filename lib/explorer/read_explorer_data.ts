import { dataFile } from "@jkp/files/read";
import { readProcess, usualProcess } from "@jkp/uncertainty/read";
import { readValuation, readWithAllDesigns } from "@jkp/valuation/read";
import { resolve } from "node:path";
import type { ExplorerData, ExplorerValuation } from "./explorer_data.ts";

/** Valuations of the project that an explorer shows. */
export const EXPLORED_VALUATIONS = ["report_2021", "jkp_2026"];

type ValuationFile = ExplorerValuation["file"];

/** What is said over valuations that are read. */
type SaidOver = Pick<NonNullable<Parameters<typeof readValuation>[1]>, "extract">;

/**
 * Reads what an explorer shows: valuations, each with every design of the project that it
 * takes.
 *
 * @param valuations Names, or TOML files by path.
 * @param over An extract in place of theirs.
 * @returns Plain values.
 * @throws {DataError} With everything that is wrong with a valuation.
 * @throws {RangeError} If two have the same name.
 *
 * @example
 * ```ts
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valuations: [jkp] } = await readExplorerData(["jkp_2026"]);
 * assertEquals(jkp!.roles.slice(0, 3), ["base", "pessimistic", "optimistic"]);
 * assertEquals(jkp!.process.name, "jkp_2026");
 * ```
 */
export async function readExplorerData(
  valuations: readonly string[] = EXPLORED_VALUATIONS,
  over: SaidOver = {},
): Promise<ExplorerData> {
  const read = await Promise.all(
    valuations.map((name) => readExplorerValuation(name, over)),
  );
  const names = read.map(({ file }) => file.name);
  const again = names.find((name, i) => names.indexOf(name) < i);
  if (again === undefined) return { valuations: read };
  throw new RangeError(
    `Cannot explore valuations: each once is wanted, got ${again} again`,
  );
}

async function readExplorerValuation(
  name: string,
  over: SaidOver,
): Promise<ExplorerValuation> {
  const [own, { basis: { schemes, scenarios }, unfit }] = await Promise.all([
    readValuation(name, over),
    readWithAllDesigns(name, over),
  ]);
  // Who meets a rule of service is counted for the rules that are valued.
  const serviceShares = scenarios[0]!.data?.serviceShares ?? [];
  const { extract: _, extractFolder: __, quality: ___, open: ____, ...shown } = own;
  const ownNames = new Set(own.schemes.map(({ name }) => name));
  return {
    ...shown,
    file: withPlaces(own.file, over),
    scenarios: own.scenarios.map((each) => ({
      ...each,
      data: { ...each.data, serviceShares },
    })),
    schemes: [...own.schemes, ...schemes.filter(({ name }) => !ownNames.has(name))],
    process: await readProcess(await usualProcess(own.file.name)),
    unfit: unfit.map(({ rules: { name, title, titleId }, reason }) => ({
      name,
      title,
      titleId,
      reason,
    })),
  };
}

/**
 * A valuation's file with the places that files of its columns name: of the project's as seen
 * from its root, so that a page is the same on every machine; of one's own in full.
 */
function withPlaces(file: ValuationFile, { extract }: SaidOver): ValuationFile {
  const isOfProject = file.path === dataFile("valuations", file.name);
  return {
    ...file,
    path: isOfProject ? `data/valuations/${file.name}.toml` : resolve(file.path),
    designs: file.designs.map((each) => /[/\\]/.test(each) ? resolve(each) : each),
    ...(typeof extract === "string"
      ? { data: { ...file.data, extract: resolve(file.data.extract) } }
      : {}),
  };
}
