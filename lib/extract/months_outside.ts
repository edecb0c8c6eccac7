import { type Words, wordsOf } from "@jkp/language";
import type { Month } from "@jkp/month";
import type { ExtractManifest } from "./extract_manifest.ts";

/**
 * Refuses a period that an extract does not cover: what it does not see there would be
 * taken for members who stay away and claims that nobody made.
 *
 * @param what What cannot be done then: `Cannot study terminations`.
 * @param manifest The extract's name and window.
 * @param asked First and last month that are wanted.
 * @param words In which they are refused; `what` is in the same language.
 * @throws {RangeError} If a month lies outside the window, or the first after the last.
 *
 * @example The shipped extract begins in 2016
 * ```ts
 * import { refuseMonthsOutside } from "@jkp/extract";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { monthOf } from "@jkp/month";
 * import { assertThrows } from "@std/assert";
 *
 * const { manifest } = await readShippedExtract();
 * const asked = { firstMonth: monthOf(2015, 12), lastMonth: manifest.lastMonth };
 * assertThrows(() => refuseMonthsOutside("Cannot count", manifest, asked), RangeError);
 * ```
 */
export function refuseMonthsOutside(
  what: string,
  manifest: Pick<ExtractManifest, "name" | "firstMonth" | "lastMonth">,
  { firstMonth, lastMonth }: { readonly firstMonth: Month; readonly lastMonth: Month },
  { extract: { outside } }: Words = wordsOf("en"),
): void {
  const isInside = manifest.firstMonth <= firstMonth && firstMonth <= lastMonth &&
    lastMonth <= manifest.lastMonth;
  if (isInside) return;
  const window = [manifest.firstMonth, manifest.lastMonth] as const;
  throw new RangeError(
    outside.months(what, manifest.name, window, [firstMonth, lastMonth]),
  );
}
