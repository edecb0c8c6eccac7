import type { Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import { figureToCsv } from "./figure_to_csv.ts";
import { figureToSvg } from "./figure_to_svg.ts";
import { tableToCsv } from "./table_to_csv.ts";
import { tableToMarkdown } from "./table_to_markdown.ts";

/** A figure that has been drawn already. */
export interface DrawnFigure {
  readonly drawn: Figure;
  /** Its picture. */
  readonly svg: string;
}

/** Where files stand, and which there are. */
export interface FilesOptions {
  /**
   * Folder of tables, such as `tables`.
   * @default none
   */
  readonly tablesIn?: string;
  /**
   * Folder of figures, such as `figures`.
   * @default none
   */
  readonly figuresIn?: string;
  /**
   * Whether figures are also written as plotly's JSON.
   * @default false
   */
  readonly hasPlotly?: boolean;
}

/**
 * The files of tables and figures, named by their ids: `ID.csv` and `ID.md` of a table,
 * `ID.csv` (its values) and `ID.svg` of a figure, and `ID.json` if plotly is wanted.
 *
 * Needs what {@link figureToSvg} needs if a figure is to be drawn.
 *
 * @param tables The tables.
 * @param figures The figures, drawn already or not; their ids name the files.
 * @param options Folders, and whether plotly is wanted.
 * @returns Contents by relative path.
 * @throws {RangeError} If two files would have one path, so that one would be lost: a
 * table and a figure of one id in one folder, or an id twice.
 *
 * @example The files of a table: the rate of JKP from 2021
 * ```ts
 * import { filesOf } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const rates = {
 *   id: "rates",
 *   number: "",
 *   title: "Contribution rate",
 *   columns: [{ key: "year", title: "Year", isGrouped: false }, {
 *     key: "rate",
 *     title: "Rate",
 *     unit: "%",
 *     decimals: 2,
 *   }],
 *   rows: [{ year: 2021, rate: 0.46 }],
 *   notes: [],
 *   source: "own calculations",
 * };
 * const files = await filesOf([rates], [], { tablesIn: "tables" });
 * assertEquals([...files.keys()], ["tables/rates.csv", "tables/rates.md"]);
 * assertEquals(files.get("tables/rates.csv"), "year,rate\r\n2021,0.46\r\n");
 * ```
 */
export async function filesOf(
  tables: readonly Table[],
  figures: readonly (Figure | DrawnFigure)[] = [],
  { tablesIn = "", figuresIn = "", hasPlotly = false }: FilesOptions = {},
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const put = (folder: string, name: string, content: string) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (files.has(path)) {
      throw new RangeError(
        `Cannot write tables and figures: an id of each is wanted, got ${path} twice`,
      );
    }
    files.set(path, content);
  };
  for (const table of tables) {
    put(tablesIn, `${table.id}.csv`, tableToCsv(table));
    put(tablesIn, `${table.id}.md`, tableToMarkdown(table));
  }
  for (const figure of figures) {
    const { drawn, svg } = "drawn" in figure
      ? figure
      : { drawn: figure, svg: await figureToSvg(figure) };
    put(figuresIn, `${drawn.id}.csv`, figureToCsv(drawn));
    put(figuresIn, `${drawn.id}.svg`, svg);
    if (!hasPlotly) continue;
    const { figureToPlotly } = await import("./figure_to_plotly.ts");
    const plotly = JSON.stringify(figureToPlotly(drawn), null, 1);
    put(figuresIn, `${drawn.id}.json`, plotly);
  }
  return files;
}
