import { documentToHtml } from "@jkp/exhibit";
import { sha256 } from "@jkp/files";
import { readNamedFile } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { loadPublished } from "@jkp/published/read";
import { computeResults, errataTables, readingsTable } from "@jkp/reproduction";
import { type NoteOrigin, schemeComparison, technicalNote } from "@jkp/study";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { parse } from "@std/yaml/parse";
import { basename, dirname } from "node:path";
import { command } from "./command.ts";
import {
  documentUncertainty,
  MANY_PATHS,
  processOption,
} from "./document_uncertainty.ts";
import { howSure } from "./how_sure.ts";
import { commitWithDay, packagesOfCommands } from "./manifest.ts";
import { PROCESS, VALUATION, wholeNumber } from "./options.ts";
import { olderPdf } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { keyOfRun } from "./result_key.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { answerOfDesigns } from "./value_designs.ts";
import { answerInWords } from "./value_outputs.ts";
import { documentContent } from "./valuation_document.ts";

const ROOT = new URL("../../", import.meta.url);

/** The `note` command: the same valuation gives the same page, byte for byte. */
export const noteCommand = command({
  name: "note",
  summary:
    `Writes the technical note of a valuation: one page to read, print and cite, with
      law, data, method as equations, assumptions, results, how sure they are, limits, and
      how to make them again.`,
  options: {
    valuation: VALUATION,
    process: {
      ...PROCESS,
      defaultWords: "that of the valuation's name, if there is one",
    },
    paths: {
      value: "N",
      about: "how many paths of the economy are drawn",
      default: String(MANY_PATHS),
      read: wholeNumber("--paths", 16, 1_000_000),
    },
    out: {
      value: "FILE",
      about: "the page to write",
      default: "outputs/technical_note.html",
    },
  },
  notes: ["deno task pdf FILE prints it."],
  wanted: (got) => `Cannot write the note of ${got}: options only`,
}, async ({ values, width }, print, letGo) => {
  const basis = await readValuation(values.valuation);
  letGo("ffi");
  const comparison = schemeComparison(basis);
  const key = await keyOfRun(comparison, { keepsId: true });
  const progress = showProgress(2);
  progress.step(`${comparison.basis.file.name} on ${values.paths} paths of the economy`);
  const sure = await documentUncertainty(comparison, {
    madeBy: { task: "note", valuation: values.valuation },
    paths: values.paths,
    process: values.process,
    experience: basis.label.isSynthetic ? undefined : howSure(comparison),
    partsVariance: true,
  });
  const published = await loadPublished();
  const note = technicalNote({
    ...await documentContent(comparison, key, sure),
    errata: errataTables(published),
    besidePrinted: values.valuation === REPORT_VALUATION
      ? [readingsTable(await computeResults(basis), published)]
      : [],
    origin: await originOf(values, key),
  });
  progress.step("Drawing figures");
  const html = await documentToHtml(note);
  progress.end();
  letGo("env", "run", "sys");
  const page = basename(values.out);
  const removed = olderPdf(dirname(values.out), new Map([[page, html]]), page);
  writeFileWhole(values.out, html);
  const words = removed();
  letGo("write");
  const answer = basis.schemes.length === 1
    ? answerInWords(comparison)
    : answerOfDesigns(comparison);
  const open = `Open ${values.out}; deno task pdf ${values.out} prints it.`;
  print(inLines([answer, open, ...(words === "" ? [] : [words])].join("\n"), width));
});

/** From what a note is made, and how to make it again. */
async function originOf(
  { valuation, process, paths }: {
    readonly valuation: string;
    readonly process: string | undefined;
    readonly paths: number;
  },
  key: NoteOrigin["key"],
): Promise<NoteOrigin> {
  const { text, path } = await readNamedFile("valuations", valuation);
  const drawn = processOption(process) +
    (paths === MANY_PATHS ? "" : ` --paths ${paths}`);
  const { commit, day } = await commitWithDay();
  return {
    software: await software(),
    commit,
    day,
    versions: [
      ["Deno", Deno.version.deno],
      ["TypeScript", Deno.version.typescript],
      ["Packages", (await packagesOfCommands()).join(", ")],
    ],
    valuationFile: { name: basename(path), sha256: await sha256(text) },
    key,
    commands: [
      ...(commit === null ? [] : [`git checkout ${commit}`]),
      `deno task value --valuation ${valuation} --json`,
      ...["uncertainty", "note"].map((task) =>
        `deno task ${task} --valuation ${valuation}${drawn}`
      ),
    ],
  };
}

/** How the program wants to be cited, as CITATION.cff has it. */
async function software(): Promise<NoteOrigin["software"]> {
  const { title, authors } = parse(
    await Deno.readTextFile(new URL("CITATION.cff", ROOT)),
  ) as { readonly title: string; readonly authors: readonly { readonly name: string }[] };
  return { title, authors: authors.map(({ name }) => name).join(", ") };
}

if (import.meta.main) await runCommand(noteCommand);
