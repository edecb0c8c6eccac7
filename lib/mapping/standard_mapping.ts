import { END_REASONS, SEXES } from "@jkp/extract";
import {
  CARRIED_COLUMNS,
  type ColumnMapping,
  type MappingFormat,
} from "./column_mapping.ts";

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

/** Every code stands for itself. */
function ownCodes(codes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(codes.map((code) => [code, [code]]));
}
