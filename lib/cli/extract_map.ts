import { writeFileWhole } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { formatSuggestion, missingColumns } from "@jkp/mapping";
import { suggestForFile } from "@jkp/spells/read";
import { parseOptions } from "./options.ts";

const USAGE = `\
Usage: deno task extract map --suggest FILE [--out FILE]

Proposes a mapping file for a file of spells, from the names of its columns and what
stands in them. Read it through, complete what it asks, and put it beside the data as
mapping.toml.

  --suggest FILE  the file: .csv, .csv.gz, .parquet or .xlsx
  --out FILE      where to write the mapping      (default: print it)
  --help          this text`;

/**
 * The `extract map` command.
 *
 * @param args Its arguments.
 * @param print Where its lines go.
 * @throws {UsageError} If an option is unknown or unusable, or `--out` is there already.
 * @throws {DataError} If the file cannot be read.
 */
export async function extractMapCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { values } = parseOptions(args, {
    options: {
      suggest: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  const { suggest, out } = values;
  if (suggest === undefined) {
    throw new UsageError(
      `--suggest is wanted, got ${args.join(" ") || "nothing"}\n\n${USAGE}`,
    );
  }
  const suggestion = await suggestForFile(suggest);
  const toml = formatSuggestion(suggestion);
  if (out === undefined) return print(toml.trimEnd());
  if (await Deno.stat(out).then(() => true, () => false)) {
    throw new UsageError(`--out wants a file that is not there yet, got ${out}`);
  }
  await writeFileWhole(out, toml);
  const missing = missingColumns(suggestion.mapping);
  print(`Mapping written to ${out}: ${suggestion.found.length} columns found.`);
  if (missing.length > 0) print(`Still to be filled in: ${missing.join(", ")}.`);
  if (suggestion.questions.length > 0) {
    print(`${suggestion.questions.length} questions stand in its comments.`);
  }
}
