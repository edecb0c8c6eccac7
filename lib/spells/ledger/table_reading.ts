import {
  type ClaimColumns,
  isConstant,
  type JoinedSpellColumns,
  type MappingFormat,
  type MemberColumns,
  type PaymentColumns,
  type SourceColumn,
  type TableMapping,
} from "@jkp/mapping";
import type { Said } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import {
  columnReadings,
  reasonCode,
  sexCode,
  weightSource,
} from "../decode/column_readings.ts";
import { missingColumns } from "../decode/reading_of.ts";
import type {
  ConstantReading,
  LabelReading,
  NumberReading,
} from "../decode/spell_reading.ts";
import type { Month } from "@jkp/month";
import type { Expr } from "nodejs-polars";
import type { RuleName } from "../check/finding.ts";
import { MOST_WAGE_IDR } from "../check/row_rules.ts";
import { polars } from "../source/polars.ts";
import type { Wanted } from "../source/wanted.ts";
import { claimCode } from "./claim_codes.ts";
import { FIRST_PAYMENT, MOST_MONTHS } from "./payment_limits.ts";

/** One column of compact rows, and how it is read. */
export type Field =
  /** A number of a member or employer, as a hash of 64 bits; `expected` names it. */
  | { readonly kind: "id"; readonly source: string; readonly expected: Wanted }
  /** A month or code; `isOptional`: an empty cell says something. */
  | {
    readonly kind: "label";
    readonly reading: LabelReading | ConstantReading;
    readonly isOptional?: boolean;
  }
  /** An amount in whole rupiah, or a number as it is. */
  | { readonly kind: "rupiah"; readonly reading: NumberReading }
  | { readonly kind: "number"; readonly reading: NumberReading | ConstantReading };

/** What must hold of the values of a row. */
export interface FieldRule {
  readonly rule: RuleName;
  /** Field that is shown. */
  readonly field: string;
  readonly expected: Wanted;
  /** Whether a row breaks it, in polars, by the names of fields. */
  readonly isBroken: () => Expr;
}

/** How the rows of a table become compact rows: a field for each of their columns. */
export interface TableReading {
  readonly fields: Readonly<Record<string, Field>>;
  readonly rules: readonly FieldRule[];
  /** Columns to group by: name in the extract, name in the file. */
  readonly carried: Readonly<Record<string, string>>;
  /** Whether the number of the member is kept as text beside its hash. */
  readonly keepsMember?: boolean;
}

const MEMBER: Wanted = ["member"];
const EMPLOYER: Wanted = ["employer"];

const id = ({ column }: SourceColumn, expected: Wanted): Field => ({
  kind: "id",
  source: column,
  expected,
});

/**
 * How payments are read from a file with some columns. What a ledger of the contract's own
 * names may lack is read where it is there.
 */
export function paymentsReading(
  { format, columns, carried }: TableMapping<PaymentColumns>,
  has: (column: string) => boolean,
  extractMonth: Month,
): TableReading {
  const { months } = columnReadings(format);
  const { employer_id: employer, contribution_to_month: to, paid_on: paid } = columns;
  const isThere = (source: SourceColumn | undefined, name: string) =>
    source !== undefined && (source.column !== name || has(name));
  return {
    fields: {
      member: id(columns.member_id, MEMBER),
      ...(isThere(employer, "employer_id") ? { employer: id(employer!, EMPLOYER) } : {}),
      month: { kind: "label", reading: months(columns.contribution_month) },
      ...(isThere(to, "contribution_to_month")
        ? { to: { kind: "label", reading: months(to!), isOptional: true } }
        : {}),
      ...(isThere(paid, "paid_on")
        ? { paid: { kind: "label", reading: months(paid!) } }
        : {}),
      wage: wageField(format, columns.monthly_wage_idr, "rupiah"),
      ...memberFields(format, columns),
    },
    rules: paymentRules(extractMonth, {
      hasTo: isThere(to, "contribution_to_month"),
      hasPaid: isThere(paid, "paid_on"),
    }),
    keepsMember: columns.sex !== undefined,
    carried: carriedOf(carried, has),
  };
}

/** How members are read, one a row. */
export function membersReading(
  { format, columns, carried }: TableMapping<MemberColumns>,
  has: (column: string) => boolean,
): TableReading {
  return {
    fields: { member: id(columns.member_id, MEMBER), ...memberFields(format, columns) },
    rules: [],
    keepsMember: true,
    carried: carriedOf(carried, has),
  };
}

/** How claims are read. */
export function claimsReading(
  { format, columns }: TableMapping<ClaimColumns>,
  extractMonth: Month,
): TableReading {
  const { months, codes } = columnReadings(format);
  return {
    fields: {
      member: id(columns.member_id, MEMBER),
      month: { kind: "label", reading: months(columns.claim_month) },
      reason: { kind: "label", reading: codes(columns.end_reason, claimCode) },
    },
    rules: [monthUpTo("no_future_months", "month", extractMonth)],
    carried: {},
  };
}

