/**
 * Calendar months as integers, and yearly figures spread over months.
 *
 * A {@link Month} is `year · 12 + calendar month − 1`, so that the distance between two
 * months is a subtraction.
 *
 * @module
 */

export * from "./month.ts";
export * from "./month_cell.ts";
export * from "./yearly_path.ts";
