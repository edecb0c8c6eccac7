import type { DataLabel } from "@jkp/exhibit";

/** Says in a title when data are synthetic. */
export function syntheticLabel(isSynthetic: boolean): string {
  return isSynthetic ? " (synthetic data)" : "";
}

/** What numbers computed from an extract say of it. */
export function labelOfExtract(
  { name, synthetic }: { readonly name: string; readonly synthetic: boolean },
): DataLabel {
  return { extractName: name, isSynthetic: synthetic };
}

/** What a rule of months in a row rests on in synthetic spells; after a colon. */
export const INVENTED_BREAKS: string =
  "whose careers are broken is invented in the synthetic spells; this is no finding.";
