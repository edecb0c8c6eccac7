import { monthOf } from "@jkp/month";
import { publishedValue } from "@jkp/published";
import { loadPublished } from "@jkp/published/read";
import { contributionRate } from "@jkp/entitlement";
import { rulesAt, toFraction } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { schemeComparison } from "@jkp/study";
import { readValuation, readValuationFile } from "@jkp/valuation/read";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { usualAskedRates } from "./asked_rates.ts";
import { documentUncertainty } from "./document_uncertainty.ts";

/** How sure designs of the report's valuation are, on few paths. */
async function economyOf(
  designs: readonly string[],
  options: Partial<Parameters<typeof documentUncertainty>[1]> = {},
) {
  const basis = await readValuation("report_2021", { designs, scenarios: ["base"] });
  const comparison = schemeComparison(basis);
  const { economy } = await documentUncertainty(comparison, {
    madeBy: { task: "value", valuation: "report_2021" },
    paths: 16,
    ...options,
  });
  if (typeof economy === "string") throw new Error(economy);
  return economy;
}

Deno.test("documentUncertainty() notes what cannot be simulated, and simulates the rest", async () => {
  const designs = ["proposed_2021", "thailand", "jkp_2021", "viet_nam", "malaysia"];
  const economy = await economyOf(designs);
  const { exhibits, notes } = economy;
  assertEquals(exhibits.inWords.length, 4);
  assertStringIncludes(notes.join(" "), "Of 5 schemes the first 4 are simulated here");
  assertStringIncludes(
    notes.join(" "),
    "Of a range of durations the longest is simulated.",
  );
  const stressed = exhibits.movements.tables.find(({ id }) => id === "stress_tests")!;
  assertEquals(new Set(stressed.rows.map(({ scheme }) => scheme)).size, 4);
  // Who resigns is paid in Thailand and in Viet Nam: with more layoffs, all and more would be.
  for (const scheme of ["Thailand", "Viet Nam"]) {
    const left = stressed.notes.filter((note) => note.includes(`left out (${scheme}: `));
    assertStringIncludes(left.join(), "at most all terminations can be paid for");
  }
  // Those that were stressed say what a stress is, whichever scheme stands first.
  const first = await economyOf(["thailand", "proposed_2021"]);
  const { notes: words } = first.exhibits.movements.tables
    .find(({ id }) => id === "stress_tests")!;
  assert(words.some((note) => note.startsWith("2020 again")), words.join("\n"));
});

Deno.test("documentUncertainty() says how to have more paths, unless there are as many", async () => {
  const some = await economyOf(["proposed_2021"]);
  assertStringIncludes(
    some.notes[0]!,
    "deno task value --valuation report_2021 --paths 10000 draws 10,000 paths: standard " +
      "errors are then 25.0 times smaller",
  );
  assert(!some.exhibits.movements.tables.some(({ id }) => id === "variance_parts"));
  const parted = await economyOf(["proposed_2021"], { partsVariance: true });
  assert(parted.exhibits.movements.tables.some(({ id }) => id === "variance_parts"));
});

Deno.test("documentUncertainty() takes a process that is named", async () => {
  const { exhibits, notes } = await economyOf(["proposed_2021"], {
    madeBy: { task: "note", valuation: "own.toml" },
    process: "jkp_2026",
  });
  assertStringIncludes(exhibits.drawn, "16 paths of the process jkp_2026");
  // What it says to type is this document's command, on the same process.
  const onSame = "--valuation own.toml --process jkp_2026";
  assertStringIncludes(notes[0]!, `deno task note ${onSame} --paths 10000 draws`);
  assertStringIncludes(notes[1]!, `deno task uncertainty ${onSame} also writes`);
});

Deno.test("usualAskedRates() are those of the laws and of the report that they name", async () => {
  const ofLaw = async (name: string) =>
    contributionRate(rulesAt(await readScheme(name), monthOf(2026, 1)).financing);
  const { terms } = await readValuationFile("report_2021");
  const printed = publishedValue(await loadPublished(), "text_es", "es_recommended_rate");
  assertEquals(await usualAskedRates(), [
    await ofLaw("jkp_2025"),
    await ofLaw("jkp_2021"),
    terms.trialContributionRate,
    toFraction(printed),
  ]);
});
