import type { ActualExpectedStudy, TerminationExperience } from "@jkp/experience";
import { filesOf, formatNumber, type Table, tableToCsv, tableToText } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { printedLateTable } from "./experience_late.ts";
import { FOLDERS } from "./outputs.ts";
import { inLines, paragraph } from "./screen.ts";
import { publicationFiles } from "./publishing.ts";
import {
  experienceFigures,
  experienceTables,
  graduatedRates,
  ratesByAgeTable,
} from "@jkp/study";
import { join } from "node:path";
import { sumSimple } from "simple-statistics";

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

/** What of a study is printed, and where its files are. */
interface Printed {
  readonly study: TerminationExperience;
  readonly comparison: ActualExpectedStudy | undefined;
  /** Tables of claims that come late: of these the last months are printed. */
  readonly further: readonly Table[];
  /** How sure the extract is, in words; not of the shipped one, which is made up. */
  readonly sure: string | undefined;
  readonly folder: string;
  readonly written: number;
}

/** What `experience` prints: the rates of all, then those of each age, then where the rest is. */
export function experienceInShort(printed: Printed, width: number): string {
  const { study, further, folder, written } = printed;
  return [
    inLines(answerInWords(printed), width) + "\n",
    tableToText(ratesByAgeTable(study), { width }),
    ...further.map((table) => tableToText(printedLateTable(table), { width })),
    ...listText("Not found", study.notes, width),
    paragraph(
      "Claims, intervals, credibility, seasonal factors and how all was found: " +
        `${written} files in ${folder}/, or --full.`,
      width,
    ),
  ].join("\n");
}

/** Monthly rates of all members, by reason too; claims beside what was expected. */
function answerInWords({ study, comparison, sure, folder }: Printed): string {
  const { claims, exposureMonths, ratePerMonth, firstMonth, lastMonth } = study;
  const count = (persons: number) => formatNumber(persons, 0);
  const rate = (perMonth: number) => formatNumber(100 * perMonth, 3);
  const ofReasons = study.by.includes("reason")
    ? (["layoff", "resignation"] as const).map((reason) => {
      const cells = study.curves.filter((curve) => curve.reason === reason)
        .flatMap(({ cells }) => cells);
      const sum = sumSimple(cells.map(({ claims }) => claims));
      return `${reason}s ${
        Number.isNaN(sum) ? "suppressed in part" : rate(sum / exposureMonths)
      }`;
    })
    : [];
  const [figure] = experienceFigures(study);
  return [
    `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}: ${
      rate(ratePerMonth)
    } per ` +
    `cent of members leave a month` +
    (ofReasons.length === 0 ? "" : `, ${ofReasons.join(", ")}`) +
    `; ${count(claims)} claims in ${count(exposureMonths)} member-months.`,
    ...(comparison === undefined ? [] : [
      `Actual to expected claims: ${formatNumber(comparison.total.ratio, 3)} (95 % ` +
      `interval ${formatNumber(comparison.total.lower, 3)} to ${
        formatNumber(comparison.total.upper, 3)
      }).`,
    ]),
    ...(sure === undefined ? [] : [sure]),
    ...(figure === undefined
      ? []
      : [`Open ${join(folder, FOLDERS.figuresIn, `${figure.id}.svg`)}.`]),
  ].join("\n");
}

function listText(heading: string, lines: readonly string[], width: number): string[] {
  return lines.length === 0 ? [] : [
    [heading, ...lines.map((line) => paragraph(`- ${line}`, width, 2)), ""].join("\n"),
  ];
}

/**
 * What `experience --full` prints: its tables without the columns and notes that only the
 * files have, and the study's basis once; of further tables the last months.
 */
export function experienceInFull(printed: Printed, width: number): string {
  const { study, comparison, further, folder, written } = printed;
  const common = new Set([...study.basis, ...study.notes]);
  const tables = experienceTables(study, comparison).map((table) =>
    tableToText({
      ...table,
      columns: table.columns.filter(({ key }) => !FILES_ONLY.has(key)),
      notes: table.notes.filter((note) => !common.has(note)),
    }, { width })
  );
  return [
    inLines(answerInWords(printed), width) + "\n",
    ...tables,
    ...further.map((table) => tableToText(printedLateTable(table), { width })),
    ...listText("Basis", study.basis, width),
    ...listText("Not found", study.notes, width),
    `${written} files written to ${folder}/.`,
  ].join("\n");
}
