import { filesOf, formatNumber, type Table, tableToText } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import {
  actualAgainstExpected,
  actualExpectedFigures,
  actualExpectedTables,
} from "@jkp/study";
import { formatMonth, monthOf, yearOf } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { FOLDERS, writeOutputs } from "./outputs.ts";
import { inLines } from "./screen.ts";
import { JKP_DESIGN } from "./valuation_options.ts";

/** The `valuation experience` command. */
export const valuationExperienceCommand = command({
  name: "valuation experience",
  summary:
    `Holds a valuation's basis, under the law of JKP, against what JKP did: benefits, cost
      rates, claims and stocks, on the unemployment assumed and on that which was; and takes
      the ratio of benefits apart into factors that multiply to it. Without a name the
      valuation is ${REPORT_VALUATION}.`,
  operand: {
    word: "VALUATION",
    isMany: true,
    names: () => namesIn("valuations"),
  },
  options: {
    out: {
      value: "DIR",
      about: "folder to write tables and figures to",
      defaultWords: "none",
    },
    full: { about: "print also cost rates, claims, factors, and what was not found" },
    json: { about: "print the comparison as JSON" },
  },
}, async ({ operand: names, values: { out, json, full }, width }, print, letGo) => {
  const [name = REPORT_VALUATION] = names;
  if (names.length > 1) {
    throw new UsageError(`one valuation is wanted, got ${names.join(" ")}`);
  }
  const basis = await readValuation(name, { designs: [JKP_DESIGN] });
  const study = actualAgainstExpected(basis);
  const tables = actualExpectedTables(study);
  const lines = [
    `${inLines(answerInWords(study), width)}\n`,
    ...(full ? tables.slice(0, 2) : [inShort(tables[0]!)])
      .map((table) => tableToText(table, { width })),
  ];
  if (out !== undefined) {
    const figures = actualExpectedFigures(study);
    const files = await filesOf(tables, figures, FOLDERS);
    lines.push(`${writeOutputs(out, files)} files written to ${out}/.`);
  }
  if (!full) {
    lines.push(
      inLines(
        "--full adds cost rates, claims, the factors that the ratio is made of, and what " +
          `was not found${out === undefined ? "; --out DIR writes all as files" : ""}.`,
        width,
      ),
    );
  }
  letGo("ffi", "env", "sys", "write");
  print(json ? JSON.stringify(study, monthsInWords, 2) : lines.join("\n"));
});

/** What was paid in the last whole year of which payments are known. */
function answerInWords({ periods }: ReturnType<typeof actualAgainstExpected>): string {
  const year = periods.findLast(({ from, to, known }) =>
    from === monthOf(yearOf(from), 1) && to === from + 11 &&
    known.benefitsIdr !== undefined
  );
  const { from, known, onAssumed } = year ?? {};
  if (from === undefined || !known?.benefitsIdr || onAssumed?.benefitRatio == null) {
    return "Payments of no whole year are known.";
  }
  const billion = (idr: number, decimals: number) => formatNumber(idr / 1e9, decimals);
  return `In ${yearOf(from)} JKP paid ${billion(known.benefitsIdr.value, 1)} billion ` +
    `rupiah, ${formatNumber(100 * onAssumed.benefitRatio, 1)} per cent of the ` +
    `${billion(onAssumed.expected.benefitsIdr, 0)} that the valuation expected.`;
}

/** Benefits alone, and the first note: what a screen has room for. */
function inShort(summary: Table): Table {
  return {
    ...summary,
    columns: summary.columns.filter(({ key }) => /^(period|benefits_|ratio_)/.test(key)),
    notes: summary.notes.slice(0, 1),
  };
}

const MONTHS = new Set(["from", "to", "month", "expectedMonth", "firstBenefitMonth"]);

function monthsInWords(key: string, value: unknown): unknown {
  return MONTHS.has(key) && typeof value === "number" ? formatMonth(value) : value;
}
