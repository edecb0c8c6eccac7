import type { Problem } from "@jkp/problem";
import { basename } from "node:path";
import { cellName, type Notebook, OWN_TAG } from "./notebook_file.ts";

/** What `reproduce` writes that a notebook can show. */
export interface WrittenItems {
  /** Every table as Markdown. */
  readonly tables: ReadonlySet<string>;
  /** Every figure as SVG. */
  readonly figures: ReadonlySet<string>;
}

/** Sorts the files of `reproduce` for comparison into tables and figures. */
export function writtenItems(files: ReadonlyMap<string, unknown>): WrittenItems {
  const contents = (folder: string, end: string) =>
    [...files].filter(([path]) => path.startsWith(folder) && path.endsWith(end))
      .map(([, content]) => String(content));
  return {
    tables: new Set(contents("tables/", ".md")),
    figures: new Set(contents("figures/", ".svg").map(withBareIds)),
  };
}

/** A picture whose ids are numbers alone: in a notebook each figure has ids of its own. */
function withBareIds(svg: string): string {
  return svg.replace(/( id="|#)[^"')]*-(\d+)(?=["')])/g, "$1$2");
}

/**
 * A problem for each table and figure of an executed notebook that is not what
 * `reproduce` wrote. Cells tagged `own` show other things and are left out.
 */
export function differingOutputs(
  path: string,
  notebook: Notebook,
  { tables, figures }: WrittenItems,
): Problem[] {
  const file = basename(path);
  return notebook.cells.flatMap((cell, i): Problem[] => {
    if (cell.metadata.tags.includes(OWN_TAG)) return [];
    return cell.outputs.flatMap(({ data }): Problem[] => {
      const place = cellName(cell, i);
      const markdown = textOf(data?.["text/markdown"]);
      if (markdown !== undefined && !tables.has(markdown)) {
        const received = markdown.split("\n", 1)[0]!;
        return [{ file, place, expected: "a table that reproduce writes", received }];
      }
      const svg = textOf(data?.["image/svg+xml"]);
      if (svg !== undefined && !figures.has(withBareIds(svg))) {
        return [{ file, place, expected: "a figure that reproduce writes" }];
      }
      return [];
    });
  });
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join("") : String(value);
}
