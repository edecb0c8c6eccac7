import {
  marginsFiles,
  marginsReport,
  marginsSummary,
  registerSize,
  spellManifestOf,
  synthesizeSpells,
  synthesizeStatistics,
} from "@jkp/synthetic";
import { readShippedExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { SPELL_FORMATS, writeSpellFolder } from "@jkp/spells/write";
import type { SpellFormat } from "@jkp/spells";
import { parseOptions } from "./options.ts";
import { showProgress } from "./progress.ts";

/** Seed of the extract that comes with the project. */
const SHIPPED_SEED = "2019";

/** Most members that are made at once: the order of the national register. */
const MOST_MEMBERS = 40_000_000;

const USAGE = `\
Usage: deno task extract synthesize [--seed S] [--out DIR]
       deno task extract synthesize --members N --out DIR [--seed S] [--format F]

Makes labelled synthetic extracts. Without --members: the statistics extract, from the
printed numbers of the report. With it: spells of single members that count to the shipped
statistics extract, a sample of the register or several of it.

  --members N  how many members, 1,000 to 40,000,000; or the word register: as many as
               the statistics stand for, which then are counted to the last unit
  --format F   parquet or csv, for spells                     (default parquet)
  --seed S     whole number that fixes the chance part        (default 2019)
  --out DIR    folder to write to   (default, for statistics with the default seed only:
               the shipped one)
  --help       this text`;

/**
 * The `extract synthesize` command.
 *
 * @param args Its arguments.
 * @param print Where its lines go.
 * @throws {UsageError} If an option is unknown or unusable.
 */
export async function extractSynthesizeCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { values } = parseOptions(args, {
    options: {
      seed: { type: "string", default: SHIPPED_SEED },
      out: { type: "string" },
      members: { type: "string" },
      format: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  const { members, out } = values;
  if (!/^\d{1,9}$/.test(values.seed)) {
    throw new UsageError(`--seed wants a whole number of 0 or more, got ${values.seed}`);
  }
  const seed = Number(values.seed);
  if (members !== undefined) {
    const format = values.format ?? "parquet";
    return await makeSpells(checkMembers(members), seed, checkFormat(format), out, print);
  }
  if (values.format !== undefined) {
    throw new UsageError("--format is for spells: --members is wanted with it");
  }
  if (out === undefined && values.seed !== SHIPPED_SEED) {
    throw new UsageError(
      `--out is wanted with --seed ${values.seed}: the shipped extract has ${SHIPPED_SEED}`,
    );
  }
  await makeStatistics(seed, out ?? SHIPPED_EXTRACT_FOLDER, print);
}

async function makeStatistics(
  seed: number,
  out: string,
  print: (line: string) => void,
): Promise<void> {
  const published = await loadPublished();
  const extract = synthesizeStatistics(published, seed);
  const margins = marginsReport(extract, published);
  await writeFilesTogether(
    out,
    new Map([...await statisticsExtractFiles(extract), ...marginsFiles(margins)]),
  );
  print(`Synthetic extract written to ${out} (seed ${seed}).`);
  print(`${marginsSummary(margins)} (margins.md).`);
  for (const { published: row, achieved, note, status } of margins) {
    if (status !== "differs") continue;
    const figure = Number(achieved.toFixed(row.decimals + 1));
    print(
      `  ${row.locator} ${row.cell}: ${row.published} printed, ${figure} here: ${note}`,
    );
  }
}

async function makeSpells(
  wanted: number | undefined,
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
  const members = wanted ?? registerMembers;
  progress.step("writing");
  const { rows, files } = await writeSpellFolder(
    out,
    synthesizeSpells(statistics, { members, seed }),
    spellManifestOf(statistics.manifest, { registerMembers, members, seed }),
    format,
    (rows) => progress.update(`${formatCount(rows)} spells written`),
  );
  progress.end();
  print(
    `${formatCount(rows)} synthetic spells of ${formatCount(members)} members written ` +
      `to ${out} (${files.length} files, seed ${seed}).`,
  );
  const weight = Number((registerMembers / members).toFixed(4));
  print(`Each member stands for ${formatCount(weight)} of the register.`);
}

/** The number of members; `undefined` for as many as the register has. */
function checkMembers(text: string): number | undefined {
  if (text === "register") return undefined;
  const members = Number(text.replaceAll(/[,_]/g, ""));
  const isUsable = Number.isInteger(members) && members >= 1000 &&
    members <= MOST_MEMBERS;
  if (isUsable) return members;
  const most = formatCount(MOST_MEMBERS);
  throw new UsageError(`--members wants 1,000 to ${most}, or register, got ${text}`);
}

function checkFormat(text: string): SpellFormat {
  const format = SPELL_FORMATS.find((name) => name === text);
  if (format !== undefined) return format;
  throw new UsageError(`--format wants ${SPELL_FORMATS.join(" or ")}, got ${text}`);
}

function formatCount(count: number): string {
  return count.toLocaleString("en");
}
