import { filesOf, tableToText } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import {
  actualAgainstExpected,
  actualExpectedFigures,
  actualExpectedTables,
} from "@jkp/study";
import { formatMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { writeOutputs } from "./outputs.ts";

/** JKP's law with its reform of 2025: whose experience it is. */
const JKP = "jkp_2025";

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
    json: { about: "print the comparison as JSON" },
  },
}, async ({ operand: names, values: { out, json }, width }, print, letGo) => {
  const [name = REPORT_VALUATION] = names;
  if (names.length > 1) {
    throw new UsageError(`one valuation is wanted, got ${names.join(" ")}`);
  }
  const basis = await readValuation(name, { designs: [JKP] });
  const study = actualAgainstExpected(basis);
  const tables = actualExpectedTables(study);
  const lines: string[] = tables.slice(0, 2).map((table) =>
    tableToText(table, { width })
  );
  if (out !== undefined) {
    const figures = actualExpectedFigures(study);
    const files = await filesOf(tables, figures, {
      tablesIn: "tables",
      figuresIn: "figures",
    });
    lines.push(`${writeOutputs(out, files)} files written to ${out}/.`);
  }
  letGo("ffi", "env", "sys", "write");
  print(json ? JSON.stringify(study, monthsInWords, 2) : lines.join("\n"));
});

const MONTHS = new Set(["from", "to", "month", "expectedMonth", "firstBenefitMonth"]);

function monthsInWords(key: string, value: unknown): unknown {
  return MONTHS.has(key) && typeof value === "number" ? formatMonth(value) : value;
}
