import { loadPublishedDocuments } from "@jkp/published/read";
import { monthOf } from "@jkp/month";
import { schemesNotValued } from "./schemes_not_valued.ts";
import { schemesTable } from "./schemes_table.ts";
import { statedClaims } from "@jkp/reproduction";
import { valuedReformFigure, valuedReformTable } from "./valued_reform.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { readValuation, reportInputs } from "@jkp/valuation/read";
import { valueReform, valueSchemes } from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const [JKP, PROPOSED, KOREA, JAPAN] = await Promise.all([
  rulesOf("jkp_2021"),
  rulesOf("proposed_2021"),
  rulesOf("korea"),
  rulesOf("japan"),
]);
const BASE = await reportInputs("base");
const { scenarios: [LAWFUL] } = await readValuation("report_2021", {
  designs: ["jkp_2021"],
  scenarios: ["base"],
});
const BY_LAW = { ...BASE, choices: LAWFUL!.choices };
const REFORM = valueReform(JKP, PROPOSED, BASE);

Deno.test("valueReform() ends at the new rules' rate when all steps are taken", () => {
  const { valued } = valueSchemes([JKP, PROPOSED], [BY_LAW]);
  const rates = REFORM.steps.map(({ valuation }) => valuation.suggestedRate);
  assertAlmostEquals(rates[0]!, valued[0]!.suggestedRate, 1e-14);
  assertAlmostEquals(rates.at(-1)!, valued[1]!.suggestedRate, 1e-12);
});

Deno.test("valuedReformTable() shows what is not valued when sections differ", () => {
  const { rows } = valuedReformTable(REFORM, "a test");
  const notValued = rows.filter(({ rate }) => rate === "not valued");
  assert(notValued.some(({ step }) => step === "repeat claims"));
  const sum = rows.reduce(
    (total, { change }) => total + (typeof change === "number" ? change : 0),
    0,
  );
  const [first, last] = [REFORM.steps[0]!, REFORM.steps.at(-1)!].map(({ valuation }) =>
    100 * valuation.suggestedRate
  );
  assertAlmostEquals(sum, last! - first!, 1e-12);
});

Deno.test("valuedReformFigure() stacks to the higher of the rates before and after", () => {
  const { series, stackValues } = valuedReformFigure(REFORM, "a test");
  REFORM.steps.forEach(({ valuation }, i) => {
    const before = REFORM.steps[Math.max(0, i - 1)]!.valuation;
    const height = series.reduce((sum, { y }) => sum + y[i]!, 0);
    const highest = Math.max(before.suggestedRate, valuation.suggestedRate);
    assertAlmostEquals(height, 100 * highest, 1e-12);
    assertEquals(stackValues![String(series[0]!.x[i])], 100 * valuation.suggestedRate);
  });
});

Deno.test("schemesTable() says which earnings count when schemes are read alike or not", () => {
  const notesOf = (inputs: typeof BASE, ...rules: (typeof JKP)[]) =>
    schemesTable(valueSchemes(rules, [inputs]), "a test").notes
      .filter((note) => note.startsWith("Reference earnings"));
  const alike = "Reference earnings: those before the claim, as laws say";
  const report =
    "Reference earnings: those before each payment, as the report's reading " +
    "has them";
  assertEquals(notesOf(BY_LAW, JKP, PROPOSED), [
    `${alike}. The report's reading of its own design takes those before each payment.`,
  ]);
  assertEquals(notesOf(BASE, PROPOSED), [`${report}.`]);
  assertEquals(notesOf(BASE, JKP, PROPOSED), [
    `${alike}.`,
    `${report}, of ${PROPOSED.title}.`,
  ]);
});

Deno.test("schemesTable() has a row for each end of a range and a note for who is left out", () => {
  const valuations = valueSchemes([JKP, KOREA, JAPAN], [BASE]);
  const { rows, notes } = schemesTable(valuations, "a test");
  assertEquals(rows.map(({ months }) => months), [6, 4, 9]);
  assert(notes.some((note) => note.startsWith("Left out: Japan")));
  const texts = schemesNotValued(valuations, "a test").rows;
  assert(
    texts.some(({ rule, schemes }) =>
      String(rule).startsWith("Coverage") && schemes === "all"
    ),
  );
});

Deno.test("schemesTable() keeps the rates of a scenario that is called as a column is", () => {
  const rates = ["base", "own", "months"].map((name) => {
    const scenario = { ...BASE.scenario, name };
    const valuations = valueSchemes([JKP], [{ ...BASE, scenario }]);
    const { columns, rows } = schemesTable(valuations, "a test", { shown: name });
    assertEquals(new Set(columns.map(({ key }) => key)).size, columns.length);
    return [rows[0]![columns[2]!.key], rows[0]!.own, rows[0]!.months];
  });
  assertEquals(rates, [rates[0], rates[0], rates[0]]);
  assert(Number(rates[0]![0]) > Number(rates[0]![1]));
});

Deno.test("schemesTable() has both ends of Japan when an average wage is known", () => {
  // A round number to test with.
  const data = {
    averageWages: { JPY: { perMonth: 300_000, year: 2019, source: "a test" } },
  };
  const valuations = valueSchemes([JAPAN], [{ ...BASE, data }]);
  const { rows, notes } = schemesTable(valuations, "a test");
  assertEquals(rows.map(({ months }) => months), [3, 11]);
  assert(!notes.some((note) => note.startsWith("Left out")));
  for (const { entitled, contingency, service } of rows) {
    assertAlmostEquals(Number(entitled) + Number(contingency) + Number(service), 100);
  }
});

Deno.test("statedClaims() finds what the review says of a constant benefit", async () => {
  const claims = statedClaims(JKP, PROPOSED, BASE, await loadPublishedDocuments());
  const verdicts = new Map(claims.map(({ source, claim, verdict }) => [
    `${source}: ${claim.split(" ").slice(0, 3).join(" ")}`,
    verdict,
  ]));
  assertEquals(verdicts.get("Section 2.6: A constant 50"), "holds");
  assertEquals(verdicts.get("Section 2.6: The average of"), "holds");
  assertEquals(verdicts.get("Section 2.7: A waiting period"), "holds");
});

Deno.test("statedClaims() takes no invented breaks for a proof that six in a row cost", async () => {
  const documents = await loadPublishedDocuments();
  const verdictWith = (isSynthetic: boolean) => {
    const serviceShares = [{ share: 0.7 }, { share: 0.6, consecutiveMonths: 6 }].map(
      ({ share, ...row }) => ({
        rule: { months: 12, withinMonths: 24, ...row },
        share,
        isSynthetic,
      }),
    );
    const inputs = { ...BASE, data: { serviceShares } };
    return statedClaims(JKP, PROPOSED, inputs, documents)[0]!.verdict;
  };
  assertEquals(verdictWith(true), "invented in synthetic data");
  assertEquals(verdictWith(false), "holds");
});
