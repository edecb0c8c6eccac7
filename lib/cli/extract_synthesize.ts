import { writeFilesTogether } from "@jkp/files/write";
import {
  marginsFiles,
  marginsReport,
  marginsSummary,
  registerSize,
  spellManifestOf,
  synthesizeSpells,
  synthesizeStatistics,
} from "@jkp/synthetic";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { readShippedExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { loadPublished } from "@jkp/published/read";
import { MANIFEST_FILE } from "@jkp/extract";
import { UsageError } from "@jkp/problem";
import type { SpellFormat } from "@jkp/spells";
import { SPELL_FORMATS, writeSpellFolder } from "@jkp/spells/write";
import { command } from "./command.ts";
import { showProgress } from "./progress.ts";

/** Seed of the extract that comes with the project. */
const SHIPPED_SEED = "2019";

/** Most members that are made at once: the order of the national register. */
const MOST_MEMBERS = 40_000_000;

/** The `extract synthesize` command. */
export const extractSynthesizeCommand = command({
  name: "extract synthesize",
  summary:
    `Makes labelled synthetic extracts. Without --members: the statistics extract, from
      the printed numbers of the report. With it: spells of single members that count to
      the shipped statistics extract, a sample of the register or several of it.`,
  options: {
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
    seed: {
      value: "S",
      about: "whole number that fixes the chance part",
      default: SHIPPED_SEED,
      read: parseSeed,
    },
    out: {
      value: "DIR",
      about: "folder to write to, wanted with --members",
      defaultWords: "for statistics with the default seed only: the shipped one",
    },
  },
}, async ({ values: { members, format, seed, out } }, print) => {
  if (members !== undefined) {
    return await makeSpells(members, seed, format ?? "parquet", out, print);
  }
  if (format !== undefined) {
    throw new UsageError("--format is for spells: --members is wanted with it");
  }
  if (out === undefined && seed !== Number(SHIPPED_SEED)) {
    throw new UsageError(
      `--out is wanted with --seed ${seed}: the shipped extract has ${SHIPPED_SEED}`,
    );
  }
  await makeStatistics(seed, out ?? SHIPPED_EXTRACT_FOLDER, print);
});

async function makeStatistics(
  seed: number,
  out: string,
  print: (line: string) => void,
): Promise<void> {
  const published = await loadPublished();
  const extract = synthesizeStatistics(published, seed);
  const margins = marginsReport(extract, published);
  const files = new Map([
    ...await statisticsExtractFiles(extract),
    ...marginsFiles(margins),
  ]);
  writeFilesTogether(out, files, { last: MANIFEST_FILE });
  print(`Synthetic extract written to ${out} (seed ${seed}).`);
  print(`${marginsSummary(margins)} (margins.md).`);
  for (const { published: row, achieved, note, status } of margins) {
    if (status !== "differs") continue;
    const figure = Number(achieved.toFixed(row.decimals + 1));
    print(
      `  ${row.locator}. ${row.title}: ${row.published} printed, ${figure} here: ${note}`,
    );
  }
}

async function makeSpells(
  wanted: number | "register",
  seed: number,
  format: SpellFormat,
  out: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (out === undefined) throw new UsageError("--out is wanted with --members");
  const progress = showProgress(2);
  progress.step("simulating the register");
  const statistics = await readShippedExtract();
  const registerMembers = registerSize(statistics);
  const members = wanted === "register" ? registerMembers : wanted;
  progress.step("writing");
  const { rows, files } = await writeSpellFolder(
    out,
    synthesizeSpells(statistics, { members, seed }),
    spellManifestOf(statistics.manifest, { registerMembers, members, seed }),
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
