import {
  marginsFiles,
  marginsReport,
  marginsSummary,
  SHIPPED_EXTRACT_FOLDER,
  statisticsExtractFiles,
  synthesizeStatistics,
} from "@jkp/extract";
import { writeFilesTogether } from "@jkp/files";
import { UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published";
import { parseOptions } from "./options.ts";
import { runCommand } from "./run_command.ts";

/** Seed of the extract that comes with the project. */
const SHIPPED_SEED = "2019";

const USAGE = `\
Usage: deno task extract synthesize [--seed S] [--out DIR]

Makes the labelled synthetic statistics extract from the printed numbers of the report
and writes it with a report of how near its margins come.

  --seed S   whole number that fixes the chance part  (default 2019)
  --out DIR  folder to write to      (default the shipped one, for the default seed only)
  --help     this text`;

/**
 * The `extract` command.
 *
 * @param args Its arguments.
 * @param print Where its lines go.
 * @throws {UsageError} If the sub-command or an option is unknown or unusable.
 *
 * @example
 * ```ts
 * import { extractCommand } from "./extract.ts";
 * import { assert } from "@std/assert";
 *
 * await extractCommand(["--help"], (text) => assert(text.startsWith("Usage")));
 * ```
 */
export async function extractCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      seed: { type: "string", default: SHIPPED_SEED },
      out: { type: "string" },
      members: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  if (positionals.length !== 1 || positionals[0] !== "synthesize") {
    const received = positionals.join(" ") || "nothing";
    throw new UsageError(
      `the sub-command synthesize is wanted, got ${received}\n${USAGE}`,
    );
  }
  if (values.members !== undefined) {
    throw new UsageError(
      "--members asks for a member-level extract, which cannot be made yet; " +
        "leave it out for the statistics",
    );
  }
  if (!/^\d{1,9}$/.test(values.seed)) {
    throw new UsageError(`--seed wants a whole number of 0 or more, got ${values.seed}`);
  }
  if (values.out === undefined && values.seed !== SHIPPED_SEED) {
    throw new UsageError(
      `--out is wanted with --seed ${values.seed}: the shipped extract has ${SHIPPED_SEED}`,
    );
  }
  const out = values.out ?? SHIPPED_EXTRACT_FOLDER;
  const published = await loadPublished();
  const extract = synthesizeStatistics(published, Number(values.seed));
  const margins = marginsReport(extract, published);
  await writeFilesTogether(
    out,
    new Map([...await statisticsExtractFiles(extract), ...marginsFiles(margins)]),
  );
  print(`Synthetic extract written to ${out} (seed ${values.seed}).`);
  print(`${marginsSummary(margins)} (margins.md).`);
  for (const { published: row, achieved, note, status } of margins) {
    if (status !== "differs") continue;
    const figure = Number(achieved.toFixed(row.decimals + 1));
    print(
      `  ${row.locator} ${row.cell}: ${row.published} printed, ${figure} here: ${note}`,
    );
  }
}

if (import.meta.main) {
  await runCommand((args) => extractCommand(args, console.log));
}
