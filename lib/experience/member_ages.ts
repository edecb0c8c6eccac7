import { AGE_GROUPS, type StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";

/** Members of an age group, as a fraction of all. */
export interface AgeShare {
  /** Lowest and highest age in whole years. */
  readonly ageFrom: number;
  readonly ageTo: number;
  /** Fraction of all members. */
  readonly share: number;
}

/**
 * The ages of active members in a calendar year, both sexes together.
 *
 * @param extract The extract.
 * @param year The calendar year.
 * @returns Shares of member-months by age group, adding up to 1; groups without members
 * are left out.
 * @throws {RangeError} If the extract has no members of that year.
 * @see ILO (2021), Table 1.3.
 *
 * @example Ages 20 to 39 are 69 per cent of the members of 2019
 * ```ts
 * import { memberAges } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const share = memberAges(await readShippedExtract(), 2019)
 *   .filter(({ ageFrom, ageTo }) => ageFrom >= 20 && ageTo < 40)
 *   .reduce((sum, { share }) => sum + share, 0);
 * assertAlmostEquals(share, 0.69, 0.005);
 * ```
 */
export function memberAges(
  extract: Pick<StatisticsExtract, "active" | "manifest">,
  year: number,
): AgeShare[] {
  const rows = extract.active.filter(({ month }) => yearOf(month) === year);
  const membersOf = (chosen: typeof rows) =>
    sumSimple(chosen.map(({ members }) => members));
  const all = membersOf(rows);
  if (all === 0) {
    const { firstMonth, lastMonth } = extract.manifest;
    throw new RangeError(
      `Cannot find ages: members of ${year} are wanted, got an extract of ` +
        `${yearOf(firstMonth)} to ${yearOf(lastMonth)}`,
    );
  }
  return AGE_GROUPS.flatMap((group) => {
    const share = membersOf(rows.filter(({ ageGroup }) => ageGroup === group)) / all;
    if (share === 0) return [];
    const [ageFrom, ageTo] = group.split("-").map(Number);
    return [{ ageFrom: ageFrom!, ageTo: ageTo!, share }];
  });
}
