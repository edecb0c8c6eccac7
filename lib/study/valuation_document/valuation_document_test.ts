import { terminationStudy } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fundTerms, rollForward } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { schemeComparison } from "../schemes/compare_schemes.ts";
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
    "sensitivity",
    "scenarios",
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

Deno.test("valuationDocument() changes one thing at a time from the rate as valued", () => {
  const { rows } = table("sensitivities");
  const [before] = rows;
  for (const { rules } of comparison.valued) {
    const valued = comparison.valued.findLast((each) =>
      each.rules === rules && each.scenarioName === "base"
    )!;
    assertEquals(before![`${rules.name}/rate`], 100 * valued.suggestedRate);
    assertEquals(before![`${rules.name}/difference`], 0);
    for (const row of rows.slice(1)) {
      assert(Number(row[`${rules.name}/difference`]) > 0, String(row.change));
    }
  }
  // What ends with a reserve of two years' expenses pays 0.1 points more and reserves them.
  const administration = rows.find(({ change }) =>
    /^Administration/.test(String(change))
  );
  const difference = Number(administration!["jkp_2021/difference"]);
  const { years } = comparison.valued
    .find(({ scenarioName }) => scenarioName === "base")!.valuation;
  // One rupiah of earnings of each year, with its return to the end of the last.
  const values = years.map(({ insurableEarningsIdr }, index) =>
    years.slice(index + 1).reduce(
      (value, { investmentReturn }) => value * (1 + investmentReturn),
      insurableEarningsIdr,
    )
  );
  const all = values.reduce((sum, value) => sum + value, 0);
  const reserve = 2 * years.at(-1)!.insurableEarningsIdr;
  assertAlmostEquals(difference, 0.1 * (all + reserve) / all, 1e-9);
});

Deno.test("valuationDocument() shows the law by month with what is open", () => {
  const { rows } = table("law_jkp_2021");
  const benefit = rows.find(({ section }) => section === "Benefit")!;
  assertEquals(benefit.from, "2021-02");
  assertEquals(
    benefit.rule,
    "kind tapered; rates 0.45, then 0.45, then 0.45, then 0.25, then 0.25, then 0.25",
  );
  assertEquals(
    rows.find(({ section }) => section === "Minimum benefit")!.rule,
    "none",
  );
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
