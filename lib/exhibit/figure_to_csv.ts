import { cellsToCsv } from "./cells_to_csv.ts";
import type { Figure } from "./figure.ts";
import { withBandEnds } from "./drawing/bands.ts";
import { csvField } from "./format.ts";

/**
 * Writes the values of a figure as CSV (RFC 4180), one row a point: series, x, y; ends of
 * bands as series of their own. Numbers are as in {@link csvField}, line ends CRLF.
 */
export function figureToCsv(figure: Figure): string {
  const points = withBandEnds(figure).flatMap(({ name, x, y, isDashed }) =>
    x.flatMap((place, index) =>
      // A gap between two dashed levels is no value.
      isDashed && !Number.isFinite(y[index])
        ? []
        : [[name, csvField(place), csvField(y[index])]]
    )
  );
  return cellsToCsv([["series", "x", "y"], ...points]);
}
