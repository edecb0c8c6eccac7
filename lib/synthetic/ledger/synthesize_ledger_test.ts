import { readShippedExtract } from "@jkp/extract/read";
import { type LedgerBatch, NO_REASON, type SpellColumns } from "@jkp/spells";
import { readSpells } from "@jkp/spells/read";
import { writeLedgerFolder } from "@jkp/spells/write";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fewerPersons } from "../spells/fewer_persons_for_test.ts";
import { synthesizeSpells } from "../spells/synthesize_spells.ts";
import { spellManifestOf } from "../spells/spell_manifest_of.ts";
import { ledgerManifestOf } from "./ledger_manifest_of.ts";
import { paidWithin } from "./lateness.ts";
import { synthesizeLedger } from "./synthesize_ledger.ts";

const extract = fewerPersons(await readShippedExtract(), 1000);
const { lastMonth } = extract.manifest;
const SPELLS = [...synthesizeSpells(extract, { members: 1500, seed: 2019 })];

const ledgerOf = (drawnAfter: number, seed = 2019) => [
  ...synthesizeLedger(SPELLS, {
    lastMonth,
    extractMonth: lastMonth + drawnAfter,
    members: 1500,
    seed,
  }),
];

/** Wages by member and month that payments come to, in the plainest way. */
function netWages(batches: readonly LedgerBatch[]): Map<number, Map<number, number>> {
  const net = new Map<number, Map<number, number>>();
  for (const { payments } of batches) {
    payments.member.forEach((member, row) => {
      const months = net.get(member) ?? new Map<number, number>();
      net.set(member, months);
      const to = payments.contributionToMonth[row]!;
      for (let month = payments.contributionMonth[row]!; month <= to; month++) {
        months.set(month, (months.get(month) ?? 0) + payments.monthlyWageIdr[row]!);
      }
    });
  }
  for (const months of net.values()) {
    for (const [month, wage] of months) {
      assert(wage >= 0);
      if (wage === 0) months.delete(month);
    }
  }
  return net;
}

/** Runs of months: start, last, and the wage of the last. */
function runsOf(months: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = [];
  for (const [month, wage] of [...months].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === month - 1) [run[1], run[2]] = [month, wage];
    else runs.push([month, month, wage]);
  }
  return runs;
}

function spellsOf(batches: readonly SpellColumns[]): Map<number, number[][]> {
  const spells = new Map<number, number[][]>();
  for (const { member, startMonth, lastMonth: last, monthlyWageIdr } of batches) {
    member.forEach((each, row) => {
      const own = spells.get(each) ?? [];
      spells.set(each, [...own, [startMonth[row]!, last[row]!, monthlyWageIdr[row]!]]);
    });
  }
  return spells;
}

Deno.test("synthesizeLedger() comes to its spells when it is drawn after all is paid", () => {
  const batches = ledgerOf(12);
  const runs = [...netWages(batches)].map(([member, months]) =>
    [member, runsOf(months)] as const
  );
  assertEquals(new Map(runs.sort(([a], [b]) => a - b)), spellsOf(SPELLS));
  assertEquals(spellsOf(batches.map(({ spells }) => spells)), spellsOf(SPELLS));
});

Deno.test("synthesizeLedger() holds what makes a ledger hard to read", () => {
  const batches = ledgerOf(12);
  const rows = batches.flatMap(({ payments }) =>
    Array.from(payments.member, (member, row) => ({
      member,
      employer: payments.employer[row]!,
      from: payments.contributionMonth[row]!,
      to: payments.contributionToMonth[row]!,
      paidOn: payments.paidOn[row]!,
      wage: payments.monthlyWageIdr[row]!,
    }))
  );
  const share = (is: (row: typeof rows[number]) => boolean) =>
    rows.filter(is).length / rows.length;
  assertAlmostEquals(share(({ wage }) => wage < 0), 0.004, 0.002);
  assert(share(({ from, to }) => to > from) > 0.003); // arrears
  const employers = Map.groupBy(
    rows,
    ({ member, from, paidOn }) => `${member} ${from} ${paidOn}`,
  );
  const several = [...employers.values()].filter((of) =>
    new Set(of.map(({ employer }) => employer)).size > 1
  );
  assert(several.length > 100);
  const single = rows.filter(({ wage, employer, from, to }) =>
    wage > 0 && from === to && employer > 0
  );
  // All that an employer pays for a month is paid together.
  const days = Map.groupBy(single, ({ employer, from }) => `${employer} ${from}`);
  const isTogether = [...days.values()].filter((of) =>
    new Set(of.map(({ paidOn }) => paidOn)).size === 1
  );
  assert(isTogether.length > 0.95 * days.size);
});

