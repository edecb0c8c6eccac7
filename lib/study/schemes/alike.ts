import type { Rules } from "@jkp/scheme";

/** Schemes that a table has the same to say of. */
export interface Alike<Item> {
  readonly first: Item;
  readonly others: readonly Item[];
}

/** Joins schemes of the same currency whose rows would be the same. */
export function joinAlike<Item extends { readonly rules: Rules }>(
  items: readonly Item[],
  rowOf: (item: Item) => Readonly<Record<string, unknown>>,
): Alike<Item>[] {
  const groups = Map.groupBy(
    items,
    (item) => JSON.stringify([item.rules.currency, rowOf(item)]),
  );
  return [...groups.values()].map(([first, ...others]) => ({ first: first!, others }));
}

/** Who stands for whom, a note for each row that stands for several. */
export function alikeNotes(
  groups: readonly Alike<{ readonly rules: Rules }>[],
): string[] {
  return groups.filter(({ others }) => others.length > 0).map(({ first, others }) => {
    const { title } = first.rules;
    // "Policy options, 2020: " need not be said of each.
    const family = title.slice(0, title.indexOf(": ") + 1);
    const rest = others.map(({ rules }) =>
      family !== "" && rules.title.startsWith(family)
        ? rules.title.slice(family.length).trim()
        : rules.title
    );
    return `As ${title}: ${rest.join("; ")}.`;
  });
}
