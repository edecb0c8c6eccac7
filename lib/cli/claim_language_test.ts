import { monthOf, parseMonth } from "@jkp/month";
import { wordsOf } from "@jkp/language";
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { claimCommand } from "./claim.ts";
import { runHere, runTask } from "./run_for_test.ts";
import { localeLanguage } from "./screen.ts";

/** Wide enough that no sentence is broken. */
const WIDE = 160;

/** What the command prints, on a terminal of a language. */
async function claim(
  args: readonly string[],
  screenLanguage: "en" | "id" = "en",
): Promise<string> {
  const { code, stdout, stderr } = await runHere(
    (args, print) => claimCommand(args, print, undefined, WIDE, screenLanguage),
    ...args,
  );
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}

/** The months of a year in Indonesian, as a pattern has them. */
const MONTHS = Array.from(
  { length: 12 },
  (_, i) => wordsOf("id").month(monthOf(2020, i + 1)).split(" ")[0],
).join("|");

/** The amounts and months of an English text, in the order in which they stand. */
const englishNumbers = (text: string) =>
  (text.match(/\b\d{4}-\d{2}\b|\b\d{1,3}(,\d{3})+\b/g) ?? []).map((said) => {
    const month = parseMonth(said);
    return month === undefined ? said.replaceAll(",", "") : wordsOf("id").month(month);
  });

/** Those of an Indonesian text. */
const indonesianNumbers = (text: string) =>
  (text.match(new RegExp(`\\b(${MONTHS}) 20\\d{2}\\b|\\d{1,3}(\\.\\d{3})+\\b`, "g")) ??
    [])
    .map((said) => said.replaceAll(".", ""));

Deno.test("claim --lang id has the numbers and months of the English, in Indonesian words", async () => {
  const cases: [string, string, string[]][] = [
    ["under_reported", "jkp_2021", [
      "ketentuan Desember 2022: berhak, semua syarat terpenuhi",
      "Jaminan Kehilangan Pekerjaan (JKP), 2021",
      "masa iur 12 bulan dalam 24 bulan terakhir",
      "manfaat atas upah acuan Rp4.000.000 sebulan",
      "Seluruhnya Rp8.400.000. Jika pekerjaan didapat sebelum itu, sisanya hilang.",
      "siapa yang membayar",
      "Klaim berikutnya: mulai Juni 2028, jika manfaat setiap bulan diambil dan sesudah " +
      "itu iuran dibayar tanpa putus sampai PHK.",
    ]],
    ["across_reform_2025", "jkp_2025", [
      "Manfaat mulai Februari 2025: menurut besaran baru sejak bulan itu",
      "Tidak ditetapkan oleh sumber: klaim berjalan: ",
    ]],
    ["footnote_19", "jkp_2021", [
      "tidak berhak, syarat yang tidak terpenuhi: jarak antarklaim",
      "60 bulan sejak manfaat terakhir",
      "3 bulan sejak April 2022",
    ]],
  ];
  for (const [history, design, sentences] of cases) {
    const args = [history, "--design", design];
    const english = await claim(args);
    const indonesian = await claim([...args, "--lang", "id"]);
    // Sources of the law are as their designs have them.
    assertEquals(indonesianNumbers(indonesian), englishNumbers(english), history);
    assert(indonesianNumbers(indonesian).length > 2);
    for (const sentence of sentences) assertStringIncludes(indonesian, sentence);
    assertEquals(await claim([...args, "--lang", "en"]), english);
  }
});

Deno.test("claim --lang id leaves no sentence of ours in English, in one table or several", async () => {
  const all = ["jkp_2021", "jkp_2025", "proposed_2021", "thailand", "malaysia"];
  const designs = all.map((name) => ["--design", name]);
  for (const history of ["four_contracts", "four_months_in_arrears", "not_enrolled"]) {
    for (const each of [...designs, designs.flat()]) {
      const text = await claim([history, ...each, "--lang", "id"]);
      assertEquals(
        /\b(Rule|Wanted|Got|Note|Source|every rule|Next claim|eligible|IDR)\b/
          .exec(text),
        null,
        history,
      );
    }
  }
});

Deno.test("claim on a terminal of Indonesian speaks it, and writes and --json as everywhere", async () => {
  const history = ["under_reported"];
  assertStringIncludes(await claim(history, "id"), "siapa yang membayar");
  assertStringIncludes(await claim([...history, "--lang", "en"], "id"), "who pays");
  const json = await claim([...history, "--json"]);
  assertEquals(await claim([...history, "--json"], "id"), json);
  assertNotEquals(await claim([...history, "--json", "--lang", "id"]), json);

  const folder = await Deno.makeTempDir();
  const members = [
    "data/claims/members/contributions.csv",
    ...["--terminations", "data/claims/members/terminations.csv"],
    ...["--earlier-claims", "data/claims/members/earlier_claims.csv"],
  ];
  const written = async (language: "en" | "id") => {
    const file = `${folder}/${language}.csv`;
    const said = await claim([...members, "--out", file], language);
    return { said, bytes: await Deno.readTextFile(file) };
  };
  const [english, indonesian] = [await written("en"), await written("id")];
  assertEquals(indonesian.bytes, english.bytes);
  assertStringIncludes(english.said, "6 rows written to");
  assertStringIncludes(indonesian.said, "6 baris ditulis ke");
});

Deno.test("claim into a pipe says the same bytes under any locale", async () => {
  const { stdout } = await runTask("claim", "footnote_19");
  const task = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "claim", "footnote_19"],
    env: { NO_COLOR: "1", LC_ALL: "id_ID.UTF-8", LANG: "id_ID.UTF-8" },
  }).output();
  assertEquals(new TextDecoder().decode(task.stdout), stdout);
});

Deno.test("claim refuses a language that it does not speak", async () => {
  const { code, stderr } = await runHere(claimCommand, "footnote_19", "--lang", "jv");
  assertEquals(code, 2);
  assertStringIncludes(stderr, "--lang wants en or id, got jv");
});

Deno.test("localeLanguage() takes the first variable that is set, and knows two languages", () => {
  const said = (variables: Readonly<Record<string, string>>) =>
    localeLanguage((name) => variables[name]);
  assertEquals(said({ LANG: "id_ID.UTF-8" }), "id");
  assertEquals(said({ LANG: "id" }), "id");
  assertEquals(said({ LC_ALL: "en_GB.UTF-8", LANG: "id_ID.UTF-8" }), "en");
  assertEquals(said({ LC_ALL: "", LC_MESSAGES: "id_ID", LANG: "C" }), "id");
  for (const locale of ["", "C", "POSIX", "ido_XX", "jv_ID.UTF-8"]) {
    assertEquals(said({ LANG: locale }), "en", locale);
  }
  assertEquals(said({}), "en");
});
