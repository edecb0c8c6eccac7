import { type Displayable, displayPage } from "@jkp/exhibit";
import { filedView } from "@jkp/explorer";
import { readExplorerData } from "@jkp/explorer/read";
import type { StatisticsExtract } from "@jkp/extract";
import type { Language } from "@jkp/language";
import { checkOptions } from "@jkp/problem";
import { REPORT_VALUATION } from "@jkp/valuation/read";

/** What to explore. */
export interface ExplorerOptions {
  /**
   * A name of data/valuations, or the path of a valuation of one's own.
   * @default {"report_2021"}
   */
  readonly valuation?: string;
  /**
   * Folder of a statistics extract, or the extract itself.
   * @default the valuation's
   */
  readonly extract?: string | StatisticsExtract | undefined;
  /** @default {"en"} */
  readonly language?: Language;
  /**
   * Of the frame, in pixels.
   * @default {900}
   */
  readonly height?: number;
}

/**
 * The explorer of a valuation, as `deno task explorer` writes it, for a cell: designs,
 * scenarios and assumptions are changed by slider and number, and valued at once.
 *
 * @param options What to explore.
 * @returns What shows itself: `await show(await explorer())`.
 * @throws {DataError} If the valuation cannot be read.
 *
 * @example JKP as it is, in Indonesian
 * ```ts
 * import { mediaBundle } from "@jkp/exhibit";
 * import { explorer } from "@jkp/notebook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const shown = await explorer({ valuation: "jkp_2026", language: "id" });
 * const { "text/plain": title } = await mediaBundle(shown);
 * assertStringIncludes(String(title), "Job loss guarantee (JKP)");
 * ```
 */
export async function explorer(options: ExplorerOptions = {}): Promise<Displayable> {
  const names = ["valuation", "extract", "language", "height"] as const;
  checkOptions("show an explorer", options, names);
  const { valuation = REPORT_VALUATION, extract, language = "en", height = 900 } =
    options;
  const data = await readExplorerData([valuation], { extract });
  const [{ file }] = data.valuations as [typeof data.valuations[number]];
  // The bundler is loaded by who asks for a page, not by every notebook.
  const { explorerPage } = await import("@jkp/explorer/write");
  const page = await explorerPage(data, {
    view: { ...filedView(data, file.name), language },
  });
  return displayPage(page, { title: `Explorer: ${file.title}`, height });
}
