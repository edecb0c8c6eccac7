import { filesOf, tableToText } from "@jkp/exhibit";
import { type JkpExperience, jkpExperience } from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import { jkpCompletenessTables, jkpFigures, jkpTables, publishableJkp } from "@jkp/study";
import { flagOf } from "./description.ts";
import { LATE_OPTIONS } from "./experience_late.ts";
import { FOLDERS } from "./outputs.ts";
import type { LetGo } from "./permissions.ts";
import { showProgress } from "./progress.ts";
import { publicationFiles, writeApart } from "./publishing.ts";
import { paragraph } from "./screen.ts";

/** The option that asks for a register of JKP claims in place of terminations. */
export const JKP_OPTION = {
  value: "DIR",
  about: `instead of terminations, the register of JKP claims of a member-level extract
      (tables.jkp of its extract.toml): recipients, months paid, survival in benefit`,
} as const;

/** Options of `experience` that are about terminations alone. */
const OF_TERMINATIONS = ["extract", "by", "expected", ...Object.keys(LATE_OPTIONS)]
  .map(flagOf);

/** Months of the last ones that are printed, unless all are asked for. */
const PRINTED_MONTHS = 12;

/** How the study is asked for. */
export interface JkpChoices {
  readonly out: string;
  readonly full: boolean;
  readonly json: boolean;
  readonly publish: boolean;
  readonly threshold: number;
}

/** @throws {UsageError} If what is about terminations stands beside `--jkp`. */
export function refuseWithJkp(args: readonly string[]): void {
  const given = OF_TERMINATIONS.filter((flag) =>
    args.some((arg) => arg === flag || arg.startsWith(`${flag}=`))
  );
  if (given.length === 0) return;
  throw new UsageError(
    `--jkp studies claims of JKP: without ${
      given.join(", ")
    }, which are about terminations`,
  );
}

/** Studies a register of JKP claims, writes it, and gives what is printed. */
export async function studyJkp(
  folder: string,
  { out, full, json, publish, threshold }: JkpChoices,
  width: number,
  letGo: LetGo,
): Promise<string> {
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  // Loaded here: native code that reads large files is wanted for nothing else.
  const { readJkpRegister } = await import("@jkp/spells/read");
  const register = await readJkpRegister(folder, progress.rowsSeen)
    .finally(progress.end);
  letGo("ffi");
  const whole = jkpExperience(register);
  const study = publish ? publishableJkp(whole, register, threshold) : whole;
  const tables = [
    ...jkpTables(study),
    // What came late is a difference, and few may be behind it.
    ...(publish ? [] : jkpCompletenessTables(register)),
  ];
  const figures = jkpFigures(study);
  const files = await (publish
    ? publicationFiles(
      `Claims of JKP in ${study.extractName}`,
      tables,
      figures,
      FOLDERS,
    )
    : filesOf(tables, figures, FOLDERS));
  letGo("env", "sys");
  const written = await writeApart(out, files, publish);
  letGo("write");
  if (json) return JSON.stringify(inWords(study), null, 2);
  const common = new Set(study.basis);
  const printed = tables.map((table, i) =>
    tableToText({
      ...table,
      rows: !full && "month" in (table.rows[0] ?? {})
        ? table.rows.slice(-PRINTED_MONTHS)
        : table.rows,
      notes: table.notes.filter((note) => i === 0 || !common.has(note)),
    }, { width })
  );
  return [
    ...printed,
    paragraph(
      `${written} files written to ${out}/, by month from ${
        formatMonth(study.firstMonth)
      } on.`,
      width,
    ),
  ].join("\n");
}

/** The study with months in words. */
function inWords({ firstMonth, lastMonth, ...study }: JkpExperience): object {
  return {
    firstMonth: formatMonth(firstMonth),
    lastMonth: formatMonth(lastMonth),
    ...study,
    byMonth: study.byMonth.map((row) => ({ ...row, month: formatMonth(row.month) })),
  };
}
