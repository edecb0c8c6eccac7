import type { SpellManifest } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";

/**
 * Refuses a period that the data do not cover: what is not seen there is not there to be
 * counted, and would be taken for members who stay away.
 *
 * @throws {RangeError} If a month lies outside the extract, or the first after the last.
 */
export function refuseMonthsOutside(
  what: string,
  manifest: Pick<SpellManifest, "name" | "firstMonth" | "lastMonth">,
  firstMonth: Month,
  lastMonth: Month,
): void {
  const isInside = manifest.firstMonth <= firstMonth && firstMonth <= lastMonth &&
    lastMonth <= manifest.lastMonth;
  if (isInside) return;
  throw new RangeError(
    `${what}: months from ${formatMonth(manifest.firstMonth)} to ` +
      `${
        formatMonth(manifest.lastMonth)
      } are wanted, which ${manifest.name} covers, got ` +
      `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`,
  );
}
