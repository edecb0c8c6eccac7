import { monthOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import { conformityBasis } from "../conformity/conformity_basis.ts";
import { conformityOverview, conformityTable } from "../conformity/conformity_tables.ts";
import { employeesTable, schemesCoverageTable } from "./coverage_tables.ts";
import { indonesianEmployees, schemesCoverage } from "./scheme_coverage.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { reportInputs } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const OPEN = await loadOpenStatistics();
const BASIS = conformityBasis(await reportInputs("base"), OPEN);
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 2));
const [JKP, PROPOSED, OPTIONS, SIX_MONTHS, VOLUNTARY, MALAYSIA, VIET_NAM] = await Promise
  .all([
    rulesOf("jkp_2021"),
    rulesOf("proposed_2021"),
    rulesOf("options_2020_base"),
    rulesOf("options_2020_six_months"),
    rulesOf("options_2020_voluntary"),
    rulesOf("malaysia"),
    rulesOf("viet_nam"),
  ]);

Deno.test("schemesCoverage() gives the shares that the papers print", async () => {
  const [jkp, proposed] = schemesCoverage([JKP, PROPOSED], OPEN);
  assertEquals(Math.round(100 * jkp!.share.members!), 23);
  assertEquals(Math.round(100 * proposed!.share.members!), 56);
  const enhanced = await rulesOf("options_2020_construction");
  const [options, withConstruction] = schemesCoverage([OPTIONS, enhanced], OPEN, 2018);
  // ILO (2020), section 3: 19.4, and 8.6 construction workers besides, of 49.2 million.
  assertAlmostEquals(options!.share.members!, 19.4 / 49.2, 1e-3);
  assertAlmostEquals(withConstruction!.share.members!, (19.4 + 8.6) / 49.2, 1e-3);
});

Deno.test("schemesCoverage() knows no members when a scheme is not Indonesia's", () => {
  const [malaysia] = schemesCoverage([MALAYSIA], OPEN);
  assertEquals([malaysia!.share.members, malaysia!.membersAre], [null, null]);
  const [jkp] = schemesCoverage([JKP], OPEN, 2018);
  assertEquals(jkp!.membersAre, null);
});

Deno.test("indonesianEmployees() has groups that fit into all employees", () => {
  for (const year of [2018, 2021]) {
    const { employees, parts } = indonesianEmployees(OPEN, year);
    const most = Object.values(parts).reduce((sum, { highest }) => sum + highest, 0);
    assert(most < employees);
  }
  assertThrows(() => indonesianEmployees(OPEN, 1999), RangeError, "2018, 2021");
});

Deno.test("employeesTable() names a source for every count", () => {
  const { rows } = employeesTable(OPEN);
  assertEquals(rows.length, 10);
  assert(rows.every(({ who, source }) => who !== "" && source !== ""));
});

Deno.test("schemesCoverageTable() joins schemes of the same coverage", () => {
  const schemes = [JKP, OPTIONS, SIX_MONTHS, VOLUNTARY, MALAYSIA];
  const { rows, notes } = schemesCoverageTable(schemesCoverage(schemes, OPEN));
  assertEquals(rows.map(({ title }) => title), [
    JKP.title,
    OPTIONS.title,
    MALAYSIA.title,
  ]);
  assert(
    notes.includes(
      `As ${OPTIONS.title}: six months of benefit; voluntary unemployment covered.`,
    ),
  );
  assertEquals(rows[0]!.uncounted, "employees of micro-enterprises");
  assertEquals(rows[2]!.members, "");
});

Deno.test("conformityOverview() says of each scheme which rules it keeps", () => {
  const schemes = [JKP, PROPOSED, OPTIONS, SIX_MONTHS, VIET_NAM];
  const { rows, columns } = conformityOverview(schemes, BASIS);
  const of = (rule: string) => rows.map((row) => row[rule]);
  assertEquals(of("C102 coverage"), ["no", "yes", "no", "no", "open"]);
  assertEquals(of("C168 coverage"), ["no", "no", "no", "no", "open"]);
  assertEquals(of("C168 duration"), ["yes", "yes", "no", "yes", "open"]);
  assertEquals(of("C102 waiting"), ["yes", "yes", "yes", "yes", "no"]);
  assertEquals(of("C102 limit"), ["no", "yes", "yes", "yes", "open"]);
  assert(columns.slice(1).every(({ unit }) => unit!.startsWith("Article")));
});

Deno.test("conformityTable() names article and verdict, and the share", () => {
  const { rows, source } = conformityTable([JKP, PROPOSED], BASIS);
  assert(rows.every(({ article, verdict }) => article !== "" && verdict !== ""));
  assertEquals(new Set(rows.map(({ scheme }) => scheme)).size, 2);
  const coverage = rows.filter(({ wanted }) => String(wanted).includes("all employees"));
  assertEquals(coverage[0]!.got, "22.7 per cent are registered with JKP");
  assert(source.includes("synthetic"));
  assert(!conformityTable([JKP]).source.includes("synthetic"));
});
