/** Where arrays of months come from; whoever takes one writes every value of it. */
export type NewArray = (length: number) => Float64Array;

/** Arrays of their own, for results that are kept. */
export const NEW_ARRAY: NewArray = (length) => new Float64Array(length);

/** Arrays that are taken again and again: what was written into them is lost then. */
export interface ArrayPool {
  readonly newArray: NewArray;
  /** Makes all arrays free. */
  readonly reuse: () => void;
}

/**
 * Keeps arrays for a computation that is done thousands of times, of which only sums are
 * kept: memory is asked for once.
 */
export function arrayPool(): ArrayPool {
  const arrays: Float64Array[] = [];
  let taken = 0;
  return {
    newArray: (length) => {
      const place = taken++;
      const kept = arrays[place];
      if (kept?.length === length) return kept;
      return arrays[place] = new Float64Array(length);
    },
    reuse: () => {
      taken = 0;
    },
  };
}
