/** A line by steps, with a corner at each end of a step: a value holds until the next time. */
export function stepCorners(
  times: readonly number[],
  values: readonly number[],
): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const corners = times.flatMap((time, i) =>
    i === 0
      ? [[time, values[i]!] as const]
      : [[time, values[i - 1]!] as const, [time, values[i]!] as const]
  );
  return { x: corners.map(([time]) => time), y: corners.map(([, value]) => value) };
}
