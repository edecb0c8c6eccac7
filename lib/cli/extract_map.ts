import { writeFileWhole } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { formatSuggestion, missingColumns } from "@jkp/mapping";
import { suggestForFile } from "@jkp/spells/read";
import { command } from "./command.ts";

/** The `extract map` command; it does not write over an `--out` that exists. */
export const extractMapCommand = command({
  name: "extract map",
  summary:
    `Proposes a mapping file for a file of spells, from the names of its columns and
      what stands in them. Read it through, complete what it asks, and put it beside the
      data as mapping.toml.`,
  options: {
    suggest: {
      value: "FILE",
      about: "the file: .csv, .csv.gz, .parquet or .xlsx",
      isRequired: true,
    },
    out: { value: "FILE", about: "where to write the mapping", defaultWords: "print it" },
  },
  wanted: (got) => `--suggest is wanted, got ${got}`,
}, async ({ values: { suggest, out } }, print, letGo) => {
  if (out === undefined) letGo("write");
  const suggestion = await suggestForFile(suggest);
  letGo("ffi", "env", "sys");
  const toml = formatSuggestion(suggestion);
  if (out === undefined) return print(toml.trimEnd());
  if (await Deno.stat(out).then(() => true, () => false)) {
    throw new UsageError(`--out wants a file that is not there yet, got ${out}`);
  }
  writeFileWhole(out, toml);
  letGo("write");
  const missing = missingColumns(suggestion.mapping);
  print(`Mapping written to ${out}: ${suggestion.found.length} columns found.`);
  if (missing.length > 0) print(`Still to be filled in: ${missing.join(", ")}.`);
  if (suggestion.questions.length > 0) {
    print(`${suggestion.questions.length} questions stand in its comments.`);
  }
});
