import type { Table } from "@jkp/exhibit";
import { valueInWords } from "@jkp/problem";

/** Refuses what is no list of schemes, or an empty one. */
export function checkSchemes(doing: string, schemes: unknown): void {
  if (Array.isArray(schemes) && schemes.length > 0) return;
  throw new RangeError(
    `Cannot ${doing}: one scheme or more is wanted, got ${valueInWords(schemes)}`,
  );
}

/** A table's title and columns: one scheme stands in the title, several in a column. */
export function ofSchemes(
  schemes: readonly { readonly title: string }[],
  title: string,
  columns: Table["columns"],
): Pick<Table, "title" | "columns"> {
  return schemes.length === 1
    ? { title: `${title}: ${schemes[0]!.title}`, columns }
    : { title, columns: [{ key: "scheme", title: "Scheme" }, ...columns] };
}
