import { cell, type CellReader, type Columns } from "@jkp/files";
import { formatMonth, type Month, monthCell } from "@jkp/month";
import {
  type ActiveRow,
  type InactiveRow,
  SERVICE_MONTHS,
  type ServiceRow,
  type WithdrawalRow,
} from "./statistics_extract.ts";
import { AGE_GROUPS, SEXES, TERMINATION_REASONS } from "./vocabulary.ts";

/** How one kind of value stands in a CSV cell. */
export interface CellKind<T> extends CellReader<T> {
  readonly format: (value: T) => string;
  /** Type and constraints as a Frictionless table schema has them. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A column of a file. */
export interface ColumnSpec<T> {
  readonly name: string;
  readonly description: string;
  readonly kind: CellKind<T>;
  /** Whether the file may lack it. */
  readonly presence?: "optional";
}

/** A file of the statistics extract: its columns by field of the row, in file order. */
export interface FileSpec<Row> {
  readonly file: string;
  readonly description: string;
  readonly columns: {
    readonly [Field in keyof Row]-?: ColumnSpec<NonNullable<Row[Field]>>;
  };
  /** Fields that together stand once. */
  readonly key: readonly (keyof Row)[];
}

const month: CellKind<Month> = {
  ...monthCell,
  format: formatMonth,
  schema: { type: "yearmonth" },
};

const count: CellKind<number> = {
  ...cell.count,
  format: String,
  schema: { type: "integer", constraints: { required: true, minimum: 0 } },
};

/** Decimals of counts of persons: a row of a sample may stand for a part of one. */
const COUNT_DECIMALS = 6;

const persons: CellKind<number> = {
  expected: `a number of 0 or more with at most ${COUNT_DECIMALS} decimals`,
  read: (text) =>
    new RegExp(`^\\d{1,15}(\\.\\d{1,${COUNT_DECIMALS}})?$`).test(text)
      ? Number(text)
      : undefined,
  format: (value) => String(Number(value.toFixed(COUNT_DECIMALS))),
  schema: { type: "number", constraints: { required: true, minimum: 0 } },
};

const wage: CellKind<number> = {
  ...plain(cell.between(0, Infinity, "an amount in rupiah of 0 or more")),
  format: String,
  schema: { type: "number", constraints: { required: true, minimum: 0 } },
};

const share: CellKind<number> = {
  ...plain(cell.between(0, 1, "a fraction from 0 to 1")),
  format: (value) => value.toFixed(6),
  schema: { type: "number", constraints: { required: true, minimum: 0, maximum: 1 } },
};

const sexColumn = { name: "sex", description: "Sex", kind: oneOf(SEXES) };
const ageColumn = {
  name: "age_group",
  description: "Age in completed years, quinquennial groups",
  kind: oneOf(AGE_GROUPS),
};
const recordsColumn: ColumnSpec<number> = {
  name: "records",
  description: "Rows of the register behind them; where missing, each person is one",
  kind: count,
  presence: "optional",
};
const monthColumn = { name: "month", description: "Calendar month", kind: month };

/** `active.csv` */
export const ACTIVE_FILE: FileSpec<ActiveRow> = {
  file: "active.csv",
  description: "Members who contributed in the month",
  columns: {
    month: monthColumn,
    sex: sexColumn,
    ageGroup: ageColumn,
    members: { name: "members", description: "Persons", kind: persons },
    records: recordsColumn,
    meanWageIdr: {
      name: "mean_wage_idr",
      description: "Mean monthly wage in rupiah before any ceiling; 0 without members",
      kind: wage,
    },
  },
  key: ["month", "sex", "ageGroup"],
};

/** `withdrawals.csv` */
export const WITHDRAWALS_FILE: FileSpec<WithdrawalRow> = {
  file: "withdrawals.csv",
  description: "Claims paid in the month that closed a membership",
  columns: {
    month: monthColumn,
    sex: sexColumn,
    ageGroup: ageColumn,
    reason: {
      name: "reason",
      description: "Reason stated for the end of the job",
      kind: oneOf(TERMINATION_REASONS),
    },
    claims: { name: "claims", description: "Claims, one a person", kind: persons },
    records: recordsColumn,
    meanWageIdr: {
      name: "mean_wage_idr",
      description:
        "Mean last monthly wage in rupiah before any ceiling; 0 without claims",
      kind: wage,
    },
  },
  key: ["month", "sex", "ageGroup", "reason"],
};

/** `service.csv` */
export const SERVICE_FILE: FileSpec<ServiceRow> = {
  file: "service.csv",
  description: "Continuous service of active members within the last 24 months",
  columns: {
    month: monthColumn,
    sex: sexColumn,
    ageGroup: ageColumn,
    monthsAtLeast: {
      name: "months_at_least",
      description: "Months of service reached",
      kind: oneOf<number>(SERVICE_MONTHS),
    },
    share: {
      name: "share",
      description: "Fraction of the active members with at least that service",
      kind: share,
    },
    records: recordsColumn,
  },
  key: ["month", "sex", "ageGroup", "monthsAtLeast"],
};

/** `inactive.csv` */
export const INACTIVE_FILE: FileSpec<InactiveRow> = {
  file: "inactive.csv",
  description: "Former contributors with no claim paid, at the end of the window",
  columns: {
    monthsSinceLastContribution: {
      name: "months_since_last_contribution",
      description: "Completed months since the last contribution",
      kind: count,
    },
    members: { name: "members", description: "Persons", kind: persons },
    records: recordsColumn,
  },
  key: ["monthsSinceLastContribution"],
};

/** Names of the data files, in the order they are described. */
export const DATA_FILES = [
  ACTIVE_FILE.file,
  WITHDRAWALS_FILE.file,
  SERVICE_FILE.file,
  INACTIVE_FILE.file,
] as const;

/** What was counted before rounding, where a part of a register was built to be merged. */
export const EXACT_SUMS_FILE = "exact_sums.csv";

/** What the register says of itself, beside the sums. */
export const COUNTED_REGISTER_FILE = "counted_register.toml";

/** Names of files that may stand beside the data. */
export const SUMS_FILES = [EXACT_SUMS_FILE, COUNTED_REGISTER_FILE] as const;

/** The fields of a row with their columns, in file order; optional ones if they are there. */
export function columnsOf<Row>(
  spec: FileSpec<Row>,
  hasOptional: boolean,
): { readonly field: keyof Row; readonly column: ColumnSpec<Row[keyof Row]> }[] {
  const fields = Object.keys(spec.columns) as (keyof Row)[];
  return fields.map((field) => ({
    field,
    column: spec.columns[field] as ColumnSpec<Row[keyof Row]>,
  })).filter(({ column }) => hasOptional || column.presence !== "optional");
}

/** The columns of a file, as the reader of tables wants them. */
export function readColumns<Row>(spec: FileSpec<Row>): Columns {
  return Object.fromEntries(
    columnsOf(spec, true).map(({ field, column: { name, kind, presence } }) => [
      field,
      presence === undefined ? [name, kind] : [name, kind, presence],
    ]),
  );
}

function oneOf<T extends string | number>(values: readonly T[]): CellKind<T> {
  return {
    ...cell.oneOf(values),
    format: String,
    schema: {
      type: typeof values[0] === "number" ? "integer" : "string",
      constraints: { required: true, enum: values },
    },
  };
}

/** A number in the one form that extracts have: digits, perhaps a point and digits. */
function plain(reader: CellReader<number>): CellReader<number> {
  const read = (text: string) =>
    /^\d{1,15}(\.\d+)?$/.test(text) ? reader.read(text) : undefined;
  return { ...reader, read };
}
