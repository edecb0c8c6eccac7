import { JKP_OUTCOMES, SEXES } from "@jkp/extract";
import * as v from "valibot";
import { END_REASON_CODES, STANDARD_COLUMNS } from "./column_mapping.ts";
import {
  A_TABLE,
  carriedColumns,
  checkSection,
  columnOrConstant,
  form,
  formatSection,
  type MappingSection,
  monthColumn,
  oneOf,
  otherFormat,
  plainColumn,
  positive,
  said,
  sourceCodes,
  sourceName,
  texts,
  wageColumn,
} from "./mapping_parts.ts";
import {
  CLAIM_COLUMNS,
  CLAIM_REASONS,
  JKP_COLUMNS,
  MEMBER_COLUMNS,
  PAYMENT_COLUMNS,
} from "./table_mapping.ts";

/** A column of codes, or one of them for every row. */
function codedColumn<const Codes extends readonly string[]>(codes: Codes) {
  return columnOrConstant({
    column: v.optional(sourceName),
    codes: v.optional(sourceCodes(codes)),
    constant: v.optional(oneOf(codes)),
  });
}

/** What spells hold, but for what members and claims may say in tables of their own. */
const MONTHS = {
  start_month: monthColumn,
  last_month: v.strictObject({
    column: sourceName,
    form,
    blank: v.optional(oneOf(["active"])),
    active: v.optional(texts),
  }, A_TABLE),
};
const WAGE = {
  monthly_wage_idr: wageColumn,
  weight: v.optional(columnOrConstant({
    column: v.optional(sourceName),
    constant: v.optional(positive),
  })),
};
const OF_MEMBERS = { sex: codedColumn(SEXES), birth_month: monthColumn };
const OF_CLAIMS = {
  end_reason: codedColumn(END_REASON_CODES),
  claim_month: columnOrConstant({
    column: v.optional(sourceName),
    form: v.optional(form),
    constant: v.optional(oneOf(["none"])),
  }),
};

/** A further table: its columns, and how its files are written where otherwise. */
function tableSection<Columns extends v.ObjectEntries>(columns: Columns) {
  return v.optional(v.strictObject({
    format: v.optional(otherFormat),
    columns: v.strictObject(columns, A_TABLE),
    carried: carriedColumns,
  }, A_TABLE));
}

/**
 * Further tables, by the names that `[tables]` of `extract.toml` gives them. A new table
 * is one more entry here, its names in {@link TABLE_SECTIONS}.
 */
const TABLES = {
  members: tableSection({ member_id: plainColumn, ...OF_MEMBERS }),
  claims: tableSection({
    member_id: plainColumn,
    claim_month: monthColumn,
    end_reason: codedColumn(CLAIM_REASONS),
  }),
  jkp: v.optional(v.strictObject({
    format: v.optional(otherFormat),
    columns: v.pipe(
      v.strictObject({
        member_id: plainColumn,
        claim_id: v.optional(plainColumn),
        claim_month: v.optional(monthColumn),
        benefit_month: v.optional(monthColumn),
        paid_on: v.optional(monthColumn),
        first_benefit_month: v.optional(monthColumn),
        months_paid: v.optional(plainColumn),
        amount_idr: wageColumn,
        outcome: codedColumn(JKP_OUTCOMES),
        outcome_month: v.optional(monthColumn),
      }, A_TABLE),
      v.check(
        ({ claim_id, claim_month }) => (claim_id ?? claim_month) !== undefined,
        said(({ claimKey }) => claimKey),
      ),
      v.check(
        ({ benefit_month, paid_on, first_benefit_month, months_paid }) =>
          benefit_month === undefined
            ? first_benefit_month !== undefined && months_paid !== undefined &&
              paid_on === undefined
            : first_benefit_month === undefined && months_paid === undefined,
        said(({ jkpForm }) => jkpForm),
      ),
    ),
  }, A_TABLE)),
};

const TABLE_SECTIONS: readonly MappingSection[] = [
  { section: ["members"], own: MEMBER_COLUMNS },
  { section: ["claims"], own: CLAIM_COLUMNS },
  { section: ["jkp"], own: JKP_COLUMNS },
];
const SPELL_SECTIONS = [{ section: [], own: STANDARD_COLUMNS }, ...TABLE_SECTIONS];
const LEDGER_SECTIONS = [
  { section: [], own: PAYMENT_COLUMNS, mayBeCarried: ["employer_id"] },
  ...TABLE_SECTIONS,
];

/** A mapping file: the columns of its main table, and further tables. */
function mappingFile<Columns extends v.ObjectEntries>(
  columns: Columns,
  sections: readonly MappingSection[],
) {
  return v.pipe(
    v.strictObject({
      format: formatSection,
      columns: v.strictObject({ member_id: plainColumn, ...columns }, A_TABLE),
      carried: carriedColumns,
      ...TABLES,
    }),
    v.rawCheck(({ dataset, addIssue }) =>
      sections.forEach((each) => checkSection(dataset, addIssue, each))
    ),
  );
}

/** What a mapping file of spells must look like. */
export const MappingFile = mappingFile(
  { ...OF_MEMBERS, ...MONTHS, ...OF_CLAIMS, ...WAGE },
  SPELL_SECTIONS,
);

/** The same where tables of members and claims may say what the spells do not. */
export const JoinedMappingFile = mappingFile({
  ...v.partial(v.strictObject(OF_MEMBERS)).entries,
  ...MONTHS,
  ...v.partial(v.strictObject(OF_CLAIMS)).entries,
  ...WAGE,
}, SPELL_SECTIONS);

/** What a mapping file of a ledger of payments must look like. */
export const LedgerMappingFile = mappingFile({
  employer_id: v.optional(plainColumn),
  contribution_month: monthColumn,
  contribution_to_month: v.optional(monthColumn),
  paid_on: v.optional(monthColumn),
  monthly_wage_idr: wageColumn,
  ...v.partial(v.strictObject(OF_MEMBERS)).entries,
}, LEDGER_SECTIONS);

/** What is wanted of a mapping file to read a register of JKP claims. */
export const JkpMappingFile = v.pipe(
  v.looseObject({
    format: formatSection,
    jkp: TABLES.jkp,
  }),
  v.rawCheck(({ dataset, addIssue }) =>
    checkSection(dataset, addIssue, { section: ["jkp"], own: JKP_COLUMNS })
  ),
);
