import { type Figure, rateInWords, type Table } from "@jkp/exhibit";
import { type FloorBenefit, floorBenefitInWords, type FloorCost } from "@jkp/floor";
import { checkArgument, valueInWords } from "@jkp/problem";

/** Costs of floor benefits, and what they rest on. */
export interface FloorExhibits {
  /** One row a benefit and year; `floor_costs`. */
  readonly costs: Table;
  /** Every value of every benefit with its source; `floor_values`. */
  readonly values: Table;
  /** Per cent of gross domestic product, of the years that all benefits have. */
  readonly figure: Figure;
}

/**
 * Shows what floor benefits cost, and where each value of them comes from.
 *
 * @param costs Costs of one or more benefits, as `floorCost` gives them.
 * @returns Two tables and a figure. Years that were left out are in the notes, with what is
 * missing.
 * @throws {RangeError} If there are none, or no year that all have.
 *
 * @example Unemployment assistance in 2024: 17.0 trillion rupiah
 * ```ts
 * import { floorCost } from "@jkp/floor";
 * import { loadFloorCountry, readFloorBenefit } from "@jkp/floor/read";
 * import { floorExhibits } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const assistance = await readFloorBenefit("unemployment_assistance");
 * const { costs } = floorExhibits([floorCost(assistance, await loadFloorCountry())]);
 * assertEquals(Number(costs.rows.at(-1)!.total).toFixed(1), "17.0");
 * ```
 */
