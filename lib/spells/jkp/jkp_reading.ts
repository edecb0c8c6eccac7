import { JKP_OUTCOMES } from "@jkp/extract";
import {
  type CodedColumn,
  codeLookup,
  type Constant,
  isConstant,
  isEmptyCell,
  type JkpColumns,
  matchedText,
  type MonthColumn,
  parseMonthAs,
  type TableMapping,
} from "@jkp/mapping";
import { isRecordedMonth } from "@jkp/month";
import { didYouMean, type Problem } from "@jkp/problem";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import type {
  ConstantReading,
  LabelReading,
  NumberReading,
} from "../decode/spell_reading.ts";
import { RUNNING } from "./claims_of_rows.ts";

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
): { readonly reading: JkpReading; readonly problems: Problem[] } {
  const month = ({ column, form }: MonthColumn): LabelReading => ({
    source: column,
    expected: `a month as ${form}`,
    parse: (text) => {
      if (isEmptyCell(text, format)) return MISSING;
      const read = parseMonthAs(form, text, format.twoDigitYearsFrom, format.timeZone);
      return read !== undefined && isRecordedMonth(read) ? read : UNREADABLE;
    },
  });
  const months = Object.fromEntries(JKP_MONTHS.flatMap((name) => {
    const column = columns[name];
    return column === undefined ? [] : [[name, month(column)]];
  }));
  const number = (source: string, factor: number) => ({ source, marks: format, factor });
  const reading = {
    memberId: columns.member_id.column,
    ...(columns.claim_id === undefined ? {} : { claimId: columns.claim_id.column }),
    months,
    outcome: outcomeReading(columns.outcome, (text) => isEmptyCell(text, format)),
    amountIdr: number(columns.amount_idr.column, columns.amount_idr.unitIdr),
    ...(columns.months_paid === undefined
      ? {}
      : { monthsPaid: number(columns.months_paid.column, 1) }),
  };
  const problems = sourcesOfJkp(reading).filter((source) => !held.includes(source))
    .map((source): Problem => ({
      file,
      place: "header",
      expected: `a column "${source}"${didYouMean(source, held)}`,
      received: held.join(", "),
    }));
  return { reading, problems };
}

function outcomeReading(
  outcome:
    | CodedColumn<typeof JKP_OUTCOMES[number]>
    | Constant<
      typeof JKP_OUTCOMES[number]
    >,
  isEmpty: (text: string) => boolean,
): JkpReading["outcome"] {
  if (isConstant(outcome)) return { constant: JKP_OUTCOMES.indexOf(outcome.constant) };
  const lookup = codeLookup(outcome.codes);
  return {
    source: outcome.column,
    expected: `one of ${Object.values(outcome.codes).flat().join(", ")}`,
    parse: (text) => {
      if (isEmpty(text)) return RUNNING;
      const standard = lookup.get(matchedText(text));
      return standard === undefined ? UNREADABLE : JKP_OUTCOMES.indexOf(standard);
    },
  };
}

/** Names of the columns that a reading needs from the file. */
export function sourcesOfJkp(reading: JkpReading): string[] {
  const { memberId, claimId, months, outcome, amountIdr, monthsPaid } = reading;
  const read = [...Object.values(months), outcome, amountIdr, monthsPaid]
    .flatMap((each) => each !== undefined && "source" in each ? [each.source] : []);
  return [memberId, ...(claimId === undefined ? [] : [claimId]), ...read];
}
