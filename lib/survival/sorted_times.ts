/** Times in order, each with the row it came from. */
export interface SortedTimes {
  readonly times: Float64Array;
  readonly rows: Uint32Array;
}

/** Values of one digit: the 64 bits of a number are sorted by in four digits of 16. */
const DIGIT_VALUES = 1 << 16;

/**
 * Sorts finite times of 0 or more; equal times keep the order of their rows.
 *
 * Doubles of 0 or more order as their bits do, so a radix sort needs no comparisons:
 * millions of rows in a fraction of a second, however they are distributed.
 */
export function sortTimes(values: ArrayLike<number>): SortedTimes {
  const size = values.length;
  const times = new Float64Array(size);
  let rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    // Adding 0 turns -0, whose bits would order last, into 0.
    times[row] = values[row]! + 0;
    rows[row] = row;
  }
  // Low and high half of each number in turn: all platforms of Deno are little-endian.
  let halves = new Uint32Array(times.buffer);
  let nextHalves = new Uint32Array(2 * size);
  let nextRows = new Uint32Array(size);
  for (const [half, shift] of [[0, 0], [0, 16], [1, 0], [1, 16]] as const) {
    const places = new Uint32Array(DIGIT_VALUES);
    for (let i = half; i < 2 * size; i += 2) {
      places[(halves[i]! >>> shift) & (DIGIT_VALUES - 1)]!++;
    }
    if (places.includes(size)) continue;
    let place = 0;
    for (let digit = 0; digit < DIGIT_VALUES; digit++) {
      const count = places[digit]!;
      places[digit] = place;
      place += count;
    }
    for (let i = 0; i < size; i++) {
      const digit = (halves[2 * i + half]! >>> shift) & (DIGIT_VALUES - 1);
      const to = places[digit]!++;
      nextHalves[2 * to] = halves[2 * i]!;
      nextHalves[2 * to + 1] = halves[2 * i + 1]!;
      nextRows[to] = rows[i]!;
    }
    [halves, nextHalves] = [nextHalves, halves];
    [rows, nextRows] = [nextRows, rows];
  }
  return { times: new Float64Array(halves.buffer), rows };
}
