/**
 * Formulas of the workbooks, computed by LibreOffice: with false values in the file they
 * must come to the program's, and a changed assumption must move them as it moves those.
 * All workbooks go through one call.
 *
 * @module
 */

import { REPORT_SCENARIOS } from "@jkp/economy";
import { type WorkbookSheet, workbookWithContents } from "@jkp/exhibit";
import { terminationStudy } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import { liveSheets, schemeComparison, valuationDocument } from "@jkp/study";
import {
  runValuation,
  type SchemeValuation,
  type Valuation,
  type ValuationAssumptions,
  type ValuationBasis,
  type ValuationRun,
  valueAssumptions,
} from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Cell, readXlsx } from "hucre/xlsx";
import { recalculated, spreadsheetTest } from "../spreadsheet_for_test.ts";
import { reproduced } from "./reproduced_for_test.ts";
import { valueCommand } from "./value.ts";

/** The same but for the order of sums. */
const TOLERANCE = 1e-9;

/** Values of formulas, by sheet and cell. */
type Values = Map<string, number | string>;

/** A workbook, and what its formulas have to come to. */
interface Case {
  readonly bytes: Uint8Array;
  readonly wanted: Values;
}

const HEAD = { title: "", subject: "", data: "", lead: "" };
const report = await readValuation("report_2021");
const base = valuationOf(runValuation(report), "base");
const experience = terminationStudy(await readShippedExtract());

/** Assumptions of the base scenario that are changed: the cell, and what it makes of them. */
const CHANGES: Readonly<
  Record<string, {
    readonly change: (sheets: readonly WorkbookSheet[]) => readonly WorkbookSheet[];
    readonly valuation: Valuation;
  }>
> = {
  involuntaryShare: named("involuntaryShare", 0.6),
  benefitRate: named("benefitRate", 0.45),
  administrationRate: named("administrationRate", 0.004),
  reserveMultiple: named("reserveMultiple", 1),
  waitingPeriodDays: named("waitingPeriodDays", 40),
  maximumDurationMonths: named("maximumDurationMonths", 9),
  unemployment: {
    change: byYear("Unemployment rate", 2024, 0.09),
    valuation: changedPath("unemploymentRate", 2024, 0.09),
  },
  return: {
    change: byYear("Return on the fund", 2023, 0.09),
    valuation: changedPath("investmentReturn", 2023, 0.09),
  },
  survival: {
    change: (sheets) =>
      changed(sheets, "Survival", (row) => row[0]?.value === 3, (cell) => {
        assertEquals(cell.look, "input");
        return cell.look === "input";
      }, 0.87),
    valuation: valueAssumptions({
      ...base.assumptions,
      survival: {
        ...base.assumptions.survival,
        points: base.assumptions.survival.points.map((point) =>
          point.time === 3 ? { ...point, survival: 0.87 } : point
        ),
      },
    }),
  },
};

/** Every choice that the readings do not take, and members who age. */
const OTHER_CHOICES = {
  ...base.assumptions,
  waitingPeriodDays: 45,
  initialCapitalIdr: 1e12,
  involuntaryShare: 0.4,
  terminationRelativity: aged(0.99),
  entitledRelativity: aged(1.01),
  choices: {
    ...base.assumptions.choices,
    coveredUnemploymentRate: "implied_of_scenario",
    unemploymentShape: "midyear_linear",
    levelShape: "midyear_linear",
    terminationRate: "each_year_as_printed",
    contributors: "members_less_beneficiaries",
    referenceEarnings: "before_claim",
    waitingPeriod: "shortens_payments",
    firstPayments: "new_claims_only",
    fundFlows: "year_start",
  },
} satisfies ValuationAssumptions;

/** All workbooks, computed: made by the first test that asks. */
let computed: Promise<ReadonlyMap<string, { wanted: Values; got: Values }>> | undefined;

async function compute() {
  const cases = new Map<string, Case>([
    ["report", await shippedCase()],
    ["jkp_2026", await caseOf(await readValuation("jkp_2026"))],
    ...await Promise.all(
      ["jkp_2025", "japan", "viet_nam"].map(async (design) =>
        [design, await caseOf(await readBase(design))] as const
      ),
    ),
    ["other_choices", await caseFrom([valueAssumptions(OTHER_CHOICES)])],
  ]);
  const { bytes } = cases.get("report")!;
  cases.set("nobody", { bytes: withoutLayoffs(bytes), wanted: new Map() });
  for (const [name, { change, valuation }] of Object.entries(CHANGES)) {
    const bytes = await written(change(sheetsOf([base])));
    const { wanted } = await caseFrom([valuation]);
    cases.set(name, {
      bytes,
      wanted: new Map([...wanted].filter(([at]) => follows(at))),
    });
  }
  const saved = await recalculated(
    new Map([...cases].map(([name, { bytes }]) => [name, falsified(bytes)])),
  );
  const results = new Map<string, { wanted: Values; got: Values }>();
  for (const [name, { wanted }] of cases) {
    results.set(name, { wanted, got: await formulasOf(saved.get(name)!) });
  }
  return results;
}

