import { type Figure, figureToTable } from "@jkp/exhibit";
import { terminationStudy } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { figuresOfValuation, fundTerms, mainInputs, rollForward } from "@jkp/valuation";
import { designNames, readScheme } from "@jkp/scheme/read";
import { readValuation } from "@jkp/valuation/read";
import { schemeComparison } from "../schemes/compare_schemes.ts";
import { standardWages } from "../persons/standard_wages.ts";
import { resultFigures } from "./result_exhibits.ts";
import { fundSection } from "./result_sections.ts";
import { valuationInShort } from "./in_short.ts";
import { lawTable } from "./law_table.ts";
import { sensitivityTable } from "./sensitivity_table.ts";
import { valuationDocument } from "./valuation_document.ts";

const comparison = schemeComparison(
  await readValuation("report_2021", { designs: ["jkp_2021", "malaysia"] }),
);
const CONTENT = {
  comparison,
  experience: terminationStudy(await readShippedExtract()),
  sources: [],
};
const document = valuationDocument(CONTENT);
const parts = document.sections.flatMap((part) => [part, ...part.subsections ?? []]);
const tables = [...document.answer, ...parts.flatMap(({ tables }) => tables ?? [])];
const table = (id: string) => tables.find((table) => table.id === id)!;

Deno.test("valuationDocument() has the order of actuarial standards, all ids once", () => {
  assertEquals(document.sections.map(({ id }) => id), [
    "purpose",
    "law",
    "data",
    "experience",
    "assumptions",
    "method",
    "results",
    "indicators",
    "sensitivity",
    "scenarios",
    "how_sure",
    "previous",
    "limits",
  ]);
  const figures = parts.flatMap(({ figures }) => figures ?? []);
  for (const items of [parts, tables, figures]) {
    const ids = items.map(({ id }) => id);
    assertEquals(ids.filter((id, index) => ids.indexOf(id) < index), []);
  }
});

Deno.test("valuationDocument() answers with the rates of each scheme and scenario", () => {
  const { rows } = document.answer[0]!;
  assertEquals(rows.length, comparison.valued.length);
  comparison.valued.forEach(({ valuation, suggestedRate }, index) => {
    const row = rows[index]!;
    const { minimumRate } = valuation.financing.benefit_and_administrative;
    assertEquals(row.suggested, 100 * suggestedRate);
    assertEquals(row.minimum, 100 * minimumRate);
    const closing = rollForward(valuation.years, {
      ...fundTerms(valuation.assumptions),
      contributionRate: Number(row.breakEven) / 100,
    }).at(-1)!.closingIdr;
    const { insurableEarningsIdr } = valuation.years.at(-1)!;
    assertAlmostEquals(closing / insurableEarningsIdr, 0, 1e-12);
    assert(Number(row.breakEven) <= Number(row.breakEvenAlone));
    assert(Number(row.keeping) >= Number(row.suggested) - 1e-9);
  });
});

Deno.test("valuationDocument() shows indicators of the first and the last year", () => {
  const { rows } = table("indicators_jkp_2021");
  const value = (title: string, year: string) =>
    rows.find((row) => row.indicator === title)![year];
  assertEquals(value("Maximum duration", "2022"), { value: 6, decimals: 1 });
  assertEquals(value("Exhaustion rate", "2022"), null);
  const years = value("Reserve ratio: years of expenses", "2030") as { value: number };
  assertAlmostEquals(years.value, 2, 1e-9); // what the suggested rate ends with
  const takeUp = rows.find((row) => row.indicator === "Take-up")!;
  assertEquals(takeUp["2030"], null);
  assertEquals(takeUp.whyNot, "a valuation takes everybody who is entitled to claim");
});

Deno.test("valuationDocument() moves one assumption at a time from the rates as valued", () => {
  for (const { rules } of comparison.valued) {
    const { rows: [before, ...moved] } = table(`sensitivities_${rules.name}`);
    const { suggestedRate, valuation } = comparison.valued.findLast((each) =>
      each.rules === rules && each.scenarioName === "base"
    )!;
    const { minimumRate } = valuation.financing.benefit_and_administrative;
    assertEquals(before!["suggested/rate"], 100 * suggestedRate);
    assertEquals(before!["minimum/rate"], 100 * minimumRate);
    assertEquals(before!["suggested/difference"], 0);
    assertEquals(moved.length, 24);
    assertEquals(moved[0]!.moved, "−1 point");
    for (const row of moved) {
      const rate = Number(row["suggested/rate"]);
      const difference = Number(row["suggested/difference"]);
      assertAlmostEquals(rate, 100 * suggestedRate + difference, 1e-12);
    }
  }
});

