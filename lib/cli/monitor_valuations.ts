import { filesOf, formatNumber, tableToText } from "@jkp/exhibit";
import { namesIn, readText } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { readTogether, UsageError } from "@jkp/problem";
import {
  formatValuationRecord,
  parseValuationRecord,
  rateSeriesTable,
  reconciliationTable,
  surplusTable,
  valuationRecord,
} from "@jkp/study";
import { mainRole, reconcile, runValuation, type ValuationBasis } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { command } from "./command.ts";
import { FOLDERS, writeOutputs } from "./outputs.ts";
import { keyOfRun } from "./result_key.ts";
import { inLines } from "./screen.ts";

/** The file of a valuation, and whether this run wrote it. */
type Kept = Readonly<{ file: string; isNew: boolean }>;

/** The `monitor valuations` command. */
export const monitorValuationsCommand = command({
  name: "monitor valuations",
  summary:
    `Keeps a dated series of valuations, one small file a run, and shows how the suggested
      rate moved. Of two valuations, the earlier and the later, it takes the difference apart
      as an analysis of surplus. Without a name it shows what was kept.`,
  operand: { word: "VALUATION", isMany: true, names: () => namesIn("valuations") },
  options: {
    keep: {
      value: "DIR",
      about: "folder of the series; no file in it is written over",
      default: "outputs/monitoring/valuations",
    },
    date: {
      value: "DAY",
      about: "day to keep them under, YYYY-MM-DD",
      defaultWords: "today",
      read: dayOption,
    },
    out: {
      value: "DIR",
      about: "folder for the tables",
      default: "outputs/monitoring/series",
    },
    json: { about: "print the records as JSON" },
  },
}, async ({ operand: names, values, width }, print, letGo) => {
  if (names.length > 2) {
    throw new UsageError(
      `one valuation is wanted, or two, the earlier and the later, got ${
        names.join(" ")
      }`,
    );
  }
  const { keep, date = today(), out, json } = values;
  const bases = await readTogether(names.map((name) => readValuation(name)));
  letGo("ffi");
  const kept: Kept[] = [];
  for (const basis of bases) kept.push(await keepValuation(basis, keep, date));
  const records = await readRecords(keep);
  const [from, to] = bases;
  const way = from === undefined || to === undefined ? undefined : reconcile(from, to);
  const source = from === undefined || to === undefined
    ? ""
    : `JKP Lab: ${[...new Set([from.inWords, to.inWords])].join("; then ")}.`;
  const series = rateSeriesTable(records);
  const tables = way === undefined
    ? [series]
    : [series, surplusTable(way, source), reconciliationTable(way, source)];
  const files = await filesOf(tables, [], FOLDERS);
  letGo("env", "sys");
  writeOutputs(out, files);
  letGo("write");
  if (json) return print(JSON.stringify(records, null, 2));
  const last = series.rows.at(-1);
  const answer = last === undefined
    ? `Nothing is kept in ${keep}: name a valuation.`
    : `${records.length} kept in ${keep}; the last, ${last.valuation} of ${last.date}, ` +
      `suggests ${
        formatNumber(Number(last.suggested), 2)
      } per cent of insurable earnings.`;
  print([
    inLines(answer, width),
    ...kept.map(({ file, isNew }) =>
      inLines(isNew ? `Kept: ${file}.` : `As kept before: ${file}.`, width)
    ),
    "",
    ...(last === undefined ? [] : tables.slice(0, 2))
      .map((table) => tableToText(table, { width })),
  ].join("\n"));
});

/**
 * Values a valuation, and keeps its first design under its main scenario: in a file of its
 * own, unless one of the same day has just that. None is written over.
 */
async function keepValuation(
  basis: ValuationBasis,
  folder: string,
  date: string,
): Promise<Kept> {
  const run = runValuation(basis);
  const key = await keyOfRun(run, { keepsId: false });
  const role = mainRole(basis);
  const record = valuationRecord(run, role, key, date);
  const text = formatValuationRecord(record);
  const stem = `${date}_${record.valuation}_${record.design}_${role}`
    .replace(/[^\w-]/g, "-");
  for (let again = 1;; again++) {
    const file = join(folder, again === 1 ? `${stem}.toml` : `${stem}_${again}.toml`);
    const there = await textOf(file);
    if (there === text) return { file, isNew: false };
    if (there !== undefined) continue;
    await Deno.mkdir(folder, { recursive: true });
    writeFileWhole(file, text);
    return { file, isNew: true };
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** All records of a folder, in order of their names; none where it is not there. */
async function readRecords(folder: string) {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) {
      if (name.endsWith(".toml")) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return await readTogether(
    names.sort().map(async (name) => {
      const file = join(folder, name);
      return parseValuationRecord(file, await readText(file));
    }),
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function dayOption(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? new Date(`${text}T00:00:00Z`)
    : undefined;
  if (
    day === undefined || Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== text
  ) {
    throw new UsageError(`--date wants a day as YYYY-MM-DD, got ${text}`);
  }
  return text;
}
