/** A copy of an array with twice the places; the new places hold 0. */
export function longer<T extends Uint8Array | Int16Array | Int32Array>(array: T): T {
  const copy = new (array.constructor as new (length: number) => T)(2 * array.length);
  copy.set(array);
  return copy;
}
