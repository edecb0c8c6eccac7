import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import {
  buildLedger,
  computeResults,
  REGISTRY,
  selectItems,
  summarizeLedger,
} from "@jkp/reproduction";
import { parseOptions, parseReading } from "./options.ts";
import { showProgress } from "./progress.ts";
import { outputFiles } from "./reproduce_outputs.ts";
import { summaryText } from "./reproduce_summary.ts";
import { runCommand } from "./run_command.ts";

const USAGE = `\
Usage: deno task reproduce [options]

Builds the report's tables and figures from an extract, writes them with the ledger of
every published number, and prints how near they come.

  --only LIST     items by number, for example 3.7,F3.2               (default all)
  --extract DIR   a statistics extract       (default: the shipped synthetic one)
  --reading NAME  closest, national_odds or implied_rate                 (default closest)
  --out DIR       folder to write to                         (default outputs)
  --json          print the ledger's summary as JSON
  --help          this text`;

/**
 * The `reproduce` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If a file cannot be used; nothing is written then.
 */
export async function reproduceCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      only: { type: "string", default: "" },
      extract: { type: "string", default: SHIPPED_EXTRACT_FOLDER },
      reading: { type: "string", default: "closest" },
      out: { type: "string", default: "outputs" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  if (positionals.length > 0) {
    throw new UsageError(
      `Cannot reproduce ${positionals.join(" ")}: use --only to choose items\n\n${USAGE}`,
    );
  }
  const reading = parseReading(values.reading);
  const items = chooseItems(values.only);

  const progress = showProgress(4);
  try {
    progress.step("Reading the extract and the published numbers");
    const [extract, published] = await Promise.all([
      readStatisticsExtract(values.extract),
      loadPublished(),
    ]);
    progress.step("Valuing three scenarios");
    const results = await computeResults(extract, reading);
    const ledger = buildLedger(items, results, published);
    progress.step("Drawing tables and figures");
    const files = await outputFiles(items, results, published, ledger);
    progress.step(`Writing ${files.size} files`);
    await writeFilesTogether(values.out, files);
    progress.end();
    print(
      values.json
        ? JSON.stringify({ reading, items: summarizeLedger(ledger) }, null, 2)
        : summaryText(items, results, published, ledger, values.out, files.size),
    );
  } finally {
    progress.end();
  }
}

function chooseItems(only: string): typeof REGISTRY {
  const names = only.split(",").map((name) => name.trim()).filter((name) => name !== "");
  try {
    return selectItems(names);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

if (import.meta.main) {
  await runCommand((args) => reproduceCommand(args, console.log));
}
