import { END_REASONS, JKP_OUTCOMES, SEXES } from "@jkp/extract";
import {
  CARRIED_COLUMNS,
  type ColumnMapping,
  type MappingFormat,
} from "./column_mapping.ts";
import {
  CLAIM_REASONS,
  type LedgerMapping,
  type TableMappings,
} from "./table_mapping.ts";

/** How a file of the contract is written. */
export const STANDARD_FORMAT: MappingFormat = {
  delimiter: ",",
  decimalMark: ".",
  thousandsSeparator: "",
  encoding: "utf-8",
  emptyMarks: ["-", "NULL", "N/A", "NA", "#N/A"],
};

/** The mapping of a file that has the columns of the contract under their own names. */
export const STANDARD_MAPPING: ColumnMapping = {
  format: STANDARD_FORMAT,
  columns: {
    member_id: { column: "member_id" },
    sex: { column: "sex", codes: ownCodes(SEXES) },
    birth_month: { column: "birth_month", form: "YYYY-MM" },
    start_month: { column: "start_month", form: "YYYY-MM" },
    last_month: { column: "last_month", form: "YYYY-MM" },
    end_reason: { column: "end_reason", codes: ownCodes(END_REASONS) },
    claim_month: { column: "claim_month", form: "YYYY-MM" },
    monthly_wage_idr: { column: "monthly_wage_idr", unitIdr: 1 },
    weight: { column: "weight" },
  },
  carried: Object.fromEntries(CARRIED_COLUMNS.map((column) => [column, column])),
};

/** Mappings of further tables that have the columns of the contract. */
export const STANDARD_TABLES: Required<TableMappings> = {
  members: {
    format: STANDARD_FORMAT,
    columns: {
      member_id: { column: "member_id" },
      sex: STANDARD_MAPPING.columns.sex,
      birth_month: STANDARD_MAPPING.columns.birth_month,
    },
    carried: STANDARD_MAPPING.carried,
  },
  claims: {
    format: STANDARD_FORMAT,
    columns: {
      member_id: { column: "member_id" },
      claim_month: { column: "claim_month", form: "YYYY-MM" },
      end_reason: { column: "end_reason", codes: ownCodes(CLAIM_REASONS) },
    },
    carried: {},
  },
  jkp: {
    format: STANDARD_FORMAT,
    columns: {
      member_id: { column: "member_id" },
      claim_id: { column: "claim_id" },
      claim_month: { column: "claim_month", form: "YYYY-MM" },
      benefit_month: { column: "benefit_month", form: "YYYY-MM" },
      paid_on: { column: "paid_on", form: "YYYY-MM-DD" },
      first_benefit_month: { column: "first_benefit_month", form: "YYYY-MM" },
      months_paid: { column: "months_paid" },
      amount_idr: { column: "amount_idr", unitIdr: 1 },
      outcome: { column: "outcome", codes: ownCodes(JKP_OUTCOMES) },
      outcome_month: { column: "outcome_month", form: "YYYY-MM" },
    },
    carried: {},
  },
};

/**
 * The mapping of a ledger that has the columns of the contract under their own names; those
 * that a ledger may lack are read where they are there.
 */
export const STANDARD_LEDGER_MAPPING: LedgerMapping = {
  format: STANDARD_FORMAT,
  columns: {
    member_id: { column: "member_id" },
    employer_id: { column: "employer_id" },
    contribution_month: { column: "contribution_month", form: "YYYY-MM" },
    contribution_to_month: { column: "contribution_to_month", form: "YYYY-MM" },
    paid_on: { column: "paid_on", form: "YYYY-MM-DD" },
    monthly_wage_idr: { column: "monthly_wage_idr", unitIdr: 1 },
    sex: STANDARD_MAPPING.columns.sex,
    birth_month: STANDARD_MAPPING.columns.birth_month,
  },
  carried: STANDARD_MAPPING.carried,
  tables: {},
};

/** Every code stands for itself. */
function ownCodes(codes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(codes.map((code) => [code, [code]]));
}