Deno.test("synthesizeLedger() closes spells by claims, and none by a part of the savings", () => {
  for (const { spells, partialClaims } of ledgerOf(12)) {
    assert(partialClaims.member.length > 0);
    partialClaims.member.forEach((member, i) => {
      const month = partialClaims.claimMonth[i]!;
      const isRunning = spells.member.some((each, row) =>
        each === member && spells.startMonth[row]! < month &&
        month < spells.lastMonth[row]!
      );
      assert(isRunning);
    });
    spells.endReason.forEach((reason, row) => {
      if (reason === NO_REASON) return;
      assert(spells.claimMonth[row]! > spells.lastMonth[row]!);
    });
  }
});

Deno.test("synthesizeLedger() pays as late as is stated", () => {
  const delays = new Float64Array(14);
  let months = 0;
  for (const { payments } of ledgerOf(12)) {
    payments.monthlyWageIdr.forEach((wage, row) => {
      const [from, to] = [
        payments.contributionMonth[row]!,
        payments.contributionToMonth[row]!,
      ];
      for (let month = from; month <= to && wage > 0; month++) {
        delays[payments.paidOn[row]! - month]!++;
        months++;
      }
    });
  }
  let within = 0;
  delays.forEach((paid, delay) => {
    within += paid / months;
    assertAlmostEquals(within, paidWithin(delay), 0.015, `${delay}`);
  });
  assertEquals(paidWithin(12).toFixed(12), "1.000000000000");
});

Deno.test("synthesizeLedger() leaves out what is paid after it is drawn", () => {
  const paidUntil = (batches: readonly LedgerBatch[], until: number) =>
    batches.flatMap(({ payments: { paidOn } }) =>
      [...paidOn].filter((month) => month <= until)
    );
  const early = paidUntil(ledgerOf(1), Infinity);
  assertEquals(early, paidUntil(ledgerOf(12), lastMonth + 1));
  assert(early.length < paidUntil(ledgerOf(12), Infinity).length);
});

Deno.test("synthesizeLedger() gives the same payments for a seed, others for another", () => {
  const wages = (seed: number) => [...ledgerOf(12, seed)[0]!.payments.paidOn];
  assertEquals(wages(2019), wages(2019));
  assert(wages(7).join() !== wages(2019).join());
});

Deno.test("readSpells() finds the spells that a made ledger comes to, and their claims", async () => {
  const manifest = ledgerManifestOf(
    spellManifestOf(extract.manifest, {
      registerMembers: 1500,
      members: 1500,
      seed: 2019,
    }),
  );
  const folder = await Deno.makeTempDir();
  const { payments } = await writeLedgerFolder(folder, ledgerOf(12), manifest, "parquet");
  const read: SpellColumns[] = [];
  const { rows, quality } = await readSpells(folder, [{
    add: (spells) => void read.push(spells),
  }]);
  assertEquals([rows, quality.errors], [payments, 0]);
  const textsOf = (batches: readonly SpellColumns[]) =>
    batches.flatMap((spells) =>
      Array.from(spells.member, (_, row) =>
        [
          spells.sex[row],
          spells.birthMonth[row],
          spells.startMonth[row],
          spells.lastMonth[row],
          spells.endReason[row],
          spells.claimMonth[row],
          spells.monthlyWageIdr[row],
          ...Object.entries(spells.carried).sort().map(([name, { labels, codes }]) =>
            `${name} ${labels[codes[row]!]}`
          ),
        ].join())
    ).sort();
  assertEquals(textsOf(read), textsOf(SPELLS));
});
