import {
  FAN_PROBABILITIES,
  fundFan,
  pathDrawer,
  paygFan,
  quantileOf,
  rateDistributions,
  simulateCosts,
} from "@jkp/uncertainty";
import { readProcess } from "@jkp/uncertainty/read";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { type RangeAnswer, rangeAnswerer } from "./answer_ranges.ts";
import { readExplorerData } from "./read_explorer_data.ts";
import { filedView, type ViewColumn } from "./view.ts";
import { viewFiles } from "./view_files.ts";
import { type ColumnRange, type NoRange, rangeOf } from "./view_range.ts";

const DATA = await readExplorerData();
const [REPORT, JKP] = DATA.valuations as [
  typeof DATA.valuations[number],
  typeof DATA.valuations[number],
];

/** The range, of a column that has one. */
function known(range: ColumnRange | NoRange | undefined): ColumnRange {
  if (range !== undefined && !("reason" in range)) return range;
  throw new Error(range?.reason ?? "no column");
}

Deno.test("rangeOf() as filed is what the command uncertainty gives from the same draws", async () => {
  for (const valuation of DATA.valuations) {
    const { name } = valuation.file;
    const run = runValuation(await readValuation(name));
    const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
    const pathOf = pathDrawer(await readProcess(name), kernel.asAssumed, 7);
    const costs = simulateCosts(kernel, pathOf, { from: 0, to: 120 });
    const { suggested, breakEven } = rateDistributions(costs);
    const quantiles = (of: typeof suggested) =>
      Object.fromEntries(FAN_PROBABILITIES.map((at) => [at, quantileOf(of, at).value]));
    const { columns } = filedView(DATA, name);
    const question = { valuation, columns, paths: 120, seed: 7 };
    assertEquals(rangeOf({ ...question, trialRate: null }), [{
      paths: 120,
      seed: 7,
      suggestedRate: quantiles(suggested),
      breakEvenRate: quantiles(breakEven),
      paygCostRate: paygFan(costs),
      fundIdr: fundFan(costs, costs.trialContributionRate),
      trialRate: name === "jkp_2026" ? 0.0036 : 0.01,
    }]);
    const [tried] = rangeOf({ ...question, trialRate: 0.004 });
    assertEquals(known(tried).fundIdr, fundFan(costs, 0.004));
  }
});

Deno.test("rangeOf() of a column is what the command uncertainty gives of its file", async () => {
  const folder = await Deno.makeTempDir();
  const view = {
    ...filedView(DATA, "report_2021"),
    columns: [{
      design: "thailand",
      role: "pessimistic",
      changes: { involuntaryShare: 0.4, maximumDurationMonths: 8 },
    }],
    trialRate: 0.012,
  };
  const [file] = viewFiles(DATA, view);
  const path = join(folder, file!.name);
  await Deno.writeTextFile(path, file!.text);
  const run = runValuation(await readValuation(path));
  const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
  const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
  const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
  const [range] = rangeOf({ ...view, valuation: REPORT, paths: 50 });
  assertEquals(known(range).paygCostRate, paygFan(costs));
  assertEquals(known(range).fundIdr, fundFan(costs, costs.trialContributionRate));
});

Deno.test("rangeOf() draws all columns in common, with what each changes", () => {
  const [column] = filedView(DATA, "jkp_2026").columns;
  const moved = (changes: ViewColumn["changes"]): ViewColumn => ({ ...column!, changes });
  const question = { valuation: JKP, trialRate: null, paths: 60 };
  const [filed, halved, wanted, other] = rangeOf({
    ...question,
    columns: [
      column!,
      // Benefits in proportion: half of them on every path.
      moved({ benefitRate: 0.3, administrationRate: 0 }),
      moved({ reserveMultiple: 3, administrationRate: 0 }),
      { ...column!, role: "pessimistic" },
    ],
  }).map(known);
  const [without] = rangeOf({ ...question, columns: [moved({ administrationRate: 0 })] })
    .map(known);
  for (const at of FAN_PROBABILITIES) {
    without!.paygCostRate.quantiles[at]!.forEach((rate, i) => {
      assertAlmostEquals(halved!.paygCostRate.quantiles[at]![i]! / rate, 0.5, 1e-9);
      assert(filed!.paygCostRate.quantiles[at]![i]! > rate);
    });
    assert(wanted!.suggestedRate[at]! >= without!.suggestedRate[at]!);
    assert(other!.suggestedRate[at]! >= filed!.suggestedRate[at]!);
  }
  assertEquals(wanted!.paygCostRate, without!.paygCostRate);
  assertEquals(rangeOf({ ...question, columns: [column!] }), [filed]);
});

