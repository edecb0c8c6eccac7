import { wordsOf } from "@jkp/language";
import { chooseByName, type ColumnChoice } from "./choose_by_name.ts";
import { orderedShare } from "./choose_by_values.ts";
import type { MappingFormat, StandardColumn } from "./column_mapping.ts";
import { type ContractColumn, headerWords } from "./column_names.ts";
import { onOneClock } from "./one_clock.ts";
import { sampleColumns } from "./sample_column.ts";
import type { MappingSample } from "./sniff_format.ts";
import { suggestMapping } from "./suggest_mapping.ts";
import { missingColumns } from "./suggestion.ts";
import { TABLE_NAMES, type TableKind } from "./table_names.ts";

/** Columns that only the files of the statistics form have. */
const OF_STATISTICS = ["age_group", "months_since_last_contribution"];

/** Words in the name of a file or sheet that say what claims are of. */
const JKP_WORDS = /\bjkp\b/;

/** Share of the rows of a table of payments that are for one month, if it has two. */
const LEAST_ONE_MONTH = 0.5;

/**
 * What the rows of a table are, from the names of its columns and what stands in them.
 *
 * A table of spells has a first and a last month, payments have the month that they are
 * for and a wage, claims a month and a reason, claims of JKP months paid or an amount;
 * members have a sex and a month of birth, and nothing of these.
 *
 * @param sample Header and rows.
 * @param format How the file is written.
 * @param name Name of the file, or of the sheet of a workbook.
 * @returns What it is; `statistics` for a file of the statistics form, and `undefined` if
 * nothing says.
 *
 * @example
 * ```ts
 * import { recognizeTable, STANDARD_FORMAT } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const kindOf = (columns: string[], cells: string[]) =>
 *   recognizeTable({ columns, rows: [cells] }, STANDARD_FORMAT, "data.csv");
 * assertEquals(kindOf(["NPP", "KPJ", "BLTH", "Upah"], ["A1", "17", "01-2019", "5"]),
 *   "payments");
 * assertEquals(kindOf(["KPJ", "Tgl Klaim", "Sebab"], ["17", "2019-01-31", "PHK"]),
 *   "claims");
 * assertEquals(kindOf(["nama", "alamat"], ["Sari", "Depok"]), undefined);
 * ```
 */
export function recognizeTable(
  sample: MappingSample,
  format: MappingFormat,
  name: string,
): TableKind | "statistics" | undefined {
  if (sample.columns.some((column) => OF_STATISTICS.includes(column.trim()))) {
    return "statistics";
  }
  const onClock = onOneClock(
    { sample, format, seen: undefined },
    wordsOf("en").mapping, // what it asks is asked where the columns are chosen
  ).sample;
  const columns = sampleColumns(onClock, format);
  const chosen = (kind: TableKind) => new Chosen(columns, format, kind);
  const [spells, payments, claims, jkp, members] =
    (["spells", "payments", "claims", "jkp", "members"] as const).map(chosen) as [
      Chosen,
      Chosen,
      Chosen,
      Chosen,
      Chosen,
    ];
  const isNamedJkp = JKP_WORDS.test(headerWords(name));
  const paysBenefit = jkp.has("benefit_month") || jkp.has("months_paid") ||
    jkp.has("first_benefit_month");
  if (jkp.has("member_id") && (isNamedJkp || paysBenefit) && jkp.has("amount_idr")) {
    return "jkp";
  }
  const isRun = spells.has("member_id", "start_month", "last_month");
  if (isRun && !isRunOfPayments(spells, payments)) return "spells";
  if (payments.has("member_id", "contribution_month", "monthly_wage_idr")) {
    const isClaim = claims.has("claim_month", "end_reason") &&
      !payments.hasExact("contribution_month");
    if (!isClaim) return "payments";
  }
  if (claims.has("member_id", "claim_month", "end_reason")) return "claims";
  if (spellColumnsMissing(sample, format).length === 0) return "spells";
  if (members.has("member_id") && (members.has("sex") || members.has("birth_month"))) {
    return "members";
  }
  return undefined;
}

/** Columns of a table as one of a kind. */
class Chosen {
  readonly #choices: readonly ColumnChoice[];

  constructor(
    samples: ReturnType<typeof sampleColumns>,
    format: MappingFormat,
    kind: TableKind,
  ) {
    this.#choices = chooseByName(samples, format, TABLE_NAMES[kind]).choices;
  }

  of(column: ContractColumn): ColumnChoice | undefined {
    return this.#choices.find((choice) => choice.column === column);
  }

  has(...columns: readonly ContractColumn[]): boolean {
    return columns.every((column) => this.of(column) !== undefined);
  }

  hasExact(column: ContractColumn): boolean {
    return this.of(column)?.match?.likeness === "exact";
  }
}

/** Payments for several months look like spells, but are dated and mostly of one month. */
function isRunOfPayments(spells: Chosen, payments: Chosen): boolean {
  const isLedger = payments.has(
    "member_id",
    "contribution_month",
    "contribution_to_month",
    "monthly_wage_idr",
  );
  if (!isLedger || spells.has("end_reason")) return false;
  if (payments.has("paid_on")) return true;
  const [from, to] = [spells.of("start_month")!.source, spells.of("last_month")!.source];
  return orderedShare(from, to, 1) <= 1 - LEAST_ONE_MONTH;
}

/** Columns of spells that a draft may lack, of eight: more are another table. */
const MOST_MISSING = 3;

/**
 * Whether a table that is none of spells by the names of its columns may be one: its members
 * and their first or last months are found, by name or by what stands there, and few columns
 * lack. So may a table of claims be, where nothing else is kept.
 *
 * @param sample Header and rows.
 * @param format How the file is written.
 * @returns Whether it could be read as spells.
 *
 * @example Claims with the months of the membership, which no name tells
 * ```ts
 * import { mayBeSpells, recognizeTable, STANDARD_FORMAT } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const columns = ["KPJ", "JK", "Lahir", "Awal", "Akhir", "Sebab", "Tgl Klaim", "Upah"];
 * const rows = [
 *   ["17", "L", "1988-02", "2017-01", "2019-06", "PHK", "2019-08-12", "4250000"],
 *   ["18", "P", "1990-07", "2018-03", "2019-01", "PHK", "2019-03-01", "3900000"],
 * ];
 * assertEquals(recognizeTable({ columns, rows }, STANDARD_FORMAT, "k.csv"), "claims");
 * assertEquals(mayBeSpells({ columns, rows }, STANDARD_FORMAT), true);
 * ```
 */
export function mayBeSpells(sample: MappingSample, format: MappingFormat): boolean {
  const missing = spellColumnsMissing(sample, format);
  const has = (column: StandardColumn) => !missing.includes(column);
  return missing.length <= MOST_MISSING && has("member_id") &&
    (has("start_month") || has("last_month"));
}

function spellColumnsMissing(
  sample: MappingSample,
  format: MappingFormat,
): StandardColumn[] {
  return missingColumns(suggestMapping(sample, format).mapping);
}
