import { type Month, monthOf } from "@jkp/month";
import { isFarDate, saysActive } from "./codes.ts";
import { hasTwoDigitYears, type MonthForm, parseMonthAs } from "./month_forms.ts";
import { type CountedValue, plausibleMonth, type SampleColumn } from "./sample_column.ts";

/** Months after the latest start from which an end is none: nobody knows it so long before. */
const LEAST_AHEAD = 60;

/** Rows with one text, and the share of them in which it must lie before the start. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.95;

/** Excel's day of January 2100. */
const FAR_SERIAL_DAY = 73_051;

const JANUARY_2100 = monthOf(2100, 1);

/** A column of months, and how they are written. */
interface ReadColumn {
  readonly source: SampleColumn;
  readonly form: MonthForm;
}

/**
 * The texts of a column of last months that seem to mean that a membership has not ended:
 * dates after 2100 or five years after the latest start, words such as "aktif", and of
 * years with two digits a 99 that lies before the start.
 */
export function openEndsOf(last: ReadColumn, start?: ReadColumn): CountedValue[] {
  const latestStart = start === undefined ? undefined : latest(start);
  const isOpen = ({ value, count }: CountedValue) => {
    if (saysActive(value) || isFar(last.form, value)) return true;
    const month = plausibleMonth(last.form, value);
    if (month === undefined || start === undefined) return false;
    if (latestStart !== undefined && month >= latestStart + LEAST_AHEAD) return true;
    return hasTwoDigitYears(last.form) && /99(?: |$)/.test(value) &&
      count >= LEAST_ROWS &&
      shareBefore(value, month, last.source, start) >= LEAST_SHARE;
  };
  return [...last.source.farDates, ...last.source.values.filter(isOpen)];
}

function isFar(form: MonthForm, value: string): boolean {
  if (isFarDate(value)) return true;
  if (form === "Excel serial day") {
    return /^[0-9]{5,7}$/.test(value) && Number(value) >= FAR_SERIAL_DAY;
  }
  const month = parseMonthAs(form, value);
  return month !== undefined && month >= JANUARY_2100;
}

function latest({ source, form }: ReadColumn): Month | undefined {
  const months = source.values.flatMap(({ value }) => plausibleMonth(form, value) ?? []);
  return months.length === 0 ? undefined : months.reduce((a, b) => Math.max(a, b));
}

/** Share of the rows with a text in which it lies before the start. */
function shareBefore(
  value: string,
  month: Month,
  last: SampleColumn,
  { source, form }: ReadColumn,
): number {
  const starts = source.cells.flatMap((cell, row) =>
    last.cells[row] !== value || cell === undefined
      ? []
      : plausibleMonth(form, cell) ?? []
  );
  if (starts.length === 0) return 0;
  return starts.filter((each) => month < each).length / starts.length;
}