for (
  const [name, words] of [
    ["report", "of the report, with its differences to what is printed,"],
    ["jkp_2026", "of JKP's valuation"],
    ["jkp_2025", "of rules that change, for running claims too,"],
    ["japan", "of limits in another currency, and of allowances to who finds work,"],
    ["viet_nam", "of a duration that the law leaves open, at both its ends,"],
    ["other_choices", "of the choices that no reading takes"],
  ] as const
) {
  spreadsheetTest(`formulas ${words} come to the program's values`, async () => {
    const { wanted, got } = (await (computed ??= compute())).get(name)!;
    assert(wanted.size > 2000, `${wanted.size} formulas`);
    assertEquals(different(wanted, got), []);
  });
}

for (const name of Object.keys(CHANGES)) {
  spreadsheetTest(
    `a changed ${name} moves months, years and rates as the program's`,
    async () => {
      const { wanted, got } = (await (computed ??= compute())).get(name)!;
      assert(wanted.size > 2000, `${wanted.size} formulas`);
      assertEquals(different(wanted, got), []);
      const { suggestedRate } = base.financing.benefit_and_administrative;
      const rate = [...got].find(([at]) => at.startsWith("Assumptions!"))![1];
      assert(Math.abs(Number(rate) - suggestedRate) > 1e-5, `${rate}: not moved`);
    },
  );
}

spreadsheetTest("formulas of nobody who is paid, nor cost, hold no error", async () => {
  const { got } = (await (computed ??= compute())).get("nobody")!;
  const texts = [...got].filter(([, value]) => typeof value === "string");
  assertEquals(texts.filter(([, value]) => String(value).startsWith("#")), []);
  const refused = texts.filter(([at]) => at.startsWith("Assumptions!"));
  assertEquals(
    refused.map(([, value]) => value),
    Array(3).fill("nobody who leaves is paid"),
  );
  await assertRejects(
    () => valueCommand(["--set", "involuntaryShare=0"], () => {}),
    Error,
    "nobody who leaves is paid",
  );
});

Deno.test("a paid share that follows from no share of layoffs is grey, and says why", async () => {
  const rows = async (design: string) => {
    const [sheet] = shippedSheets(await readBase(design));
    const { length } = sheet!.rows[4]!;
    return ["involuntaryShare", "paidShare"].map((key) => {
      const row = sheet!.rows.find((each) => each[length - 3]?.value === key)!;
      const { value, look, formula } = row[2]!;
      return [value, look, formula, row[length - 2]!.value];
    });
  };
  const law = "the design: which of them it covers";
  assertEquals(await rows("jkp_2021"), [
    [0.5, "input", undefined, "--set involuntaryShare="],
    [0.5, undefined, "involuntaryShare_base", law],
  ]);
  const why =
    "--set involuntaryShare=; not live: not only those laid off are paid, and " +
    "who leaves decides what is and how long";
  assertEquals(await rows("thailand"), [
    [0.5, "fixed", undefined, why],
    [1, "fixed", undefined, law],
  ]);
});

/** What an input moves, whatever the program found before. */
function follows(at: string): boolean {
  return /^(Assumptions|By year|Survival|Monthly base|Yearly base)!/.test(at);
}

/** The workbook that `reproduce` writes. */
async function shippedCase(): Promise<Case> {
  const { folder } = await reproduced();
  const bytes = await Deno.readFile(`${folder}/workbook.xlsx`);
  return { bytes, wanted: await formulasOf(bytes) };
}

/** The sheets of formulas that `value` writes. */
async function caseOf(basis: ValuationBasis): Promise<Case> {
  return await caseWith(shippedSheets(basis));
}

async function caseFrom(valuations: readonly Valuation[]): Promise<Case> {
  return await caseWith(sheetsOf(valuations));
}

async function caseWith(sheets: readonly WorkbookSheet[]): Promise<Case> {
  return { bytes: await written(sheets), wanted: valuesIn(sheets) };
}

function readBase(design: string): Promise<ValuationBasis> {
  return readValuation("report_2021", { designs: [design], scenarios: ["base"] });
}

function shippedSheets(basis: ValuationBasis): readonly WorkbookSheet[] {
  const comparison = schemeComparison(basis);
  return valuationDocument({ comparison, experience, sources: [] }).sheets!;
}

function sheetsOf(valuations: readonly Valuation[]): readonly WorkbookSheet[] {
  return liveSheets(valuations.map((valuation) => {
    const { scenarioName } = valuation.assumptions;
    return { name: scenarioName, title: scenarioName, valuation };
  }));
}

function written(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return workbookWithContents(HEAD, sheets);
}

/** The same workbook whose formulas hold a false value. */
function falsified(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith("xl/worksheets/sheet")) continue;
    const text = strFromU8(part);
    parts[name] = strToU8(text.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1<v>12345</v>"));
  }
  return zipSync(parts, { level: 1 });
}

