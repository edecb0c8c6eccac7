import { JKP_OUTCOMES, SEXES } from "@jkp/extract";
import {
  END_REASON_CODES,
  type MappingFormat,
  matchedText,
  STANDARD_COLUMNS,
  WAGE_UNITS_IDR,
} from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import {
  assignments,
  comment,
  formatKeys,
  formatWords,
  HEADING,
  lines,
  MEANINGS,
} from "./format_mapping.ts";
import { describeQuestion, namesNobody } from "./format_suggestion.ts";
import {
  type DraftColumn,
  TABLE_COLUMNS,
  type TableSuggestion,
} from "./suggest_table.ts";
import { UNDECIDED_CODES } from "./mapping_parts.ts";
import { CLAIM_REASONS } from "./table_mapping.ts";
import type { TableKind } from "./table_names.ts";
import {
  formatSectionOf,
  missingIn,
  prefixOf,
  type RegisterSuggestion,
  UNDECIDED_VALUE,
  undecidedOf,
} from "./table_questions.ts";

/** What a mapping of several tables says of itself. */
const ABOUT = [
  `A draft of extract init: look each line through. "${UNDECIDED_VALUE}" and "undecided"`,
  "have to be decided; until then extract check refuses the file by their keys.",
];

/** What each table is, in the words that stand above it. */
const TABLES: Readonly<Record<TableKind, string>> = {
  spells: "Spells: one row a membership spell.",
  payments: "Payments: one row a member, employer and month.",
  members: "Members: one row each.",
  claims: "JHT claims: one row each; those that pay out a part are `partial`.",
  jkp: "Claims of JKP: one row a payment, or one row a claim.",
};

/** What columns mean where it is not what they mean in spells. */
const OTHER_MEANINGS: Readonly<Partial<Record<ContractColumn, string>>> = {
  ...MEANINGS,
  employer_id: "Number of the employer.",
  contribution_month: "Month that the payment is for, not the month of payment.",
  contribution_to_month: "Last month that it is for, where it may be for several.",
  paid_on: "Day or month of payment.",
  claim_id: "Number of the claim.",
  benefit_month: "Month that the payment is for.",
  first_benefit_month: "First month that was paid.",
  months_paid: "Months that were paid.",
  amount_idr: "What was paid; unit_idr: rupiah a unit.",
  outcome: "What became of the claim; an empty cell is a running claim.",
  outcome_month: "Month in which it ended.",
};
const OWN_MEANINGS: Readonly<
  Partial<Record<TableKind, Partial<Record<ContractColumn, string>>>>
> = {
  payments: {
    monthly_wage_idr: "Wage of the month; below 0 where a payment is taken back.",
  },
  claims: { end_reason: "Reason of the claim.", claim_month: "Month of the claim." },
  jkp: { claim_month: "Month of the claim." },
};

/** The standard codes that a column's own can stand for. */
function codesOf(kind: TableKind, column: ContractColumn): readonly string[] {
  if (column === "sex") return SEXES;
  if (column === "outcome") return JKP_OUTCOMES;
  return kind === "claims" ? CLAIM_REASONS : END_REASON_CODES;
}

/**
 * Writes how the tables of a register are read as the text of a mapping file, to look
 * through and complete.
 *
 * @param register The tables.
 * @returns TOML; what speaks for each column and what has to be decided stand in comments.
 *
 * @example
 * ```ts
 * import { formatRegister, STANDARD_FORMAT, suggestTable } from "@jkp/mapping";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const main = suggestTable("payments", {
 *   columns: ["KPJ", "BLTH", "Upah"],
 *   rows: [["17", "01-2019", "150"]],
 * }, STANDARD_FORMAT);
 * const toml = formatRegister({ main, further: [] });
 * assertStringIncludes(toml, 'column = "Upah"\nunit_idr = "?"');
 * ```
 */
export function formatRegister(register: RegisterSuggestion): string {
  const { main, further } = register;
  const open = new Set(undecidedOf(register).map(({ key }) => key));
  const parts = [
    [...ABOUT, "", ...HEADING].map(comment).join("\n"),
    ...tableParts(main, register, open),
    ...further.flatMap((table) => tableParts(table, register, open)),
  ];
  return parts.join("\n\n") + "\n";
}

