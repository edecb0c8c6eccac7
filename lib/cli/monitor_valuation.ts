import type { Table } from "@jkp/exhibit";
import { type MonthlyFigure, reconcileAccounts } from "@jkp/experience";
import { namesIn } from "@jkp/files/read";
import { UsageError } from "@jkp/problem";
import { designNames } from "@jkp/scheme/read";
import {
  accountsTable,
  figuresOfRegister,
  monitorFacts,
  type Monitoring,
  monitorValuation,
} from "@jkp/study";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { ACCOUNTS, figuresIn, LIMIT_OPTIONS, OUTPUT_OPTIONS } from "./monitor_options.ts";
import { writeMonitoring } from "./monitor_outputs.ts";
import { showProgress } from "./progress.ts";
import { JKP_DESIGN } from "./valuation_options.ts";

/** The `monitor valuation` command. */
export const monitorValuationCommand = command({
  name: "monitor valuation",
  summary: [
    `Sets what a valuation expects, by month, beside what came: figures by month of an
      administration, a register of JKP claims, or else what is printed of JKP. Without a name
      the valuation is ${REPORT_VALUATION}.`,
    `Figures and accounts are CSV files with the columns month (2025-03, a quarter 2025-Q1, or
      a year), quantity (members, insured_wages_idr, contributions_idr, layoffs, resignations,
      claims, recipients, benefits_idr), value, source; of figures, reported too: the fraction
      of what the month will come to.`,
  ],
  operand: { word: "VALUATION", isMany: true, names: () => namesIn("valuations") },
  options: {
    figures: { value: "FILE", about: "CSV of figures by month" },
    register: {
      value: "DIR",
      about: `a member-level extract with a register of JKP claims (tables.jkp of its
          extract.toml); its figures stand beside those of --figures`,
    },
    accounts: ACCOUNTS,
    design: {
      value: "NAME|FILE",
      about: "the law that the expectation is of",
      names: designNames,
      defaultWords: `the valuation's first; beside public facts ${JKP_DESIGN}`,
    },
    ...LIMIT_OPTIONS,
    out: {
      value: "DIR",
      about: "folder to write to",
      defaultWords: "outputs/monitoring/ and the valuation's name",
    },
    ...OUTPUT_OPTIONS,
  },
}, async ({ operand: names, values, width }, print, letGo) => {
  const [name = REPORT_VALUATION] = names;
  if (names.length > 1) {
    throw new UsageError(`one valuation is wanted, got ${names.join(" ")}`);
  }
  const { figures: file, register, accounts, level, k, h, full, json } = values;
  const isOfFacts = file === undefined && register === undefined;
  if (isOfFacts && accounts !== undefined) {
    throw new UsageError(
      "--accounts stands beside figures by month: --figures or --register is wanted",
    );
  }
  const books = await figuresIn(accounts);
  const given = await figuresIn(file) ?? [];
  const counted = register === undefined ? undefined : await countedIn(register);
  const design = values.design ?? (isOfFacts ? JKP_DESIGN : undefined);
  const basis = await readValuation(name, {
    designs: design === undefined ? undefined : [design],
  });
  letGo("ffi");
  const figures = [...given, ...counted?.figures ?? []];
  const options = { level, k, h };
  const found: Monitoring = isOfFacts
    ? monitorFacts(basis, options)
    : monitorValuation(basis, figures, options);
  const study = {
    ...found,
    isSynthetic: found.isSynthetic || counted?.isSynthetic === true,
  };
  const further: Table[] = books === undefined ? [] : [
    accountsTable(reconcileAccounts(books, figures), study.source),
  ];
  const text = await writeMonitoring(study, {
    out: values.out ?? `outputs/monitoring/${basis.file.name}`,
    full,
    json,
    h,
    width,
    further,
    heading: `Expected by ${basis.file.name}, design ${basis.schemes[0]!.name}.`,
  });
  letGo("env", "sys", "write");
  print(text);
});

/** Figures of a register of JKP claims, and whether they are synthetic. */
async function countedIn(
  folder: string,
): Promise<
  { readonly figures: readonly MonthlyFigure[]; readonly isSynthetic: boolean }
> {
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  // Loaded here: native code that reads large files is wanted for nothing else.
  const { readJkpRegister } = await import("@jkp/spells/read");
  const register = await readJkpRegister(folder, progress.rowsSeen).finally(progress.end);
  return {
    figures: figuresOfRegister(register),
    isSynthetic: register.manifest.synthetic,
  };
}