/** The report's workbook with no layoffs and no administration typed into its cells. */
function withoutLayoffs(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = strFromU8(parts["xl/workbook.xml"]!);
  // The second sheet, after the contents.
  const sheet = "xl/worksheets/sheet2.xml";
  let text = strFromU8(parts[sheet]!);
  for (
    const [, column, row] of names.matchAll(
      /name="(?:involuntaryShare|administrationRate)_\w+">[^<]*\$([A-Z]+)\$(\d+)/g,
    )
  ) {
    const cell = new RegExp(`(<c r="${column}${row}"[^>]*><v>)[^<]+`);
    assert(cell.test(text), `${column}${row}`);
    text = text.replace(cell, (_, start) => `${start}0`);
  }
  parts[sheet] = strToU8(text);
  return zipSync(parts, { level: 1 });
}

/** Values that the formulas of sheets hold, before they are a file. */
function valuesIn(sheets: readonly WorkbookSheet[]): Values {
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, r) =>
        row.flatMap((cell, c) =>
          cell?.formula === undefined
            ? []
            : [[`${name}!${r},${c}`, cell.value ?? ""] as const]
        )
      )
    ),
  );
}

/** Values that a workbook's formulas hold. */
async function formulasOf(bytes: Uint8Array): Promise<Values> {
  const values: Values = new Map();
  for (
    const { name, cells = new Map<string, Cell>() } of (await readXlsx(bytes)).sheets
  ) {
    for (const [place, cell] of cells) {
      if (cell.formula !== undefined) values.set(`${name}!${place}`, valueOf(cell));
    }
  }
  return values;
}

function valueOf({ formulaResult, value }: Cell): number | string {
  const held = formulaResult ?? value ?? "";
  return typeof held === "number" ? held : String(held);
}

/** Cells that are not as wanted, the first few. */
function different(wanted: Values, got: Values): string[] {
  return [...wanted].flatMap(([at, value]) => {
    const found = got.get(at) ?? "";
    const isClose = typeof value === "number" && typeof found === "number"
      ? Math.abs(value - found) <= TOLERANCE * Math.max(1e-3, Math.abs(value))
      : value === found;
    return isClose ? [] : [`${at}: ${value} is wanted, got ${found}`];
  }).slice(0, 5);
}

function valuationOf(
  run: ValuationRun,
  role: typeof REPORT_SCENARIOS[number],
): Valuation {
  const isOfRole = ({ scenarioName }: SchemeValuation) => scenarioName === role;
  return run.valued.find(isOfRole)!.valuation;
}

/** A value that `value --set` knows, in its named cell. */
function named(
  key: keyof NonNullable<Parameters<typeof runValuation>[1]>,
  value: number,
): typeof CHANGES[string] {
  return {
    change: (sheets) => {
      const address = sheets[0]!.cellNames![`${key}_base`]!;
      const [, , row] = /^\$([A-Z]+)\$(\d+)$/.exec(address)!;
      const line = sheets[0]!.rows[Number(row) - 1]!;
      return changed(sheets, "Assumptions", (each) => each === line, ({ look }) => {
        assertEquals(look, "input");
        return true;
      }, value);
    },
    valuation: valuationOf(runValuation(report, { [key]: value }), "base"),
  };
}

/** A year's value of a path in the sheet of years. */
function byYear(heading: string, year: number, value: number) {
  return (sheets: readonly WorkbookSheet[]) => {
    const { rows } = sheets.find(({ name }) => name === "By year")!;
    const column = rows[3]!.findIndex((cell) => String(cell?.value).startsWith(heading));
    return changed(
      sheets,
      "By year",
      (row) => row[0]?.value === year,
      (cell, place) => place === column && cell.look === "input",
      value,
    );
  };
}

/** Sheets with another value in the one cell that is asked for. */
function changed(
  sheets: readonly WorkbookSheet[],
  sheet: string,
  isRow: (row: WorkbookSheet["rows"][number]) => boolean,
  isCell: (
    cell: NonNullable<WorkbookSheet["rows"][number][number]>,
    place: number,
  ) => boolean,
  value: number,
): readonly WorkbookSheet[] {
  let count = 0;
  const made = sheets.map((each) =>
    each.name !== sheet ? each : {
      ...each,
      rows: each.rows.map((row) =>
        !isRow(row) ? row : row.map((cell, place) => {
          if (cell === null || typeof cell.value !== "number" || place === 0) return cell;
          if (count > 0 || !isCell(cell, place)) return cell;
          count++;
          return { ...cell, value };
        })
      ),
    }
  );
  assertEquals(count, 1, `cells changed in ${sheet}`);
  return made;
}

/** The base scenario with another value of a path in a year. */
function changedPath(
  key: "unemploymentRate" | "investmentReturn",
  year: number,
  value: number,
): Valuation {
  const { firstYear, values } = base.assumptions[key];
  return valueAssumptions({
    ...base.assumptions,
    [key]: {
      firstYear,
      values: values.map((each, i) => firstYear + i === year ? value : each),
    },
  });
}

/** A ratio that moves by the same factor each year from the base year on. */
function aged(factor: number): ValuationAssumptions["members"] {
  const { firstYear, values } = base.assumptions.members;
  return { firstYear, values: values.map((_, i) => factor ** i) };
}
