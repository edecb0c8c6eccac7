import { type Month, yearOf } from "@jkp/month";
import { firstOf } from "../first_of.ts";
import { countByLocale, numberByLocale } from "../number_format.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

const number = (value: number, decimals = 0, isGrouped = true) =>
  numberByLocale("en-US", value, decimals, isGrouped);

const count = (value: number) => countByLocale("en", value);

/** Numbers, shares, money and months. */
export const quantities = {
  /** A number with as many decimals as are asked for; without thousands for years. */
  number,
  /** A count, or another number with up to three decimals, its thousands set apart. */
  count,
  /** A count with its noun, whose plural has an s in English. */
  counted: (value: number, noun: string) =>
    `${count(value)} ${noun}${value === 1 ? "" : "s"}`,
  /** The first of some texts, and how many more there are. */
  firstOf: (texts: readonly string[], most: number) =>
    firstOf(texts, most, (shown, more) => `${shown} and ${count(more)} more`),
  /** A fraction in per cent, with as many decimals as are asked for. */
  percent: (fraction: number, decimals: number) =>
    `${number(100 * fraction, decimals, false)} %`,
  /** A number with as many decimals as it has, its thousands not set apart. */
  plainNumber: (value: number) => String(value),
  /** An amount of rupiah, whole. */
  rupiah: (amountIdr: number) => `${number(amountIdr)} IDR`,
  /** An amount of a currency, whole. */
  money: (amount: number, currency: string) => `${number(amount)} ${currency}`,
  /** A currency as it stands above a column of amounts. */
  currency: (currency: string) => currency,
  month: (month: Month) => `${MONTHS[month % 12]} ${yearOf(month)}`,
};
