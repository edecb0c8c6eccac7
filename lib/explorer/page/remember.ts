import { type ColumnValuation, valueAtEnds } from "../value_view.ts";
import { columnKey } from "../view.ts";

/** As many results as are kept: a slider drawn from end to end and back. */
const MOST_KEPT = 400;

/** What a column came to, or why it did not. */
type Kept = { readonly found: ColumnValuation } | { readonly error: unknown };

/**
 * Values columns as `valueAtEnds` does, and remembers what came out: of a page's columns one
 * is changed at a time.
 */
export function rememberingValuer(): typeof valueAtEnds {
  const kept = new Map<string, Kept>();
  return (valuation, column, trialRate) => {
    const key = JSON.stringify([valuation.file.name, columnKey(column), trialRate]);
    const known = kept.get(key) ?? tried(() => valueAtEnds(valuation, column, trialRate));
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    if ("error" in known) throw known.error;
    return known.found;
  };
}

function tried(value: () => ColumnValuation): Kept {
  try {
    return { found: value() };
  } catch (error) {
    return { error };
  }
}

/** What follows from a value, found once as long as the value itself is remembered. */
export function rememberingOf<Value extends object, Result>(
  find: (value: Value) => Result,
): (value: Value) => Result {
  const known = new WeakMap<Value, { readonly result: Result }>();
  return (value) => {
    const found = known.get(value) ?? { result: find(value) };
    known.set(value, found);
    return found.result;
  };
}
