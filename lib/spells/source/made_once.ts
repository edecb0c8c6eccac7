import type { Expr } from "nodejs-polars";

/** Expressions made before, by what they were made from; they do not change. */
const MADE = new Map<string, readonly Expr[]>();

/** Expressions for any frame with columns of the same types, made once. */
export function madeOnce(
  from: readonly unknown[],
  make: () => readonly Expr[],
): readonly Expr[] {
  const key = JSON.stringify(from);
  const made = MADE.get(key) ?? make();
  if (MADE.size > 1000) MADE.clear();
  MADE.set(key, made);
  return made;
}
