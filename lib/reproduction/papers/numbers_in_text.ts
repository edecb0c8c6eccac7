/** A number with thousands separated by a blank or comma, and decimals. */
const NUMBER = /\d{1,3}(?:[ ,\u00a0]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** The numbers in a text, thousands with or without separators. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(NUMBER)].map(([number]) =>
    Number(number.replace(/[ ,\u00a0]/g, ""))
  );
}

/** The numbers of our wording that the printed text does not have. */
export function unsupportedNumbers(ours: string, printed: string): number[] {
  const known = new Set(numbersIn(printed));
  return numbersIn(ours).filter((number) => !known.has(number));
}