Deno.test("rangeOf() says why a column has no range, and gives those of the others", () => {
  const [column] = filedView(DATA, "report_2021").columns;
  const [none, range] = rangeOf({
    valuation: REPORT,
    columns: [
      { ...column!, changes: { terminationRatePerMonth: 0.99, involuntaryShare: 1 } },
      column!,
    ],
    trialRate: null,
    paths: 16,
  });
  assert(none !== undefined && "reason" in none && none.reason !== "");
  assert(known(range).suggestedRate[0.95]! > known(range).suggestedRate[0.05]!);
});

Deno.test("rangeAnswerer() answers each column, and from memory what was drawn before", async () => {
  const answers: RangeAnswer[] = [];
  let rests = 0;
  const answer = rangeAnswerer((each) => answers.push(each), () => {
    rests++;
    return Promise.resolve();
  });
  const view = filedView(DATA, "jkp_2026");
  await assertRejects(() => answer({ id: 0, view }), RangeError, "is wanted first");
  await answer({ data: DATA });
  const columns = [...view.columns, { ...view.columns[0]!, design: "jkp_2021" }];
  await answer({ id: 1, view: { ...view, columns }, paths: 100 });
  assertEquals(answers.map(({ id, column }) => [id, column]), [[1, 0], [1, 1]]);
  assertEquals(
    answers.map(({ range }) => range),
    rangeOf({ valuation: JKP, columns, trialRate: null, paths: 100 }),
  );
  const before = rests;
  await answer({ id: 2, view: { ...view, columns, trialRate: 0.005 }, paths: 100 });
  assertEquals(rests - before, 2); // nothing was drawn
  assertEquals(
    answers.slice(2).map(({ range }) => known(range).trialRate),
    [0.005, 0.005],
  );
  const wrong = { ...view, columns: [{ ...view.columns[0]!, role: "bse" }] };
  await answer({ id: 3, view: wrong });
  assert("reason" in answers.at(-1)!.range);
});

Deno.test("rangeAnswerer() ends its work on a view when a newer one comes", async () => {
  const answers: RangeAnswer[] = [];
  const answer = rangeAnswerer((each) => answers.push(each));
  await answer({ data: DATA });
  const view = filedView(DATA, "jkp_2026");
  const older = answer({ id: 1, view, paths: 100_000 });
  await answer({ id: 2, view, paths: 50 });
  await older;
  assertEquals(answers.map(({ id }) => id), [2]);
});

Deno.test("the worker's script answers as rangeOf() does", async () => {
  const worker = new Worker(workerUrl(), { type: "module" });
  try {
    const view = filedView(DATA, "jkp_2026");
    const answered = new Promise<RangeAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(event.message);
    });
    worker.postMessage({ data: DATA });
    worker.postMessage({ id: 5, view, paths: 50 });
    const [range] = rangeOf({
      valuation: JKP,
      columns: view.columns,
      trialRate: null,
      paths: 50,
    });
    assertEquals(await answered, { id: 5, column: 0, range: range! });
  } finally {
    worker.terminate();
  }
});

/** A script that does what a page's does in a worker. */
function workerUrl(): string {
  const module = import.meta.resolve("./range_worker.ts");
  const script = `import { answerPage } from "${module}"; answerPage();`;
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
