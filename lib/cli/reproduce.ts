import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import {
  buildLedger,
  computeResults,
  headline,
  REGISTRY,
  selectItems,
  summarizeLedger,
} from "@jkp/reproduction";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { showProgress } from "./progress.ts";
import { MANIFEST, olderPdf } from "./outputs.ts";
import { outputFiles } from "./reproduce_outputs.ts";
import { summaryText } from "./reproduce_summary.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { OTHER_EXTRACT, READING } from "./valuation_options.ts";

/** The `reproduce` command; it writes nothing if a file cannot be used. */
export const reproduceCommand = command({
  name: "reproduce",
  summary:
    `Builds the report's tables and figures from an extract, writes them with the ledger
      of every published number, and prints how near they come.`,
  options: {
    only: {
      value: "LIST",
      about: "items by number, for example 3.7,F3.2",
      default: "",
      defaultWords: "all",
      read: chooseItems,
    },
    extract: { ...OTHER_EXTRACT, defaultWords: "the shipped synthetic one" },
    reading: READING,
    out: { value: "DIR", about: "folder to write to", default: "outputs" },
    json: { about: "print the ledger's summary as JSON" },
  },
  wanted: (got) => `Cannot reproduce ${got}: use --only to choose items`,
}, async ({ values, width }, print, letGo) => {
  const { only: items } = values;

  const progress = showProgress(4);
  try {
    progress.step("Reading the extract and the published numbers");
    const { extract, reading } = values;
    const [report, published] = await Promise.all([
      readValuation(REPORT_VALUATION, { extract, reading }),
      loadPublished(),
    ]);
    progress.step("Valuing three scenarios");
    const results = await computeResults(report);
    const ledger = buildLedger(items, results, published);
    progress.step("Drawing tables and figures");
    const files = await outputFiles(items, results, published, ledger);
    letGo("env", "run", "sys");
    progress.step(`Writing ${files.size} files`);
    const removeOlderPdf = olderPdf(values.out, files);
    writeFilesTogether(values.out, files, { last: MANIFEST });
    const removed = removeOlderPdf();
    letGo("write");
    progress.end();
    print(
      values.json
        ? JSON.stringify(
          {
            reading: report.reading,
            ...headline(ledger),
            items: summarizeLedger(ledger),
          },
          null,
          2,
        )
        : summaryText({
          results,
          ledger,
          folder: values.out,
          fileCount: files.size,
        }, width) + (removed === "" ? "" : `\n${inLines(removed, width)}`),
    );
  } finally {
    progress.end();
  }
});

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
  await runCommand(reproduceCommand);
}
