import { solve } from "yalps";
import { TOTAL } from "./suppress_table.ts";

/** A published cell as a reader sees it: no value where it is suppressed. */
export interface SeenCell {
  readonly key: readonly string[];
  readonly value?: number;
}

/** What a hidden cell can be at least and at most. */
export interface Bounds {
  readonly key: readonly string[];
  readonly lower: number;
  readonly upper: number;
}

/**
 * What a reader can find of the hidden cells of a table with all its totals: bounds by
 * linear programming, from the equations of the totals and that nothing is below 0.
 */
export function attack(cells: readonly SeenCell[]): Bounds[] {
  const hidden = cells.flatMap(({ value }, i) => value === undefined ? [i] : []);
  const constraints = new Map<string, { equal: number }>();
  const columns = new Map(hidden.map((i) => [i, new Map<string, number>()]));
  cells.forEach(({ key }, total) =>
    key.forEach((value, d) => {
      if (value !== TOTAL) return;
      const parts = cells.flatMap(({ key: part }, i) =>
        part[d] !== TOTAL && part.every((own, e) => e === d || own === key[e]) ? [i] : []
      );
      const name = `${total} ${d}`;
      let known = 0;
      for (const [i, factor] of [...parts.map((i) => [i, 1] as const), [total, -1]]) {
        const own = cells[i!]!.value;
        if (own === undefined) columns.get(i!)!.set(name, factor!);
        else known += factor! * own;
      }
      constraints.set(name, { equal: -known });
    })
  );
  const bound = (cell: number, direction: "maximize" | "minimize") => {
    const variables = new Map(
      [...columns].map(([i, column]) => [
        String(i),
        new Map([...column, ...(i === cell ? [["own", 1] as const] : [])]),
      ]),
    );
    const { status, result } = solve(
      { direction, objective: "own", constraints, variables },
      { maxPivots: 1e5 },
    );
    if (status === "unbounded") return Infinity;
    if (status === "optimal") return result;
    throw new Error(`No bound of ${cells[cell]!.key}: ${status}`);
  };
  return hidden.map((i) => ({
    key: cells[i]!.key,
    lower: bound(i, "minimize"),
    upper: bound(i, "maximize"),
  }));
}
