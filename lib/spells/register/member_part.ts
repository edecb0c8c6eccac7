/** A part of the members of a register, by hash of their numbers: the first of 8, as 1/8. */
export interface MemberPart {
  /** From 1 on. */
  readonly part: number;
  readonly parts: number;
}

/**
 * For each row whether its member is of a part. It hangs on the member's number alone, and on
 * the first bits of its hash, for a register is parted in memory and on disk by the last.
 *
 * @param memberHash 64-bit hashes: low word, high word, low word, …
 */
export function rowsOfPart(
  memberHash: Uint32Array,
  { part, parts }: MemberPart,
): Uint8Array {
  const isOwn = new Uint8Array(memberHash.length / 2);
  for (let row = 0; row < isOwn.length; row++) {
    if (Math.floor(memberHash[2 * row + 1]! / 2 ** 32 * parts) === part - 1) {
      isOwn[row] = 1;
    }
  }
  return isOwn;
}

/** How many rows are marked. */
export function countMarks(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}
