import { terminationStudy } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { formatMonth, monthOf } from "@jkp/month";
import { buildStatistics } from "@jkp/spells/read";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { experienceCommand } from "../../experience.ts";
import {
  type CellMutator,
  changeCell,
  NO_MONTHS,
  NO_NUMBERS,
  oneOf,
  withBlanks,
  withUnseen,
} from "./cell_mutators.ts";
import { runWriting } from "./commands.ts";
import { drawManifest, drawSpells, manifestText } from "./honest_spells.ts";
import {
  bad,
  bytesOf,
  type Counts,
  csvOf,
  type Family,
  type Files,
  type Mutant,
  NotRead,
  type Outcome,
  SAME,
  type Table,
} from "./mutant.ts";
import { problemsOf } from "./own_problem.ts";
import type { Random } from "./random.ts";
import { monthIn, type PlainRow, readPlainly, textIn } from "./read_plainly.ts";
import { type TableForm, TEXT_MUTATORS } from "./text_mutators.ts";

/** Statistics extracts, as `experience` reads them. */
export const STATISTICS: Family = {
  name: "statistics",
  draw,
  run,
  reference,
  runCommands: (folder, out, outcome) =>
    runWriting(
      experienceCommand,
      ["--extract", folder, "--out", out],
      out,
      outcome,
    ),
};

const COLUMNS: Readonly<Record<string, string>> = {
  "active.csv": "members",
  "withdrawals.csv": "claims",
  "service.csv": "share",
  "inactive.csv": "members",
};

/** What cells may become, by name of the change. */
const CELLS: Readonly<Record<string, CellMutator>> = {
  "required cell empty": {
    columns: ["month", "sex", "age_group", "reason", "claims", "members", "share"],
    change: oneOf("", " "),
    makes: "bad",
  },
  "no number": {
    columns: ["members", "claims", "share", "mean_wage_idr"],
    change: oneOf(...NO_NUMBERS),
    makes: "bad",
  },
  "number below 0": {
    columns: ["members", "claims", "share", "mean_wage_idr"],
    change: oneOf("-1", "-0.5"),
    makes: "bad",
  },
  "no month": { columns: ["month"], change: oneOf(...NO_MONTHS), makes: "bad" },
  "month outside": {
    columns: ["month"],
    change: oneOf("2018-01", "2020-01", "0001-01"),
    makes: "bad",
  },
  "unknown code": {
    columns: ["sex", "age_group", "reason"],
    change: oneOf("X", "m", "14-19", "70+", "layoffs", "fired"),
    makes: "bad",
  },
  "sign not seen": {
    columns: ["sex", "age_group", "members", "claims", "share"],
    change: withUnseen,
    makes: "bad",
  },
  "number too large": {
    columns: ["members", "claims"],
    change: oneOf("9".repeat(310), "1e300", "9999999999999999"),
    makes: "bad",
  },
  "share above 1": { columns: ["share"], change: oneOf("1.000001", "50"), makes: "bad" },
  "other number": {
    columns: ["members", "claims", "mean_wage_idr"],
    change: oneOf("0", "1", "12345", "0.5", "000"),
    makes: "open",
  },
  "another cell's key": {
    columns: ["sex", "age_group", "reason"],
    change: oneOf("M", "F", "15-19", "layoff", "resignation"),
    makes: "open",
  },
  "blanks around": {
    columns: ["sex", "members", "claims", "share"],
    change: withBlanks,
    makes: "same",
  },
};

async function draw(random: Random): Promise<{ honest: Mutant; mutant: Mutant }> {
  const files = await honestFiles(random);
  const honest: Mutant = { kind: "honest", files, label: SAME };
  const file = random.pick(Object.keys(COLUMNS));
  const table = tableOf(files[file] as Uint8Array);
  const changed = (kind: string, bytes: Uint8Array) => ({
    kind: `${file}, ${kind}`,
    files: withSum({ ...files, [file]: bytes }, file),
  });
  if (random.happens(0.1)) {
    const bytes = bytesOf(`${csvOf(table)}\n`);
    const mutant = { ...changed("checksum that disagrees", bytes), label: bad({ file }) };
    const manifest = files["extract.toml"]!;
    return {
      honest,
      mutant: { ...mutant, files: { ...mutant.files, "extract.toml": manifest } },
    };
  }
  if (random.happens(0.5)) {
    const [kind, mutator] = random.pick(Object.entries(TEXT_MUTATORS));
    const form: TableForm = {
      file,
      key: table.header[0]!,
      required: COLUMNS[file]!,
      isByRow: false,
      isLenient: false,
      isAnyOrder: file !== "inactive.csv",
      needsRows: true,
    };
    const { bytes, label } = mutator(table, random, form);
    return { honest, mutant: { ...changed(kind, bytes), label } };
  }
  while (true) {
    const [kind, mutator] = random.pick(Object.entries(CELLS));
    const place = (row: number, column: string) => ({ file, row: row + 2, column });
    const result = changeCell(table, random, mutator, place);
    if (result === undefined) continue;
    const mutant = changed(kind, bytesOf(csvOf(result.table)));
    return { honest, mutant: { ...mutant, label: result.label } };
  }
}

