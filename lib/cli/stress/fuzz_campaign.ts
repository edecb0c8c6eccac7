import { dirname, join } from "node:path";
import type { Campaign, CampaignOptions, CampaignResult } from "./campaign.ts";
import { CLAIMS } from "./fuzz/claims_family.ts";
import { DURATIONS } from "./fuzz/durations_family.ts";
import { judge } from "./fuzz/judge.ts";
import type { Family, Files, Mutant } from "./fuzz/mutant.ts";
import { Random } from "./fuzz/random.ts";
import { SPELLS } from "./fuzz/spells_family.ts";
import { STATISTICS } from "./fuzz/statistics_family.ts";

/** What is fuzzed, each as often as it stands here. */
const FAMILIES: readonly Family[] = [
  ...[SPELLS, SPELLS, SPELLS, SPELLS, SPELLS, SPELLS],
  ...[CLAIMS, CLAIMS, DURATIONS, STATISTICS],
];

/** Of so many mutants one goes through the commands themselves. */
const COMMANDS_EVERY = 25;

/** Lines between two reports. */
const SAID_EVERY = 500;

/** Changes honest files by chance, and looks at what becomes of them. */
export const fuzzCampaign: Campaign = {
  about: `Changes cells, lines, bytes and names of honest files, and reads them as the
    commands do; each must be refused at the right place, or count as a plain reference
    does. No crash, no litter.`,
  usualCount: 10_000,
  run: fuzz,
};

/** Tries so many mutants; gives what was not as it should be. */
export async function fuzz(
  { count, seed, say }: CampaignOptions,
): Promise<CampaignResult> {
  const random = new Random(seed);
  const tried: Record<string, number> = {};
  const faults: string[] = [];
  const home = await Deno.makeTempDir({ prefix: "jkp-fuzz-" });
  try {
    for (let at = 0; at < count; at++) {
      const family = random.pick(FAMILIES);
      const { honest, mutant } = await family.draw(random);
      const name = `${family.name}, ${mutant.kind}`;
      tried[name] = (tried[name] ?? 0) + 1;
      const hasCommands = at % COMMANDS_EVERY === 0;
      const found = await tryMutant(family, mutant, honest, home, hasCommands);
      for (const fault of found) {
        faults.push(`${name}, mutant ${at}: ${fault}`);
        say(faults.at(-1)!);
      }
      if ((at + 1) % SAID_EVERY === 0) say(`${at + 1} mutants, ${faults.length} faults`);
    }
  } finally {
    await Deno.remove(home, { recursive: true });
  }
  return { tried, faults };
}

async function tryMutant(
  family: Family,
  mutant: Mutant,
  honest: Mutant,
  home: string,
  hasCommands: boolean,
): Promise<string[]> {
  const folder = join(home, "in");
  await write(folder, mutant.files);
  try {
    const outcome = await family.run(folder);
    const faults = judge(family, mutant, honest, outcome);
    const out = join(home, "out");
    if (hasCommands && family.runCommands !== undefined) {
      faults.push(...await family.runCommands(folder, out, outcome));
    }
    const names = Object.keys(mutant.files).map((name) => join(folder, name));
    const litter = namesBelow(folder).filter((name) => !names.includes(name));
    if (litter.length > 0) faults.push(`leaves ${litter}`);
    const beside = [...Deno.readDirSync(home)].map(({ name }) => name)
      .filter((name) => !["in", "out"].includes(name));
    if (beside.length > 0) faults.push(`leaves ${beside}`);
    return faults;
  } catch (error) {
    const { name, message, stack = "" } = error as Error;
    return [`crash: ${name}: ${message} ${stack.split("\n").slice(1, 3).join(" ")}`];
  } finally {
    for (const { name } of Deno.readDirSync(home)) {
      await Deno.remove(join(home, name), { recursive: true });
    }
  }
}

async function write(folder: string, files: Files): Promise<void> {
  await Deno.mkdir(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    if (content instanceof Uint8Array) await Deno.writeFile(path, content);
    else await Deno.symlink(content.linkTo, path);
  }
}

function namesBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? namesBelow(join(folder, name)) : [join(folder, name)]
  );
}
