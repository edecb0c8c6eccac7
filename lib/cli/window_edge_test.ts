/**
 * The edge of the window: members who pay late look as if they had left. A register is cut
 * where payments are complete, and means the same to every command that reads it.
 *
 * @module
 */

import { readStatisticsExtract } from "@jkp/extract/read";
import { formatMonth } from "@jkp/month";
import { checkSpells } from "@jkp/spells/read";
import type { Finding } from "@jkp/spells";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { sumSimple } from "simple-statistics";
import {
  FIRST,
  folderOf,
  honestSpells,
  LAST,
  type Spell,
} from "../spells/shape/honest_spells_for_test.ts";
import { extract } from "./cases_for_test.ts";
import { inactivityCommand } from "./inactivity.ts";
import { runHere } from "./run_for_test.ts";
import { serviceCommand } from "./service.ts";

/** So many members at a time; of the larger one the check sees that payments are late. */
const [COMPLETE, LARGE] = [honestSpells(600, 7), honestSpells(6_000, 7)];

/** Of those who pay in the last month, three in a hundred have paid up to 1 to 3 months before. */
const withLate = (spells: readonly Spell[]) =>
  spells.map((spell, i): Spell => {
    const pays = spell.last === LAST && spell.last - spell.start > 3;
    return pays && i % 33 === 0 ? { ...spell, last: LAST - 1 - (i / 33) % 3 } : spell;
  });

/** Where payments are complete. */
const CUT = LAST - 3;
const TO = ["--to", formatMonth(CUT)];

/** The complete register as it would have been drawn at the cut. */
const DRAWN_EARLIER = COMPLETE.filter(({ start }) => start <= CUT).map((spell): Spell => {
  const { claim, ...unclaimed } = spell;
  const last = Math.min(spell.last, CUT);
  return claim === undefined || claim[1] > CUT
    ? { ...unclaimed, last }
    : { ...spell, last };
});

const folders = (async () => ({
  complete: await folderOf(COMPLETE),
  late: await folderOf(withLate(COMPLETE)),
  drawnEarlier: await folderOf(DRAWN_EARLIER, [FIRST, CUT]),
}))();

async function statisticsOf(folder: string, ...options: string[]) {
  const out = await Deno.makeTempDir();
  const { code, stderr } = await extract("build", folder, "--out", out, ...options);
  assertEquals(code, 0, stderr);
  const { active, withdrawals, inactive, service } = await readStatisticsExtract(out);
  await Deno.remove(out, { recursive: true });
  return { active, withdrawals, inactive, service };
}

/** Tables that a command writes. */
async function tablesOf(
  command: typeof serviceCommand,
  ...args: string[]
): Promise<string> {
  const out = await Deno.makeTempDir();
  const { code, stderr } = await runHere(command, ...args, "--out", out);
  assertEquals(code, 0, stderr);
  const names = [...Deno.readDirSync(out)].map(({ name }) => name).sort();
  const texts = names.filter((name) => name.endsWith(".md"))
    .map((name) => Deno.readTextFileSync(`${out}/${name}`));
  assert(texts.length > 0);
  await Deno.remove(out, { recursive: true });
  return texts.join("\n");
}

async function findingsOf(folder: string, lastMonth?: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  await checkSpells(folder, (finding) => findings.push(finding), { lastMonth });
  return findings;
}

Deno.test("extract check warns of three late payers in a hundred, and not after the cut", async () => {
  const [complete, late] = [await folderOf(LARGE), await folderOf(withLate(LARGE))];
  assertEquals(await findingsOf(complete), []);
  const [finding, ...others] = await findingsOf(late);
  assertEquals(others, []);
  assertEquals([finding!.rule, finding!.column], ["last_months", "2019-09 to 2019-11"]);
  assertMatch(finding!.meaning!, /extract build --to 2019-08/);
  assertEquals(await findingsOf(late, CUT), []);
  const { code, stdout } = await extract("check", late, ...TO);
  assertEquals(code, 0);
  assertMatch(stdout, /No errors, 0 warnings/);
  const { code: outside } = await extract("check", late, "--to", "2020-06");
  assertEquals(outside, 1);
});

Deno.test("extract build --to counts what it would have counted then, whoever pays late", async () => {
  const { complete, late, drawnEarlier } = await folders;
  const [whole, lacking] = [await statisticsOf(complete), await statisticsOf(late)];
  const idle = ({ inactive }: typeof whole) =>
    sumSimple(inactive.slice(0, 3).map(({ members }) => members));
  assert(idle(lacking) > 1.1 * idle(whole), "late payers look as if they had left");
  const cut = await statisticsOf(drawnEarlier);
  assertEquals(await statisticsOf(complete, ...TO), cut);
  assertEquals(await statisticsOf(late, ...TO), cut);
});

Deno.test("inactivity --to and service --to show what they would have shown then", async () => {
  const { complete, late, drawnEarlier } = await folders;
  const studies: [typeof serviceCommand, string[]][] = [
    [inactivityCommand, ["--by", "sex,end_reason"]],
    [serviceCommand, ["--by", "reason"]],
  ];
  for (const [command, options] of studies) {
    const cut = await tablesOf(command, drawnEarlier, ...options);
    assertEquals(await tablesOf(command, complete, ...options, ...TO), cut);
    assertEquals(await tablesOf(command, late, ...options, ...TO), cut);
    assert(await tablesOf(command, late, ...options) !== cut);
  }
});
