/** The first of some texts and, in words, how many more there are. */
export function firstOf(
  texts: readonly string[],
  most: number,
  andMore: (shown: string, more: number) => string,
): string {
  const shown = texts.slice(0, most).join(", ");
  return texts.length > most ? andMore(shown, texts.length - most) : shown;
}
