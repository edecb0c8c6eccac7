import { capitalized, keyInWords, type Table } from "@jkp/exhibit";
import type { ValuationRun } from "@jkp/valuation";

/** A fact as a page has it. */
interface PrintedFact {
  readonly quantity: string;
  readonly period: string;
  readonly printed: string;
  readonly published: string | null;
  readonly publisher: string;
  readonly source: string;
}

/**
 * Public facts on JKP, the labour market and the economy that were printed after the
 * valuation date, up to the day to which the file says that facts were known; `null` if it
 * says none, or there are none. They stand beside: nothing is computed from them but
 * what the valuation file states.
 */
export function laterFactsTable({ basis: { file, open } }: ValuationRun): Table | null {
  const { valuationDate, informationTo } = file;
  if (informationTo === null) return null;
  const facts: readonly PrintedFact[] = [
    ...open.jkp_experience.map((fact) => ({
      ...fact,
      period: fact.from === null ? fact.to : `${fact.from} to ${fact.to}`,
    })),
    ...open.labour_market
      .filter(({ sex, ageGroup }) => sex === "both" && ageGroup === "all")
      .map((fact) => ({ ...fact, period: fact.month })),
    ...open.economy.map((fact) => ({
      ...fact,
      period: fact.quarter === null
        ? String(fact.year)
        : `${fact.year}, quarter ${fact.quarter}`,
    })),
  ];
  // Dates are as exact as printed: a month is after a day of the month before.
  const later = facts.filter(({ published }) =>
    published !== null && published > valuationDate && published <= informationTo
  );
  return later.length === 0 ? null : {
    id: "later_facts",
    number: "",
    title: "Facts printed after the valuation date",
    columns: [
      { key: "quantity", title: "Quantity" },
      { key: "period", title: "Period" },
      { key: "printed", title: "As printed" },
      { key: "published", title: "Printed in" },
      { key: "publisher", title: "Publisher" },
      { key: "source", title: "Page" },
    ],
    rows: later.map(({ quantity, period, printed, published, publisher, source }) => ({
      quantity: capitalized(keyInWords(quantity).replace(/\bgdp\b/, "GDP"))
        .replace(/ december on december$/, ", December on December"),
      period,
      printed,
      published,
      publisher,
      source,
    })),
    notes: ["Nothing is computed from them, unless the valuation file states it."],
    source: "data/open.",
  };
}
