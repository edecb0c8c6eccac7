/** Which groups are not to be shown, and whether all of them together are not. */
export interface SuppressedGroups {
  /** For each group. */
  readonly groups: readonly boolean[];
  readonly total: boolean;
}

/**
 * Suppresses groups of few records that are shown beside their total, and others so that
 * what the total leaves gives none away.
 *
 * A group has several numbers of records, all of which it shows or none. A group with a
 * number of 1 to one below the threshold is suppressed, and then a further one, the
 * smallest, of which that number is no such small one. Where there is none the total is
 * suppressed. So what is left of a total holds at least the threshold's number of records
 * more than any small number in it.
 *
 * @param groups Numbers of records of each group, in one order.
 * @param threshold How few records are too few.
 * @param suppressed Groups, and their total, that are not shown anyway.
 * @returns What is not to be shown.
 *
 * @example Seven of the old would be what young and middle leave of the total
 * ```ts
 * import { suppressGroups } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const [young, middle, old] = [[40], [25], [7]];
 * assertEquals(suppressGroups([young, middle, old], 10), {
 *   groups: [false, true, true],
 *   total: false,
 * });
 * ```
 */
export function suppressGroups(
  groups: readonly (readonly number[])[],
  threshold: number,
  suppressed: SuppressedGroups = { groups: groups.map(() => false), total: false },
): SuppressedGroups {
  const isFew = (records: number) => records > 0 && records < threshold;
  const size = (group: readonly number[]) => group.reduce((sum, part) => sum + part, 0);
  const parts = [...(groups[0] ?? []).keys()];
  const hidden = groups.map((group, g) => suppressed.groups[g]! || group.some(isFew));
  const total = suppressed.total ||
    parts.some((part) => isFew(size(groups.map((group) => group[part]!))));
  if (total) return { groups: hidden, total };
  for (const part of parts) {
    const covers = (group: readonly number[]) => group[part]! >= threshold;
    const needsCover = groups.some((group) => isFew(group[part]!)) &&
      !groups.some((group, g) => hidden[g]! && covers(group));
    if (!needsCover) continue;
    const smallest = groups.map((group, g) => ({ group, g }))
      .filter(({ group, g }) => !hidden[g]! && covers(group))
      .sort((a, b) => size(a.group) - size(b.group))[0];
    if (smallest === undefined) return { groups: hidden, total: true };
    hidden[smallest.g] = true;
  }
  return { groups: hidden, total };
}
