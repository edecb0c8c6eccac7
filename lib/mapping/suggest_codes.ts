import type { Words } from "@jkp/language";
import { JKP_OUTCOMES, type JkpOutcome, type Sex } from "@jkp/extract";
import type { ColumnChoice } from "./choose_by_name.ts";
import {
  endReasonOf,
  isPartialClaim,
  jkpOutcomeOf,
  NUMERIC_SEX_CODES,
  sexCodesOf,
} from "./codes.ts";
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
import { CLAIM_REASONS, type ClaimReason, PARTIAL_CLAIM } from "./table_mapping.ts";

type CodeWords = Words["mapping"]["question"];

/** A column of codes with what is open about it. */
export interface CodeSuggestion<Code extends string> {
  readonly source: CodedColumn<Code>;
  readonly questions: readonly MappingQuestion[];
}

/** The codes that a column writes for the sexes, and what is left open. */
export function suggestSexCodes(
  { source, match }: ColumnChoice,
  words: CodeWords,
): CodeSuggestion<Sex> {
  const values = source.values.map(({ value }) => value);
  const codes = sexCodesOf(values, match !== undefined);
  const isNumeric = codes.M?.join() === NUMERIC_SEX_CODES.M.join();
  const question: MappingQuestion = {
    kind: "numeric_codes",
    column: "sex",
    text: words.numericCodes(source.name),
    values: source.values,
  };
  return {
    source: { column: source.name, codes },
    questions: [
      ...(isNumeric ? [question] : []),
      ...unknownCodes("sex", source, codes, words),
    ],
  };
}

/**
 * The known codes that a column writes for the reasons of claims, and the unknown with
 * counts.
 */
export function suggestReasonCodes(
  { source }: ColumnChoice,
  words: CodeWords,
): CodeSuggestion<EndReasonCode> {
  return suggestCodes("end_reason", source, END_REASON_CODES, endReasonOf, words);
}

/**
 * The same of a table of claims, in which what pays out a part closes nothing, and a claim
 * always has a reason.
 */
export function suggestClaimReasons(
  { source }: ColumnChoice,
  words: CodeWords,
): CodeSuggestion<ClaimReason> {
  const meaning = (value: string) => {
    const code = isPartialClaim(value) ? PARTIAL_CLAIM : endReasonOf(value);
    return code === "none" ? undefined : code;
  };
  return suggestCodes("end_reason", source, CLAIM_REASONS, meaning, words);
}

/** The codes that a column writes for what became of claims of JKP. */
export function suggestOutcomes(
  { source }: ColumnChoice,
  words: CodeWords,
): CodeSuggestion<JkpOutcome> {
  return suggestCodes("outcome", source, JKP_OUTCOMES, jkpOutcomeOf, words);
}

function suggestCodes<Code extends string>(
  column: CodedName,
  source: SampleColumn,
  all: readonly Code[],
  codeOf: (value: string) => Code | undefined,
  words: CodeWords,
): CodeSuggestion<Code> {
  const values = distinctValues(source);
  const codes: { [Standard in Code]?: readonly string[] } = {};
  for (const code of all) {
    const known = values.filter((value) => codeOf(value) === code);
    if (known.length > 0) codes[code] = known;
  }
  return {
    source: { column: source.name, codes },
    questions: unknownCodes(column, source, codes, words),
  };
}

type CodedName = "sex" | "end_reason" | "outcome";

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
  column: CodedName,
  source: SampleColumn,
  codes: SourceCodes<Code>,
  words: CodeWords,
): MappingQuestion[] {
  const lookup = codeLookup(codes);
  const values: CountedValue[] = source.values.filter(({ value }) =>
    !lookup.has(matchedText(value))
  );
  if (source.filled > 0 && values.length === 0) return [];
  const text = source.filled === 0
    ? words.codesOfNothing(source.name)
    : words.codes(source.name);
  return [{ kind: "unknown_codes", column, text, values }];
}
