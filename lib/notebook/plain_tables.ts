import { capitalized, type CellValue, type Column, type Table } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { shownValue, valueInWords } from "@jkp/problem";
import { MOST_ROWS } from "./frame_rows.ts";

type AnyRecord = Readonly<Record<string, unknown>>;

/** Keys whose whole numbers are months. */
const MONTH_KEYS = /^(month|from|firstMonth|lastMonth|\w+(?<![Pp]er)Month)$/;

/** Months from 1900 to 2099 as `Month`: no other whole numbers of these keys. */
const MONTHS = [1900 * 12, 2100 * 12] as const;

/** Keys whose whole numbers are years. */
const YEAR_KEYS = /^(year|\w+Year)$/;

/**
 * Records as a table: a row each, a column for each key.
 *
 * @param records The records; of many the first hundred.
 * @param frame How many there are in all, if these are the first; columns, which a frame
 * has without rows too.
 */
export function recordsTable(
  records: readonly AnyRecord[],
  { height = records.length, columns = [] }: {
    readonly height?: number;
    readonly columns?: readonly string[];
  } = {},
): Table {
  const shown = records.slice(0, MOST_ROWS);
  const keys = [...new Set([...columns, ...shown.flatMap(Object.keys)])];
  const left = height - shown.length;
  return {
    ...PLAIN,
    columns: keys.map((key) => columnOf(key, shown.map((record) => record[key]))),
    rows: shown.map((record) =>
      Object.fromEntries(keys.map((key) => [key, cellOf(key, record[key])]))
    ),
    notes: left > 0 ? [`${left.toLocaleString("en")} further rows.`] : [],
  };
}

/** A list of single values as a table; places count from 0, as in the list. */
export function valuesTable(values: readonly unknown[]): Table {
  return recordsTable(
    values.slice(0, MOST_ROWS).map((value, place) => ({ place, value })),
    { height: values.length },
  );
}

/**
 * A record as a table: of columns of one length, a row each place; of a path by year, a row
 * a year; else a row a key.
 */
export function recordTable(record: AnyRecord): Table {
  const entries = Object.entries(record);
  const lists = entries.flatMap(([key, value]) =>
    Array.isArray(value) || ArrayBuffer.isView(value)
      ? [[key, Array.from(value as unknown as ArrayLike<unknown>)] as const]
      : []
  );
  const length = lists[0]?.[1].length ?? 0;
  const isOfColumns = length > 0 && lists.every(([, list]) => list.length === length) &&
    entries.length - lists.length <= 1 &&
    lists.every(([, list]) => list.every((value) => !isObject(value)));
  if (!isOfColumns) {
    return recordsTable(entries.map(([name, value]) => ({ name, value })));
  }
  const { firstMonth, firstYear } = record;
  const start = (place: number) =>
    typeof firstMonth === "number"
      ? { month: firstMonth + place }
      : typeof firstYear === "number"
      ? { year: firstYear + place }
      : {};
  return recordsTable(
    Array.from({ length: Math.min(length, MOST_ROWS) }, (_, place) => ({
      ...start(place),
      ...Object.fromEntries(lists.map(([key, list]) => [key, list[place]])),
    })),
    { height: length },
  );
}

/** What a table says of itself that was given no more than rows. */
export const PLAIN = {
  id: "values",
  number: "",
  title: "",
  notes: [],
  source: "",
} as const;

function columnOf(key: string, values: readonly unknown[]): Column {
  const numbers = values.filter((value) => typeof value === "number");
  return {
    key,
    title: headingOf(key),
    ...decimalsOf(numbers),
    ...(YEAR_KEYS.test(key) ? { isGrouped: false } : {}),
  };
}

/** Decimals that show four digits of the largest number; none of whole or large numbers. */
function decimalsOf(numbers: readonly number[]): { readonly decimals?: number } {
  const finite = numbers.filter(Number.isFinite);
  if (finite.every(Number.isInteger)) return {};
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const digits = largest === 0 ? 0 : Math.floor(Math.log10(largest));
  return digits >= 3 ? {} : { decimals: Math.min(8, Math.max(2, 3 - digits)) };
}

/** `ratePerMonth` and `age_group` as headings. */
export function headingOf(key: string): string {
  const words = key.replaceAll("_", " ")
    .replaceAll(/(?<=[a-z0-9])([A-Z])(?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalized(words).replace(/ ?[Ii]dr$/, " (rupiah)");
}

/** A value as a cell: dates and booleans in words, months by the name of their column. */
export function cellOf(key: string, value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") {
    const isMonth = MONTH_KEYS.test(key) && Number.isInteger(value) &&
      value >= MONTHS[0] && value < MONTHS[1];
    return isMonth ? formatMonth(value) : Number.isFinite(value) ? value : null;
  }
  if (typeof value === "string") return shownValue(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) return dateOf(value);
  if (isPath(value)) {
    const { firstYear, values } = value;
    return `${values.length} values from ${firstYear}`;
  }
  return valueInWords(value);
}

/** A day; with its time, if it has one. */
function dateOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return "no date";
  return date.toISOString().replace(/T00:00:00.000Z$/, "").replace(/\.000Z$/, "Z");
}

function isPath(
  value: unknown,
): value is { readonly firstYear: number; readonly values: readonly number[] } {
  return isObject(value) && "firstYear" in value && "values" in value &&
    Array.isArray(value.values);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
