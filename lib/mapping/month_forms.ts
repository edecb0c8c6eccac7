import { type Month, monthOf } from "@jkp/month";
import { onClockOf } from "./time_zones.ts";

/**
 * How one form of writing a month is read.
 *
 * `pattern` is a regular expression for the trimmed text that JavaScript and Rust's regex
 * crate read alike: anchored, numbered groups, no lookaround. A text that it matches is a
 * month, unless it is a `name` that {@link MONTH_NUMBERS} does not hold, or its day is not in
 * the calendar.
 *
 * - `digits`: year and calendar month are groups of digits.
 * - `name`: the year is a group of digits, the calendar month a group of letters, in
 *   small letters a key of {@link MONTH_NUMBERS}.
 * - `serial`: one group counts days from {@link SERIAL_DAY_ZERO}.
 */
export type MonthPattern =
  | {
    readonly kind: "digits" | "name";
    readonly pattern: string;
    readonly yearGroup: number;
    readonly monthGroup: number;
    /** Group of the day, where the form has one; days are of the calendar. */
    readonly dayGroup?: number;
    /** How December 2019 looks. */
    readonly example: string;
  }
  | {
    readonly kind: "serial";
    readonly pattern: string;
    readonly dayGroup: number;
    /** How December 2019 looks. */
    readonly example: string;
  };

const YEAR = "([0-9]{4})";
const SHORT_YEAR = "([0-9]{2})";
const MONTH = "(0[1-9]|1[0-2])";
const DAY = "(0[1-9]|[12][0-9]|3[01])";
const LOOSE_MONTH = "(0?[1-9]|1[0-2])";
const LOOSE_DAY = "(0?[1-9]|[12][0-9]|3[01])";
const TIME = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?";
const MAYBE_TIME = `(?: ${TIME})?`;
const NAME = "([A-Za-z]{3,9})\\.?";
/** What programs put behind whole numbers of a column with gaps. */
const MAYBE_FRACTION = "(?:[.,]0+)?";

/** Year and month, then perhaps a day. */
function yearFirst(rest: string, example: string): MonthPattern {
  const pattern = `^${YEAR}${rest}$`;
  const day = rest.includes(DAY) ? { dayGroup: 3 } : {};
  return { kind: "digits", pattern, yearGroup: 1, monthGroup: 2, ...day, example };
}

/** A month before the year. */
function yearLast(
  beforeYear: string,
  example: string,
  kind: "digits" | "name" = "digits",
  year = YEAR,
): MonthPattern {
  const pattern = `^${beforeYear}${year}${MAYBE_TIME}$`;
  return { kind, pattern, yearGroup: 2, monthGroup: 1, example };
}

/** A day and a month before the year, the day first if nothing else is said. */
function dated(
  beforeYear: string,
  example: string,
  { kind = "digits", year = YEAR, dayGroup = 1 }: {
    readonly kind?: "digits" | "name";
    readonly year?: string;
    readonly dayGroup?: 1 | 2;
  } = {},
): MonthPattern {
  const pattern = `^${beforeYear}${year}${MAYBE_TIME}$`;
  return { kind, pattern, yearGroup: 3, monthGroup: 3 - dayGroup, dayGroup, example };
}

/**
 * The forms in which a column of months may be written, each with how it is read.
 *
 * Forms that begin with the year are strict, but that those of digits alone may end in
 * `.0`, as in a column of numbers with gaps. A moment that names its distance from UTC is
 * of no form: on which day it was is asked of a time zone. In the others a leading zero may
 * lack and a time may follow, as spreadsheets write them. A day that the calendar does not
 * have, such as 31 February, is of no form, though only the month is kept. Excel's serial
 * days have five digits: May 1927 to October 2173.
 */
export const MONTH_FORMS = {
  "YYYY-MM": yearFirst(`-${MONTH}`, "2019-12"),
  "YYYYMM": yearFirst(`${MONTH}${MAYBE_FRACTION}`, "201912"),
  "YYYY-MM-DD": yearFirst(`-${MONTH}-${DAY}`, "2019-12-31"),
  "YYYYMMDD": yearFirst(`${MONTH}${DAY}${MAYBE_FRACTION}`, "20191231"),
  "YYYY/MM/DD": yearFirst(`/${MONTH}/${DAY}`, "2019/12/31"),
  "YYYY-MM-DD HH:MM:SS": yearFirst(
    `-${MONTH}-${DAY}[ T]${TIME}`,
    "2019-12-31 23:59:59",
  ),
  "DD/MM/YYYY": dated(`${LOOSE_DAY}/${LOOSE_MONTH}/`, "31/12/2019"),
  "DD-MM-YYYY": dated(`${LOOSE_DAY}-${LOOSE_MONTH}-`, "31-12-2019"),
  "DD.MM.YYYY": dated(`${LOOSE_DAY}\\.${LOOSE_MONTH}\\.`, "31.12.2019"),
  "MM/DD/YYYY": dated(`${LOOSE_MONTH}/${LOOSE_DAY}/`, "12/31/2019", { dayGroup: 2 }),
  "MM/YYYY": yearLast(`${LOOSE_MONTH}/`, "12/2019"),
  "MM-YYYY": yearLast(`${LOOSE_MONTH}-`, "12-2019"),
  "DD MMM YYYY": dated(`${LOOSE_DAY}[ -]+${NAME}[ -]+`, "31 Desember 2019", {
    kind: "name",
  }),
  "MMM YYYY": yearLast(`${NAME}[ -]+`, "Des 2019", "name"),
  "DD/MM/YY": dated(`${LOOSE_DAY}/${LOOSE_MONTH}/`, "31/12/19", { year: SHORT_YEAR }),
  "DD MMM YY": dated(`${LOOSE_DAY}[ -]+${NAME}[ -]+`, "31-Des-19", {
    kind: "name",
    year: SHORT_YEAR,
  }),
  "MMM YY": yearLast(`${NAME}[ -]+`, "Des-19", "name", SHORT_YEAR),
  "Excel serial day": {
    kind: "serial",
    pattern: "^([1-9][0-9]{4})(?:[.,][0-9]+)?$",
    dayGroup: 1,
    example: "43830",
  },
} as const satisfies Readonly<Record<string, MonthPattern>>;

