import { END_REASONS, type JkpOutcome, type Sex } from "@jkp/extract";
import type {
  CodedColumn,
  Constant,
  MappedColumns,
  MappingFormat,
  MonthColumn,
  SourceColumn,
  WageColumn,
} from "./column_mapping.ts";

/** A claim that pays out a part of the savings, and closes no membership. */
export const PARTIAL_CLAIM = "partial";

/** What may stand for the reason of a claim. */
export const CLAIM_REASONS = [...END_REASONS, PARTIAL_CLAIM] as const;

/** A reason of a claim, or that it paid out a part alone. */
export type ClaimReason = typeof CLAIM_REASONS[number];

/** How the files of one table are written and what their columns are. */
export interface TableMapping<Columns> {
  readonly format: MappingFormat;
  readonly columns: Columns;
  /** Columns to group by: name in the extract, name in the file. */
  readonly carried: Readonly<Record<string, string>>;
}

/** Columns of a table of members, one row each. */
export interface MemberColumns {
  readonly member_id: SourceColumn;
  readonly sex: CodedColumn<Sex> | Constant<Sex>;
  readonly birth_month: MonthColumn;
}

/** Columns of a table of JHT claims. */
export interface ClaimColumns {
  readonly member_id: SourceColumn;
  readonly claim_month: MonthColumn;
  readonly end_reason: CodedColumn<ClaimReason> | Constant<ClaimReason>;
}

/** Columns of a ledger, one row a payment; those of members as far as it holds them. */
export interface PaymentColumns extends Partial<Omit<MemberColumns, "member_id">> {
  readonly member_id: SourceColumn;
  readonly employer_id?: SourceColumn;
  /** Month that the payment is for. */
  readonly contribution_month: MonthColumn;
  /** Last month that it is for, where it may be for several. */
  readonly contribution_to_month?: MonthColumn;
  /** Day or month of payment. */
  readonly paid_on?: MonthColumn;
  /** Wage of a month; below 0 where an earlier payment is taken back. */
  readonly monthly_wage_idr: WageColumn;
}

/**
 * Columns of a register of JKP claims: one row a payment, with `benefit_month`, or one row a
 * claim, with `first_benefit_month` and `months_paid`. What tells claims apart is
 * `claim_id`, or else member and `claim_month`.
 */
export interface JkpColumns {
  readonly member_id: SourceColumn;
  readonly claim_id?: SourceColumn;
  readonly claim_month?: MonthColumn;
  /** Month that a payment is for. */
  readonly benefit_month?: MonthColumn;
  /** Day or month of a payment. */
  readonly paid_on?: MonthColumn;
  /** First month that a claim was paid for. */
  readonly first_benefit_month?: MonthColumn;
  /** Months that a claim was paid for. */
  readonly months_paid?: SourceColumn;
  /** Of a payment, below 0 where one is taken back; or of all payments of a claim. */
  readonly amount_idr: WageColumn;
  /** What became of the claim; an empty cell is a running claim. */
  readonly outcome: CodedColumn<JkpOutcome> | Constant<JkpOutcome>;
  /** Month in which it ended. */
  readonly outcome_month?: MonthColumn;
}

/** Columns of spells, without what tables of members and claims say. */
export type JoinedSpellColumns =
  & Omit<MappedColumns, "sex" | "birth_month" | "end_reason" | "claim_month">
  & Partial<Pick<MappedColumns, "sex" | "birth_month" | "end_reason" | "claim_month">>;

/** Names of the columns, in order. */
export const MEMBER_COLUMNS = [
  "member_id",
  "sex",
  "birth_month",
] as const satisfies readonly (keyof MemberColumns)[];
export const CLAIM_COLUMNS = [
  "member_id",
  "claim_month",
  "end_reason",
] as const satisfies readonly (keyof ClaimColumns)[];
export const PAYMENT_COLUMNS = [
  "member_id",
  "employer_id",
  "contribution_month",
  "contribution_to_month",
  "paid_on",
  "monthly_wage_idr",
  "sex",
  "birth_month",
] as const satisfies readonly (keyof PaymentColumns)[];

export const JKP_COLUMNS = [
  "member_id",
  "claim_id",
  "claim_month",
  "benefit_month",
  "paid_on",
  "first_benefit_month",
  "months_paid",
  "amount_idr",
  "outcome",
  "outcome_month",
] as const satisfies readonly (keyof JkpColumns)[];

/** Mappings of the further tables of a register, as far as there are any. */
export interface TableMappings {
  readonly members?: TableMapping<MemberColumns>;
  readonly claims?: TableMapping<ClaimColumns>;
  readonly jkp?: TableMapping<JkpColumns>;
}

/** How a ledger of payments and its further tables are read. */
export interface LedgerMapping extends TableMapping<PaymentColumns> {
  readonly tables: TableMappings;
}

/** How spells are read whose members or claims stand in tables of their own. */
export interface JoinedMapping extends TableMapping<JoinedSpellColumns> {
  readonly tables: TableMappings;
}
