import type { Month } from "@jkp/month";
import type { Said } from "@jkp/language";
import { didYouMean, type Problem } from "@jkp/problem";
import { type ColumnMapping, isConstant } from "@jkp/mapping";
import { columnReadings, reasonCode, sexCode, weightSource } from "./column_readings.ts";
import type { SpellReading } from "./spell_reading.ts";

/**
 * How the rows of a file are read under a mapping, with a problem for each column that
 * the file lacks; carried columns and the weight are optional under the standard
 * mapping's own names. Where an empty last month means "still active", it is the last of
 * the extract.
 */
export function readingOf(
  mapping: ColumnMapping,
  columns: readonly string[],
  path: string,
  lastMonthOfExtract: Month,
): { reading: SpellReading; problems: Said<Problem>[] } {
  const { member_id, sex, monthly_wage_idr, ...others } = mapping.columns;
  const { months, lastMonths, codes, number } = columnReadings(mapping.format);
  const hasColumn = (name: string) => columns.includes(name);
  const carried = Object.entries(mapping.carried).filter(([name, source]) =>
    hasColumn(source) || name !== source
  );
  const weight = weightSource(mapping.columns.weight, hasColumn);
  const reading: SpellReading = {
    memberId: member_id.column,
    labels: {
      sex: codes(sex, sexCode),
      birth_month: months(others.birth_month),
      start_month: months(others.start_month),
      last_month: lastMonths(others.last_month, lastMonthOfExtract),
      end_reason: codes(others.end_reason, reasonCode),
      claim_month: months(others.claim_month),
    },
    monthlyWageIdr: number(monthly_wage_idr, monthly_wage_idr.unitIdr),
    weight: isConstant(weight) ? weight : number(weight, 1),
    carried: Object.fromEntries(carried),
  };
  const problems = missingColumns(sourcesOf(reading), columns, path);
  return { reading, problems };
}

/** A problem for each column that a file lacks. */
export function missingColumns(
  wanted: readonly string[],
  columns: readonly string[],
  path: string,
): Said<Problem>[] {
  return wanted.filter((source) => !columns.includes(source))
    .map((source) => ({ files, problem }) => ({
      file: path,
      place: files.place.header,
      expected: files.table.column(source, didYouMean(source, columns, problem)),
      received: columns.join(", "),
    }));
}

/** Names of the columns that a reading needs from the file, each once. */
export function sourcesOf(reading: SpellReading): string[] {
  const { memberId, labels, monthlyWageIdr, weight, carried } = reading;
  const sources = [...Object.values(labels), monthlyWageIdr, weight]
    .flatMap((column) => "source" in column ? [column.source] : []);
  return [...new Set([memberId, ...sources, ...Object.values(carried)])];
}
