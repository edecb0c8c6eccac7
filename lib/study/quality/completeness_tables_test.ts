import { readShippedExtract } from "@jkp/extract/read";
import { PaymentDelays, type SpellColumns } from "@jkp/spells";
import { checkSpells } from "@jkp/spells/read";
import { writeLedgerFolder } from "@jkp/spells/write";
import {
  ledgerManifestOf,
  spellManifestOf,
  synthesizeLedger,
  synthesizeSpells,
} from "@jkp/synthetic";
import { assert, assertEquals } from "@std/assert";
import { exampleJkpFolder } from "../../spells/example_folder.ts";
import { readJkpRegister } from "@jkp/spells/read";
import { fewerPersons } from "../../synthetic/spells/fewer_persons_for_test.ts";
import {
  jkpCompletenessTables,
  paymentCompletenessTables,
} from "./completeness_tables.ts";

const extract = fewerPersons(await readShippedExtract(), 1000);
const { lastMonth } = extract.manifest;
const SIZE = { registerMembers: 4000, members: 4000, seed: 2019 };
const SPELLS = [...synthesizeSpells(extract, SIZE)];

/** Tables of a made ledger that is drawn some months after its last. */
async function tablesDrawn(after: number, spells: readonly SpellColumns[] = SPELLS) {
  const manifest = ledgerManifestOf(
    spellManifestOf(extract.manifest, SIZE),
    lastMonth + after,
  );
  const folder = await Deno.makeTempDir();
  await writeLedgerFolder(
    folder,
    synthesizeLedger(spells, {
      lastMonth,
      extractMonth: manifest.extractMonth,
      members: SIZE.members,
      seed: SIZE.seed,
    }),
    manifest,
    "parquet",
  );
  const paymentDelays = new PaymentDelays();
  await checkSpells(folder, () => {}, { paymentDelays });
  return (["en", "id"] as const).flatMap((language) =>
    paymentCompletenessTables(paymentDelays, manifest, language)
  );
}

Deno.test("paymentCompletenessTables() tells how many member-months of a ledger are still to come", async () => {
  const [early, indonesian] = await tablesDrawn(3);
  const [whole] = await tablesDrawn(12);
  assert(whole!.rows.every(({ reading }) => reading === "complete"));
  const open = early!.rows.filter(({ reading }) => reading === "incomplete");
  assert(open.length >= 4 && open.length < 12);
  assertEquals(open.at(-1)!.month, "2019-12");
  const said = { complete: "lengkap", incomplete: "belum lengkap" };
  assertEquals(
    indonesian!.rows,
    early!.rows.map((row) => ({ ...row, reading: said[row.reading as "complete"] })),
  );
  const words = ({ title, columns, notes, source }: typeof early & object) => [
    ...[title, source, ...notes],
    ...columns.flatMap(({ title, unit = "%", group = "%" }) => [title, unit, group]),
  ];
  const english = words(early!);
  assertEquals(
    words(indonesian!).filter((text, i) => text !== "%" && text === english[i]),
    [],
  );
  assertEquals(words(indonesian!).length, english.length);
  const truth = new Map(
    whole!.rows.map(({ month, counted }) => [month, Number(counted)]),
  );
  for (const { month, counted, lower, upper, completed } of early!.rows) {
    const all = truth.get(month!)!;
    const recorded = 100 * Number(counted) / all;
    assert(Number(counted) <= all);
    // A month or two of fifty may lie outside of an interval of 95 %, and not far.
    assert(Number(lower) - 1 <= recorded && recorded <= Number(upper) + 1, `${month}`);
    assert(Math.abs(Number(completed) / all - 1) < 0.05, `${month}`);
  }
  const sum = (rows: typeof open, key: string) =>
    rows.reduce((total, row) => total + Number(row[key]), 0);
  const left = Math.abs(
    sum(open, "completed") - open.reduce((all, { month }) => all + truth.get(month!)!, 0),
  );
  const missing = open.reduce((all, { month }) => all + truth.get(month!)!, 0) -
    sum(open, "counted");
  assert(left < missing / 3, `${left} of ${missing}`);
});

Deno.test("paymentCompletenessTables() says nothing where payments have no dates", async () => {
  const delays = new PaymentDelays();
  delays.add([{ month: lastMonth, paidOn: null, memberMonths: 3, wagesIdr: 9 }]);
  assertEquals(delays.undated, 3);
  const manifest = spellManifestOf(extract.manifest, SIZE);
  assertEquals(paymentCompletenessTables(delays, manifest), []);
  const undated = await exampleJkpFolder({
    "jkp.csv":
      "member_id,claim_id,benefit_month,amount_idr,outcome\nA,K1,2024-03,1500000,\n",
  });
  assertEquals(jkpCompletenessTables(await readJkpRegister(undated)), []);
});

Deno.test("jkpCompletenessTables() finds recipients whose payments come a month late", async () => {
  const rows: string[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let claim = 0; claim < 40; claim++) {
      const paid = month + (claim % 4 === 0 ? 1 : 0);
      if (paid > 12) continue; // not paid before January 2025, when it is drawn
      const two = (value: number) => String(value).padStart(2, "0");
      rows.push(
        `${month} ${claim},2024-${two(month)},2024-${two(month)},2024-${two(paid)}-20,` +
          "1500000,",
      );
    }
  }
  const header = "member_id,claim_month,benefit_month,paid_on,amount_idr,outcome\n";
  const folder = await exampleJkpFolder({ "jkp.csv": header + rows.join("\n") + "\n" });
  const [recipients, claims] = jkpCompletenessTables(await readJkpRegister(folder));
  for (const table of [recipients!, claims!]) {
    const { counted, reported, completed, reading } = table.rows.at(-1)!;
    assertEquals([counted, reported, completed, reading], [30, 75, 40, "incomplete"]);
    assertEquals(table.rows.at(-2)!.reading, "complete");
  }
});
