import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { SUMMARY_FILE } from "./valuation_document.ts";
import { valueCommand } from "./value.ts";
import { runHere } from "./run_for_test.ts";

/** What `value` writes of the report's valuation, in the base scenario. */
async function value(...args: readonly string[]) {
  const out = await Deno.makeTempDir();
  const { code, stdout, stderr } = await runHere(
    (args, print) => valueCommand(args, print, undefined, 100),
    ...["--valuation", "report_2021", "--out", out, ...args],
  );
  assertEquals([code, stderr], [0, ""]);
  return { out, stdout };
}

const read = (folder: string, path: string) => Deno.readTextFileSync(`${folder}/${path}`);

/** The numbers of a CSV file, in their order. */
const numbersOf = (csv: string) =>
  csv.split(/[,\r\n]+/).filter((cell) => /^[-\d.e]+$/.test(cell));

Deno.test("value --lang id writes a summary with the document's numbers, and the document as it was", async () => {
  const [english, indonesian] = [await value(), await value("--lang", "id")];
  for (const name of ["report.html", "tables/contribution_rates.md"]) {
    assertEquals(read(indonesian.out, name), read(english.out, name), name);
  }
  const names = [...Deno.readDirSync(`${indonesian.out}/ringkasan`)]
    .map(({ name }) => name).filter((name) => name.endsWith(".csv")).sort();
  assertEquals(names, [
    "contribution_rates.csv",
    "projection_proposed_2021_base.csv",
    "projection_proposed_2021_optimistic.csv",
    "projection_proposed_2021_pessimistic.csv",
    "who_is_covered.csv",
  ]);
  for (const name of names.slice(0, -1)) {
    const said = numbersOf(read(indonesian.out, `ringkasan/${name}`));
    assertEquals(said, numbersOf(read(english.out, `tables/${name}`)), name);
    assert(said.length > 10);
  }
  const covered = numbersOf(read(indonesian.out, "ringkasan/who_is_covered.csv"));
  const all = new Set(numbersOf(read(english.out, "tables/schemes_valued.csv")));
  assertEquals(covered.filter((number) => !all.has(number)), []);

  const page = read(indonesian.out, SUMMARY_FILE);
  for (
    const part of [
      '<html lang="id">',
      "Dalam skenario dasar iuran tetap 1,35 persen dari upah yang dikenai iuran",
      "Tingkat iuran dari upah yang dikenai iuran",
      "Siapa yang dilindungi",
      "Program asuransi pengangguran yang diusulkan, dinilai oleh ILO pada 2021",
      "Rancangan yang diusulkan, 2021",
      "Data sintetis",
      '<td class="number">1,35</td>',
    ]
  ) assertStringIncludes(page, part);
  assertEquals(
    />[^<]*\b(Contents|Note|Source|Scenario|Base|Members|Synthetic data|rate)\b[^<]*</
      .exec(page.replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, "")),
    null,
  );
  assertStringIncludes(indonesian.stdout, "Pesimistis");
  assertStringIncludes(indonesian.stdout, `Buka ${indonesian.out}/${SUMMARY_FILE}.`);
  assertStringIncludes(english.stdout, "Open ");
});

Deno.test("value refuses --lang id where no summary is written", async () => {
  const named = ["--valuation", "report_2021"];
  for (
    const [args, said] of [
      [[], "--lang id wants --valuation NAME: "],
      [[...named, "--json"], "--lang id wants --valuation NAME, and no --json: "],
      [[...named, "--full"], "--lang id wants --valuation NAME, and no --full: "],
    ] as const
  ) {
    const { code, stderr } = await runHere(valueCommand, ...args, "--lang", "id");
    assertEquals(code, 2);
    assertStringIncludes(stderr, said);
  }
});