function tableParts(
  table: TableSuggestion,
  register: RegisterSuggestion,
  open: ReadonlySet<string>,
): string[] {
  const { kind, columns, carried, unused } = table;
  const prefix = prefixOf(table);
  const missing = missingIn(table, register);
  const order: readonly ContractColumn[] = kind === "spells"
    ? STANDARD_COLUMNS
    : TABLE_COLUMNS[kind];
  const columnParts = order.flatMap((column): string[] => {
    const draft = columns[column];
    const key = `${prefix}columns.${column}`;
    const meaning = OWN_MEANINGS[kind]?.[column] ?? OTHER_MEANINGS[column] ?? "";
    if (draft !== undefined) {
      const remarks = remarksOn(table, column);
      const text = columnText(table, column, draft, open);
      return [[...[meaning, ...remarks].map(comment), ...text].join("\n")];
    }
    const asked = missing.find((each) => each.key === key);
    if (asked === undefined) return [];
    const remarks = [meaning, `${asked.text}: to be filled in.`];
    return [
      [...remarks.map(comment), `# [${key}]`, '# column = "…"'].join("\n"),
    ];
  });
  const carriedPart = kind === "jkp" ? [] : [[
    comment("Columns to group by: name in the extract = name in the file."),
    ...(unused.length === 0 ? [] : [
      comment(`Not used: ${unused.map((name) => `"${name}"`).join(", ")}`),
    ]),
    `[${prefix}carried]`,
    ...assignments(carried),
  ].join("\n")];
  return [
    comment(`--- ${TABLES[kind]} ---`),
    ...formatPart(table, register.main, open),
    ...columnParts,
    ...carriedPart,
  ];
}

/** How a table is written: all of the main one, of another what differs. */
function formatPart(
  table: TableSuggestion,
  main: TableSuggestion,
  open: ReadonlySet<string>,
): string[] {
  const section = formatSectionOf(table, main);
  const all = formatKeys(table.format);
  const remarks = table.questions
    .filter(({ column, kind }) => column === undefined || kind === "number_marks")
    .map(describeQuestion);
  const written = open.has(`${section}.decimal_mark`)
    ? { ...all, decimal_mark: UNDECIDED_VALUE }
    : all;
  if (table === main) {
    return [[
      ...[formatWords(), ...remarks].map(comment),
      `[${section}]`,
      ...assignments(written),
    ].join("\n")];
  }
  const usual = formatKeys({ headerRow: 1, ...main.format } as MappingFormat);
  const differing = Object.entries({ header_row: 1, ...written }).filter(([key, value]) =>
    JSON.stringify(value) !== JSON.stringify(usual[key])
  );
  if (differing.length === 0 && remarks.length === 0) return [];
  return [[
    ...["What is written otherwise than above.", ...remarks].map(comment),
    `[${section}]`,
    ...assignments(Object.fromEntries(differing)),
  ].join("\n")];
}

function remarksOn(
  { found, questions }: TableSuggestion,
  column: ContractColumn,
): string[] {
  return [
    ...found.filter((each) => each.column === column)
      .map(({ certainty, source, why }) => `${certainty}: "${source}" ${why}.`),
    ...questions.filter((each) => each.column === column).map(describeQuestion),
  ];
}

function columnText(
  table: TableSuggestion,
  column: ContractColumn,
  draft: DraftColumn,
  open: ReadonlySet<string>,
): string[] {
  const key = `${prefixOf(table)}columns.${column}`;
  const or = (name: string, value: unknown) =>
    open.has(`${key}.${name}`) ? UNDECIDED_VALUE : value;
  const { form, blank, unitIdr, codes } = draft;
  const text = lines(`[${key}]`, {
    column: draft.column,
    ...(form === undefined ? {} : { form: or("form", form) }),
    ...(blank === undefined ? {} : { blank }),
    ...(unitIdr === undefined ? {} : { unit_idr: or("unit_idr", unitIdr) }),
  });
  return [
    ...(open.has(`${key}.unit_idr`)
      ? [comment(`unit_idr is one of ${WAGE_UNITS_IDR.join(", ")}`)]
      : []),
    text,
    ...(codes === undefined ? [] : codesText(table, column, key, codes, open)),
  ];
}

/** The codes of a column, and those that nobody can know the meaning of. */
function codesText(
  { kind, questions }: TableSuggestion,
  column: ContractColumn,
  key: string,
  codes: NonNullable<DraftColumn["codes"]>,
  open: ReadonlySet<string>,
): string[] {
  const known = lines(`[${key}.codes]`, codes);
  if (!open.has(`${key}.codes.${UNDECIDED_CODES}`)) return [known];
  const unknown = questions.filter((each) =>
    each.column === column && each.kind === "unknown_codes"
  ).flatMap(({ values = [] }) => values).filter(namesNobody);
  const alike = new Map(unknown.map(({ value }) => [matchedText(value), value]));
  return [
    known,
    comment(
      `Write each of these after what it means, ${
        codesOf(kind, column).join(", ")
      }, and take the line out.`,
    ),
    ...assignments({ [UNDECIDED_CODES]: [...alike.values()] }),
  ];
}
