import { type Language, type Words, wordsOf } from "@jkp/language";
import { chooseByName, type ColumnChoice } from "./choose_by_name.ts";
import {
  CARRIED_COLUMNS,
  type LastMonthColumn,
  type MappingFormat,
  type SourceCodes,
  type SourceColumn,
  type WageColumn,
} from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import { hasTwoDigitYears, type MonthForm, USUAL_FIRST_YEAR } from "./month_forms.ts";
import { onOneClock } from "./one_clock.ts";
import { type KnownOfFile, sampleColumns } from "./sample_column.ts";
import type { MappingSample } from "./sniff_format.ts";
import {
  suggestClaimReasons,
  suggestOutcomes,
  suggestSexCodes,
} from "./suggest_codes.ts";
import {
  shortYearsQuestion,
  suggestMapping,
  withOpenEndMarks,
} from "./suggest_mapping.ts";
import { suggestMonths } from "./suggest_months.ts";
import { suggestWage } from "./suggest_wage.ts";
import {
  choiceQuestions,
  describeChoice,
  fileQuestions,
  missingQuestions,
} from "./suggestion_words.ts";
import type { ColumnSuggestion, MappingQuestion } from "./suggestion.ts";
import {
  CLAIM_COLUMNS,
  JKP_COLUMNS,
  MEMBER_COLUMNS,
  PAYMENT_COLUMNS,
} from "./table_mapping.ts";
import { TABLE_NAMES, type TableKind } from "./table_names.ts";

/** Where a column of a table comes from, as far as it could be found. */
export type DraftColumn =
  & Partial<Omit<LastMonthColumn & WageColumn, "column">>
  & SourceColumn
  & { readonly codes?: SourceCodes<string> };

/** How a table seems to be read, with its reasons and open questions. */
export interface TableSuggestion {
  readonly kind: TableKind;
  readonly format: MappingFormat;
  readonly columns: { readonly [Column in ContractColumn]?: DraftColumn };
  /** Columns to group by: name in the extract, name in the file. */
  readonly carried: Readonly<Record<string, string>>;
  readonly found: readonly ColumnSuggestion[];
  readonly questions: readonly MappingQuestion[];
  /** Language of what is found and asked. */
  readonly language: Language;
  /** Columns of the file that are not used. */
  readonly unused: readonly string[];
}

/** Columns of the contract in the order in which they are written. */
export const TABLE_COLUMNS = {
  payments: PAYMENT_COLUMNS,
  members: MEMBER_COLUMNS,
  claims: CLAIM_COLUMNS,
  jkp: JKP_COLUMNS,
} as const satisfies Partial<Record<TableKind, readonly ContractColumn[]>>;

/** Months of the tables beside spells, in the order in which they follow each other. */
const MONTHS: readonly ContractColumn[] = [
  "birth_month",
  "contribution_month",
  "contribution_to_month",
  "claim_month",
  "first_benefit_month",
  "benefit_month",
  "paid_on",
  "outcome_month",
];

/**
 * A mapping for a table of a kind, from its header and some of its rows, as `suggestMapping`
 * makes one for spells.
 *
 * @param kind What the table is, as `recognizeTable` finds it.
 * @param sample Header and rows.
 * @param format How its files are written.
 * @param known What is known beside the sample, as `suggestMapping` takes it.
 * @returns The mapping as far as it could be found, what speaks for it and what is open.
 *
 * @example Payments of an employer
 * ```ts
 * import { STANDARD_FORMAT, suggestTable } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const { columns, questions } = suggestTable("payments", {
 *   columns: ["NPP", "KPJ", "BLTH", "Upah"],
 *   rows: [["AA01", "17001", "01-2019", "4250"], ["AA01", "17002", "02-2019", "5100"]],
 * }, STANDARD_FORMAT);
 * assertEquals(columns.contribution_month, { column: "BLTH", form: "MM-YYYY" });
 * assertEquals(columns.monthly_wage_idr, { column: "Upah", unitIdr: 1_000 });
 * assertEquals(questions, []);
 * ```
 */
export function suggestTable(
  kind: TableKind,
  sample: MappingSample,
  format: MappingFormat,
  known: KnownOfFile = {},
): TableSuggestion {
  return kind === "spells"
    ? suggestSpells(sample, format, known)
    : suggestOther(kind, sample, format, known);
}

function suggestSpells(
  sample: MappingSample,
  format: MappingFormat,
  known: KnownOfFile = {},
): TableSuggestion {
  const { mapping, lastMonths: _, ...said } = suggestMapping(sample, format, known);
  const columns = mapping.columns as TableSuggestion["columns"];
  const { format: marked, carried } = mapping;
  return { kind: "spells", format: marked, columns, carried, ...said };
}

