import { type DocumentSection, keyInWords, percent } from "@jkp/exhibit";
import { mainInputs, type ResultKey } from "@jkp/valuation";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { mainValuation } from "./main_valuation.ts";

/** From what a note was made: the same gives the same note, byte for byte. */
export interface NoteOrigin {
  /** How the program wants to be cited. */
  readonly software: { readonly title: string; readonly authors: string };
  /** Of the program; `null` outside a checkout. */
  readonly commit: string | null;
  /** The day of the commit, such as `2026-05-31`; `null` outside a checkout. */
  readonly day: string | null;
  readonly versions: readonly (readonly [name: string, version: string])[];
  readonly valuationFile: { readonly name: string; readonly sha256: string };
  readonly key: ResultKey;
  /** What to type to make the results again. */
  readonly commands: readonly string[];
}

/** From what the results were made, and how to make them again. */
export function reproducibilitySection(
  { commit, versions, valuationFile, key, commands }: NoteOrigin,
  { basis: { label, reading, saidOver } }: SchemeComparison,
): DocumentSection {
  const { parts } = key;
  return {
    id: "reproducibility",
    title: "How to make these results again",
    paragraphs: [
      "The same program, files and data give the same numbers, and the same bytes of this " +
      "note, on every machine. Check out the commit, and type what stands below. A result is " +
      "the same if its key is; where two keys differ, their parts say in what. The part of " +
      "the program is a checksum of all its modules, whatever the commit.",
      ...(saidOver.length === 0 ? [] : [
        `This note is not of the valuation file as it stands: other values were said of ${
          saidOver.join("; ")
        }.`,
      ]),
    ],
    commands,
    tables: [{
      id: "made_from",
      number: "",
      title: "From what this note was made",
      columns: [{ key: "what", title: "What" }, { key: "value", title: "Value" }],
      rows: [
        ["Key of the results", key.key ?? "none: the extract's folder keeps no number"],
        ["Commit of the program", commit ?? "none: not in a git checkout"],
        [`Valuation file ${valuationFile.name}, SHA-256`, valuationFile.sha256],
        ["Reading", keyInWords(reading)],
        ["Extract", label.extractName],
        ["Law as of", key.lawAsOf],
        ...Object.entries(parts).map(([part, checksum]) =>
          [`Part of the key: ${part}`, checksum ?? "none"] as const
        ),
        ...versions,
      ].map(([what, value]) => ({ what: what!, value: value! })),
      notes: [],
      source: "",
    }],
  };
}

/** How a result of the valuation is cited. */
export function citationSection(
  { software: { title, authors }, commit, day, valuationFile, key }: NoteOrigin,
  comparison: SchemeComparison,
): DocumentSection {
  const { basis: { file, reading } } = comparison;
  const { title: scenario } = mainInputs(comparison).scenario;
  const main = mainValuation(comparison);
  const year = day === null ? "" : ` (${day.slice(0, 4)})`;
  const program = `${authors}${year}. ${title} [computer program]${
    commit === null ? "" : `, commit ${commit}`
  }.`;
  return {
    id: "citation",
    title: "How to cite",
    paragraphs: [
      `The program: ${program}`,
      `A result: ${program} Valuation ${file.name} (file SHA-256 ${valuationFile.sha256}), ` +
      `reading ${keyInWords(reading)}, law as of ${key.lawAsOf}, key ${
        key.key ?? "none"
      }: suggested contribution rate of ${main.rules.title} in the ${scenario} scenario, ` +
      `${percent(main.suggestedRate, 2)} of insurable earnings.`,
      "Put your own number in place of the last one, with its scenario. CITATION.cff, in the " +
      "program's first folder, has the first of these for reference managers.",
      ...(day === null ? [] : [
        `This note has the day of the program's commit, ${day}: it holds no other date of its ` +
        "making, so that it can be made again byte for byte.",
      ]),
    ],
  };
}
