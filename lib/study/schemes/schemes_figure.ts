import type { SchemeValuations } from "@jkp/valuation";
import { type Figure, keyInWords } from "@jkp/exhibit";
import { scenarioInSentence } from "./scheme_groups.ts";

/**
 * Suggested contribution rates by scheme.
 *
 * @param valuations The schemes, under one scenario or more.
 * @param source Where the data come from.
 * @param shown The scenario to draw.
 * @returns A column a scheme; what the longest of a range of durations adds stands on it.
 */
export function schemesFigure(
  { valued }: SchemeValuations,
  source: string,
  shown = "base",
): Figure {
  const drawn = valued.filter(({ scenarioName }) => scenarioName === shown);
  const columns = [...Map.groupBy(drawn, ({ rules }) => rules).values()].map((ends) => {
    const [shortest, longest] = [ends[0]!, ends.at(-1)!];
    return {
      name: keyInWords(shortest.rules.name),
      rate: 100 * shortest.suggestedRate,
      added: 100 * (longest.suggestedRate - shortest.suggestedRate),
    };
  });
  const x = columns.map(({ name }) => name);
  const hasRanges = columns.some(({ added }) => added > 0);
  return {
    id: "schemes_rates",
    number: "",
    title: "Suggested contribution rate by scheme, " +
      `${scenarioInSentence({ valued }, shown)} scenario`,
    xTitle: "Scheme",
    yTitle: "Suggested rate",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: true,
    isHorizontal: true,
    series: [
      {
        name: hasRanges ? "The one or the shortest duration" : "Suggested rate",
        x,
        y: columns.map(({ rate }) => rate),
        mark: "column",
      },
      ...(hasRanges
        ? [{
          name: "Added by the longest duration",
          x,
          y: columns.map(({ added }) => added),
          mark: "column" as const,
        }]
        : []),
    ],
    notes: [
      "Benefits and administration." +
      (drawn.some(({ rules }) => rules.currency !== "IDR")
        ? " Schemes abroad: their rules on Indonesian data."
        : ""),
    ],
    source,
  };
}
