import type { Table } from "@jkp/exhibit";
import type { EconomicProcess } from "@jkp/uncertainty";

/** By what paths of the economy are drawn, a row a number. */
export function processTable(process: EconomicProcess): Table {
  const { series, recession, correlation, parameters } = process;
  const names = Object.keys(series);
  const name = (key: string) => SERIES[key as keyof typeof SERIES];
  const row = (what: string, quantity: string, value: number, basis: string) => ({
    what,
    quantity,
    value,
    basis,
  });
  const rise = "logarithm of its factor in the first year";
  return {
    id: "process",
    number: "",
    title: `The process ${process.name}: ${process.title}`,
    columns: [
      { key: "what", title: "Of" },
      { key: "quantity", title: "Quantity" },
      { key: "value", title: "Value", decimals: 4 },
      { key: "basis", title: "Basis" },
    ],
    rows: [
      ...Object.entries(series).flatMap(([key, { persistence, shockSd, basis }]) => [
        row(name(key), "φ, part left a year later", persistence, basis),
        row(name(key), "σ, standard deviation of a year's shock", shockSd, ""),
      ]),
      ...correlation.flatMap((values, i) =>
        values.slice(0, i).flatMap((value, j) =>
          value === 0 ? [] : [row(
            `${name(names[j]!)} and ${name(names[i]!).toLowerCase()}`,
            "correlation of a year's shocks",
            value,
            "",
          )]
        )
      ),
      ...([
        ["probability a year", recession.probabilityPerYear],
        ["years from its beginning to that of another, at least", recession.yearsBetween],
        ["standard deviation of the logarithm of its severity", recession.severitySd],
        [`unemployment, ${rise}`, recession.unemploymentRise],
        [`claims, ${rise}`, recession.claimsRise],
        [`members, ${rise}`, -recession.membersFall],
        [`real wages, ${rise}`, -recession.realWagesFall],
      ] as const).map(([quantity, value], i) =>
        row("Recession", quantity, value, i === 0 ? recession.basis : "")
      ),
      ...([
        ["terminations per member", parameters.terminationRate],
        ["recognition, terminations that count as involuntary", parameters.recognition],
        ["those who qualify and claim", parameters.entitledShare],
        ["administration", parameters.administration],
      ] as const).map(([quantity, value], i) =>
        row(
          "Not known exactly",
          `standard deviation of the logarithm, ${quantity}`,
          value,
          i === 0 ? parameters.basis : "",
        )
      ),
    ],
    notes: [
      "Unemployment, members and claims depart by a factor, of which φ and σ are in " +
      "logarithms; real wages, inflation and return by a rate, a fraction. Shocks of pairs " +
      "that are not named go each their own way.",
    ],
    source: process.source,
  };
}

/** What series are called. */
const SERIES: Readonly<Record<keyof EconomicProcess["series"], string>> = {
  unemployment: "Unemployment",
  members: "Members",
  claims: "Claims",
  real_wages: "Real wages",
  inflation: "Inflation",
  investment_return: "Return",
};
