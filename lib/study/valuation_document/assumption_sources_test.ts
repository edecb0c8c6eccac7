import { runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { assumptionSources } from "./assumption_sources.ts";
import { assumptionsTable } from "./assumptions_table.ts";
import { setInFile } from "./set_in_file.ts";

const BASIS = await readValuation("report_2021");

Deno.test("assumptionSources() says of an assumption that was set that it was", () => {
  const run = runValuation(BASIS, { administrationRate: 0.003 });
  const { administrationRate, benefitRate } = assumptionSources(run.valued, run);
  assertEquals(
    administrationRate,
    "set by name, in the valuation file or the command",
  );
  assertEquals(benefitRate, "ILO (2021), Table 3.1");
  const rows = assumptionsTable(run.valued, run).rows;
  assertEquals(
    rows.find(({ name }) => name === "Administration")!.source,
    administrationRate,
  );
});

Deno.test("assumptionSources() has the source of what the file sets, unless it is set again", () => {
  const file = {
    ...BASIS.file,
    changes: { administrationRate: 0.003, benefitRate: 0.6 },
    sources: { ...BASIS.file.sources, changes: "A wish" },
  };
  const run = runValuation({ ...BASIS, file }, { benefitRate: 0.7 });
  const { administrationRate, benefitRate } = assumptionSources(run.valued, run);
  assertEquals(administrationRate, "set in the valuation file: A wish");
  assertEquals(benefitRate, "set by name, in the valuation file or the command");
  assertEquals(setInFile(run), [
    "The file sets by name, whatever experience, scenario and law say: " +
    "administrationRate 0.003 (A wish).",
  ]);
});

Deno.test("assumptionSources() names one administration where the stated one is in force", () => {
  const scenarios = BASIS.scenarios.map((inputs) => ({
    ...inputs,
    choices: { ...inputs.choices, administration: "stated" as const },
  }));
  const run = runValuation({ ...BASIS, scenarios });
  assertEquals(
    assumptionSources(run.valued, run).administrationRate,
    "Pessimistic: printed: ILO (2021), section 3.5.1 and Table 3.4; " +
      "Base: printed: ILO (2021), section 3.2.4; " +
      "Optimistic: printed: ILO (2021), section 3.5.2 and Table 3.4",
  );
});

Deno.test("assumptionSources() knows the sources of a scheme that runs, part by part", async () => {
  const run = runValuation(await readValuation("jkp_2026"));
  const of = assumptionSources(run.valued, run);
  assertStringIncludes(of.benefitRate, "GR 6/2025, article 21(1)");
  assertStringIncludes(of.waitingPeriodDays, "Waiting period: not regulated");
  assertStringIncludes(of.trialContributionRate, "GR 6/2025, article 11(1-5)");
  assertEquals(
    of.openingFund,
    "BPJS-TK, fund of March 2025, brought forward to the valuation date: jkp_2026.md",
  );
  assertEquals(of.reserveMultiple, "Own assumption");
  assertEquals(
    of.members,
    "DJSN, members of JKP to April 2025; after it own assumptions, jkp_2026.md",
  );
});

Deno.test("assumptionSources() has of each stated level what the file says of it, by scenario", async () => {
  const basis = await readValuation("jkp_2026");
  const run = runValuation(basis);
  const { eligibleShare, survival } = assumptionSources(run.valued, run);
  assertEquals(
    eligibleShare,
    "Base, Pessimistic, Optimistic, Early 2025: inferred: recipients over registered " +
      "layoffs, 2024; ILO basis: assumed: ILO (2021), section 3.2.2",
  );
  assertEquals(
    survival,
    "printed: ILO (2021), section 3.2.2, to 24 months; after them assumed, and nobody is paid",
  );
  const { survival: points, basis: _, ...experience } = basis.file.content.experience!;
  const file = {
    ...basis.file,
    content: {
      ...basis.file.content,
      experience: {
        ...experience,
        source: "A letter",
        roles: { ilo_basis: { survival: points } },
      },
    },
  };
  const sources = assumptionSources(run.valued, { ...run, basis: { ...basis, file } });
  assertEquals(sources.eligibleShare, "A letter");
  assertStringIncludes(
    sources.survival,
    "Base, Pessimistic, Optimistic, Early 2025: synth",
  );
  assertStringIncludes(sources.survival, "ILO basis: A letter");
});
