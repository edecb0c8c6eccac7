import type { CellValue, Table } from "@jkp/exhibit";
import type { Estimate } from "@jkp/uncertainty";

/** What ± means, for the notes of a table. */
export const ERRORS =
  "±: standard error of the simulation; n.a. where the paths are too few.";

/** A figure's column, and beside it one for its standard error. */
export function withError(
  key: string,
  group: string,
  unit: string,
  decimals: number,
): Table["columns"] {
  return [
    { key, title: group, unit, decimals },
    { key: `${key}Error`, title: "±", decimals: decimals + 1 },
  ];
}

/** Cells of a figure and its standard error, times a factor. */
export function cells(
  key: string,
  estimate: Estimate | null,
  times = 1,
): Record<string, CellValue> {
  const { value = null, standardError = null } = estimate ?? {};
  return {
    [key]: value === null ? null : times * value,
    [`${key}Error`]: standardError === null ? null : times * standardError,
  };
}
