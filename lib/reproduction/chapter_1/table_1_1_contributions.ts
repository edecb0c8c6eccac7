import type { OpenStatistics } from "@jkp/open";
import { sumSimple } from "simple-statistics";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { arithmetic, input, type Reproduced } from "../reproduced.ts";

type Contribution = OpenStatistics["social_security_contributions"][number];

const NUMBER = "1.1";
const ITEM = "table_1_1";
const TITLE = "Social security schemes and contribution rates";

/** What the report prints where a party pays nothing. */
const NIL = "–";

/** Table 1.1: contribution rates of the schemes in force. */
export const table11: ReportItem = {
  item: ITEM,
  number: NUMBER,
  title: TITLE,
  cells: ({ open }) => {
    const rates = open.social_security_contributions;
    const employee = (rate: number) => rate === 0 ? input(NIL) : percent(rate);
    const cells: Record<string, Reproduced> = {};
    for (const rate of rates) {
      if (!PRINTED.has(rate.scheme)) continue;
      cells[`${rate.scheme}/employee`] = employee(rate.employee);
      if (rate.employerLowest === rate.employerHighest) {
        cells[`${rate.scheme}/employer`] = percent(rate.employerHighest);
      } else {
        cells[`${rate.scheme}/employer_min`] = percent(rate.employerLowest);
        cells[`${rate.scheme}/employer_max`] = percent(rate.employerHighest);
      }
    }
    const { lowest, highest, worker } = contributionTotals(rates);
    cells["total/employer_min"] = arithmetic(100 * lowest);
    cells["total/employer_max"] = arithmetic(100 * highest);
    cells["total/employee"] = arithmetic(100 * worker);
    return cells;
  },
  table: (results, ledger) =>
    comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Scheme, % of insurable salaries",
        rows: [
          ...results.open.social_security_contributions
            .filter(({ scheme }) => PRINTED.has(scheme))
            .flatMap(({ scheme, title, employerLowest, employerHighest }) =>
              employerLowest === employerHighest
                ? [{ key: scheme, title }]
                : ranged(scheme, title)
            ),
          ...ranged("total", "Total"),
        ],
        columns: [
          { key: "employer", title: "By employer", unit: "%" },
          { key: "employee", title: "By employee", unit: "%" },
        ],
        cell: (row, column) => {
          const [scheme, end] = row.split("/");
          if (end === undefined) return `${row}/${column}`;
          if (column === "employer") return `${scheme}/employer_${end}`;
          return end === "min" ? `${scheme}/employee` : "";
        },
        notes: [
          "Our rates are those of the regulations in data/open/" +
          `social_security_contributions.csv. ${pensionNote(results.open)}`,
        ],
      },
      ledger,
      results,
    ),
};

/** What the totals hold besides the rows. */
function pensionNote({ social_security_contributions: rates }: OpenStatistics): string {
  const { employerHighest, employee } = rates.find(({ scheme }) => scheme === "jp")!;
  const pays = (rate: number) => (100 * rate).toFixed(1);
  return `The totals are sums, with pension (JP) at ${pays(employerHighest)} and ${
    pays(employee)
  } per cent; its own row cannot be read in our copy of the report.`;
}

/** Schemes that have a legible row in the report. */
const PRINTED: ReadonlySet<Contribution["scheme"]> = new Set([
  "jkk",
  "jkm",
  "jht",
  "jkn",
]);

/** Two rows for a range of rates. */
function ranged(key: string, title: string) {
  return [
    { key: `${key}/min`, title: `${title}, lowest` },
    { key: `${key}/max`, title: `${title}, highest` },
  ];
}

function percent(rate: number): Reproduced {
  return input(100 * rate);
}

/**
 * Adds up the contribution rates of all schemes, fractions of insurable salaries: the
 * employer's lowest and highest, and the worker's.
 */
export function contributionTotals(rates: readonly Contribution[]): {
  readonly lowest: number;
  readonly highest: number;
  readonly worker: number;
} {
  const sum = (rate: (of: Contribution) => number) => sumSimple(rates.map(rate));
  return {
    lowest: sum((of) => of.employerLowest),
    highest: sum((of) => of.employerHighest),
    worker: sum((of) => of.employee),
  };
}
