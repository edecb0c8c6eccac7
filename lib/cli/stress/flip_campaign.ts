import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { gunzipSync } from "node:zlib";
import { join } from "node:path";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { CommandFunction } from "../command.ts";
import { experienceCommand } from "../experience.ts";
import { extractCommand } from "../extract.ts";
import { inactivityCommand } from "../inactivity.ts";
import { reproduceCommand } from "../reproduce.ts";
import { exitCodeOf } from "../run_command.ts";
import { serviceCommand } from "../service.ts";
import { valueCommand } from "../value.ts";
import type { Campaign, CampaignOptions, CampaignResult } from "./campaign.ts";
import { cellsOf, differenceOf, plainCells, wrongTotal } from "./flip_counts.ts";
import {
  csvOfSpells,
  type Files,
  spellFolders,
  withChecksums,
  withoutChecksums,
} from "./flip_folders.ts";
import {
  PLAIN_MAPPING,
  type PlainManifest,
  plainManifest,
  plainMapping,
  type PlainRow,
  type PlainSpell,
  plainSpells,
  rowsOfCsv,
  rowsOfParquet,
} from "./flip_reading.ts";

/** Flips bits of extracts, and looks at what every command that reads them makes of it. */
export const flipCampaign: Campaign = {
  about: `Flips a bit of a file of an extract, of statistics or of spells, its checksum
    stated or not; every command that reads it must refuse it, or count what stands there.`,
  usualCount: 120,
  run: (options) => flipBits([...SPELL_FORMS, "statistics"], options),
};

/** The forms of member-level extracts that bits are flipped of. */
export const SPELL_FORMS = [...spellFolders().keys()];

/** What came of a flip. */
type Outcome = "refused" | "identical" | "counted as by hand";

