import { JKP_OUTCOMES } from "@jkp/extract";
import type { JkpColumns, TableMapping } from "@jkp/mapping";
import type { Said } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import { columnReadings } from "../decode/column_readings.ts";
import { missingColumns } from "../decode/reading_of.ts";
import type {
  ConstantReading,
  LabelReading,
  NumberReading,
} from "../decode/spell_reading.ts";

/** Columns of months of a register of claims. */
export const JKP_MONTHS = [
  "claim_month",
  "benefit_month",
  "paid_on",
  "first_benefit_month",
  "outcome_month",
] as const satisfies readonly (keyof JkpColumns)[];

/** How the rows of a file of the register are read. */
export interface JkpReading {
  readonly memberId: string;
  readonly claimId?: string;
  readonly months: { readonly [Column in typeof JKP_MONTHS[number]]?: LabelReading };
  /** An empty cell is a claim that is being paid. */
  readonly outcome: LabelReading | ConstantReading;
  readonly amountIdr: NumberReading;
  readonly monthsPaid?: NumberReading;
}

/**
 * How the rows of a file are read under a mapping, with a problem for each column that it
 * lacks.
 */
export function jkpReading(
  { format, columns }: TableMapping<JkpColumns>,
  file: string,
  held: readonly string[],
): { readonly reading: JkpReading; readonly problems: Said<Problem>[] } {
  const { months, codes, number } = columnReadings(format);
  const { claim_id: claimId, months_paid: monthsPaid, amount_idr: amount } = columns;
  const reading: JkpReading = {
    memberId: columns.member_id.column,
    ...(claimId === undefined ? {} : { claimId: claimId.column }),
    months: Object.fromEntries(JKP_MONTHS.flatMap((name) => {
      const column = columns[name];
      return column === undefined ? [] : [[name, months(column)]];
    })),
    outcome: codes(columns.outcome, (outcome) => JKP_OUTCOMES.indexOf(outcome)),
    amountIdr: number(amount, amount.unitIdr),
    ...(monthsPaid === undefined ? {} : { monthsPaid: number(monthsPaid, 1) }),
  };
  return { reading, problems: missingColumns(sourcesOfJkp(reading), held, file) };
}

/** Names of the columns that a reading needs from the file. */
export function sourcesOfJkp(reading: JkpReading): string[] {
  const { memberId, claimId, months, outcome, amountIdr, monthsPaid } = reading;
  const read = [...Object.values(months), outcome, amountIdr, monthsPaid]
    .flatMap((each) => each !== undefined && "source" in each ? [each.source] : []);
  return [memberId, ...(claimId === undefined ? [] : [claimId]), ...read];
}
