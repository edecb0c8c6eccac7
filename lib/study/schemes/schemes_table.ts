import type { SchemeValuations } from "@jkp/valuation";
import type { Column, Table } from "@jkp/exhibit";
import { INVENTED_BREAKS } from "../data_labels.ts";
import { LAST_YEAR_OF_COVERAGE, type SchemeCoverage } from "./scheme_coverage.ts";
import { referenceEarningsNotes } from "./reference_earnings_notes.ts";
import {
  bySchemeAndDuration,
  rateKey,
  scenarioInSentence,
  scenarioTitles,
} from "./scheme_groups.ts";

/**
 * Schemes on the same members and economies, side by side.
 *
 * @param valuations The schemes under each scenario.
 * @param source Where the data come from.
 * @param options `shown`: scenario of all figures but the rates, base by default;
 * `coverage`: coverage of the same schemes, left out by default; `isServiceSynthetic`:
 * whether leavers who meet rules of service were counted in synthetic spells; `company`:
 * what of the report's design hangs on whether it is valued alone, none by default;
 * `isServiceStated`: whether the share of leavers who are paid is stated in the
 * valuation file.
 * @returns A row a scheme, two where its rules give a range of durations.
 *
 * @example
 * ```ts
 * import { schemesTable } from "./schemes_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(schemesTable({ valued: [], leftOut: [] }, "an example").rows, []);
 * ```
 */
export function schemesTable(
  { valued, leftOut }: SchemeValuations,
  source: string,
  options: {
    readonly shown?: string;
    readonly coverage?: readonly SchemeCoverage[];
    readonly isServiceSynthetic?: boolean;
    readonly isServiceStated?: boolean;
    readonly company?: readonly string[];
  } = {},
): Table {
  const { shown = "base", coverage = [], company = [], isServiceSynthetic = false } =
    options;
  const isAbroad = valued.some(({ rules }) => rules.currency !== "IDR");
  const shareOf = new Map(coverage.map(({ rules, share }) => [rules.name, share]));
  const scenarios = scenarioTitles({ valued });
  const scenario = scenarioInSentence({ valued }, shown);
  const percent = { unit: "%", decimals: 1 };
  const leftOutBy = { ...percent, group: "Leavers whom a rule leaves out" };
  const covered = { unit: "% of employees", decimals: 1, group: "Coverage" };
  return {
    id: "schemes_valued",
    number: "",
    title: "What each scheme would cost in Indonesia",
    columns: [
      { key: "title", title: "Scheme" },
      { key: "months", title: "Longest benefit", unit: "months" },
      ...[...scenarios].map(([name, title]): Column => ({
        key: rateKey(name),
        title,
        unit: "% of insurable earnings",
        decimals: 2,
        group: "Suggested contribution rate",
      })),
      { key: "own", title: "Its own rate", unit: "% of wages", decimals: 2 },
      { key: "beneficiaries", title: "Beneficiaries, last year" },
      { key: "replacement", title: "Benefit over last wage", ...percent },
      ...(coverage.length === 0 ? [] : [
        { key: "registered", title: "Registered", ...covered },
        { key: "byLaw", title: "By law, at most", ...covered },
      ]),
      { key: "entitled", title: "Leavers entitled", ...percent },
      { key: "contingency", title: "Not covered", ...leftOutBy },
      { key: "service", title: "Too few contributions", ...leftOutBy },
      { key: "inARow", title: "Too few in a row", ...leftOutBy },
    ],
    rows: bySchemeAndDuration(valued).map((group) => {
      const one = group.find(({ scenarioName }) => scenarioName === shown) ?? group[0]!;
      const share = shareOf.get(one.rules.name);
      return {
        title: one.rules.title,
        months: one.durationMonths,
        ...Object.fromEntries(
          group.map((each) => [rateKey(each.scenarioName), 100 * each.suggestedRate]),
        ),
        own: one.ownRate === null ? "none" : 100 * one.ownRate,
        beneficiaries: Math.round(one.beneficiaries),
        replacement: 100 * one.replacementRate,
        registered: share?.members == null ? "" : 100 * share.members,
        byLaw: share === undefined ? "" : 100 * share.covered.highest,
        entitled: 100 * one.entitledShare,
        contingency: 100 * (1 - one.coveredShare),
        service: 100 * one.coveredShare * (one.excludedByService - one.excludedByRow),
        inARow: 100 * one.coveredShare * one.excludedByRow,
      };
    }),
    notes: [
      "Rates: benefits and administration, with a reserve at the end. All else: " +
      `${scenario} scenario. ` +
      (options.isServiceStated
        ? "Too few contributions: all covered leavers who are not paid, for whatever " +
          "reason, by the share that the valuation file states."
        : "A rule of service other than the proposal's moves the report's share by that of " +
          "leavers with spells."),
      ...referenceEarningsNotes(valued, company.length > 0),
      ...company,
      ...(isAbroad
        ? [
          "Schemes abroad: their rules on Indonesian members, limits of money at the same " +
          "multiple of the average wage. Ranges of duration: both ends.",
        ]
        : []),
      ...(coverage.length === 0 ? [] : [
        `Coverage: members and employees of ${LAST_YEAR_OF_COVERAGE}.`,
      ]),
      "Entitled and left out by a rule add up to 100. Not covered: no month of benefit for " +
      "that reason or age.",
      ...(isServiceSynthetic && valued.some(({ excludedByRow }) => excludedByRow > 0)
        ? [`Too few in a row: ${INVENTED_BREAKS}`]
        : []),
      "Rules not valued change nothing here: schemes that differ only in them cost the same.",
      ...Map.groupBy(leftOut, ({ reason }) => reason).entries().map(([reason, of]) =>
        `Left out: ${of.map(({ rules }) => rules.title).join("; ")}: ${reason}.`
      ),
    ],
    source,
  };
}
