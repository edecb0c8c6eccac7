/** A version of a section: in force until the next one. */
interface Version {
  readonly from: number;
}

/** Versions of two sections that are in force in the same month, with both positions. */
export function versionsTogether<One extends Version, Other extends Version>(
  one: readonly One[],
  other: readonly Other[],
): [one: One, other: Other, i: number, k: number][] {
  const endOf = (versions: readonly Version[], i: number) =>
    versions[i + 1]?.from ?? Infinity;
  return one.flatMap((each, i) =>
    other.flatMap((beside, k): [One, Other, number, number][] =>
      each.from < endOf(other, k) && beside.from < endOf(one, i)
        ? [[each, beside, i, k]]
        : []
    )
  );
}
