import type { EndReason, Sex } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import { parquetReadObjects } from "hyparquet";
import { parse as parseToml } from "smol-toml";
import { CONTRACT_COLUMNS } from "./contract_columns.ts";

/** A spell as it stands in a file, read in the plainest way. */
export interface PlainSpell {
  readonly member: string;
  readonly sex: Sex;
  readonly birth: Month;
  readonly start: Month;
  readonly last: Month;
  readonly reason?: EndReason;
  readonly claim?: Month;
  readonly wageIdr: number;
}

/** What counts of an `extract.toml`. */
export interface PlainManifest {
  readonly first: Month;
  readonly last: Month;
  readonly drawn: Month;
  readonly growth: number;
}

/** A row of a file: text by column; empty where nothing stands. */
export type PlainRow = Readonly<Record<string, string>>;

/** How the flipped extracts' own columns are read: what a `mapping.toml` says. */
export interface PlainMapping {
  readonly columns: Readonly<Record<string, PlainColumn>>;
  readonly emptyMarks: readonly string[];
  readonly delimiter: string;
}

interface PlainColumn {
  readonly column: string;
  readonly form?: string;
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  readonly unit?: number;
}

const REASONS = ["layoff", "resignation", "retirement", "death"] as const;

/** The contract's own columns. */
export const PLAIN_MAPPING: PlainMapping = {
  columns: Object.fromEntries(CONTRACT_COLUMNS.map((column) => [column, { column }])),
  emptyMarks: [],
  delimiter: ",",
};

/** Reads an `extract.toml`; fails where a month is none. */
export function plainManifest(toml: string): PlainManifest {
  const read = parseToml(toml);
  const month = (key: string) => wanted(plainMonth(String(read[key]), "YYYY-MM"));
  return {
    first: month("first_month"),
    last: month("last_month"),
    drawn: month("extract_month"),
    growth: Number(read.wage_growth_per_year ?? 0),
  };
}

/** Reads a `mapping.toml` of the kind that the flipped extracts have. */
export function plainMapping(toml: string): PlainMapping {
  const read = parseToml(toml) as unknown as {
    format?: { empty_marks?: string[]; delimiter?: string };
    columns: Record<string, PlainColumn & { unit_idr?: number }>;
  };
  const columns = Object.entries(read.columns).map(([name, { unit_idr, ...column }]) =>
    [name, unit_idr === undefined ? column : { ...column, unit: unit_idr }] as const
  );
  return {
    columns: Object.fromEntries(columns),
    emptyMarks: read.format?.empty_marks ?? [],
    delimiter: read.format?.delimiter ?? ",",
  };
}

/**
 * The rows of a CSV file of UTF-8 in which nothing is quoted.
 * @throws {RangeError} If a line has not the cells of the header, or a mark of quotation.
 */
export function rowsOfCsv(bytes: Uint8Array, delimiter = ","): PlainRow[] {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  ensure(!text.includes('"'));
  const [header, ...rows] = text.split("\n").filter((line) => line !== "")
    .map((line) => line.split(delimiter).map((cell) => cell.trim()));
  ensure(rows.every((cells) => cells.length === header!.length));
  return rows.map((cells) =>
    Object.fromEntries(header!.map((name, at) => [name, cells[at]!]))
  );
}

/** The rows of a Parquet file, by another reader than that of the commands. */
export async function rowsOfParquet(bytes: Uint8Array): Promise<PlainRow[]> {
  const file = bytes.slice().buffer;
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, String(value ?? "")]),
    )
  );
}

/**
 * Rows as spells, sorted by member and start.
 * @throws {RangeError} If a row breaks a rule without which it cannot be counted.
 */
export function plainSpells(
  rows: readonly PlainRow[],
  { columns, emptyMarks }: PlainMapping,
  manifest: PlainManifest,
): PlainSpell[] {
  const spells = rows.map((row): PlainSpell => {
    const text = (name: string) => {
      const cell = wanted(row[wanted(columns[name]).column]).trim();
      return emptyMarks.includes(cell) ? "" : cell;
    };
    const month = (name: string) =>
      plainMonth(text(name), columns[name]!.form ?? "YYYY-MM");
    const code = <Code extends string>(name: string, codes: readonly Code[]) => {
      const { codes: written } = columns[name]!;
      const cell = text(name).toLowerCase();
      return codes.find((one) =>
        (written?.[one] ?? [one]).some((each) => each.toLowerCase() === cell)
      );
    };
    const reason = code("end_reason", REASONS);
    const claim = month("claim_month");
    ensure(text("end_reason") === "" || reason !== undefined);
    ensure(text("claim_month") === "" || claim !== undefined);
    ensure((reason === undefined) === (claim === undefined));
    ensure(/^\d+(\.\d+)?$/.test(text("monthly_wage_idr")));
    const spell = {
      member: text("member_id"),
      sex: wanted(code<Sex>("sex", ["M", "F"])),
      birth: wanted(month("birth_month")),
      start: wanted(month("start_month")),
      last: wanted(month("last_month")),
      wageIdr: Number(text("monthly_wage_idr")) * (columns.monthly_wage_idr!.unit ?? 1),
    };
    ensure(spell.member !== "" && spell.wageIdr > 0);
    ensure(spell.birth < spell.start && spell.start <= spell.last);
    ensure(spell.last <= manifest.last);
    ensure(claim === undefined || (claim >= spell.last && claim <= manifest.drawn));
    return { ...spell, ...(reason && { reason, claim: claim! }) };
  });
  return spells.sort((a, b) =>
    a.member === b.member ? a.start - b.start : a.member < b.member ? -1 : 1
  );
}

/** The forms of months that the flipped extracts are written in. */
const MONTH_FORMS: Readonly<Record<string, RegExp>> = {
  "YYYY-MM": /^(?<year>\d{4})-(?<month>\d\d)$/,
  "DD/MM/YYYY": /^(?<day>\d\d?)\/(?<month>\d\d?)\/(?<year>\d{4})$/,
};

/** A month of one of the forms that the flipped extracts are written in. */
function plainMonth(text: string, form: string): Month | undefined {
  const { year, month, day = "1" } = MONTH_FORMS[form]?.exec(text)?.groups ?? {};
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDate = date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return isDate ? monthOf(Number(year), Number(month)) : undefined;
}

function wanted<Value>(value: Value | undefined): Value {
  if (value === undefined) throw unreadable();
  return value;
}

function ensure(holds: boolean): void {
  if (!holds) throw unreadable();
}

function unreadable(): RangeError {
  return new RangeError("Cannot read what the flipped extract says");
}
