import { type DataLabel, sourceLine } from "@jkp/exhibit";

/** The source line of what stands beside the report's numbers. */
export function reportSource(label: DataLabel): string {
  return `Report: ILO (2021). ${sourceLine(label)}`;
}
