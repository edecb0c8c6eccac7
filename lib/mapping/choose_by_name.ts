import type { MappingFormat } from "./column_mapping.ts";
import {
  COLUMN_NAMES,
  type ContractColumn,
  matchName,
  type NameMatch,
} from "./column_names.ts";
import type { ColumnNames } from "./table_names.ts";
import { type SampleColumn, valueFit } from "./sample_column.ts";

/** A column of a sample taken for a column of the contract. */
export interface ColumnChoice {
  readonly column: ContractColumn;
  readonly source: SampleColumn;
  /** What its name is like; none if its values alone speak for it. */
  readonly match?: NameMatch;
  /** Share of its filled cells that can be read; none if nothing is filled. */
  readonly fit: number | undefined;
}

/** Columns chosen by their names. */
export interface NameChoices {
  /** At most one for each column of the contract and of the sample. */
  readonly choices: readonly ColumnChoice[];
  /** Left over: named as a chosen column is. */
  readonly contenders: readonly ColumnChoice[];
  /** Named as a column of the contract, but without a value that can be read. */
  readonly unreadable: readonly ColumnChoice[];
}

/** Where a name is only like another, this share of the values must fit. */
const LEAST_FIT = 0.5;

/** A fit where nothing is filled. */
const NEUTRAL_FIT = 0.5;

/**
 * Chooses columns of a sample for the contract by their names.
 *
 * The best matches come first: exact names before longer and nearly equal ones, and among
 * equal matches the column whose values can be read.
 */
export function chooseByName(
  samples: readonly SampleColumn[],
  format: MappingFormat,
  names: ColumnNames = COLUMN_NAMES,
): NameChoices {
  const columns = Object.entries(names) as [ContractColumn, readonly string[]][];
  const candidates = samples
    .flatMap((source) => columns.flatMap((column) => candidate(source, column, format)))
    .sort((a, b) => scoreOf(b) - scoreOf(a));
  const choices: ColumnChoice[] = [];
  const contenders: ColumnChoice[] = [];
  const sources = new Set<SampleColumn>();
  const taken = new Set<ContractColumn>();
  for (const choice of candidates.filter(({ fit }) => fit !== 0)) {
    if (sources.has(choice.source)) continue;
    if (taken.has(choice.column)) {
      contenders.push(choice);
    } else {
      choices.push(choice);
      sources.add(choice.source);
      taken.add(choice.column);
    }
  }
  return {
    choices,
    contenders: contenders.filter(({ source, match }) =>
      !sources.has(source) && match?.likeness === "exact"
    ),
    unreadable: candidates.filter(({ fit, column, source }) =>
      fit === 0 && !taken.has(column) && !sources.has(source)
    ),
  };
}

function candidate(
  source: SampleColumn,
  [column, names]: [ContractColumn, readonly string[]],
  format: MappingFormat,
): ColumnChoice[] {
  const match = matchName(source.name, names);
  if (match === undefined) return [];
  const fit = valueFit(source, column, format);
  const isFitting = match.likeness === "exact" || (fit ?? NEUTRAL_FIT) >= LEAST_FIT;
  return isFitting ? [{ column, source, match, fit }] : [];
}

/** Values that all fit weigh as much as one step of likeness between names. */
function scoreOf({ match, fit }: ColumnChoice): number {
  return (match?.score ?? 0) + (fit ?? NEUTRAL_FIT);
}
