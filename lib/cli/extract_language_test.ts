import { cell, parseTable } from "@jkp/files";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { extractCheckCommand } from "./extract_check.ts";
import { runHere } from "./run_for_test.ts";

const BROKEN = "data/extracts/broken_example";

const COLUMNS = {
  rule: ["rule", cell.text],
  severity: ["severity", cell.text],
  row: ["row", cell.orEmpty(cell.text)],
  column: ["column", cell.orEmpty(cell.text)],
  value: ["value", cell.orEmpty(cell.text)],
  expected: ["expected", cell.text],
} as const;

/** What a check of the shipped file of mistakes says, and the findings that it writes. */
async function check(language: "en" | "id" | undefined) {
  const out = await Deno.makeTempDir();
  const { code, stdout, stderr } = await runHere(
    (args, print) => extractCheckCommand(args, print, undefined, 160, "id"),
    ...[BROKEN, "--out", out, ...(language === undefined ? [] : ["--lang", language])],
  );
  const file = `${out}/findings.csv`;
  const findings = parseTable(file, await Deno.readTextFile(file), COLUMNS);
  const summary = await Deno.readTextFile(`${out}/summary.md`);
  const say = (text: string) => text.replaceAll(out, "OUT");
  return {
    code,
    stdout: say(stdout),
    stderr: say(stderr),
    findings: findings.map(({ row }) => row),
    summary: say(summary),
  };
}

Deno.test("extract check --lang id finds what it finds in English, and says what was expected", async () => {
  const [english, indonesian] = [await check("en"), await check("id")];
  assertEquals([indonesian.code, english.code], [1, 1]);
  const places = ({ findings }: typeof english) =>
    findings.map(({ expected: _, value, ...place }) => ({
      ...place,
      value: value?.replace(/^(\d+) (cells|sel)$/, "$1"),
    }));
  assertEquals(places(indonesian), places(english));
  assert(indonesian.findings.length > 10);
  const expected = ({ findings }: typeof english) =>
    findings.map((finding) => finding.expected);
  const same = expected(indonesian).filter((said, i) => said === expected(english)[i]);
  assertEquals(same, []);
  for (
    const sentence of [
      "14 kesalahan, 2 peringatan. 20 dari 38 aturan terpenuhi.",
      "peserta.csv, baris 10, Jenis Kelamin: diharapkan salah satu dari L, P, didapati X",
      "diharapkan bulan sampai Desember 2019, bulan terakhir ekstrak, didapati 06-2020",
      "diharapkan Rp100.000 sampai Rp500.000.000 sebulan, didapati 950.000.000,00",
      "baris 21, Upah: diharapkan bilangan, didapati kosong",
      "findings.csv menyebut peserta: jangan sampai keluar.",
      "Sumber: data/extracts/broken_example: 23 baris, 15 peserta",
    ]
  ) assertStringIncludes(indonesian.stdout, sentence);
  assertStringIncludes(
    indonesian.summary,
    "| Setiap baris adalah satu catatan | gagal |",
  );
  assertEquals(/\b(rows?|not checked|expected|got|none)\b/.exec(indonesian.stdout), null);
});

Deno.test("extract check says what it writes: in English, whatever the terminal's locale", async () => {
  const [unsaid, english] = [await check(undefined), await check("en")];
  assertEquals(unsaid, english);
  assertStringIncludes(english.stdout, "14 errors, 2 warnings. 20 of 38 rules are kept.");
});
