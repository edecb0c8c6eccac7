import { wordsOf } from "@jkp/language";
import { draftManifest, MANIFEST_FILE, type RegisterTables } from "@jkp/extract";
import {
  formatRegister,
  type RegisterSuggestion,
  takenOf,
  type Undecided,
  undecidedOf,
} from "@jkp/mapping";
import { MAPPING_FILE } from "../folder/read_mapping.ts";
import type { FolderSurvey, LeftAside, SurveyedTable } from "./survey_folder.ts";
import { type Window, windowOf } from "./window.ts";

/** The files that an extract lacks, and what was understood. */
export interface RegisterDraft {
  /** The table of spells or payments; claims of JKP where there is neither. */
  readonly main: SurveyedTable;
  readonly further: readonly SurveyedTable[];
  readonly window: Window | null;
  /** `extract.toml` and `mapping.toml`, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly undecided: readonly Undecided[];
  /** What was taken in a way that may be wrong. */
  readonly taken: readonly string[];
  readonly left: readonly LeftAside[];
}

/** Files that are named one by one; of more, a pattern. */
const MOST_NAMED = 12;

/**
 * Drafts the manifest and the mapping of a folder.
 *
 * @param survey What stands in it.
 * @param name What the extract is called.
 * @returns The draft; `null` if there are neither spells nor payments nor claims of JKP.
 *
 * @example
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { draftRegister, surveyFolder } from "@jkp/spells/survey";
 * import { assertEquals } from "@std/assert";
 *
 * const draft = draftRegister(await surveyFolder(SHIPPED_SPELLS_FOLDER), "jht")!;
 * assertEquals([...draft.files.keys()], ["mapping.toml", "extract.toml"]);
 * assertEquals(draft.undecided, []);
 * ```
 */
export function draftRegister(survey: FolderSurvey, name: string): RegisterDraft | null {
  const { language } = survey;
  const { draft: words } = wordsOf(language);
  const of = (kind: string) =>
    survey.tables.find(({ suggestion }) => suggestion.kind === kind);
  const [spells, payments] = [of("spells"), of("payments")];
  const jkp = of("jkp");
  const main = spells ?? payments ?? jkp;
  if (main === undefined) return null;
  const isAlone = main === jkp;
  const others = (["members", "claims"] as const).flatMap((kind) => of(kind) ?? []);
  const further = isAlone ? [] : [...others, ...(jkp === undefined ? [] : [jkp])];
  const register: RegisterSuggestion = {
    main: main.suggestion,
    further: further.map(({ suggestion }) => suggestion),
  };
  const window = windowOf(main, of("claims"), words.window);
  const manifest = draftManifest({
    name,
    language,
    by: "extract init",
    form: isAlone ? "jkp" : main === payments ? "ledger" : "spells",
    lastContributions: window?.months ?? null,
    ...(window === null ? {} : { extractMonth: window.drawn }),
    monthRemarks: window?.remarks ?? [],
    ...(isAlone ? {} : { files: namesOrPatterns(main.files) }),
    tables: Object.fromEntries(
      (isAlone ? [main] : further).map((
        { suggestion, files },
      ) => [suggestion.kind, namesOrPatterns(files)]),
    ) as RegisterTables,
  });
  return {
    main,
    further,
    window,
    files: new Map([
      [MAPPING_FILE, formatRegister(register)],
      [MANIFEST_FILE, manifest],
    ]),
    undecided: undecidedOf(register),
    taken: takenOf(register),
    left: [
      ...survey.left,
      ...(spells !== undefined && payments !== undefined
        ? payments.files.map((file) => ({
          name: file,
          why: words.left.besideSpells,
        }))
        : []),
      ...(isAlone
        ? others.flatMap(({ suggestion: { kind }, files }) =>
          files.map((name) => ({
            name,
            why: words.left.besideNothing[kind as "members" | "claims"],
          }))
        )
        : []),
    ],
  };
}

/** Names of files, or a pattern for each folder and ending of many. */
function namesOrPatterns(files: readonly string[]): readonly string[] {
  if (files.length <= MOST_NAMED) return files;
  const patterns = files.map((file) => {
    const [top, ...rest] = file.split("/");
    const ending = /(\.(?:csv|txt)(?:\.gz)?|\.parquet|\.xlsx)$/i.exec(file)![1]!;
    if (rest.length === 0) return `*${ending}`;
    return rest.length === 1 ? `${top}/*${ending}` : `${top}/**/*${ending}`;
  });
  return [...new Set(patterns)];
}
