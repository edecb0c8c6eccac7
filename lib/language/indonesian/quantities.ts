import { type Month, yearOf } from "@jkp/month";
import type { quantities as english } from "../english/quantities.ts";
import { firstOf } from "../first_of.ts";
import { countByLocale, numberByLocale } from "../number_format.ts";

const MONTHS = [
  ...["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"],
  ...["Agustus", "September", "Oktober", "November", "Desember"],
];

const number = (value: number, decimals = 0, isGrouped = true) =>
  numberByLocale("id-ID", value, decimals, isGrouped);

const count = (value: number) => countByLocale("id", value);

/** A real minus sign stands before the Rp. */
function rupiah(amountIdr: number): string {
  const amount = number(amountIdr);
  return amount.startsWith("−") ? `−Rp${amount.slice(1)}` : `Rp${amount}`;
}

export const quantities: typeof english = {
  number,
  count,
  counted: (value: number, noun: string) => `${count(value)} ${noun}`,
  firstOf: (texts, most) =>
    firstOf(texts, most, (shown, more) => `${shown} dan ${count(more)} lagi`),
  percent: (fraction: number, decimals: number) =>
    `${number(100 * fraction, decimals, false)} persen`,
  plainNumber: (value: number) => String(value).replace(".", ","),
  rupiah,
  money: (amount: number, currency: string) =>
    currency === "IDR" ? rupiah(amount) : `${number(amount)} ${currency}`,
  currency: (currency: string) => currency === "IDR" ? "Rp" : currency,
  month: (month: Month) => `${MONTHS[month % 12]} ${yearOf(month)}`,
};
