import { readDistinct } from "@jkp/spells/read";
import type { Observations } from "@jkp/survival";
import type { DataFrame } from "nodejs-polars";
import type { DurationGroup } from "./survival_summary.ts";

/** Rows by what stands in some columns: a code for each row, and the names of each code. */
interface Grouping {
  readonly codes: Uint32Array;
  readonly names: readonly (readonly string[])[];
}

/**
 * Splits observations by the trimmed values of columns, groups in order of these.
 *
 * Groups are numbered, and rows put in their order: nothing is made for each row.
 */
export async function splitDurations(
  frame: DataFrame,
  by: readonly string[],
  all: Observations,
): Promise<DurationGroup[]> {
  if (by.length === 0) return [{ group: {}, observations: all }];
  let grouping = await valuesOf(frame, by[0]!);
  for (const column of by.slice(1)) {
    grouping = crossed(grouping, await valuesOf(frame, column));
  }
  const { codes, names } = grouping;
  const { order, ends } = sortedByCode(codes, names.length);
  const sorted = Object.entries(all)
    .map(([name, column]): [string, Float64Array] => [name, inOrder(column, order)]);
  const groups = names.map((values, code) => ({ values, code }));
  return groups.sort((a, b) => compareNames(a.values, b.values)).map(
    ({ values, code }) => {
      const [from, to] = [code === 0 ? 0 : ends[code - 1]!, ends[code]!];
      const observations = Object.fromEntries(
        sorted.map(([name, column]) => [name, column.subarray(from, to)]),
      ) as Record<keyof Observations, Float64Array>;
      return {
        group: Object.fromEntries(by.map((column, i) => [column, values[i]!])),
        observations,
      };
    },
  );
}

/** The trimmed values of a column; fractions as JavaScript writes them. */
async function valuesOf(frame: DataFrame, column: string): Promise<Grouping> {
  const { default: polars } = await import("nodejs-polars");
  const known = new Map<string, number>();
  const codeOf = (text: string) => {
    const name = text.trim();
    const code = known.get(name) ?? known.size;
    known.set(name, code);
    return code;
  };
  const values = frame.getColumn(column);
  const codes = values.isFloat()
    ? Uint32Array.from(values.toArray(), (value) => codeOf(String(value ?? "")))
    : readDistinct(
      frame.select(
        polars.col(column).cast(polars.Utf8).fillNull(polars.lit(""))
          .cast(polars.Categorical).alias(column),
      ).getColumn(column),
      codeOf,
      new Uint32Array(frame.height),
    );
  return { codes, names: [...known.keys()].map((name) => [name]) };
}

/** Rows by the values of one grouping and of another, as far as they come together. */
function crossed(one: Grouping, other: Grouping): Grouping {
  const known = new Map<number, number>();
  const names: (readonly string[])[] = [];
  const codes = one.codes.map((first, row) => {
    const second = other.codes[row]!;
    const pair = first * other.names.length + second;
    const code = known.get(pair);
    if (code !== undefined) return code;
    known.set(pair, names.length);
    return names.push([...one.names[first]!, ...other.names[second]!]) - 1;
  });
  return { codes, names };
}

/** A column with its rows in another order; `from` with a function takes ten times as long. */
function inOrder(column: ArrayLike<number | boolean>, order: Uint32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[at] = Number(column[order[at]!]);
  return sorted;
}

/** Rows by code, those of one code in their order; and where each code ends. */
function sortedByCode(codes: Uint32Array, size: number) {
  const ends = new Uint32Array(size);
  for (const code of codes) ends[code]!++;
  for (let code = 1; code < size; code++) ends[code]! += ends[code - 1]!;
  const order = new Uint32Array(codes.length);
  const next = ends.slice();
  for (let row = codes.length - 1; row >= 0; row--) order[--next[codes[row]!]!] = row;
  return { order, ends };
}

/** Order of groups: name by name, numbers by size and before text. */
function compareNames(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, i) => name !== b[i]);
  const [one, other] = [a[at] ?? "", b[at] ?? ""];
  const [first, second] = [numberOrInfinity(one), numberOrInfinity(other)];
  return first === second ? (one < other ? -1 : 1) : first - second;
}

function numberOrInfinity(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Infinity;
}