/** Bits flipped in extracts of some forms, and how often each outcome was. */
export async function flipBits(
  forms: readonly string[],
  { count, seed, say }: CampaignOptions,
): Promise<CampaignResult> {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const tried: Record<string, number> = {};
  const faults: string[] = [];
  const home = await Deno.makeTempDir({ prefix: "jkp-flip-" });
  const targets: Target[] = [];
  for (const form of forms) {
    for (const isStated of [true, false]) {
      targets.push(await targetOf(form, isStated, home));
    }
  }
  for (let i = 0; i < count; i++) {
    const target = targets[i % targets.length]!;
    const names = [...target.files.keys()];
    const name = names[below(names.length)]!;
    const bit = below(8 * target.files.get(name)!.length);
    const flip = `${target.name}, ${name}, bit ${bit}`;
    try {
      const outcome = await target.flip(name, bit);
      const kind = `${target.name}, ${name}: ${outcome}`;
      tried[kind] = (tried[kind] ?? 0) + 1;
    } catch (error) {
      faults.push(`${flip}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if ((i + 1) % 20 === 0) say(`${i + 1} flips, ${faults.length} faults so far`);
  }
  await Deno.remove(home, { recursive: true });
  const kinds = Object.entries(tried).sort(([a], [b]) => a < b ? -1 : 1);
  return { tried: Object.fromEntries(kinds), faults };
}

/** An extract, bits of which are flipped one at a time. */
interface Target {
  readonly name: string;
  readonly files: Files;
  /** @throws {Error} If the commands did not do what they should. */
  flip(name: string, bit: number): Promise<Outcome>;
}

async function targetOf(form: string, isStated: boolean, home: string): Promise<Target> {
  const name = `${form} ${isStated ? "with" : "without"} checksums`;
  const work = join(home, name);
  if (form === "statistics") return await statisticsTarget(name, work, isStated);
  const files = spellFolders().get(form)!;
  return await spellTarget(name, work, isStated ? await withChecksums(files) : files);
}

/** A command as it is run on an extract. */
type Call = readonly [
  command: CommandFunction,
  args: (folder: string, out: string) => readonly string[],
];

const CHECK: Call = [extractCommand, (folder, out) => ["check", folder, "--out", out]];
const BUILD: Call = [extractCommand, (folder, out) => ["build", folder, "--out", out]];
const HISTORIES: readonly Call[] = [
  [inactivityCommand, (folder, out) => [folder, "--out", out]],
  [serviceCommand, (folder, out) => [folder, "--out", out]],
];
const STATISTICS: readonly Call[] = [
  [experienceCommand, (folder, out) => ["--extract", folder, "--out", out]],
  [valueCommand, (folder) => ["--extract", folder, "--json"]],
  [
    reproduceCommand,
    (folder, out) => ["--extract", folder, "--only", "3.7", "--out", out],
  ],
];

/** What a command said and wrote. */
interface Ran {
  readonly isRefused: boolean;
  readonly said: string;
  /** All that was said and written, but for the manifest of outputs and its checksums. */
  readonly everything: string;
}

async function run([command, args]: Call, folder: string, out: string): Promise<Ran> {
  await Deno.remove(out, { recursive: true }).catch(() => {});
  const lines: string[] = [];
  const add = (line: string) => lines.push(line);
  const code = await exitCodeOf(
    (print) => command(args(folder, out), print),
    add,
    add,
  );
  const said = lines.join("\n");
  const written = await writtenIn(out);
  return { isRefused: code !== 0, said, everything: [said, ...written].join("\n") };
}

async function writtenIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  const texts: string[] = [];
  for (const { name, isDirectory } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = join(folder, name);
    if (isDirectory) texts.push(...await writtenIn(path));
    else if (name !== "manifest.json") {
      texts.push(name, await Deno.readTextFile(path));
    }
  }
  return texts;
}

async function writeFolder(folder: string, files: Files): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await Deno.writeFile(join(folder, name), bytes);
}

function flipped(files: Files, name: string, bit: number): Files {
  const bytes = files.get(name)!.slice();
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return new Map([...files, [name, bytes]]);
}

/** Whether all commands refuse, or none; the first one must name a file of the extract. */
function areRefused(runs: readonly Ran[], files: Files): boolean {
  const [first] = runs;
  const refused = runs.filter(({ isRefused }) => isRefused).length;
  const isOne = refused === 0 || refused === runs.length;
  ensure(isOne, () => `refused by ${refused} of ${runs.length} commands: ${first!.said}`);
  if (refused === 0) return false;
  const names = [...files.keys()];
  const areNamed = runs.every(({ everything }) =>
    names.some((name) => everything.includes(name))
  );
  ensure(areNamed, () => `refused without naming a file: ${first!.said}`);
  return true;
}

async function spellTarget(name: string, work: string, files: Files): Promise<Target> {
  const [folder, out] = [join(work, "in"), join(work, "out")];
  const calls = [CHECK, BUILD, ...HISTORIES];
  const runAll = async (files: Files) => {
    await writeFolder(folder, files);
    const runs: Ran[] = [];
    for (const call of calls) runs.push(await run(call, folder, `${out}${runs.length}`));
    return runs;
  };
  const whole = await runAll(files);
  ensure(!areRefused(whole, files), () => `${name} is refused: ${whole[0]!.said}`);
  const isStated = new TextDecoder().decode(files.get("extract.toml"))
    .includes("[sha256]");
  await countsAgree(await plainReading(files), `${out}1`);
  return {
    name,
    files,
    async flip(name, bit) {
      const after = flipped(files, name, bit);
      const runs = await runAll(after);
      if (areRefused(runs, after)) return "refused";
      ensure(!isStated || name === "extract.toml", () => "accepted, its checksum stated");
      const read = await plainReading(after, files).catch((error) => {
        throw new Error(`accepted what a plain reading cannot read: ${error.message}`);
      });
      await countsAgree(read, `${out}1`);
      if (runs.every(({ everything }, i) => everything === whole[i]!.everything)) {
        return "identical";
      }
      await historiesAgree(runs.slice(2), read, after);
      return "counted as by hand";
    },
  };

  /** The other commands say what they say of the plainest file of the same spells. */
  async function historiesAgree(
    runs: readonly Ran[],
    { spells }: PlainReading,
    after: Files,
  ): Promise<void> {
    const text = new TextDecoder().decode(after.get("extract.toml"));
    const manifest = withoutChecksums(text);
    const encoder = new TextEncoder();
    await writeFolder(
      folder,
      new Map([
        ["extract.toml", encoder.encode(manifest)],
        ["s.csv", encoder.encode(csvOfSpells(spells))],
      ]),
    );
    for (const [i, call] of HISTORIES.entries()) {
      const plain = await run(call, folder, `${out}${2 + i}`);
      const isSame = plain.everything === runs[i]!.everything;
      ensure(
        isSame,
        () => `${i === 0 ? "inactivity" : "service"} differs: ${plain.said}`,
      );
    }
  }
}

/** What a plain reading of the bytes of an extract gives. */
interface PlainReading {
  readonly spells: readonly PlainSpell[];
  readonly manifest: PlainManifest;
}

/**
 * Reads the files of an extract in the plainest way. Archives have checksums of their own:
 * what is flipped in a workbook and can still be read is what was there before.
 */
async function plainReading(files: Files, before = files): Promise<PlainReading> {
  const text = (name: string) =>
    new TextDecoder("utf-8", { fatal: true }).decode(files.get(name));
  const manifest = plainManifest(text("extract.toml"));
  const mapping = files.has("mapping.toml")
    ? plainMapping(text("mapping.toml"))
    : PLAIN_MAPPING;
  const isData = (name: string) => !/\.toml$|^control_totals/.test(name);
  const data = [...files.keys()].find(isData)!;
  const bytes = files.get(data)!;
  let rows: readonly PlainRow[];
  if (data.endsWith(".gz")) rows = rowsOfCsv(gunzipSync(bytes), mapping.delimiter);
  else if (data.endsWith(".parquet")) rows = await rowsOfParquet(bytes);
  else if (data.endsWith(".xlsx")) {
    const csv = spellFolders().get("csv")!.get("s.csv")!;
    ensure(before.has(data), () => "no workbook");
    rows = rowsOfCsv(csv, mapping.delimiter);
  } else rows = rowsOfCsv(bytes, mapping.delimiter);
  const spells = plainSpells(rows, mapping, manifest);
  const wrong = wrongTotal(rowsOfCsv(files.get("control_totals.csv")!), spells, manifest);
  ensure(wrong === undefined, () => `the total ${wrong} does not hold`);
  return { spells, manifest };
}

async function countsAgree(
  { spells, manifest }: PlainReading,
  built: string,
): Promise<void> {
  const difference = differenceOf(await cellsOf(built), plainCells(spells, manifest));
  ensure(difference === undefined, () => `silently wrong: ${difference}`);
}

/**
 * The statistics that come with the project. They must state checksums; where these are not
 * to be in the way, those of the flipped files are stated.
 */
async function statisticsTarget(
  name: string,
  work: string,
  isStated: boolean,
): Promise<Target> {
  const names = [
    "extract.toml",
    "active.csv",
    "withdrawals.csv",
    "service.csv",
    "inactive.csv",
  ];
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of names) {
    files.set(name, await Deno.readFile(join(SHIPPED_EXTRACT_FOLDER, name)));
  }
  const [folder, out] = [join(work, "in"), join(work, "out")];
  const runAll = async (files: Files) => {
    await writeFolder(folder, files);
    const runs: Ran[] = [];
    for (const call of STATISTICS) runs.push(await run(call, folder, out));
    return runs;
  };
  const whole = await runAll(files);
  ensure(!areRefused(whole, files), () => `${name} is refused: ${whole[0]!.said}`);
  return {
    name,
    files,
    async flip(name, bit) {
      const bare = flipped(files, name, bit);
      const isData = name !== "extract.toml";
      const after = isData && !isStated ? await withChecksums(bare) : bare;
      const runs = await runAll(after);
      if (areRefused(runs, after)) return "refused";
      ensure(!isStated || !isData, () => "accepted, its checksum stated");
      await rowsAgree(folder, after);
      const isSame = runs.every(({ everything }, i) =>
        everything === whole[i]!.everything
      );
      return isSame ? "identical" : "counted as by hand";
    },
  };
}

/** Rows of statistics are read as they stand: every cell of every file. */
async function rowsAgree(folder: string, files: Files): Promise<void> {
  const extract = await readStatisticsExtract(folder);
  const numbers = [
    ["active.csv", extract.active, ["members", "meanWageIdr"]],
    ["withdrawals.csv", extract.withdrawals, ["claims", "meanWageIdr"]],
    ["service.csv", extract.service, ["share"]],
    ["inactive.csv", extract.inactive, ["members"]],
  ] as const;
  for (const [name, rows, fields] of numbers) {
    rowsOfCsv(files.get(name)!).forEach((cells, i) => {
      const read = rows[i] as unknown as Readonly<Record<string, number>>;
      for (const field of fields) {
        const column = field === "meanWageIdr" ? "mean_wage_idr" : field;
        const isSame = read[field] === Number(cells[column]);
        ensure(isSame, () => `silently wrong: ${name} row ${i + 2}, ${column}`);
      }
    });
  }
}

function ensure(holds: boolean, words: () => string): void {
  if (!holds) throw new Error(words());
}
