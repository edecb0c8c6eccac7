import type { Sex } from "@jkp/extract";
import type { ColumnChoice } from "./choose_by_name.ts";
import { endReasonOf, NUMERIC_SEX_CODES, sexCodesOf } from "./codes.ts";
import {
  type CodedColumn,
  codeLookup,
  END_REASON_CODES,
  type EndReasonCode,
  matchedText,
  type SourceCodes,
} from "./column_mapping.ts";
import type { CountedValue, SampleColumn } from "./sample_column.ts";
import type { MappingQuestion } from "./suggestion.ts";

/** A column of codes with what is open about it. */
export interface CodeSuggestion<Code extends string> {
  readonly source: CodedColumn<Code>;
  readonly questions: readonly MappingQuestion[];
}

/** The codes that a column writes for the sexes, and what is left open. */
export function suggestSexCodes({ source, match }: ColumnChoice): CodeSuggestion<Sex> {
  const values = source.values.map(({ value }) => value);
  const codes = sexCodesOf(values, match !== undefined);
  const isNumeric = codes.M?.join() === NUMERIC_SEX_CODES.M.join();
  const question: MappingQuestion = {
    kind: "numeric_codes",
    column: "sex",
    text: `Does 1 mean male and 2 female in "${source.name}"? It was taken so`,
    values: source.values,
  };
  return {
    source: { column: source.name, codes },
    questions: [...(isNumeric ? [question] : []), ...unknownCodes("sex", source, codes)],
  };
}

/**
 * The known codes that a column writes for the reasons of claims, and the unknown with
 * counts.
 */
export function suggestReasonCodes(
  { source }: ColumnChoice,
): CodeSuggestion<EndReasonCode> {
  const values = distinctValues(source);
  const codes: SourceCodes<EndReasonCode> = Object.fromEntries(
    END_REASON_CODES
      .map((code) => [code, values.filter((value) => endReasonOf(value) === code)])
      .filter(([, known]) => known!.length > 0),
  );
  return {
    source: { column: source.name, codes },
    questions: unknownCodes("end_reason", source, codes),
  };
}

/** The values of a column, each once: values that match alike are the same. */
function distinctValues({ values }: SampleColumn): string[] {
  const first = new Map<string, string>();
  for (const { value } of values) {
    const key = matchedText(value);
    if (!first.has(key)) first.set(key, value);
  }
  return [...first.values()];
}

function unknownCodes<Code extends string>(
  column: "sex" | "end_reason",
  source: SampleColumn,
  codes: SourceCodes<Code>,
): MappingQuestion[] {
  const lookup = codeLookup(codes);
  const values: CountedValue[] = source.values.filter(({ value }) =>
    !lookup.has(matchedText(value))
  );
  if (source.filled > 0 && values.length === 0) return [];
  const text = source.filled === 0
    ? `"${source.name}" holds nothing in the sample: which codes does it have?`
    : `What do these codes of "${source.name}" mean?`;
  return [{ kind: "unknown_codes", column, text, values }];
}
