/** A key in words: `number_of_claims` as "number of claims". */
export function keyInWords(key: string): string {
  return key.replaceAll("_", " ");
}

/** A section of rules in words: `referenceWage` as "reference wage". */
export function sectionInWords(section: string): string {
  return section.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

/** A text with a capital first letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A contribution rate as it is spoken of: 0.0046 as "0.46 %". */
export function rateInWords(rate: number): string {
  return `${Number((100 * rate).toFixed(4))} %`;
}
