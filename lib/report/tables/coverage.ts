import { comparedTable } from "../compared_table.ts";
import type { ReportItem } from "../item.ts";
import { input, type Reproduced } from "../reproduced.ts";

const NUMBER = "1.2";
const ITEM = "table_1_2";
const TITLE = "Social security coverage, BPJS-TK, 31 December 2018";

/**
 * Packages of benefits and, in our words, for whom they are mandatory.
 *
 * @see Presidential Regulation 109/2013 on the stages of membership.
 */
const PACKAGES = [
  {
    key: "jkm_jkk_jht_jp",
    title: "JKm, JKK, JHT, JP",
    coverage: "Mandatory in medium and large enterprises, voluntary in smaller ones",
  },
  {
    key: "jkm_jkk_jht",
    title: "JKm, JKK, JHT",
    coverage:
      "Mandatory except in micro enterprises and for non-wage workers, who may join",
  },
  {
    key: "jkm_jkk",
    title: "JKm, JKK",
    coverage: "Mandatory for all who work",
  },
] as const;

/** Table 1.2: who is covered by law, and how many are. */
export const table12: ReportItem = {
  item: ITEM,
  number: NUMBER,
  title: TITLE,
  cells: ({ terms }) => ({
    ...Object.fromEntries(PACKAGES.map(({ key, coverage }): [string, Reproduced] => [
      `${key}/legal_coverage`,
      { ...input(coverage), note: "in our words", relation: "in_words" },
    ])),
    "jkm_jkk_jht/actual_coverage": {
      ...input(terms.transition.jhtWorkers / 1e6),
      note: "the design's workers under JHT",
    },
  }),
  reasonForNone: "counts of BPJS-TK's annual report of 2018, which enter no computation",
  table: (results, ledger) =>
    comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Benefit package",
        rows: PACKAGES,
        columns: [
          { key: "legal_coverage", title: "Legal coverage" },
          { key: "actual_coverage", title: "Actual coverage", unit: "million workers" },
        ],
        cell: (row, column) => `${row}/${column}`,
      },
      ledger,
      results,
    ),
};
