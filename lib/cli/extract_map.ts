import { isThere } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { draftManifest, MANIFEST_FILE } from "@jkp/extract";
import { type Language, wordsOf } from "@jkp/language";
import { formatSuggestion, type MappingSuggestion, missingColumns } from "@jkp/mapping";
import { suggestForFile } from "@jkp/spells/survey";
import { basename, dirname, join, resolve } from "node:path";
import { command } from "./command.ts";
import { LANG_OF_FILES } from "./options.ts";
import { inLines } from "./screen.ts";

/** The `extract map` command; it does not write over an `--out` that exists. */
export const extractMapCommand = command({
  name: "extract map",
  summary:
    `Proposes a mapping file for a file of spells, or a folder of such, from the names of
      columns and what stands in them. Read it through, complete what it asks, and put it beside the
      data as mapping.toml. Where it is written there, an extract.toml is drafted beside
      it, if there is none: it says what the extract is and which months it covers.`,
  options: {
    suggest: {
      value: "PATH",
      about:
        `the file, .csv, .csv.gz, .parquet or .xlsx, or a folder: files that differ from
          most are named`,
      isRequired: true,
    },
    out: { value: "FILE", about: "where to write the mapping", defaultWords: "print it" },
    lang: LANG_OF_FILES,
  },
  wanted: (got, words) => words.wanted(words.suggest, got),
  bilingual: "arguments and data",
}, async ({ values, width, usageWords }, print, letGo) => {
  const { suggest, out, lang } = values;
  if (out === undefined) letGo("write");
  const suggestion = await suggestForFile(suggest, lang);
  letGo("ffi", "env", "sys");
  const toml = formatSuggestion(suggestion);
  if (out === undefined) return print(toml.trimEnd());
  if (await isThere(out)) {
    const { usage } = usageWords;
    throw new UsageError(usage.wants("--out", usage.newFile, out));
  }
  writeFileWhole(out, toml);
  const drafted = await draftBeside(suggest, out, suggestion.lastMonths, lang);
  letGo("write");
  const { map: words } = wordsOf(lang).draft;
  const missing = missingColumns(suggestion.mapping);
  const lines = [
    words.written(out, suggestion.found.length),
    ...(missing.length > 0 ? [words.missing(missing.join(", "))] : []),
    ...(suggestion.questions.length > 0
      ? [words.questions(suggestion.questions.length)]
      : []),
    ...drafted,
  ];
  for (const line of lines) print(inLines(line, width, 2));
});

/**
 * Drafts the manifest of a folder, or of that of a file, if the mapping is written there,
 * and says what was done. One that is there is left as it is.
 */
async function draftBeside(
  file: string,
  mapping: string,
  lastContributions: MappingSuggestion["lastMonths"],
  language: Language,
): Promise<string[]> {
  const { map: words } = wordsOf(language).draft;
  const isFolder = await Deno.stat(file).then((info) => info.isDirectory);
  const folder = isFolder ? resolve(file) : dirname(resolve(file));
  if (dirname(resolve(mapping)) !== folder) return [];
  const path = join(dirname(mapping), MANIFEST_FILE);
  if (await Deno.lstat(path).then(() => true, () => false)) {
    return [words.leftAsItIs(path)];
  }
  writeFileWhole(
    path,
    draftManifest({ name: basename(folder), lastContributions, language }),
  );
  if (lastContributions === null) {
    return [words.draftedEmpty(path)];
  }
  return [
    words.drafted(path, ...lastContributions),
    words.next(dirname(mapping)),
  ];
}
