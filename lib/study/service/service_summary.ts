import type { Table } from "@jkp/exhibit";
import { NOT_AVAILABLE } from "@jkp/language";
import { SEX_NAMES } from "../terminations/experience_labels.ts";
import { INTERVAL_NOTE } from "./service_tables.ts";

/** A study of service on a screen: its answer, and who of the leavers meets a rule. */
export interface ServiceSummary {
  readonly sentences: readonly string[];
  readonly table: Table;
}

/**
 * A study of service in short: who meets each rule, of active members and of leavers, and
 * how leavers' last wages stand to those of active members alike.
 *
 * @param tables Of the study, as {@link serviceTables} gives them.
 *
 * @example Twelve months of service in the last 24
 * ```ts
 * import { serviceSummary } from "@jkp/study";
 * import { studyService } from "@jkp/study/read";
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = [{ months: 12, withinMonths: 24 }];
 * const { sentences } = serviceSummary(
 *   await studyService(SHIPPED_SPELLS_FOLDER, { rules, by: [] }),
 * );
 * assertEquals(
 *   sentences[0],
 *   "12 months in 24: 81.0 per cent of active members meet it, and 69.1 per cent of leavers.",
 * );
 * ```
 */
export function serviceSummary(tables: readonly Table[]): ServiceSummary {
  const [members, leavers, wages] = tables as readonly [Table, Table, Table];
  const isOfAll = (row: Table["rows"][number]) =>
    ["reason", "sex", "ageGroup"].every((key) => (row[key] ?? "all") === "all");
  const share = (value: Table["rows"][number][string] | undefined) =>
    `${Number.isFinite(value) ? (value as number).toFixed(1) : NOT_AVAILABLE} per cent`;
  const ofAll = leavers.rows.filter(isOfAll);
  const { ratio } = wages.rows.find(isOfAll) ?? {};
  const isOneRule = members.rows.length === 1;
  return {
    sentences: [
      ...members.rows.map(({ rule, share: ofMembers }) =>
        `${rule}: ${share(ofMembers)} of active members meet it, and ${
          share(ofAll.find((row) => row.rule === rule)?.share)
        } of leavers.`
      ),
      ...(Number.isFinite(ratio)
        ? [
          `Leavers' last wages are ${
            (100 * (ratio as number)).toFixed(1)
          } per cent of those of active ` +
          "members of the same months, sexes and ages.",
        ]
        : []),
    ],
    table: {
      ...leavers,
      columns: leavers.columns.filter(({ key }) =>
        key !== "dispersion" && !(isOneRule && key === "rule")
      ),
      rows: leavers.rows.map((row) => ({
        ...row,
        ...(row.sex === "M" || row.sex === "F" ? { sex: SEX_NAMES[row.sex] } : {}),
      })),
      notes: leavers.notes.filter((note) => note !== INTERVAL_NOTE), // no room on a screen
    },
  };
}
