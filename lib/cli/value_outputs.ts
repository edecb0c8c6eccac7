import { tableToText } from "@jkp/present";
import { projectionTable, ratesTable, type Table } from "@jkp/report";
import { formatMonth } from "@jkp/month";
import { fundAtSuggestedRate, type SchemeValuation } from "@jkp/valuation";

/**
 * What `value --json` prints: the assumptions first, then what follows from them, of the
 * longest duration; both ends of a range stand in `scheme`.
 *
 * @param valued The design's valuations, by duration, at least one.
 * @param source Where the numbers come from.
 * @returns Plain values.
 */
export function valuationsJson(valued: readonly SchemeValuation[], source: string) {
  const { valuation, ...scheme } = valued.at(-1)!;
  const { design, choices, ...assumptions } = valuation.assumptions;
  return {
    source,
    assumptions,
    design,
    choices,
    years: valuation.years,
    financing: valuation.financing,
    fundAtSuggestedRate: fundAtSuggestedRate(valuation),
    transition: valuation.transition,
    scheme: {
      coveredShare: scheme.coveredShare,
      excludedByService: scheme.excludedByService,
      excludedByRow: scheme.excludedByRow,
      entitledShare: scheme.entitledShare,
      replacementRate: scheme.replacementRate,
      ownRate: scheme.ownRate,
      changes: scheme.changes.map(formatMonth),
      basis: scheme.basis,
      notValued: scheme.notValued,
      durations: valued.map(({ duration, durationMonths, valuation: { financing } }) => ({
        duration,
        months: durationMonths,
        financing,
      })),
    },
  };
}

/**
 * What `value` prints: the projection and the rates of each duration, then how rules were
 * taken and which are not valued.
 *
 * @param valued The design's valuations, by duration, at least one.
 * @param source Where the numbers come from.
 * @returns Lines for a terminal.
 */
export function valuationsText(
  valued: readonly SchemeValuation[],
  source: string,
): string {
  const { basis, notValued } = valued.at(-1)!;
  return [
    ...valued.flatMap(({ valuation, durationMonths }) => {
      const ofDuration = valued.length === 1
        ? source
        : `${source}, benefits for up to ${durationMonths} months`;
      return [projectionTable(valuation, ofDuration), ratesTable(valuation, ofDuration)]
        .map((table) => tableToText(table));
    }),
    tableToText(ruleTexts("How rules are taken", basis, source)),
    tableToText(ruleTexts("Not valued", notValued, source)),
  ].join("\n");
}

/** Texts that begin with the rule they are about, as a table. */
function ruleTexts(title: string, texts: readonly string[], source: string): Table {
  return {
    id: "rules",
    number: "",
    title,
    columns: [{ key: "rule", title: "Rule" }, { key: "text", title: "What" }],
    rows: texts.map((text) => {
      const end = text.indexOf(": ");
      return { rule: text.slice(0, end), text: text.slice(end + 2) };
    }),
    notes: [],
    source,
  };
}
