import { dataInWords } from "@jkp/exhibit";
import {
  monitorExtracts,
  monthlyFiguresOfExtract,
  reconcileAccounts,
} from "@jkp/experience";
import { readStatisticsExtract } from "@jkp/extract/read";
import { formatMonth } from "@jkp/month";
import { readTogether, UsageError } from "@jkp/problem";
import { accountsTable } from "@jkp/study";
import { command } from "./command.ts";
import { ACCOUNTS, figuresIn, LIMIT_OPTIONS, OUTPUT_OPTIONS } from "./monitor_options.ts";
import { writeMonitoring } from "./monitor_outputs.ts";

/** The `monitor extracts` command. */
export const monitorExtractsCommand = command({
  name: "monitor extracts",
  summary:
    `Sets the new months of a later extract beside what an earlier one lets expect: layoffs,
      resignations, members and insured wages, each with control limits, cumulative sums and
      a verdict. Both are statistics extracts, as extract build makes them: EARLIER, then
      LATER.`,
  operand: {
    word: "EXTRACT",
    about: "the earlier extract, then the later",
    isMany: true,
  },
  options: {
    accounts: ACCOUNTS,
    ...LIMIT_OPTIONS,
    out: {
      value: "DIR",
      about: "folder to write to",
      default: "outputs/monitoring/extracts",
    },
    ...OUTPUT_OPTIONS,
  },
  wanted: (got) => `two extracts are wanted, got ${got}`,
}, async ({ operand: folders, values, width }, print, letGo) => {
  if (folders.length !== 2) {
    throw new UsageError(
      `two extracts are wanted, the earlier and the later, got ` +
        (folders.join(" ") || "nothing"),
    );
  }
  const { accounts, level, k, h, out, full, json } = values;
  const books = await figuresIn(accounts);
  const [earlier, later] = await readTogether(
    folders.map((folder) => readStatisticsExtract(folder)),
  );
  letGo("ffi");
  const found = monitorExtracts(earlier!, later!, { level, k, h });
  const { from, to } = found.monitored;
  const source = `JKP Lab: ${dataInWords(found)}.`;
  const further = books === undefined ? [] : [
    accountsTable(reconcileAccounts(books, monthlyFiguresOfExtract(later!)), source),
  ];
  const text = await writeMonitoring({ ...found, source }, {
    out,
    full,
    json,
    h,
    width,
    further,
    heading: `${formatMonth(from)} to ${formatMonth(to)} beside ` +
      `${formatMonth(found.baseline.from)} to ${formatMonth(found.baseline.to)}` +
      `${found.isSynthetic ? " (synthetic data)" : ""}.`,
  });
  letGo("env", "sys", "write");
  print(text);
});
