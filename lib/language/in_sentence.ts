/** A title as it stands in a sentence: "Base" is "base", and "ILO basis" stays. */
export function inSentence(title: string): string {
  return title.replace(/^\p{Lu}(?![\p{Lu}\d])/u, (letter) => letter.toLowerCase());
}
