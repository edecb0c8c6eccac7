import {
  capitalized,
  keyInWords,
  percent,
  type Table,
  unitThatShows,
} from "@jkp/exhibit";
import { AGREES_WITHIN, type ReconciledFigure } from "@jkp/experience";
import { numberOrNull } from "../number_or_null.ts";
import { monthsInWords } from "./monitoring_labels.ts";

/**
 * Accounts beside data, a row a figure of the accounts.
 *
 * @param reconciled What `reconcileAccounts` found.
 * @param source Where the data are from.
 * @returns The table.
 *
 * @example
 * ```ts
 * import { parseMonthlyFigures, reconcileAccounts } from "@jkp/experience";
 * import { accountsTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const read = (row: string) =>
 *   parseMonthlyFigures("figures.csv", `month,quantity,value,source\n${row}\n`);
 * const [accounts, data] = [read("2025-01,claims,101,books"), read("2025-01,claims,100,data")];
 * const { rows } = accountsTable(reconcileAccounts(accounts, data), "an example");
 * assertEquals([rows[0]!.quantity, rows[0]!.state], ["Claims (persons)", "differs"]);
 * ```
 */
export function accountsTable(
  reconciled: readonly ReconciledFigure[],
  source: string,
): Table {
  const agree = reconciled.filter(({ state }) => state === "agrees").length;
  return {
    id: "accounts",
    number: "",
    title: "Data beside accounts",
    columns: [
      { key: "months", title: "Months" },
      { key: "quantity", title: "Quantity" },
      { key: "accounts", title: "Accounts" },
      { key: "data", title: "Data" },
      { key: "difference", title: "Difference" },
      { key: "relative", title: "Difference", unit: "%", decimals: 2 },
      { key: "state", title: "State" },
      { key: "source", title: "Source of the accounts" },
    ],
    rows: reconciled.map((row) => {
      const isIdr = row.quantity.endsWith("_idr");
      const { unit, size } = isIdr
        ? unitThatShows("rupiah", [row.accounts, row.data ?? 0], 1)
        : { unit: "persons", size: 1 };
      const shown = (value: number | null) =>
        value === null ? null : { value: value / size, decimals: isIdr ? 3 : 0 };
      return {
        months: monthsInWords(row),
        quantity: `${
          capitalized(keyInWords(row.quantity.replace(/_idr$/, "")))
        } (${unit})`,
        accounts: shown(row.accounts),
        data: shown(row.data),
        difference: shown(row.difference),
        relative: numberOrNull(100 * (row.relative ?? NaN)),
        state: row.state,
        source: row.source,
      };
    }),
    notes: [
      `${agree} of ${reconciled.length} agree within ${percent(AGREES_WITHIN, 1)}. ` +
      "Flows of a quarter or a year are the sum of its months, members their mean; a " +
      "quantity of which a month is missing is not in the data. Data are as recorded, not " +
      "completed.",
    ],
    source,
  };
}
