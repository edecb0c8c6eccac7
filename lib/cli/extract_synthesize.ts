import { writeFilesTogether } from "@jkp/files/write";
import {
  carriedMargins,
  carriedMarginsFiles,
  carryForward,
  ledgerManifestOf,
  marginsFiles,
  marginsReport,
  marginsSummary,
  registerSize,
  spellManifestOf,
  synthesizeLedger,
  synthesizeSpells,
  synthesizeStatistics,
} from "@jkp/synthetic";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { readShippedExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { loadOpenStatistics } from "@jkp/open/read";
import { loadPublished } from "@jkp/published/read";
import { MANIFEST_FILE, type StatisticsExtract } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { dirname, join } from "node:path";
import { UsageError } from "@jkp/problem";
import type { SpellFormat } from "@jkp/spells";
import { SPELL_FORMATS, writeLedgerFolder, writeSpellFolder } from "@jkp/spells/write";
import { command } from "./command.ts";
import { monthOption } from "./options.ts";
import { showProgress } from "./progress.ts";
import { inLines } from "./screen.ts";

/** Years that statistics are made of; each is the seed of what comes with the project. */
const YEARS = ["2019", "2025"] as const;

/** Where the statistics of each year stand in the project. */
const SHIPPED_FOLDERS: Readonly<Record<typeof YEARS[number], string>> = {
  "2019": SHIPPED_EXTRACT_FOLDER,
  "2025": join(dirname(SHIPPED_EXTRACT_FOLDER), "jht_2025"),
};

/** Most members that are made at once: the order of the national register. */
const MOST_MEMBERS = 40_000_000;

/** The `extract synthesize` command. */
export const extractSynthesizeCommand = command({
  name: "extract synthesize",
  summary:
    `Makes labelled synthetic extracts. Without --members: the statistics extract, from
      the printed numbers of the report. With it: spells of single members that count to
      the shipped statistics extract, a sample of the register or several of it. With
      --year 2025: the structure of 2019 carried forward to totals printed for 2023 to
      2025, for structure by age, sex, wage and service and never for a level.`,
  options: {
    year: {
      value: "Y",
      about: "last year of the statistics: 2019, or 2025 for structure only",
      choices: YEARS,
      defaultWords: "2019",
    },
    members: {
      value: "N",
      about: `how many members, 1,000 to 40,000,000; or the word register: as many as the
          statistics stand for, which then are counted to the last unit`,
      read: parseMembers,
    },
    format: {
      value: "F",
      about: "for spells",
      choices: SPELL_FORMATS,
      defaultWords: "parquet",
    },
    form: {
      value: "FORM",
      about:
        `with --members: spells, or ledger, the payments that they come to, with tables of
          members and claims`,
      choices: ["spells", "ledger"],
      defaultWords: "spells",
    },
    drawn: {
      value: "MONTH",
      about: "month in which a ledger is drawn: what is paid later is not in it",
      defaultWords: "a year after its last month, when all is paid",
      read: monthOption("--drawn"),
    },
    seed: {
      value: "S",
      about: "whole number that fixes the chance part",
      defaultWords: "the year",
      read: parseSeed,
    },
    out: {
      value: "DIR",
      about: "folder to write to, wanted with --members",
      defaultWords: "for statistics with the default seed only: the shipped one",
    },
  },
}, async ({ values, width }, print) => {
  const { year = "2019", members, format, form, drawn, seed: given, out } = values;
  const say = (line: string) => print(inLines(line, width, 2));
  const seed = given ?? Number(year);
  if (members !== undefined) {
    if (year !== "2019") {
      throw new UsageError("--members is for --year 2019: 2025 has statistics alone");
    }
    if (drawn !== undefined && form !== "ledger") {
      throw new UsageError("--drawn is for --form ledger, which says when was paid");
    }
    const wanted = { wanted: members, seed, format: format ?? "parquet", out };
    return await (form === "ledger"
      ? makeLedger(wanted, drawn, say)
      : makeSpells(wanted, say));
  }
  if (form !== undefined || drawn !== undefined) {
    throw new UsageError(
      "--form and --drawn are of members: --members is wanted with them",
    );
  }
  if (format !== undefined) {
    throw new UsageError("--format is for spells: --members is wanted with it");
  }
  if (out === undefined && seed !== Number(year)) {
    throw new UsageError(
      `--out is wanted with --seed ${seed}: the shipped extract has ${year}`,
    );
  }
  const make = year === "2025" ? statisticsOf2025 : statisticsOf2019;
  await writeStatistics(await make(seed), seed, out ?? SHIPPED_FOLDERS[year], say);
});

/** A synthetic extract, how near it comes to what is printed, and that as files. */
interface Made {
  readonly extract: StatisticsExtract;
  readonly margins: ReturnType<typeof marginsReport>;
  readonly marginsFiles: ReadonlyMap<string, string>;
  /** What to know before use. */
  readonly caution?: string;
}

async function statisticsOf2019(seed: number): Promise<Made> {
  const published = await loadPublished();
  const extract = synthesizeStatistics(published, seed);
  const margins = marginsReport(extract, published);
  return { extract, margins, marginsFiles: marginsFiles(margins) };
}

async function statisticsOf2025(seed: number): Promise<Made> {
  const [structure, open] = await Promise.all([
    readShippedExtract(),
    loadOpenStatistics(),
  ]);
  const extract = carryForward(structure, open, seed);
  const margins = carriedMargins(extract, structure, open);
  return {
    extract,
    margins,
    marginsFiles: carriedMarginsFiles(margins),
    caution: "Structure only: no level of it is evidence.",
  };
}

async function writeStatistics(
  { extract, margins, marginsFiles, caution }: Made,
  seed: number,
  out: string,
  print: (line: string) => void,
): Promise<void> {
  const files = new Map([...await statisticsExtractFiles(extract), ...marginsFiles]);
  writeFilesTogether(out, files, { last: MANIFEST_FILE });
  print(`Synthetic extract written to ${out} (seed ${seed}).`);
  if (caution !== undefined) print(caution);
  print(`${marginsSummary(margins)} (margins.md).`);
  for (const { published: row, achieved, note, status } of margins) {
    if (status !== "differs") continue;
    const figure = Number(achieved.toFixed(row.decimals + 1));
    print(
      `  ${row.locator}. ${row.title}: ${row.published} printed, ${figure} here: ${note}`,
    );
  }
}

/** What is wanted of single members. */
interface WantedMembers {
  readonly wanted: number | "register";
  readonly seed: number;
  readonly format: SpellFormat;
  readonly out: string | undefined;
}

/** The register that members are made of, how many are, and the manifest of their spells. */
async function registerOf(wanted: WantedMembers["wanted"], seed: number) {
  const statistics = await readShippedExtract();
  const registerMembers = registerSize(statistics);
  const members = wanted === "register" ? registerMembers : wanted;
  const size = { registerMembers, members, seed };
  return { statistics, size, spells: spellManifestOf(statistics.manifest, size) };
}

async function makeLedger(
  { wanted, seed, format, out }: WantedMembers,
  drawn: Month | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (out === undefined) throw new UsageError("--out is wanted with --members");
  const progress = showProgress(2);
  progress.step("simulating the register");
  const { statistics, size, spells } = await registerOf(wanted, seed);
  const manifest = ledgerManifestOf(spells, drawn);
  const { lastMonth, extractMonth } = manifest;
  if (extractMonth <= lastMonth) {
    progress.end();
    throw new UsageError(`--drawn wants a month after ${formatMonth(lastMonth)}`);
  }
  progress.step("writing");
  const { members } = size;
  const { payments, files } = await writeLedgerFolder(
    out,
    synthesizeLedger(synthesizeSpells(statistics, { members, seed }), {
      lastMonth,
      extractMonth,
      members,
      seed,
    }),
    manifest,
    format,
    (rows) => progress.update(`${formatCount(rows)} payments written`),
  ).finally(progress.end);
  print(
    `${formatCount(payments)} synthetic payments of ${formatCount(members)} members ` +
      `written to ${out} (${files.length} files, seed ${seed}), drawn in ` +
      `${formatMonth(extractMonth)}.`,
  );
}

async function makeSpells(
  { wanted, seed, format, out }: WantedMembers,
  print: (line: string) => void,
): Promise<void> {
  if (out === undefined) throw new UsageError("--out is wanted with --members");
  const progress = showProgress(2);
  progress.step("simulating the register");
  const { statistics, size, spells } = await registerOf(wanted, seed);
  const { members, registerMembers } = size;
  progress.step("writing");
  const { rows, files } = await writeSpellFolder(
    out,
    synthesizeSpells(statistics, { members, seed }),
    spells,
    format,
    (rows) => progress.update(`${formatCount(rows)} spells written`),
  ).finally(progress.end);
  print(
    `${formatCount(rows)} synthetic spells of ${formatCount(members)} members written ` +
      `to ${out} (${files.length} files, seed ${seed}).`,
  );
  const weight = Number((registerMembers / members).toFixed(4));
  print(`Each member stands for ${formatCount(weight)} of the register.`);
}

/** The number of members; `register` for as many as the register has. */
function parseMembers(text: string): number | "register" {
  if (text === "register") return text;
  const members = Number(text.replaceAll(/[,_]/g, ""));
  const isUsable = Number.isInteger(members) && members >= 1000 &&
    members <= MOST_MEMBERS;
  if (isUsable) return members;
  const most = formatCount(MOST_MEMBERS);
  throw new UsageError(`--members wants 1,000 to ${most}, or register, got ${text}`);
}

function parseSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--seed wants a whole number of 0 or more, got ${text}`);
}

function formatCount(count: number): string {
  return count.toLocaleString("en");
}
