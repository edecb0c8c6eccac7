import { monthOf } from "@jkp/month";

/**
 * First month of contributions to provident savings of workers: the scheme ASTEK began then.
 *
 * @see Government Regulation 33/1977 on workers' social insurance, in force in December 1977.
 */
export const FIRST_PAYMENT = monthOf(1977, 12);

/** Most months that one payment can be for. */
export const MOST_MONTHS = 24;
