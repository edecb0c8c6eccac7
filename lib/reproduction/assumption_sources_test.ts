import { REPORT_SCENARIOS } from "@jkp/economy";
import { loadPublished } from "@jkp/published/read";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { reportFormulas } from "./document/report_formulas.ts";
import { findingChains } from "./finding_chain/finding_chain.ts";
import { buildLedger, selectItems } from "./registry.ts";
import { computeResults } from "./results.ts";

const results = await computeResults(await readValuation("report_2021"));
const published = await loadPublished();
const ledger = buildLedger(selectItems(["3.4", "3.7"]), results, published);

/** Sources by the name in formulas, of the sheet of assumptions. */
const SHEET = new Map(
  reportFormulas(results, ledger)[0]!.rows.flatMap((row) => {
    const words = row.map((cell) => String(cell?.value ?? ""));
    const [key, source] = [words.at(-3)!, words.at(-1)!];
    return key === "" || row.length < 5 ? [] : [[key, source] as const];
  }),
);

Deno.test("reportFormulas() gives each assumption to change its own source", () => {
  const of = (key: string) => SHEET.get(key)!;
  const live = [
    ...["involuntaryShare", "paidShare", "eligibleShare", "benefitRate"],
    ...["maximumDurationMonths", "waitingPeriodDays", "administrationRate"],
    ...["terminationRatePerMonth", "referenceUnemploymentRate", "openingFund"],
    ...["memberGrowthBeforeBaseYear", "reserveMultiple", "trialContributionRate"],
  ];
  assertEquals(live.filter((key) => !(of(key)?.length > 10)), []);
  for (const { source } of Object.values(results.scenarios)) {
    assertEquals(live.filter((key) => of(key).includes(source)), []);
  }
  assertEquals(of("reserveMultiple"), "ILO (2021), section 3.2.6");
  assertStringIncludes(of("trialContributionRate"), "Tables E2, 3.3 and 3.7");
  assertStringIncludes(
    of("involuntaryShare"),
    "Base: printed: ILO (2021), section 3.2.2",
  );
  assertEquals(of("referenceUnemploymentRate"), "printed: ILO (2021), section 3.2.3");
});

Deno.test("reportFormulas() says that the administration in force is not the printed one", () => {
  const { pessimistic } = results.valuations;
  assertEquals(pessimistic.assumptions.administrationRate, 0.005);
  const source = SHEET.get("administrationRate")!;
  const [words] = source.split("; Base:");
  assertStringIncludes(words!, "Pessimistic: inferred: ILO (2021), Table 3.7");
  assertStringIncludes(words!, "in place of 0.40 %");
  assertEquals(source.split("in place of").length, 2);
});

Deno.test("findingChains() puts what the report prints beside each assumption", () => {
  const chains = findingChains(results, ledger, published);
  const of = (scenario: string, name: string) =>
    chains.find((chain) => chain.scenario === scenario)!.scalars.rows
      .find((row) => row.name === name)!;
  assertEquals(
    REPORT_SCENARIOS.map((name) => of(name, "Administration").printed),
    ["≠\u00a00.40 (Table 3.4)", "0.25 (Table 3.4)", "0.20 (Table 3.4)"],
  );
  assertEquals(
    of("base", "Still without work after 6 months").printed,
    "81 (section 1.2.3); ≠\u00a080 (section 3.2.2)",
  );
  const reserve = of("base", "Reserve wanted at the end");
  assertEquals([reserve.printed, reserve.source], [
    "2 (section 3.2.6)",
    SHEET.get("reserveMultiple"),
  ]);
  for (const { scalars } of chains) {
    assert(scalars.notes.join().includes("≠"));
    const isShared = new Set(scalars.rows.map(({ source }) => source)).size < 12;
    assertEquals(isShared, false, scalars.title);
  }
});

Deno.test("Table 3.4 notes the administration that rates are computed with", () => {
  const [item] = selectItems(["3.4"]);
  const rows = ledger.filter((row) => row.item === "table_3_4");
  const { notes, rows: shown } = item!.table!(results, rows);
  const [, ...own] = notes;
  assertEquals(own.length, 1);
  assertStringIncludes(own[0]!, "states administration of 0.40 %");
  assertStringIncludes(own[0]!, "computed with 0.50 %");
  assertEquals(shown.filter(({ stub }) => /_|undefined/.test(String(stub))), []);
  assertEquals(shown[0]!.stub, "Unemployment rate, 2020");
});
