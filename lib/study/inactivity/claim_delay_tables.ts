import { capitalized, sourceLine, type Table } from "@jkp/exhibit";
import { claimDelays } from "@jkp/experience";
import { type SpellManifest, TERMINATION_REASONS } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import type { ClaimDelayRow } from "@jkp/spells";
import { sumSimple } from "simple-statistics";
import { syntheticLabel } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";
import {
  NOT_A_FALL,
  ULTIMATE_COLUMNS,
  ultimateCells,
} from "../terminations/ultimate_cells.ts";

/**
 * Claims by month of the last contribution: how many were made so far, and what is still to
 * be claimed, with standard errors.
 *
 * @param rows Claims by month and delay, as `ClaimDelayCounts` of `@jkp/spells` gives them.
 * @param manifest Of the extract.
 * @returns A table for each reason that there are claims of.
 *
 * @example The shipped spells, which are synthetic
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { claimDelayTables } from "@jkp/study";
 * import { studyInactivity } from "@jkp/study/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { claimDelays, manifest } = await studyInactivity(SHIPPED_SPELLS_FOLDER, {
 *   hasClaimDelays: true,
 * });
 * const tables = claimDelayTables(claimDelays!, manifest);
 * assertEquals(tables.map(({ id }) => id), [
 *   "claim_delays_layoff",
 *   "claim_delays_resignation",
 * ]);
 * ```
 */
export function claimDelayTables(
  rows: readonly ClaimDelayRow[],
  manifest: SpellManifest,
): Table[] {
  return TERMINATION_REASONS.flatMap((reason): Table[] => {
    const own = rows.filter((row) => row.reason === reason);
    if (!own.some(({ claims }) => claims > 0)) return [];
    const { months, totalStandardError, basis, notes } = claimDelays(own);
    const total = (of: (month: typeof months[0]) => number) => sumSimple(months.map(of));
    const ultimate = total((month) => month.ultimate);
    return [{
      id: `claim_delays_${reason}`,
      number: "",
      title: `${capitalized(reason)}s: claims by month of the last contribution, ` +
        `${formatMonth(manifest.firstMonth)} to ${formatMonth(manifest.lastMonth)}` +
        syntheticLabel(manifest.synthetic),
      columns: [
        { key: "month", title: "Month" },
        { key: "age", title: "Age", unit: "months" },
        { key: "latest", title: "Claims" },
        { key: "factor", title: "Factor", decimals: 4 },
        ...ULTIMATE_COLUMNS,
        { key: "standard_error", title: "Error", group: "Ultimate" },
        { key: "reading", title: "Reading" },
      ],
      rows: [
        ...months.map((month) => ({
          month: formatMonth(month.month),
          age: month.age,
          latest: month.latest,
          factor: numberOrNull(month.developmentFactor),
          ...ultimateCells(month),
          standard_error: numberOrNull(month.standardError),
        })),
        {
          month: "All",
          age: "",
          latest: total(({ latest }) => latest),
          factor: "",
          reported: numberOrNull(100 * total(({ latest }) => latest) / ultimate),
          still_to_report: numberOrNull(total((month) => month.stillToReport)),
          ultimate: numberOrNull(ultimate),
          standard_error: numberOrNull(totalStandardError),
          reading: "",
        },
      ],
      notes: [
        NOT_A_FALL,
        "A month's claims: of spells whose last contribution was in it, made by the last " +
        "month of the extract; claims made later than its whole length are not expected.",
        ...basis,
        ...notes,
      ],
      source: sourceLine({ extractName: manifest.name, isSynthetic: manifest.synthetic }),
    }];
  });
}
