/** Σ over d of inflow(t − d) · pattern(d), with nothing before the first month. */
export function convolve(inflow: Float64Array, pattern: Float64Array): Float64Array {
  const result = new Float64Array(inflow.length);
  for (let t = 0; t < result.length; t++) {
    let sum = 0;
    for (let d = Math.min(t, pattern.length - 1); d >= 0; d--) {
      sum += inflow[t - d]! * pattern[d]!;
    }
    result[t] = sum;
  }
  return result;
}
