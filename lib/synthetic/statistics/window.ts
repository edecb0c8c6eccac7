import { type Month, monthOf, monthRange } from "@jkp/month";

/** First month of the synthetic statistics. */
export const FIRST_MONTH: Month = monthOf(2016, 1);

/** Last month of the synthetic statistics. */
export const LAST_MONTH: Month = monthOf(2019, 12);

/** The 48 months of the synthetic statistics. */
export const MONTHS: readonly Month[] = monthRange(FIRST_MONTH, LAST_MONTH);

/** The same months by calendar year. */
export const YEARS: readonly (readonly Month[])[] = [2016, 2017, 2018, 2019].map((year) =>
  monthRange(monthOf(year, 1), monthOf(year, 12))
);
