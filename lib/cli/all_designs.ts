import { DataError } from "@jkp/problem";
import { rulesAt, schemeStart } from "@jkp/scheme";
import { designNames, readScheme } from "@jkp/scheme/read";
import type { SchemeValuations, ValuationBasis } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";

/**
 * Reads a valuation with every design of the project. A design that does not fit it, as one
 * whose limits no growth leads to its years, is left out with the reason.
 *
 * @throws {DataError} If anything else is wrong, or no design fits.
 */
export async function readWithAllDesigns(
  valuation: string,
  options: Parameters<typeof readValuation>[1],
): Promise<{
  readonly basis: ValuationBasis;
  readonly unfit: SchemeValuations["leftOut"];
}> {
  const names = await designNames();
  try {
    return {
      basis: await readValuation(valuation, { ...options, designs: names }),
      unfit: [],
    };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const reasons = new Map<string, string>();
    for (const { place = "", expected, received = "" } of error.problems) {
      const name = /^designs\.(\d+)$/.exec(place)?.[1];
      if (name === undefined) throw error;
      const design = names[Number(name)]!;
      const got = received.replace(new RegExp(`^${design}, (with )?`), "");
      if (!reasons.has(design)) {
        reasons.set(design, `${expected}, is wanted, got ${got}`);
      }
    }
    const fitting = names.filter((name) => !reasons.has(name));
    if (fitting.length === 0) throw error;
    const unfit = await Promise.all([...reasons].map(async ([name, reason]) => {
      const scheme = await readScheme(name);
      return { rules: rulesAt(scheme, schemeStart(scheme)), reason };
    }));
    const basis = await readValuation(valuation, { ...options, designs: fitting });
    return { basis, unfit };
  }
}
