import { AGE_GROUPS, END_REASONS, SEXES } from "@jkp/extract";
import { didYouMean } from "@jkp/problem";
import type { SpellColumns } from "../spell_columns.ts";
import type { InactivityTable } from "./inactivity_table.ts";

/** Stands for a spell that no claim closed by the end of observation. */
export const NO_CLAIM = "none";

/** What a spell is grouped by besides carried columns, and the values by their codes. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  sex: SEXES,
  ageGroup: AGE_GROUPS,
  endReason: [NO_CLAIM, ...END_REASONS],
};

/** What is known of a spell where an inactivity begins. */
export interface Leaving {
  readonly row: number;
  /** Index in `AGE_GROUPS`. */
  readonly ageGroup: number;
  /** Code of the end reason as far as it is known, or `NO_REASON`. */
  readonly endReason: number;
}

/** Values of a group by what it was grouped by. */
export type GroupValues = Readonly<Record<string, string>>;

/** Tables by group, found from codes without wording each row. */
export class InactivityGroups {
  readonly #by: readonly string[];
  readonly #makeTable: () => InactivityTable;
  readonly #groups = new Map<string, { values: GroupValues; table: InactivityTable }>();

  /** Groups by `sex`, `ageGroup`, `endReason` and names of carried columns. */
  constructor(by: readonly string[], makeTable: () => InactivityTable) {
    this.#by = by;
    this.#makeTable = makeTable;
  }

  /**
   * Gives a function that finds the table of a spell's group. Each batch needs its own,
   * for labels of carried columns may have other codes in it.
   * @throws {RangeError} If the spells carry no column of a name.
   */
  finder(spells: SpellColumns): (leaving: Leaving) => InactivityTable {
    const dimensions = this.#by.map((name) => dimensionOf(name, spells));
    const tables: (InactivityTable | undefined)[] = [];
    return (leaving) => {
      let index = 0;
      for (const { labels, codeOf } of dimensions) {
        index = index * labels.length + codeOf(leaving);
      }
      return tables[index] ??= this.#tableOf(
        dimensions.map(({ labels, codeOf }) => labels[codeOf(leaving)]!),
      );
    };
  }

  #tableOf(labels: readonly string[]): InactivityTable {
    const key = JSON.stringify(labels);
    const known = this.#groups.get(key);
    if (known !== undefined) return known.table;
    const values = Object.fromEntries(this.#by.map((name, i) => [name, labels[i]!]));
    const table = this.#makeTable();
    this.#groups.set(key, { values, table });
    return table;
  }

  /** The groups found so far, in the order of their values. */
  all(): { readonly values: GroupValues; readonly table: InactivityTable }[] {
    return [...this.#groups.values()].sort((a, b) => {
      for (const name of this.#by) {
        const order = compare(name, a.values[name]!, b.values[name]!);
        if (order !== 0) return order;
      }
      return 0;
    });
  }
}

/** Values of one kind, and the code of a spell's value. */
interface Dimension {
  readonly labels: readonly string[];
  codeOf(leaving: Leaving): number;
}

function dimensionOf(name: string, spells: SpellColumns): Dimension {
  const labels = BUILT_IN[name] ?? [];
  if (name === "sex") return { labels, codeOf: ({ row }) => spells.sex[row]! };
  if (name === "ageGroup") return { labels, codeOf: ({ ageGroup }) => ageGroup };
  if (name === "endReason") return { labels, codeOf: ({ endReason }) => endReason };
  const column = spells.carried[name];
  if (column === undefined) {
    const known = ["sex", "age_group", "end_reason", ...Object.keys(spells.carried)];
    throw new RangeError(
      `Cannot group inactivity: one of ${known.join(", ")} is wanted, got ${name}` +
        didYouMean(name, known),
    );
  }
  return { labels: column.labels, codeOf: ({ row }) => column.codes[row]! };
}

function compare(name: string, one: string, other: string): number {
  const order = BUILT_IN[name];
  if (order !== undefined) return order.indexOf(one) - order.indexOf(other);
  return one < other ? -1 : one > other ? 1 : 0;
}
