import { didYouMean } from "@jkp/problem";
import type { ExplorerData, ExplorerValuation } from "./explorer_data.ts";

/**
 * The valuation of a name.
 *
 * @throws {RangeError} If there is none, with those that there are.
 */
export function findValuation(
  { valuations }: ExplorerData,
  name: string,
): ExplorerValuation {
  const found = valuations.find(({ file }) => file.name === name);
  if (found !== undefined) return found;
  const names = valuations.map(({ file }) => file.name);
  throw new RangeError(
    `Cannot find a valuation: one of ${names.join(", ")} is wanted, got ${name}${
      didYouMean(name, names)
    }`,
  );
}