Deno.test("valuationDocument() notes movements that cannot be", () => {
  const [jkp] = comparison.rulesInTime;
  const base = mainInputs(comparison);
  const all = { ...base, scenario: { ...base.scenario, involuntaryShare: 0.95 } };
  const { rows, notes } = sensitivityTable(jkp!, all, "an example");
  const moved = rows.filter(({ assumption }) => /involuntary/.test(`${assumption}`));
  const [half, less, more, twice] = moved.map((row) => row["suggested/difference"]);
  assert(Number(half) < Number(less) && Number(less) < 0);
  assertEquals([more, twice], [null, null]);
  const because = "involuntary share: a fraction from 0 to 1 is wanted, got";
  assertEquals(notes.slice(1), [
    `Terminations that count as involuntary, +10 % of its value: ${because} 1.045.`,
    `Terminations that count as involuntary, +100 % of its value: ${because} 1.9.`,
  ]);
});

Deno.test("valuationDocument() shows the law by month with what is open", () => {
  const { rows } = table("law_jkp_2021");
  const benefit = rows.find(({ section }) => section === "Benefit")!;
  assertEquals(benefit.from, "2021-02");
  assertEquals(
    benefit.rule,
    "45 % for 3 months, 25 % for 3 months",
  );
  assertEquals(
    rows.find(({ section }) => section === "Minimum benefit")!.rule,
    "none",
  );
});

