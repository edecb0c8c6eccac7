import type { ActualExpectedStudy, TerminationExperience } from "@jkp/experience";
import { filesOf, type Table, tableToCsv, tableToText } from "@jkp/exhibit";
import { printedLateTable } from "./experience_late.ts";
import { paragraph, USUAL_WIDTH } from "./screen.ts";
import { publicationFiles } from "./publishing.ts";
import { experienceFigures, experienceTables, graduatedRates } from "@jkp/study";

const FOLDERS = { tablesIn: "tables", figuresIn: "figures" };

/** Everything that `experience` writes, with further tables, as text by relative path. */
export async function experienceFiles(
  study: TerminationExperience,
  comparison?: ActualExpectedStudy,
  further: readonly Table[] = [],
): Promise<Map<string, string>> {
  const tables = [...experienceTables(study, comparison), ...further];
  const files = await filesOf(tables, experienceFigures(study), FOLDERS);
  return withGraduatedRates(files, study);
}

/** Everything that `experience` writes of a study for publication. */
export async function experiencePublication(
  study: TerminationExperience,
  comparison?: ActualExpectedStudy,
): Promise<Map<string, string>> {
  const name = `Terminations in ${study.extractName}`;
  const tables = experienceTables(study, comparison);
  const figures = experienceFigures(study);
  const files = await publicationFiles(name, tables, figures, FOLDERS);
  return withGraduatedRates(files, study);
}

function withGraduatedRates(
  files: Map<string, string>,
  study: TerminationExperience,
): Map<string, string> {
  const graduated = graduatedRates(study);
  if (graduated !== undefined) files.set("graduated_rates.csv", tableToCsv(graduated));
  return files;
}

/** Columns of rates that a line of text has no room for; of A/E it has. */
const FILES_ONLY = new Set([
  "crude_error",
  "crude_lower",
  "crude_upper",
  "crude_dispersion",
  "limited_fluctuation",
  "credibility",
]);

/**
 * What `experience` prints: its tables without the columns and notes that only the files
 * have, and the study's basis once; of further tables the last months.
 */
export function experienceText(
  study: TerminationExperience,
  comparison?: ActualExpectedStudy,
  further: readonly Table[] = [],
  width: number = USUAL_WIDTH,
): string {
  const common = new Set([...study.basis, ...study.notes]);
  const tables = experienceTables(study, comparison).map((table) =>
    tableToText({
      ...table,
      columns: table.columns.filter(({ key }) => !FILES_ONLY.has(key)),
      notes: table.notes.filter((note) => !common.has(note)),
    }, { width })
  );
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [
      [heading, ...lines.map((line) => paragraph(`- ${line}`, width, 2)), ""].join(
        "\n",
      ),
    ];
  return [
    ...tables,
    ...further.map((table) => tableToText(printedLateTable(table), { width })),
    ...list("Basis", study.basis),
    ...list("Not found", study.notes),
  ].join("\n");
}
