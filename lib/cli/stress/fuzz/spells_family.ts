import type { StatisticsExtract } from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { formatMonth } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { buildStatistics, checkSpells } from "@jkp/spells/read";
import { basename } from "node:path";
import { extractCommand } from "../../extract.ts";
import { namesIn } from "../names_in.ts";
import { type CellMutator, changeCell } from "./cell_mutators.ts";
import { codeOf } from "./commands.ts";
import { parquetOf, xlsxOf } from "./containers.ts";
import { foundOf } from "./found.ts";
import {
  drawManifest,
  drawSpells,
  type ManifestKeys,
  manifestText,
} from "./honest_spells.ts";
import {
  bad,
  bytesOf,
  type Counts,
  csvOf,
  type Family,
  type Found,
  type Mutant,
  type Outcome,
  SAME,
  type Table,
} from "./mutant.ts";
import type { Random } from "./random.ts";
import { SPELL_CELLS, SPELL_ROWS } from "./spells_cells.ts";
import { SPELL_FOLDERS } from "./spells_folder.ts";
import { spellsReference } from "./spells_reference.ts";
import { type TableForm, TEXT_MUTATORS } from "./text_mutators.ts";

const NUMBERS = ["monthly_wage_idr", "weight"];

/** A form in which spells can be written. */
interface Form {
  readonly name: string;
  /** Row of the first spell, as the command counts. */
  readonly firstRow: number;
  bytesOf(table: Table): Uint8Array;
}

const CSV: Form = {
  name: "spells.csv",
  firstRow: 2,
  bytesOf: (table) => bytesOf(csvOf(table)),
};
const XLSX: Form = {
  name: "spells.xlsx",
  firstRow: 2,
  bytesOf: (table) => xlsxOf(table, NUMBERS),
};
const PARQUET: Form = {
  name: "spells.parquet",
  firstRow: 1,
  bytesOf: (table) => parquetOf(table, []),
};

const TEXT: TableForm = {
  file: CSV.name,
  key: "member_id",
  required: "birth_month",
  isByRow: true,
  isLenient: true,
  isAnyOrder: true,
  needsRows: true,
};

/** Member-level extracts, as `extract check` and `extract build` read them. */
export const SPELLS: Family = {
  name: "spells",
  draw: (random) => Promise.resolve(draw(random)),
  run,
  reference: spellsReference,
  runCommands,
};

function draw(random: Random): { honest: Mutant; mutant: Mutant } {
  const table = drawSpells(random);
  const keys = drawManifest(random);
  const way = random.below(10);
  const honest = inForm("honest", CSV, table, keys);
  if (way < 3) {
    const [kind, mutator] = random.pick(Object.entries(TEXT_MUTATORS));
    const { bytes, label } = mutator(table, random, TEXT);
    return {
      honest,
      mutant: { ...honest, kind, label, files: filesOf(CSV, bytes, keys) },
    };
  }
  if (way < 6) {
    const [kind, change] = random.pick(Object.entries(SPELL_FOLDERS));
    return { honest, mutant: { kind, ...change(table, keys, random) } };
  }
  const form = random.pick([CSV, CSV, XLSX, PARQUET]);
  if (form !== CSV && random.happens(0.2)) {
    return { honest, mutant: damaged(random, form, table, keys) };
  }
  return { honest, mutant: changed(random, form, table, keys) };
}

/** An extract of which a cell or a row is changed. */
function changed(random: Random, form: Form, table: Table, keys: ManifestKeys): Mutant {
  const place = (row: number, column: string) => ({
    file: form.name,
    row: row + form.firstRow,
    column,
  });
  while (true) {
    if (random.happens(0.25)) {
      const [kind, change] = random.pick(Object.entries(SPELL_ROWS));
      const result = change(table, random, place);
      if (result === undefined) continue;
      return { ...inForm(kind, form, result.table, keys), label: result.label };
    }
    const [kind, mutator] = random.pick(Object.entries(SPELL_CELLS));
    const result = changeCell(table, random, fitting(mutator, form), place);
    if (result === undefined) continue;
    return { ...inForm(kind, form, result.table, keys), label: result.label };
  }
}

/** Signs that XML cannot hold stand in no workbook. */
function fitting(mutator: CellMutator, form: Form): CellMutator {
  if (form !== XLSX) return mutator;
  // deno-lint-ignore no-control-regex
  const unfit = /[\u0000-\u001f]/;
  const change: CellMutator["change"] = (cell, random) => {
    const text = mutator.change(cell, random);
    return text !== undefined && unfit.test(text) ? undefined : text;
  };
  return { ...mutator, change };
}