Deno.test("lawTable() says every rule of every design in words, not in keys", async () => {
  const schemes = await Promise.all((await designNames()).map(readScheme));
  const rules = schemes.flatMap((scheme) =>
    lawTable(scheme).rows.map(({ rule }) => String(rule))
  );
  assert(rules.length > 400);
  const isOfKeys = /_|undefined|null|NaN|\[object|[a-z][A-Z]|\b(kind|index|of none)\b/;
  assertEquals(rules.filter((rule) => isOfKeys.test(rule)), []);
  // One spelling of the death benefit, as in all tables.
  assertEquals(rules.filter((rule) => rule.includes("JKM")), []);
  const of = (name: string, section: string) =>
    lawTable(schemes.find((scheme) => scheme.name === name)!).rows
      .filter((row) => row.section === section).map(({ rule }) => rule);
  assertEquals(of("jkp_2025", "Qualifying"), [
    "12 months of contribution; in 24 months; 6 of them in a row",
    "12 months of contribution; in 24 months",
  ]);
  assertEquals(of("korea", "Severance"), [
    "delays the benefit; where it is above 100,000,000; by 3 months",
  ]);
});

Deno.test("valuationDocument() shows what standard persons are paid, in rupiah and ringgit", () => {
  const { rows } = table("standard_persons_jkp_2021");
  assertEquals(rows.map(({ month4 }) => month4).slice(0, 6), Array(6).fill(25));
  const malaysian = table("standard_persons_malaysia");
  assertEquals(malaysian.rows[0]!.perMonth, 3224);
  assertEquals(malaysian.rows[0]!.month1, 80);
});

Deno.test("valuationDocument() shows what is given and says what is not", () => {
  const wordsOf = (id: string, of = document) =>
    of.sections.find((section) => section.id === id)!.paragraphs!.join(" ");
  assertEquals(wordsOf("previous"), "No previous valuation is named.");
  assert(wordsOf("data").includes("No check of member-level records"));
  assert(wordsOf("limits").includes("synthetic"));
  const previous = { ...table("choices"), id: "before" };
  const given = valuationDocument({ ...CONTENT, previous, quality: [previous] });
  assertEquals(wordsOf("previous", given), "");
  const without = valuationDocument({ ...CONTENT, previous: "No comparison." });
  assertEquals(wordsOf("previous", without), "No comparison.");
  assertEquals(wordsOf("data", given).includes("No check"), false);
});

Deno.test("valuationDocument() gives the reasons when no scheme can be valued", () => {
  const leftOut = [{ rules: comparison.valued[0]!.rules, reason: "too dear" }];
  const none = { ...comparison, valued: [], leftOut };
  assertThrows(
    () => valuationDocument({ ...CONTENT, comparison: none }),
    RangeError,
    "got jkp_2021: too dear",
  );
});

Deno.test("valuationDocument() of JKP as it is shows its fund, its levels and what years rest on", async () => {
  const { sections } = valuationDocument({
    ...CONTENT,
    comparison: schemeComparison(await readValuation("jkp_2026")),
  });
  const found = (id: string) =>
    sections.flatMap(({ tables = [] }) => tables).find((each) => each.id === id)!;
  assertEquals(
    sections.find(({ id }) => id === "running_fund")!.tables!.map(({ id }) => id),
    [
      "cost_beside_rate",
      "rates_and_fund",
      "paid_rate_affords",
      "shock_multiples",
      "stress_reserve",
    ],
  );
  const [base, , , early, ilo] = found("rates_and_fund").rows;
  assertAlmostEquals(Number(base!.alone), 0.1372, 0.00005);
  assertEquals(Number(early!.alone).toFixed(3), "0.186");
  assert(Number(base!.withFund) < 0 && Number(ilo!.withFund) > 1);
  const levels = found("stated_levels").rows;
  assertEquals(levels.length, 11);
  for (const { name, basis } of levels) {
    assert(/(printed|inferred|assumed): /.test(String(basis)), String(name));
  }
  // A valuation of 2026 gives its own reasons, and draws no single bar.
  const shown = JSON.stringify(
    ["method", "scenarios"].map((part) => sections.find(({ id }) => id === part)),
  );
  assertEquals(/the report|ILO \(2021\)|schemes_rates/i.exec(shown)?.[0], undefined);
  const later = found("later_facts").rows;
  assert(later.some(({ printed }) => printed === "88 519"));
  assert(later.every(({ published }) => String(published) > "2025-12-31"));
  const years = found("paths_base").rows.map(({ basis }) => String(basis));
  assert(years[0]!.startsWith("forecast") && years.at(-1) === "assumption: all");
});

Deno.test("valuationInShort() says how long the fund lasts, and in which scenarios", async () => {
  const fundOf = async (...of: Parameters<typeof readValuation>) =>
    valuationInShort(schemeComparison(await readValuation(...of)), false)[2];
  assertEquals(
    await fundOf("jkp_2026"),
    "In the base scenario the law's own rate, 0.36 % of wages, is more than what is " +
      "needed; at 0.36 % the fund lasts to the end of the projection in the base " +
      "scenario, and so in pessimistic, optimistic and early 2025; in ILO basis the fund " +
      "is overdrawn in 2028.",
  );
  assertEquals(
    await fundOf("report_2021"),
    "The law names no rate of its own; at 1.00 % the fund is overdrawn in 2024 in the " +
      "base scenario; in pessimistic the fund is overdrawn in 2022; in optimistic the " +
      "fund lasts to the end of the projection.",
  );
  assertEquals(
    await fundOf("report_2021", { scenarios: ["pessimistic"] }),
    "The law names no rate of its own; at 1.00 % the fund is overdrawn in 2022 in the " +
      "pessimistic scenario.",
  );
});

Deno.test("fundSection() draws cost beside the rate paid, and the fund at that rate", async () => {
  const running = schemeComparison(await readValuation("jkp_2026"));
  const [{ figures = [] }] = fundSection(running, "an example") as [
    ReturnType<typeof fundSection>[number],
  ];
  const [cost, fund] = figures;
  const scenarios = ["Base", "Pessimistic", "Optimistic", "Early 2025", "ILO basis"];
  const lines = ({ series }: Figure) =>
    series.filter(({ isInTableOnly }) => !isInTableOnly).map(({ name }) => name);
  assertEquals(lines(cost!), [...scenarios.slice(0, 4), "Paid"]);
  // Who reads the table alone sees the scenario that the figure has no room for.
  const { columns, rows } = figureToTable(cost!);
  assertEquals(columns.slice(1).map(({ title }) => title), [...scenarios, "Paid"]);
  assertEquals(Number(rows[0]!.y5).toFixed(2), "1.31");
  assertEquals(cost!.notes, ["ILO basis, above the figure: 1.30 to 1.35."]);
  const drawn = resultFigures(running.valued, "an example");
  assertEquals(drawn.map((each) => [lines(each).length, each.notes[0]]), [
    [4, "ILO basis, above the figure: 2.00 to 2.04."],
    [4, "ILO basis, above the figure: 1.30 to 1.35."],
    [5, drawn[2]!.notes[0]],
  ]);
  assertEquals(drawn.map(({ series }) => series.length), [5, 5, 5]);
  assertEquals(cost!.series.at(-1)!.y, Array.from({ length: 10 }, () => 0.36));
  assertEquals(fund!.series.map(({ y }) => y.at(-1)!.toFixed(1)), [
    ...["58.0", "36.3", "67.3", "51.9", "-89.8"],
  ]);
  // A rate in place of the law's is no more paid than another.
  const terms = { trialContributionRate: 0.005, trialIsOverLaw: true as const };
  const tried = schemeComparison({
    ...running.basis,
    scenarios: running.basis.scenarios.map((each) => ({
      ...each,
      terms: { ...each.terms, ...terms },
    })),
  });
  const [{ title, figures: [instead] = [] }] = fundSection(tried, "an example") as [
    ReturnType<typeof fundSection>[number],
  ];
  assertEquals(title, "The fund and the rate that is tried");
  const { years: [, inYear] } = tried.valued[0]!.valuation;
  assertEquals(
    figuresOfValuation(tried, tried.valued[0]!, inYear!.year).notes?.fundIdr,
    "fund at the rate that is tried",
  );
  assertEquals(
    instead!.title,
    "PAYG cost rate, benefits and administration, beside the 0.5 % tried",
  );
  assertEquals(instead!.series.at(-1)!.name, "Tried");
  // The wage that is stated, said to be stated; unemployment moves nothing in the base.
  const [inputs] = running.inputs;
  const { notes } = standardWages("IDR", inputs!);
  assertEquals(
    notes[0],
    "Mean wage: members, as stated in the valuation file, under no ceiling, 2025.",
  );
  const sensitivities = sensitivityTable(running.rulesInTime[0]!, inputs!, "an example");
  assertEquals(
    sensitivities.notes[1],
    "National unemployment in every year: no rate depends on it under this basis.",
  );
});
