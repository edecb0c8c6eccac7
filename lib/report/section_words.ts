import type { ReformedSection } from "@jkp/scheme";

/** A section of rules in words: `referenceWage` as "reference wage". */
export function sectionInWords(section: ReformedSection): string {
  return section.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}