function suggestOther(
  kind: keyof typeof TABLE_COLUMNS,
  sample: MappingSample,
  plain: MappingFormat,
  known: KnownOfFile = {},
): TableSuggestion {
  const { language = "en" } = known;
  const { mapping: words } = wordsOf(language);
  const { sample: read, format: zoned, seen, questions: zones } = onOneClock(
    { sample, format: plain, seen: known.seen },
    words,
  );
  const format = withOpenEndMarks(zoned, read);
  const all = sampleColumns(read, format, seen);
  const once = all.filter(({ name }) =>
    all.filter((other) => other.name === name).length === 1
  );
  const byName = chooseByName(once, format, TABLE_NAMES[kind]);
  const choices = kind === "jkp" ? ofOneForm(byName.choices) : byName.choices;
  const { columns, questions } = suggestColumns(
    kind,
    choices,
    format,
    words,
    known.forms,
  );
  const hasShortYears = Object.values(columns).some(({ form }) =>
    form !== undefined && hasTwoDigitYears(form)
  );
  const used = new Set(choices.map(({ source }) => source.name));
  const isCarried = ({ column }: ColumnChoice) =>
    CARRIED_COLUMNS.some((each) => each === column);
  const order: readonly ContractColumn[] = [...TABLE_COLUMNS[kind], ...CARRIED_COLUMNS];
  return {
    kind,
    format: hasShortYears ? { ...format, twoDigitYearsFrom: USUAL_FIRST_YEAR } : format,
    columns,
    carried: Object.fromEntries(
      choices.filter(isCarried).map(({ column, source }) => [column, source.name]),
    ),
    found: choices
      .toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
      .map((choice) => describeChoice(choice, columns, words)),
    questions: [
      ...fileQuestions(all, words),
      ...zones,
      ...(hasShortYears ? [shortYearsQuestion(words)] : []),
      ...missingQuestions(missingOf(kind, columns), byName.unreadable, words),
      ...choiceQuestions(choices, byName.contenders, words),
      ...questions,
    ],
    language,
    unused: [...new Set(all.map(({ name }) => name))].filter((name) => !used.has(name)),
  };
}

/** A row of a register of JKP is a payment or a claim: not the columns of both. */
function ofOneForm(choices: readonly ColumnChoice[]): readonly ColumnChoice[] {
  const isPayments = choices.some(({ column }) => column === "benefit_month");
  const other: readonly ContractColumn[] = isPayments
    ? ["first_benefit_month", "months_paid"]
    : ["paid_on"];
  return choices.filter(({ column }) => !other.includes(column));
}

/** Columns that a table cannot be read without, and that were not found. */
function missingOf(
  kind: keyof typeof TABLE_COLUMNS,
  columns: TableSuggestion["columns"],
): ContractColumn[] {
  const required: Readonly<Record<typeof kind, readonly ContractColumn[]>> = {
    payments: ["member_id", "contribution_month", "monthly_wage_idr"],
    members: MEMBER_COLUMNS,
    claims: CLAIM_COLUMNS,
    jkp: [
      "member_id",
      ...(columns.claim_id === undefined ? ["claim_month" as const] : []),
      ...(columns.benefit_month === undefined
        ? ["first_benefit_month", "months_paid"] as const
        : []),
      "amount_idr",
      "outcome",
    ],
  };
  return required[kind].filter((column) => columns[column] === undefined);
}

function suggestColumns(
  kind: keyof typeof TABLE_COLUMNS,
  choices: readonly ColumnChoice[],
  format: MappingFormat,
  { question: words }: Words["mapping"],
  forms?: readonly MonthForm[],
): Pick<TableSuggestion, "columns" | "questions"> {
  const months = suggestMonths(choices, MONTHS, words, forms);
  const columns: { [Column in ContractColumn]?: DraftColumn } = {};
  const questions: MappingQuestion[] = [...months.questions];
  for (const column of TABLE_COLUMNS[kind]) {
    const choice = choices.find((each) => each.column === column);
    if (choice === undefined) continue;
    const own = suggestionOf(column, choice, format, words);
    columns[column] = months.columns[column] ?? own?.source ??
      { column: choice.source.name };
    questions.push(...own?.questions ?? []);
  }
  return { columns, questions };
}

/** What there is to say of a column beside its name and months. */
function suggestionOf(
  column: ContractColumn,
  choice: ColumnChoice,
  format: MappingFormat,
  words: Words["mapping"]["question"],
):
  | { readonly source: DraftColumn; readonly questions: readonly MappingQuestion[] }
  | undefined {
  switch (column) {
    case "sex":
      return suggestSexCodes(choice, words);
    case "end_reason":
      return suggestClaimReasons(choice, words);
    case "outcome":
      return suggestOutcomes(choice, words);
    case "monthly_wage_idr":
    case "amount_idr":
      return suggestWage(choice, format, words);
    default:
      return undefined;
  }
}