/** A workbook or Parquet file that was cut, or is empty. */
function damaged(random: Random, form: Form, table: Table, keys: ManifestKeys): Mutant {
  const bytes = form.bytesOf(table);
  const isCut = random.happens(0.7);
  return {
    kind: isCut ? "container cut" : "container with rubbish",
    files: filesOf(
      form,
      isCut
        ? bytes.slice(0, random.below(bytes.length))
        : bytes.fill(7, bytes.length - 30),
      keys,
    ),
    label: bad({ file: form.name }),
  };
}

function inForm(kind: string, form: Form, table: Table, keys: ManifestKeys): Mutant {
  const mutant = { kind, files: filesOf(form, form.bytesOf(table), keys), label: SAME };
  return form === PARQUET ? { ...mutant, cells: { [form.name]: table } } : mutant;
}

function filesOf(form: Form, bytes: Uint8Array, keys: ManifestKeys) {
  return { "extract.toml": bytesOf(manifestText(keys)), [form.name]: bytes };
}

async function run(folder: string): Promise<Outcome> {
  const found: Found[] = [];
  const report = await checkSpells(folder, (finding) => {
    const { severity, file, row, column, expected, value, rule } = finding;
    found.push({
      isError: severity === "error",
      file: basename(file),
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      words: `${rule}: ${expected}, got ${value}`,
    });
  });
  try {
    const { extract } = await buildStatistics(folder);
    if (!report.isUsable) {
      found.push({ isError: true, words: "built in spite of errors" });
    }
    return { counts: countsOf(extract), found };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { found: report.isUsable ? foundOf(error) : found };
  }
}

/** What a statistics extract holds, by cell; nothing where nobody is. */
function countsOf(extract: StatisticsExtract): Counts {
  const counts = new Map<string, number>();
  const set = (key: string, value: number | undefined) => {
    if (value !== undefined && value !== 0) counts.set(key, value);
  };
  for (const { month, sex, ageGroup, members, meanWageIdr, records } of extract.active) {
    const cell = `${formatMonth(month)} ${sex} ${ageGroup}`;
    set(`members ${cell}`, members);
    set(`members records ${cell}`, records);
    set(`mean ${cell}`, meanWageIdr);
  }
  for (const row of extract.withdrawals) {
    const cell = `${formatMonth(row.month)} ${row.sex} ${row.ageGroup} ${row.reason}`;
    set(`claims ${cell}`, row.claims);
    set(`claims records ${cell}`, row.records);
    set(`claim mean ${cell}`, row.meanWageIdr);
  }
  for (const { month, sex, ageGroup, monthsAtLeast, share } of extract.service) {
    set(`share ${formatMonth(month)} ${sex} ${ageGroup} ${monthsAtLeast}`, share);
  }
  for (
    const { monthsSinceLastContribution: months, members, records } of extract.inactive
  ) {
    set(`inactive ${months}`, members);
    set(`inactive records ${months}`, records);
  }
  return counts;
}

/** `extract check` and `extract build`, with what they write. */
async function runCommands(
  folder: string,
  out: string,
  { counts }: Outcome,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const wanted = counts === undefined ? 1 : 0;
  const [checked, built] = [`${out}/checked`, `${out}/built`];
  for (const [verb, to] of [["check", checked], ["build", built]] as const) {
    const got = await codeOf(extractCommand, verb, folder, "--out", to);
    if (got !== wanted) faults.push(`${verb} exits with ${got}, not ${wanted}`);
  }
  const ofCheck = ["findings.csv", "manifest.json", "summary.csv", "summary.md"];
  if (String(namesIn(checked)) !== String(ofCheck)) {
    faults.push(`check leaves ${namesIn(checked)}`);
  }
  if (counts === undefined) {
    if (namesIn(out).includes("built")) faults.push(`build leaves ${namesIn(built)}`);
    return faults;
  }
  const written = countsOf(await readStatisticsExtract(built));
  const isSame = written.size === counts.size &&
    [...counts].every(([key, value]) => Math.abs(written.get(key)! - value) < 1e-6);
  if (!isSame) faults.push("build writes other counts than it made");
  if (namesIn(built).some((name) => name.startsWith("."))) {
    faults.push(`build leaves ${namesIn(built)}`);
  }
  return faults;
}
