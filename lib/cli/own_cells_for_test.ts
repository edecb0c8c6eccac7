/** A cell as a newcomer writes it, with what it shows or how it is refused. */
export type OwnCell =
  & { readonly source: string }
  & ({
    /** A part of what is shown, as text. */
    readonly shows: string;
  } | {
    /** The sentence by which it is refused, or its beginning. */
    readonly refusedWith: string;
  });

/** Seventeen cells of one notebook, run in order; wrong ones among them. */
export const OWN_CELLS: readonly OwnCell[] = [
  {
    source: `import { show } from "@jkp/notebook";
import { reportAssumptions, readValuation } from "@jkp/valuation/read";
import { runValuation, valueAssumptions } from "@jkp/valuation";
const assumptions = await reportAssumptions("base");
await show(100 * assumptions.terminationRatePerMonth);`,
    shows: "1.0753978572",
  },
  {
    source: `await show(valueAssumptions(assumptions));`,
    shows: "Suggested rate, %                  1.04                          1.35",
  },
  {
    source: `await show(valueAssumptions({ ...assumptions, involuntryShare: 0.6 }));`,
    refusedWith:
      "DataError: assumptions: involuntryShare: expected no such key, got 0.6 " +
      "(did you mean involuntaryShare?)",
  },
  {
    source: `await show(valueAssumptions({ ...assumptions, eligibleShare: 1.5 }));`,
    refusedWith:
      "DataError: assumptions: eligibleShare: expected a fraction from 0 to 1, " +
      "got 1.5",
  },
  {
    source: `const valuation = readValuation("report_2021");
await show(runValuation(valuation, { benefitRate: 0.6 }));`,
    refusedWith:
      "RangeError: Cannot run a valuation: a valuation, as readValuation reads " +
      "it, is wanted, got a promise (is an await missing?)",
  },
  {
    source:
      `await show(runValuation(await readValuation("report_2021"), { benefitRate: 0.6 }));`,
    shows: "proposed_2021   base          longest              1.56",
  },
  {
    source:
      `await show(runValuation(await readValuation("report_2021"), { benefitRate: 60 }));`,
    refusedWith: "RangeError: Cannot set benefitRate: a fraction above 0, up to 1 is " +
      "wanted, got 60 (did you mean 0.6?)",
  },
  {
    source: `await show(assumptions.survival);`,
    shows: "% still without an end",
  },
  {
    source: `await show(assumptions.unemploymentRate);`,
    shows: "2021   0.07800",
  },
  {
    source: `import { kaplanMeier } from "@jkp/survival";
await show(kaplanMeier([6, 6, 7], [1, 1, 0]));`,
    refusedWith: "RangeError: Cannot estimate survival: columns as { durations, " +
      "eventObserved } is wanted, got a list of 3",
  },
  {
    source:
      `await show(kaplanMeier({ durations: [6, 6, 7], eventObserved: [true, true, false] }));`,
    shows: "6                                   33",
  },
  {
    source: `import pl from "nodejs-polars";
const frame = pl.DataFrame({ durations: [6, 6, 7], eventObserved: [true, true, false] });
await show(kaplanMeier(frame));`,
    shows: "6                                   33",
  },
  {
    source: `const { scenarios, roles, schemes } = await readValuation("report_2021");
const own = { ...scenarios[roles.indexOf("base")].scenario, name: "own" };
const designs = [{ ...schemes[0], name: "mine" }];
await show(runValuation(await readValuation("report_2021", { scenarios: [own], designs })));`,
    shows: "mine",
  },
  {
    source:
      `await show(pl.DataFrame({ day: [new Date("2021-02-22")], in_force: [true], rate: [0.46] }));`,
    shows: "2021-02-22   yes        0.4600",
  },
  {
    source: `const { DataFrame } = await import("danfojs-node");
await show(new DataFrame([[2021, 1.35]], { columns: ["year", "rate"] }));`,
    shows: "2021   1.350",
  },
  {
    source:
      `await show({ title: "Mine", series: [{ name: "rate", x: [2021, 2022], y: [1, 1.35] }] });`,
    shows: "2022   1.35",
  },
  {
    source: `await show(valueAssumptions);`,
    refusedWith: "RangeError: Cannot show this: a number, a text, a list, a record, a " +
      "frame, a table, a figure, a valuation or a survival curve is wanted, got the " +
      "function valueAssumptions",
  },
];
