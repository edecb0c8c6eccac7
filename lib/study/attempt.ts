/**
 * A result that a study can go without: what it came to, or why it could not be found, in
 * words. A fault of ours is no such reason and goes on.
 */
export function attempt<Result>(
  what: string,
  compute: () => Result,
): { readonly result: Result } | { readonly note: string } {
  try {
    return { result: compute() };
  } catch (error) {
    const isOurs = error instanceof RangeError && error.message.startsWith("Cannot ");
    if (!isOurs) throw error;
    return { note: `${what}: ${error.message.replace(/^Cannot [^:]*: /, "")}.` };
  }
}
