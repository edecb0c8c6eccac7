import { checkArgument } from "@jkp/problem";
import { checkMonth, formatMonth, type Month } from "@jkp/month";
import type { Rules, Scheme } from "./scheme.ts";
import { NEEDED_SECTIONS } from "./scheme_file.ts";
import type { Dated } from "./sections.ts";

/**
 * The first month in which a scheme has all the rules it needs.
 *
 * @param scheme The scheme.
 * @returns The month.
 *
 * @example JKP: Government Regulation 37 of 2 February 2021
 * ```ts
 * import { formatMonth } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { schemeStart } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMonth(schemeStart(await readScheme("jkp_2021"))), "2021-02");
 * ```
 */
export function schemeStart(scheme: Scheme): Month {
  return Math.max(...NEEDED_SECTIONS.map((key) => scheme.sections[key][0]!.from));
}

/**
 * What a scheme's law says in a month: of each section the last version that holds.
 *
 * @param scheme The scheme over time.
 * @param month The month.
 * @returns The rules, each section with its source and the month it holds from.
 * @throws {RangeError} If the month lies before the scheme's start.
 *
 * @example The ceiling of the proposed policy before and after March 2023
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const scheme = await readScheme("proposed_2023");
 * const ceiling = (year: number, month: number) =>
 *   rulesAt(scheme, monthOf(year, month)).insurableEarnings.ceiling.amountPerMonth;
 * assertEquals(ceiling(2023, 2), 8_939_700);
 * assertEquals(ceiling(2023, 3), 9_559_600);
 * ```
 */
export function rulesAt(scheme: Scheme, month: Month): Rules {
  checkArgument("find rules", "a scheme, as readScheme reads it,", scheme, [
    "name",
    "sections",
  ]);
  const start = schemeStart(scheme);
  checkMonth("find rules", "month", month);
  if (!(month >= start)) {
    throw new RangeError(
      `Cannot find the rules of ${scheme.name}: a month from ${formatMonth(start)} ` +
        `is wanted, got ${formatMonth(month)}`,
    );
  }
  const { sections, ...head } = scheme;
  const held = Object.entries<readonly Dated[]>(sections).map(([key, versions]) =>
    [key, inForce(versions, month)] as const
  );
  const rules = { ...head, month, ...Object.fromEntries(held) } as Rules;
  return { ...rules, openPoints: head.openPoints.filter(({ from }) => from <= month) };
}

/**
 * What a scheme's law says over some months: the rules of the first, and those after each
 * change.
 *
 * @param scheme The scheme over time.
 * @param firstMonth First month. A scheme that begins later begins with its first rules.
 * @param lastMonth Last month: what holds only after it is left out.
 * @returns The rules in order of time, each with the month from which it holds.
 *
 * @example A reform that is enacted for 2026
 * ```ts
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesBetween } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const { sections, ...jkp } = await readScheme("jkp_2021");
 * const from = monthOf(2026, 1);
 * const longer = { ...sections.duration[0]!, from, kind: "fixed" as const, months: 9 };
 * const reformed = { ...jkp, sections: { ...sections, duration: [...sections.duration, longer] } };
 * const rules = rulesBetween(reformed, monthOf(2022, 1), monthOf(2030, 12));
 * assertEquals(rules.map(({ month }) => formatMonth(month)), ["2022-01", "2026-01"]);
 * ```
 */
export function rulesBetween(
  scheme: Scheme,
  firstMonth: Month,
  lastMonth: Month,
): Rules[] {
  const start = Math.max(firstMonth, schemeStart(scheme));
  const changes = Object.values(scheme.sections)
    .flatMap((versions) => versions.map(({ from }) => from))
    .filter((from) => from > start && from <= lastMonth);
  const months = [start, ...new Set(changes)].sort((a, b) => a - b);
  return months.map((month) => rulesAt(scheme, month));
}

/**
 * What a scheme's law says of a claim: the rules of a month, and those after each later
 * change, which may change what is still to be paid.
 *
 * @param scheme The scheme over time.
 * @param month The month, such as that in which the job ended.
 * @returns The rules in order of time, each with the month from which it holds.
 * @throws {RangeError} If the month lies before the scheme's start.
 *
 * @example JKP was reformed in February 2025
 * ```ts
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesFrom } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesFrom(await readScheme("jkp_2025"), monthOf(2024, 10));
 * assertEquals(rules.map(({ month }) => formatMonth(month)), ["2024-10", "2025-02"]);
 * ```
 */
export function rulesFrom(scheme: Scheme, month: Month): Rules[] {
  return [rulesAt(scheme, month), ...rulesBetween(scheme, month, Infinity).slice(1)];
}

/**
 * Whether a change of law pays the months still to be paid of running claims by its own
 * rates: its rules say so of the month from which they hold.
 *
 * @param rules The rules after the change, of the month of the change.
 * @returns Whether the new rates are those of running claims too.
 *
 * @example JKP's reform of February 2025 does; by March it is no change any more
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { changesRunningClaims, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = await readScheme("jkp_2025");
 * const changes = [1, 2, 3].map((month) => changesRunningClaims(rulesAt(jkp, monthOf(2025, month))));
 * assertEquals(changes, [false, true, false]);
 * ```
 */
export function changesRunningClaims({ month, runningClaims }: Rules): boolean {
  return runningClaims?.from === month && runningClaims.rates === "new";
}

/** The last version from a month up to the one asked; versions are in order of time. */
function inForce<Section extends Dated>(
  versions: readonly Section[],
  month: Month,
): Section | null {
  return versions.findLast(({ from }) => from <= month) ?? null;
}