/** Name of a form in which months are written. */
export type MonthForm = keyof typeof MONTH_FORMS;

/** The names of the forms. */
export const MONTH_FORM_NAMES = Object.keys(MONTH_FORMS) as readonly MonthForm[];

/** Year from which two digits count, if nothing else is said: birth years of members. */
export const USUAL_FIRST_YEAR = 1930;

/**
 * Whether a text is a form that leaves out the century.
 *
 * @param form The name of a form.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { hasTwoDigitYears } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["DD/MM/YY", "DD/MM/YYYY"].map(hasTwoDigitYears), [true, false]);
 * ```
 */
export function hasTwoDigitYears(form: string): boolean {
  const known: readonly string[] = MONTH_FORM_NAMES;
  return known.includes(form) && /[^Y]YY$/.test(form);
}

/**
 * Day that Excel's serial days count from, so that they are right from March 1900 on.
 *
 * Excel's calendar has a 29 February 1900 that never was.
 */
export const SERIAL_DAY_ZERO = "1899-12-30";

/** Calendar month of the names in Indonesian and English, in small letters. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    ["januari", "january", "jan"],
    ["februari", "pebruari", "february", "feb", "peb"],
    ["maret", "march", "mar"],
    ["april", "apr"],
    ["mei", "may"],
    ["juni", "june", "jun"],
    ["juli", "july", "jul"],
    ["agustus", "august", "agust", "agu", "ags", "agt", "aug"],
    ["september", "sept", "sep"],
    ["oktober", "october", "okt", "oct"],
    ["november", "nopember", "nov", "nop"],
    ["desember", "december", "des", "dec"],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const EXPRESSIONS = new Map(
  MONTH_FORM_NAMES.map((form) => [form, new RegExp(MONTH_FORMS[form].pattern)]),
);

const DAY_IN_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a month written in a given form.
 *
 * @param form Name of the form.
 * @param text The text; spaces around it do not matter.
 * @param twoDigitYearsFrom Year from which a year of two digits counts.
 * @param timeZone Whose clock says on which day a moment was that names its distance from
 * UTC; if not given, such moments are of no form.
 * @returns The month, or `undefined` if the text is not of the form.
 *
 * @example Indonesian names and slashes
 * ```ts
 * import { parseMonthAs } from "@jkp/mapping";
 * import { formatMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMonth(parseMonthAs("DD MMM YYYY", "17 Agustus 2019")!), "2019-08");
 * assertEquals(formatMonth(parseMonthAs("DD/MM/YYYY", "3/4/2019")!), "2019-04");
 * assertEquals(formatMonth(parseMonthAs("DD MMM YY", "31-Des-89", 1930)!), "1989-12");
 * assertEquals(parseMonthAs("YYYY-MM", "2019-13"), undefined);
 * const [form, text] = ["YYYY-MM-DD HH:MM:SS", "2019-12-31T17:00:00Z"] as const;
 * assertEquals(parseMonthAs(form, text), undefined);
 * const inJakarta = parseMonthAs(form, text, undefined, "Asia/Jakarta")!;
 * assertEquals(formatMonth(inJakarta), "2020-01");
 * ```
 */
export function parseMonthAs(
  form: MonthForm,
  text: string,
  twoDigitYearsFrom: number = USUAL_FIRST_YEAR,
  timeZone?: string,
): Month | undefined {
  const isOfZone = timeZone !== undefined && form === "YYYY-MM-DD HH:MM:SS";
  const written = isOfZone ? onClockOf(timeZone, text.trim()) : text.trim();
  const groups = EXPRESSIONS.get(form)!.exec(written);
  if (groups === null) return undefined;
  const how: MonthPattern = MONTH_FORMS[form];
  if (how.kind === "serial") return monthOfSerialDay(Number(groups[how.dayGroup]));
  const monthText = groups[how.monthGroup]!;
  const month = how.kind === "digits"
    ? Number(monthText)
    : MONTH_NUMBERS.get(monthText.toLowerCase());
  const year = fullYear(groups[how.yearGroup]!, twoDigitYearsFrom);
  if (month === undefined) return undefined;
  const day = how.dayGroup === undefined ? 1 : Number(groups[how.dayGroup]);
  return day <= 28 || day <= daysIn(year, month) ? monthOf(year, month) : undefined;
}

/** Days of a calendar month. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A year of four digits, or of two in the hundred years from a first one. */
function fullYear(digits: string, twoDigitYearsFrom: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return twoDigitYearsFrom + ((year - twoDigitYearsFrom) % 100 + 100) % 100;
}

function monthOfSerialDay(day: number): Month {
  const date = new Date(Date.parse(SERIAL_DAY_ZERO) + day * DAY_IN_MS);
  return monthOf(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
