import { formatManifest, parseManifest, parseSpellManifest } from "./manifest.ts";
import type { SpellManifest, StatisticsManifest } from "./extract_manifest.ts";
import { monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";

const COMMON = {
  name: "example",
  provider: "nobody",
  extractMonth: monthOf(2020, 1),
  firstMonth: monthOf(2016, 1),
  lastMonth: monthOf(2019, 12),
  synthetic: true,
  method: "Made by hand,\nin two lines.\n",
} as const;

const FILES = ["active.csv", "withdrawals.csv", "service.csv", "inactive.csv"];
const STATISTICS: StatisticsManifest = {
  ...COMMON,
  form: "statistics",
  sha256: Object.fromEntries(FILES.map((file) => [file, "0".repeat(64)])),
};
const SPELLS: SpellManifest = {
  ...COMMON,
  form: "spells",
  seed: 7,
  wageGrowthPerYear: 0.075,
  files: ["spells.csv"],
  sha256: { "spells.csv": "a".repeat(64) },
};

const LEDGER: SpellManifest = {
  ...SPELLS,
  form: "ledger",
  files: ["iuran/**/*.parquet"],
  tables: { members: ["peserta.csv"], claims: ["klaim.csv"] },
  ledger: { gapMonths: 2, employers: "main", repeats: "once" },
};

/** What is wrong with a text, read as either form. */
function problemsOf(toml: string, form: SpellManifest["form"] | "statistics"): string[] {
  const parse = form === "statistics" ? parseManifest : parseSpellManifest;
  const error = assertThrows(() => parse("extract.toml", toml), DataError);
  return error.message.replaceAll("extract.toml: ", "").split("\n");
}

Deno.test("formatManifest() writes what is read back, in every form", () => {
  assertEquals(parseManifest("a", formatManifest(STATISTICS)), STATISTICS);
  assertEquals(parseSpellManifest("a", formatManifest(SPELLS)), SPELLS);
  assertEquals(parseSpellManifest("a", formatManifest(LEDGER)), LEDGER);
});

Deno.test("parseSpellManifest() adds wages and takes no gaps where a ledger says nothing", () => {
  const { ledger: _, tables: __, ...bare } = LEDGER;
  const expected = { ...bare, ledger: { gapMonths: 0, employers: "sum" } } as const;
  assertEquals(parseSpellManifest("a", formatManifest(bare)), expected);
});

Deno.test("parseSpellManifest() refuses what is no rule of a ledger, and rules of spells", () => {
  const text = formatManifest(LEDGER);
  const wrong = text.replace("gap_months = 2", "gap_months = 25")
    .replace('employers = "main"', 'employers = "first"')
    .replace('repeats = "once"', 'repeats = "twice"')
    .replace("claims =", "claim =");
  assertEquals(problemsOf(wrong, "spells"), [
    "ledger.gap_months: expected a whole number of months from 0 to 24, got 25",
    'ledger.employers: expected "sum" or "main", got "first"',
    'ledger.repeats: expected "add" or "once", got "twice"',
    "tables.claim: expected no such key, got a list (did you mean claims?)",
  ]);
  assertEquals(problemsOf(text.replace('"ledger"', '"spells"'), "spells"), [
    'form: expected form = "ledger" where there is a section [ledger], got spells',
  ]);
});

Deno.test("parseSpellManifest() wants a register of JKP claims alone to have its table alone", () => {
  const { ledger: _, files: __, ...both } = { ...LEDGER, form: "jkp" } as const;
  const alone = { ...both, tables: { jkp: ["klaim_jkp.csv"] } };
  assertEquals(parseSpellManifest("a", formatManifest(alone)), alone);
  const joined = formatManifest({ ...LEDGER, form: "jkp" });
  const nothing = 'expected nothing, where form = "jkp": a register of JKP claims alone';
  assertEquals(problemsOf(joined, "spells"), [
    'form: expected form = "ledger" where there is a section [ledger], got jkp',
    'tables.jkp: expected files of a register of JKP claims, such as ["klaim_jkp.csv"], ' +
    "got nothing",
    ...["files", "tables.members", "tables.claims"]
      .map((place) => `${place}: ${nothing}, got a list`),
  ]);
});

Deno.test("parseSpellManifest() takes no growth and no checksums where nothing is said", () => {
  const { files: _, seed: __, ...bare } = SPELLS;
  const text = formatManifest({ ...bare, sha256: {} })
    .replace("wage_growth_per_year = 0.075\n", "");
  const expected = { ...bare, wageGrowthPerYear: 0, sha256: {} };
  assertEquals(parseSpellManifest("a", text), expected);
});

for (const manifest of [STATISTICS, SPELLS]) {
  const { form } = manifest;
  const wanted = form === "spells" ? '"spells", "ledger" or "jkp"' : `"${form}"`;
  const changed = (change: Partial<typeof manifest>) =>
    problemsOf(formatManifest({ ...manifest, ...change } as typeof manifest), form);

  Deno.test(`a manifest of ${form} is refused when drawn before its window`, () => {
    assertEquals(changed({ extractMonth: monthOf(2015, 12) }), [
      "extract_month: expected a month from 2019-12, last_month, on, got 2015-12",
    ]);
    assertEquals(changed({ extractMonth: monthOf(2019, 11) }), [
      "extract_month: expected a month from 2019-12, last_month, on, got 2019-11",
    ]);
  });

  Deno.test(`a manifest of ${form} is refused when its window ends before it begins`, () => {
    assertEquals(changed({ lastMonth: monthOf(2015, 12) }), [
      "last_month: expected a month from 2016-01, first_month, on, got 2015-12",
    ]);
    const both = { lastMonth: monthOf(2015, 2), extractMonth: monthOf(2015, 3) };
    assertEquals(changed(both), [
      "last_month: expected a month from 2016-01, first_month, on, got 2015-02",
      "extract_month: expected a month from 2016-01, first_month, on, got 2015-03",
    ]);
  });

  Deno.test(`a manifest of ${form} keeps from where contributions are known`, () => {
    const history = { ...manifest, historyFrom: monthOf(2015, 3) };
    const parse = form === "statistics" ? parseManifest : parseSpellManifest;
    assertEquals(parse("a", formatManifest(history)) as typeof manifest, history);
    assertEquals(changed({ historyFrom: monthOf(2016, 2) }), [
      "history_from: expected a month up to 2016-01, first_month, got 2016-02",
    ]);
  });

  Deno.test(`a manifest of ${form} is refused when its window is of another age`, () => {
    assertEquals(changed({ firstMonth: monthOf(1, 5) }), [
      'first_month: expected a month from 1900-01 to 2100-12, got "0001-05"',
    ]);
  });

  Deno.test(`a manifest of ${form} that is empty names every key, with an example`, () => {
    const texts = problemsOf("", form);
    assertEquals(texts.slice(0, 5), [
      'name: expected a text such as "jht_2024", got nothing',
      'provider: expected a text such as "BPJS Ketenagakerjaan", got nothing',
      'extract_month: expected a month as YYYY-MM, such as "2024-01", got nothing',
      'first_month: expected a month as YYYY-MM, such as "2020-01", got nothing',
      'last_month: expected a month as YYYY-MM, such as "2023-12", got nothing',
    ]);
    assert(texts.every((text) => !text.includes("a value")), texts.join("\n"));
    assertStringIncludes(texts.join("\n"), `form: expected ${wanted}, got nothing`);
    assertEquals(
      problemsOf('name = ""', form)[0],
      'name: expected a text such as "jht_2024", got ""',
    );
  });

  Deno.test(`a manifest of ${form} names every value when several are wrong`, () => {
    const text = formatManifest(manifest)
      .replace('"2016-01"', "2016")
      .replace('"2020-01"', '"2019-11"')
      .replace(`form = "${form}"`, 'form = "diary"')
      .replace("synthetic = true", "colour = 3");
    assertEquals(problemsOf(text, form), [
      'first_month: expected a month as YYYY-MM, such as "2020-01", got 2016',
      `form: expected ${wanted}, got "diary"`,
      "synthetic: expected true if the rows are made up, or false if they were recorded, " +
      "got nothing",
      "colour: expected no such key, got 3",
      "extract_month: expected a month from 2019-12, last_month, on, got 2019-11",
    ]);
  });
}
