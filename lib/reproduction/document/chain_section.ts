import type { LedgerRow } from "../ledger/ledger.ts";
import type { FindingCell, FindingChain } from "../finding_chain/finding_chain.ts";
import { escapeHtml, htmlSection, markHtml, tableToHtml } from "@jkp/exhibit";
import {
  differenceText,
  KIND_WORDS,
  markOfRow,
  publishedText,
  reproducedText,
  rowId,
  STATUS_WORDS,
  toleranceText,
} from "./ledger_words.ts";

/** The place of what is behind a cell of Table 3.7. */
export function chainAddress({ cell }: LedgerRow): string {
  return `behind-${cell.replaceAll("/", "-")}`;
}

/**
 * What is behind Table 3.7: for each scenario its assumptions and projection, and for
 * each of its cells the cash flow, the fund and the condition solved. `badge` labels
 * synthetic numbers; it is empty for recorded ones.
 */
export function chainSection(chains: readonly FindingChain[], badge: string): string {
  const ours = badge === "" ? "your extract" : "reproduced";
  return htmlSection({ id: "behind", title: "Behind Table 3.7" }, [
    `<p class="counts">${badge} From each cell back to its assumptions: the rate, the ` +
    "fund at that rate, the cash flow, the projection, and what they were computed " +
    "from.</p>",
    ...chains.map((chain) => scenarioHtml(chain, ours)),
  ]);
}

function scenarioHtml(
  { scenario, title, scalars, paths, cells }: FindingChain,
  ours: string,
): string {
  const head = { id: `behind-${scenario}`, title: `${title} scenario` };
  return htmlSection({ ...head, style: "chain", level: 3 }, [
    ...cells.map((cell) => cellHtml(cell, scenario, ours)),
    `<details id="behind-${scenario}-projection"><summary>Assumptions by year and the ` +
    "projection</summary>",
    tableToHtml(paths).trim(),
    "</details>",
    `<details id="behind-${scenario}-assumptions"><summary>Assumptions and their ` +
    "sources</summary>",
    tableToHtml(scalars).trim(),
    "</details>",
  ]);
}

function cellHtml(
  { row, title, statements, cashFlow }: FindingCell,
  scenario: string,
  ours: string,
) {
  const difference = differenceText(row);
  const tolerance = toleranceText(row);
  const mark = markOfRow(row);
  const comparison = `Published ${publishedText(row)}, ${ours} ` +
    reproducedText(row) +
    (difference === "" ? "" : `, difference ${difference}`) +
    (tolerance === "" ? "" : `, tolerance ${tolerance}`) +
    `: ${STATUS_WORDS[row.status]}, ${KIND_WORDS[row.kind]}.`;
  return [
    `<details id="${chainAddress(row)}" class="cell"><summary>${escapeHtml(title)}: ` +
    `<span class="found">${escapeHtml(reproducedText(row))} ${markHtml(mark)}</span>` +
    "</summary>",
    `<p>${escapeHtml(comparison)} <a href="#${rowId(row)}">Row of the ledger</a></p>`,
    ...(row.note === "" ? [] : [`<p>Note: ${escapeHtml(row.note)}.</p>`]),
    ...statements.map((text) => `<p>${escapeHtml(text)}</p>`),
    tableToHtml(cashFlow).trim(),
    `<p class="links">Computed from: <a href="#behind-${scenario}-projection">assumptions by year and ` +
    `the projection</a>, <a href="#behind-${scenario}-assumptions">assumptions and their ` +
    'sources</a>, <a href="#choices">choices in force</a>. ' +
    '<a href="#table_3_7">Back to Table 3.7</a></p>',
    "</details>",
  ].join("\n");
}
