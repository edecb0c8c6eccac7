import { type Month, monthOf, monthRange } from "@jkp/month";

/** First month of the statistics carried forward. */
export const FIRST_MONTH: Month = monthOf(2023, 1);

/** Last month of the statistics carried forward. */
export const LAST_MONTH: Month = monthOf(2025, 12);

/** The 36 months of the statistics carried forward. */
export const MONTHS: readonly Month[] = monthRange(FIRST_MONTH, LAST_MONTH);