/** Files with the checksum of one of them put right. */
function withSum(files: Files, file: string): Files {
  const manifest = new TextDecoder().decode(files["extract.toml"] as Uint8Array);
  const sum = createHash("sha256").update(files[file] as Uint8Array).digest("hex");
  const changed = manifest.replace(
    new RegExp(`("${file}" = ")[0-9a-f]+`),
    (_, key: string) => key + sum,
  );
  return { ...files, "extract.toml": bytesOf(changed) };
}

function tableOf(bytes: Uint8Array): Table {
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
  const [header, ...rows] = lines.map((line) => line.split(","));
  return { header: header!, rows };
}

/** Statistics of a few months, counted from drawn spells. */
async function honestFiles(random: Random): Promise<Files> {
  const folder = await Deno.makeTempDir({ prefix: "jkp-fuzz-" });
  try {
    const keys = { ...drawManifest(random), first_month: "2016-01" };
    await Deno.writeTextFile(join(folder, "extract.toml"), manifestText(keys));
    await Deno.writeTextFile(join(folder, "spells.csv"), csvOf(drawSpells(random)));
    const { extract } = await buildStatistics(folder, { firstMonth: monthOf(2019, 7) });
    const files = await statisticsExtractFiles(extract);
    return Object.fromEntries([...files].map(([name, text]) => [
      name,
      typeof text === "string" ? bytesOf(text) : text,
    ]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(folder: string): Promise<Outcome> {
  let extract: StatisticsExtract;
  try {
    extract = await readStatisticsExtract(folder);
  } catch (error) {
    return { found: problemsOf(error) };
  }
  const counts = countsOf(extract);
  try {
    const { claims, exposureMonths } = terminationStudy(extract);
    return {
      counts: counts.set("study claims", claims).set("study exposure", exposureMonths),
      found: [],
    };
  } catch (error) {
    return { counts, found: problemsOf(error) };
  }
}

function countsOf({ active, withdrawals, service, inactive }: StatisticsExtract) {
  const counts = new Map<string, number>();
  const set = (key: string, value: number) => {
    if (value !== 0) counts.set(key, value);
  };
  for (const { month, sex, ageGroup, members, meanWageIdr } of active) {
    set(`members ${formatMonth(month)} ${sex} ${ageGroup}`, members);
    set(`wage ${formatMonth(month)} ${sex} ${ageGroup}`, meanWageIdr);
  }
  for (const { month, sex, ageGroup, reason, claims, meanWageIdr } of withdrawals) {
    set(`claims ${formatMonth(month)} ${sex} ${ageGroup} ${reason}`, claims);
    set(`claim wage ${formatMonth(month)} ${sex} ${ageGroup} ${reason}`, meanWageIdr);
  }
  for (const { month, sex, ageGroup, monthsAtLeast, share } of service) {
    set(`share ${formatMonth(month)} ${sex} ${ageGroup} ${monthsAtLeast}`, share);
  }
  for (const { monthsSinceLastContribution: months, members } of inactive) {
    set(`inactive ${months}`, members);
  }
  return counts;
}

/** The numbers of the four files as they stand. */
function reference({ files }: Mutant): Counts {
  const counts = new Map<string, number>();
  const read = (file: string, each: (row: PlainRow, key: string) => void) => {
    const rows = readPlainly(file, files[file]!);
    const keys = rows.map((row) =>
      ["month", "sex", "age_group", "reason", "months_at_least"]
        .flatMap((column) => row.has(column) ? [textIn(row, column)] : []).join(" ")
    );
    const isTwice = file !== "inactive.csv" && new Set(keys).size !== keys.length;
    if (isTwice) throw new NotRead("a key twice");
    rows.forEach((row, at) => each(row, keys[at]!));
  };
  const set = (key: string, value: number) => {
    if (value !== 0) counts.set(key, value);
    return value;
  };
  // Claims of groups without members stand in no rate.
  const exposures = new Map<string, number>();
  let [claims, exposure] = [0, 0];
  read("active.csv", (row, key) => {
    monthIn(textIn(row, "month"));
    const members = set(`members ${key}`, amount(row, "members"));
    const group = groupOf(row);
    exposures.set(group, (exposures.get(group) ?? 0) + members);
    exposure += members;
    set(`wage ${key}`, amount(row, "mean_wage_idr"));
  });
  read("withdrawals.csv", (row, key) => {
    const own = set(`claims ${key}`, amount(row, "claims"));
    if (exposures.get(groupOf(row))! > 0) claims += own;
    set(`claim wage ${key}`, amount(row, "mean_wage_idr"));
  });
  read("service.csv", (row, key) => {
    set(`share ${key}`, amount(row, "share"));
  });
  read("inactive.csv", (row) => {
    set(
      `inactive ${amount(row, "months_since_last_contribution")}`,
      amount(row, "members"),
    );
  });
  if (exposure > 0) counts.set("study claims", claims).set("study exposure", exposure);
  return counts;
}

function groupOf(row: PlainRow): string {
  return `${textIn(row, "sex")} ${textIn(row, "age_group")}`;
}

function amount(row: PlainRow, column: string): number {
  const text = textIn(row, column);
  if (!/^\d+(\.\d+)?$/.test(text)) throw new NotRead(`no amount: ${text}`);
  return Number(text);
}