/** How spells are read whose members or claims stand in tables of their own. */
export function joinedReading(
  { format, columns, carried }: TableMapping<JoinedSpellColumns>,
  has: (column: string) => boolean,
  lastMonthOfExtract: Month,
): TableReading {
  const { months, lastMonths, codes, number } = columnReadings(format);
  const { last_month: last, end_reason: reason, claim_month: claim } = columns;
  const weight = weightSource(columns.weight, has);
  return {
    fields: {
      member: id(columns.member_id, MEMBER),
      start: { kind: "label", reading: months(columns.start_month) },
      last: { kind: "label", reading: lastMonths(last, lastMonthOfExtract) },
      ...(reason === undefined ? {} : {
        reason: { kind: "label", reading: codes(reason, reasonCode), isOptional: true },
      }),
      ...(claim === undefined ? {} : {
        claim: { kind: "label", reading: months(claim), isOptional: true },
      }),
      wage: wageField(format, columns.monthly_wage_idr, "number"),
      weight: {
        kind: "number",
        reading: isConstant(weight) ? weight : number(weight, 1),
      },
      ...memberFields(format, columns),
    },
    rules: [],
    keepsMember: columns.sex !== undefined,
    carried: carriedOf(carried, has),
  };
}

/** What must hold of a payment. */
function paymentRules(
  extractMonth: Month,
  { hasTo, hasPaid }: { hasTo: boolean; hasPaid: boolean },
): FieldRule[] {
  const months = () => polars.col("to").cast(polars.Int32).minus(polars.col("month"));
  const isGiven = () => polars.col("to").gt(polars.lit(0));
  return [
    {
      ...monthUpTo("payment_months", "month", extractMonth),
      isBroken: () =>
        polars.col("month").gt(polars.lit(extractMonth))
          .or(polars.col("month").lt(polars.lit(FIRST_PAYMENT))),
      expected: ["paymentMonth", FIRST_PAYMENT, extractMonth],
    },
    ...(hasPaid ? [monthUpTo("payment_months", "paid", extractMonth)] : []),
    ...(hasTo
      ? [
        {
          rule: "payment_months",
          field: "to",
          expected: ["lastPaidMonth", MOST_MONTHS, extractMonth] satisfies Wanted,
          isBroken: () =>
            isGiven().and(
              months().lt(polars.lit(0)).or(months().gtEq(polars.lit(MOST_MONTHS)))
                .or(polars.col("to").gt(polars.lit(extractMonth))),
            ),
        } as const,
      ]
      : []),
    {
      rule: "wage_possible",
      field: "wage",
      expected: ["wageAtMost", MOST_WAGE_IDR],
      isBroken: () => polars.col("wage").abs().gt(polars.lit(MOST_WAGE_IDR)),
    },
  ];
}

function monthUpTo(rule: RuleName, field: string, last: Month): FieldRule {
  return {
    rule,
    field,
    expected: ["claimMonth", last],
    isBroken: () => polars.col(field).gt(polars.lit(last)),
  };
}

/** Names of the columns that a reading needs from the file, each once. */
export function sourcesOfTable({ fields, carried }: TableReading): string[] {
  const sources = Object.values(fields).flatMap((field) => {
    const from = field.kind === "id" ? field : field.reading;
    return "source" in from ? [from.source] : [];
  });
  return [...new Set([...sources, ...Object.values(carried)])];
}

/** A problem for each column of a reading that the file lacks. */
export function problemsOfTable(
  reading: TableReading,
  columns: readonly string[],
  path: string,
): Said<Problem>[] {
  return missingColumns(sourcesOfTable(reading), columns, path);
}

function memberFields(
  format: MappingFormat,
  { sex, birth_month: birth }: Partial<MemberColumns>,
): Record<string, Field> {
  const { months, codes } = columnReadings(format);
  return {
    ...(sex === undefined
      ? {}
      : { sex: { kind: "label", reading: codes(sex, sexCode) } }),
    ...(birth === undefined ? {} : { birth: { kind: "label", reading: months(birth) } }),
  };
}

function wageField(
  format: MappingFormat,
  wage: PaymentColumns["monthly_wage_idr"],
  kind: "rupiah" | "number",
): Field {
  return { kind, reading: columnReadings(format).number(wage, wage.unitIdr) };
}

/** Carried columns; those of the contract's own names where they are there. */
function carriedOf(
  carried: Readonly<Record<string, string>>,
  has: (column: string) => boolean,
): Record<string, string> {
  const wanted = Object.entries(carried);
  return Object.fromEntries(
    wanted.filter(([name, source]) => has(source) || name !== source),
  );
}
