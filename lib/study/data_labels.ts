/** Says in a title when data are synthetic. */
export function syntheticLabel(isSynthetic: boolean): string {
  return isSynthetic ? " (synthetic data)" : "";
}

/** Where the figures of a study come from; says so when data are synthetic. */
export function dataSource(name: string, isSynthetic: boolean): string {
  const kind = isSynthetic ? "synthetic data, made and not recorded; extract" : "extract";
  return `JKP Lab: ${kind} ${name}.`;
}
