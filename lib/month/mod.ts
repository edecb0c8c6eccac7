/**
 * Calendar months as integers, and yearly figures spread over months.
 *
 * A {@link Month} is `year · 12 + calendar month − 1`, so that the distance between two
 * months is a subtraction.
 *
 * @module
 */

export {
  checkMonth,
  DAYS_PER_MONTH,
  formatMonth,
  type Month,
  monthOf,
  monthOfDate,
  monthRange,
  parseMonth,
  yearOf,
} from "./month.ts";
export { monthCell } from "./month_cell.ts";
export {
  EARLIEST_RECORDED,
  isRecordedMonth,
  LATEST_RECORDED,
  RECORDED_SPAN,
  recordedMonth,
} from "./recorded_month.ts";
export {
  levelsFromGrowth,
  type MonthlyShape,
  monthlySpread,
  monthlyValues,
  pathAfter,
  valueInYear,
  type YearlyPath,
} from "./yearly_path.ts";
