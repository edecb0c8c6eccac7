import {
  type DocumentPart,
  type DocumentSection,
  formatNumber,
  type Table,
} from "@jkp/exhibit";
import type { EconomicProcess } from "@jkp/uncertainty";
import { withError } from "../uncertainty/estimate_columns.ts";
import type { UncertaintyExhibits } from "../uncertainty/uncertainty_exhibits.ts";

/** How sure a valuation is, as its document shows it. */
export interface HowSureContent {
  /** Over paths of the economy, with notes on what is left out; or why there are none. */
  readonly economy:
    | {
      readonly exhibits: UncertaintyExhibits;
      /** By what the paths were drawn. */
      readonly process: EconomicProcess;
      readonly notes: readonly string[];
    }
    | string;
  /**
   * How far the experience can be wrong, in words and in full; no table where the words say
   * why.
   * @default none: the extract is synthetic
   */
  readonly experience?: { readonly words: string; readonly table?: Table };
}

/** The table of chances by year, which a document has with a column a rate. */
const BY_YEAR = "overdrawn_by_year";

/** Tables that the command `uncertainty` writes and a document has no room for. */
const NOT_SHOWN = ["state_part"];

/** How sure the rates are: over paths of the economy, under stresses, by the experience. */
export function howSureSection(content: HowSureContent | undefined): DocumentSection {
  const head = { id: "how_sure", title: "How sure" };
  if (content === undefined) {
    return { ...head, paragraphs: ["Nothing was simulated for this document."] };
  }
  const { economy, experience } = content;
  const ofExperience: DocumentPart[] = [
    {
      id: "how_sure_experience",
      title: "How far the experience can be wrong",
      paragraphs: [
        experience?.words ??
          "The extract is synthetic: how far its figures can be wrong says nothing of " +
            "Indonesia. With an extract of your own the error of every figure stands here.",
      ],
      tables: experience?.table === undefined ? [] : [experience.table],
    },
  ];
  if (typeof economy === "string") {
    return { ...head, paragraphs: [economy], subsections: ofExperience };
  }
  const { exhibits: { inWords, drawn, overPaths, movements, rateRules }, notes } =
    economy;
  const chances = overdrawnChances(overPaths.tables.find(({ id }) => id === BY_YEAR)!);
  return {
    ...head,
    paragraphs: [
      `The schemes were valued on ${drawn}: courses of the economy that depart from the ` +
      "main scenario by chance, recessions among them, the same for every scheme. Each has " +
      "its own recognition and other figures that are not known exactly, for all its years. " +
      "The process is an assumption too: each of its numbers says whether it is estimated or " +
      "assumed.",
      ...inWords,
      ...notes,
    ],
    subsections: [
      {
        id: "how_sure_paths",
        title: "Rates, cost and fund over all paths",
        paragraphs: chances.never,
        tables: overPaths.tables.flatMap((table) =>
          table.id === BY_YEAR ? chances.tables : [table]
        ),
        figures: overPaths.figures,
      },
      {
        id: "how_sure_movements",
        title: "What moves the rate, and stresses",
        tables: movements.tables.filter(({ rows }) => rows.length > 0),
        figures: movements.figures,
      },
      {
        id: "how_sure_rules",
        title: "Rules that set the rate",
        paragraphs: [
          "Each rule sets the rate of a year by what is known when it is set. Steady rates " +
          "and little money held do not go together.",
        ],
        tables: rateRules.tables.filter(({ id }) => !NOT_SHOWN.includes(id)),
        // The reserve under each rule is a figure a rule.
        figures: rateRules.figures.filter(({ id }) => !id.startsWith("reserve_")),
      },
      ...ofExperience,
    ],
  };
}

/**
 * Chances of an overdrawn fund with a row a year and a column a rate; rates at which no path
 * is overdrawn have no columns of noughts, but a sentence.
 */
function overdrawnChances(
  chances: Table,
): { readonly tables: readonly Table[]; readonly never: readonly string[] } {
  const ofScheme = chances.columns.filter(({ key }) => key === "scheme");
  const byScheme = Map.groupBy(chances.rows, ({ scheme }) => scheme);
  const last = chances.rows.at(-1)!.year;
  const isEver = (row: Row) => Number(row.chance) > 0;
  const ever = ratesOf(chances.rows.filter(isEver));
  return {
    tables: ever.length === 0 ? [] : [{
      ...chances,
      id: "overdrawn_chances",
      columns: [
        ...ofScheme,
        { key: "year", title: "Year", isGrouped: false },
        ...ever.flatMap((rate, i) =>
          withError(`chance${i}`, `${formatNumber(rate, 2)} % paid`, "% of paths", 1)
        ),
      ],
      rows: [...byScheme].flatMap(([scheme, rows]) =>
        [...Map.groupBy(rows, ({ year }) => year)].map(([year, ofYear]): Row => ({
          scheme: scheme!,
          year: year!,
          ...Object.fromEntries(ever.flatMap((rate, i) => {
            const row = ofYear.find(({ paid }) => paid === rate);
            return [
              [`chance${i}`, row?.chance ?? null],
              [`chance${i}Error`, row?.chanceError ?? null],
            ];
          })),
        }))
      ),
    }],
    never: [...byScheme].flatMap(([scheme, rows]) => {
      const some = ratesOf(rows.filter(isEver));
      const rates = ratesOf(rows).filter((rate) => !some.includes(rate))
        .map((rate) => formatNumber(rate, 2));
      const listed = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(rates);
      return rates.length === 0 ? [] : [
        `${ofScheme.length === 0 ? "At" : `${scheme}: at`} a contribution rate of ` +
        `${listed} % the fund is overdrawn on no path by ${last}.`,
      ];
    }),
  };
}

type Row = Table["rows"][number];

/** Rates that are paid, in per cent, each once and in order. */
function ratesOf(rows: readonly Row[]): readonly number[] {
  return [...new Set(rows.map(({ paid }) => Number(paid)))].toSorted((a, b) => a - b);
}
