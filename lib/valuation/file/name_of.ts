/**
 * A name that a valuation can have, from that of a folder or file: letters without accents,
 * and `_` for what is no letter, digit, `_` or `-`.
 */
export function nameOf(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "") || "valuation";
}
