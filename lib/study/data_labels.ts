/** Says in a title when data are synthetic. */
export function syntheticLabel(isSynthetic: boolean): string {
  return isSynthetic ? " (synthetic data)" : "";
}

/** What a rule of months in a row rests on in synthetic spells; after a colon. */
export const INVENTED_BREAKS: string =
  "whose careers are broken is invented in the synthetic spells; this is no finding.";

/** Why a test of synthetic data has no p-value. */
export const NO_P_VALUE =
  "No p-value: the data are synthetic, and a test of them would test how they were made.";