export function floorExhibits(costs: readonly FloorCost[]): FloorExhibits {
  const doing = "show costs of floor benefits";
  if (!Array.isArray(costs) || costs.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: a list of costs is wanted, got ${valueInWords(costs)}`,
    );
  }
  for (const cost of costs) {
    checkArgument(doing, "costs as floorCost gives them", cost, ["benefit", "years"]);
  }
  const source = `JKP Lab: ${
    [...new Set(costs.map(({ inWords }) => inWords))].join("; ")
  }.`;
  return {
    costs: costsTable(costs, source),
    values: valuesTable(costs.map(({ benefit }) => benefit), source),
    figure: costsFigure(costs, source, doing),
  };
}

function costsTable(costs: readonly FloorCost[], source: string): Table {
  const isOfGovernment = costs.some(({ years }) =>
    years.some(({ shareOfExpenditure }) => shareOfExpenditure !== null)
  );
  return {
    id: "floor_costs",
    number: "",
    title: "Floor benefits: rapid costing",
    columns: [
      { key: "benefit", title: "Benefit" },
      { key: "year", title: "Year", isGrouped: false },
      { key: "target", title: "Target group", unit: "million", decimals: 2 },
      { key: "recipients", title: "Recipients", unit: "million", decimals: 2 },
      { key: "amount", title: "Amount", unit: "rupiah a month" },
      { key: "benefits", title: "Benefits", unit: "trillion rupiah", decimals: 1 },
      {
        key: "administration",
        title: "Administration",
        unit: "trillion rupiah",
        decimals: 1,
      },
      { key: "total", title: "Total", unit: "trillion rupiah", decimals: 1 },
      { key: "gdp", title: "Total", unit: "% of GDP", decimals: 2 },
      ...isOfGovernment
        ? [{
          key: "government",
          title: "Total",
          unit: "% of government's expenditure",
          decimals: 2,
        }]
        : [],
    ],
    rows: costs.flatMap(({ benefit, years }) =>
      years.map((year) => ({
        benefit: benefit.title,
        year: year.year,
        target: year.targetPersons / 1e6,
        recipients: year.recipients / 1e6,
        amount: year.amountIdrPerMonth,
        benefits: year.benefitsIdr / 1e12,
        administration: year.administrationIdr / 1e12,
        total: year.totalIdr / 1e12,
        gdp: 100 * year.shareOfGdp,
        ...isOfGovernment
          ? {
            government: year.shareOfExpenditure === null
              ? null
              : 100 * year.shareOfExpenditure,
          }
          : {},
      }))
    ),
    notes: [
      "Total = target group × take-up × months paid × amount × (1 + administration).",
      "Each benefit stands alone: what people would be paid by several is not taken off.",
      ...leftOutNotes(costs),
    ],
    source,
  };
}

/** Where each value of the benefits comes from. */
function valuesTable(benefits: readonly FloorBenefit[], source: string): Table {
  return {
    id: "floor_values",
    number: "",
    title: "Floor benefits: values and their sources",
    columns: [
      { key: "benefit", title: "Benefit" },
      { key: "name", title: "What" },
      { key: "value", title: "Value" },
      { key: "source", title: "Source" },
    ],
    rows: benefits.flatMap((benefit) => {
      const { title, monthsPaid, takeUp, administration, sources } = benefit;
      const { target, amount } = floorBenefitInWords(benefit);
      const row = (name: string, value: string, from: string) => ({
        benefit: title,
        name,
        value,
        source: from,
      });
      return [
        row("Target group", target, sources.target),
        row("Amount", amount, sources.amount),
        row("Months paid a year", String(monthsPaid), sources.monthsPaid),
        row("Take-up", rateInWords(takeUp), sources.takeUp),
        row(
          "Administration",
          `${rateInWords(administration)} of benefits`,
          sources.administration,
        ),
      ];
    }),
    notes: [],
    source,
  };
}

/** Which years were left out of the costs, and for want of what. */
function leftOutNotes(costs: readonly FloorCost[]): string[] {
  const ofAll = costs[0]!.leftOut.filter(({ year }) =>
    costs.every(({ leftOut }) => leftOut.some((other) => other.year === year))
  ).map(({ year }) => ({
    year,
    missing: costs.map(({ leftOut }) =>
      leftOut.find((other) => other.year === year)!.missing
    ).reduce((shared, missing) => shared.filter((name) => missing.includes(name))),
  }));
  const isOfAll = (year: number) => ofAll.some((other) => other.year === year);
  return [
    ...yearsByMissing(ofAll).map((each) => `Not costed: ${each}.`),
    ...costs.flatMap(({ benefit, leftOut }) =>
      yearsByMissing(leftOut.filter(({ year }) => !isOfAll(year)))
        .map((each) => `${benefit.title} not costed: ${each}.`)
    ),
  ];
}

/** "2020, 2025 to 2030, for want of nominal GDP". */
function yearsByMissing(leftOut: FloorCost["leftOut"]): string[] {
  const byMissing = Map.groupBy(leftOut, ({ missing }) => missing.join(" and "));
  return [...byMissing].map(([missing, years]) =>
    `${yearsInWords(years.map(({ year }) => year))}, for want of ${missing || "figures"}`
  );
}

/** Years in order, runs of three and more as "2025 to 2030". */
function yearsInWords(years: readonly number[]): string {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => run.length < 3 ? run.join(", ") : `${run[0]} to ${run.at(-1)}`)
    .join(", ");
}

function costsFigure(
  costs: readonly FloorCost[],
  source: string,
  doing: string,
): Figure {
  const shared = costs[0]!.years.map(({ year }) => year).filter((year) =>
    costs.every(({ years }) => years.some((other) => other.year === year))
  );
  if (shared.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: a year that all benefits have is wanted, got ` +
        costs.map(({ benefit, years }) =>
          `${yearsInWords(years.map(({ year }) => year))} of ${benefit.name}`
        ).join(", "),
    );
  }
  return {
    id: "floor_costs",
    number: "",
    title: "Floor benefits: cost over gross domestic product",
    xTitle: "Year",
    yTitle: "Cost, administration included",
    yUnit: "% of GDP",
    decimals: 2,
    isStacked: false,
    series: costs.map(({ benefit, years }) => ({
      name: benefit.title,
      x: shared.map(String),
      y: shared.map((year) =>
        100 * years.find((other) => other.year === year)!.shareOfGdp
      ),
      mark: "column",
    })),
    notes: leftOutNotes(costs),
    source,
  };
}
