import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import {
  capitalized,
  countInWords,
  dataInWords,
  keyInWords,
  percent,
} from "@jkp/exhibit";
import { READING_NAMES, type ReadingName } from "@jkp/valuation";
import { dataWords } from "../ledger/data_words.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import { headline, type LedgerCounts } from "../ledger/summary.ts";
import type { ReportResults } from "../results.ts";

const BASIS = "benefit_and_administrative";
const rateCell = (scenario: ReportScenario) =>
  `${BASIS}/suggested_contribution_rate/${scenario}`;

/**
 * The report made again, in five sentences: what was computed, the answer, how it compares
 * with what is printed, how sure it is, and where to look.
 *
 * @param results The computation.
 * @param ledger The numbers of the items that are shown.
 * @returns The sentences; every number in them is computed or of the ledger.
 *
 * @example The answer: the base scenario takes 1.35 per cent
 * ```ts
 * import { computeResults, reportInShort } from "@jkp/reproduction";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const [, answer] = reportInShort(results, []);
 * assertStringIncludes(answer!, "1.35 % of insurable earnings");
 * ```
 */
export function reportInShort(
  results: ReportResults,
  ledger: readonly LedgerRow[],
): readonly string[] {
  return [
    computed(results),
    answer(results),
    beside(results, ledger),
    howSure(results, ledger),
    whereToLook(ledger),
  ];
}

function computed({ experience, valuations }: ReportResults): string {
  const { years } = valuations.base;
  return "The valuation of unemployment insurance in the ILO's report of 2021 was " +
    `${experience.isSynthetic ? "computed again" : "computed"} from ` +
    `${
      dataInWords(experience)
    }: beneficiaries, expenses and fund of the financial years ` +
    `${years[0]!.year} to ${years.at(-1)!.year}, under ${REPORT_SCENARIOS.length} ` +
    "scenarios.";
}

function answer({ valuations, terms }: ReportResults): string {
  const rate = (scenario: ReportScenario) =>
    percent(valuations[scenario].financing[BASIS].suggestedRate, 2);
  return `In the base scenario a level contribution of ${rate("base")} of insurable ` +
    "earnings pays benefits and administration, and leaves a reserve of " +
    `${terms.reserveMultiple} times the last year's expenses; in the pessimistic ` +
    `scenario it takes ${rate("pessimistic")}, in the optimistic ${rate("optimistic")}.`;
}

function whereToLook(ledger: readonly LedgerRow[]): string {
  const rates = ledger.some(({ item }) => item === "table_3_7")
    ? "Table 3.7 stands below, and each of its numbers leads to the cash flow and the " +
      "assumptions behind it"
    : "Table 3.7 is not among the items that were asked for";
  return `${rates}; what differs stands with its reason under its table, and every ` +
    "printed number in the ledger.";
}

/** The printed rates, and how many of the printed numbers come out. */
function beside(
  { experience }: ReportResults,
  ledger: readonly LedgerRow[],
): string {
  const rates = (["base", "pessimistic", "optimistic"] as const).flatMap((scenario) => {
    const row = ledger.find(({ item, cell }) =>
      item === "table_3_7" && cell === rateCell(scenario)
    );
    return row === undefined ? [] : `${row.published} %`;
  });
  const { all } = headline(ledger);
  const { equal } = dataWords(experience);
  const places = all.repeated === 0 ? "" : ` (in ${ledger.length} places)`;
  return capitalized(
    (rates.length === 0 ? "" : `the report prints ${listed(rates)} there; `) +
      `of the ${
        countInWords(all.numbers, "printed number")
      }${places} ${all.reproduced} ` +
      `${
        all.reproduced === 1 ? "is" : "are"
      } ${equal}, which means computed and equal to ` +
      `the printed digit, ${all.differs} differ, ${all.none} have no number of ours, and ` +
      `${
        withoutComputing(all)
      } agree because they were typed in, fitted, chosen or follow from others.`,
  );
}

/** How many numbers are equal, but were not computed. */
function withoutComputing(
  { calibrated, chosen, arithmetic, input }: LedgerCounts,
): number {
  return calibrated + chosen + arithmetic + input;
}

/** What the rates rest on, and what they are under the other readings. */
function howSure(
  { experience, byReading, reading }: ReportResults,
  ledger: readonly LedgerRow[],
): string {
  const { rates } = headline(ledger);
  const { equal } = dataWords(experience);
  const found = rates.numbers === 0
    ? ""
    : `Of the ${rates.numbers} rates of Table 3.7, ${rates.reproduced} ` +
      `${rates.reproduced === 1 ? "is" : "are"} ${equal}, ${rates.differs} differ, and ` +
      `${withoutComputing(rates)} were fitted, chosen or follow ` +
      "from others; ";
  const data = experience.isSynthetic
    ? "the data are synthetic, fitted to totals that the report prints"
    : "the data are recorded, of other persons and years than the report's";
  const rate = (name: ReadingName, scenario: ReportScenario) =>
    byReading[name][scenario].financing[BASIS].suggestedRate;
  const spread = (scenario: ReportScenario) => {
    const rates = READING_NAMES.map((name) => rate(name, scenario));
    return Math.max(...rates) - Math.min(...rates);
  };
  const [widest] = REPORT_SCENARIOS.toSorted((a, b) => spread(b) - spread(a));
  const others = READING_NAMES.filter((name) => name !== reading)
    .map((name) => percent(rate(name, widest!), 2));
  return capitalized(
    `${found}${data}; and the report leaves its Annex I open: beside the reading ` +
      `${keyInWords(reading)}, under others the ${widest} rate is ${listed(others)}.`,
  );
}

function listed(words: readonly string[]): string {
  const last = words.at(-1)!;
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
