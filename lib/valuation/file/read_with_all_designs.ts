import { DataError } from "@jkp/problem";
import { rulesAt, schemeStart } from "@jkp/scheme";
import { designNames, readScheme } from "@jkp/scheme/read";
import type { ValuationBasis } from "../valuation_basis.ts";
import type { SchemeValuations } from "../value_schemes.ts";
import { readValuation } from "./read_valuation.ts";

/**
 * Reads a valuation with every design of the project. A design that does not fit it, as one
 * whose limits no growth leads to its years, is left out with the reason.
 *
 * @param valuation One of the project by name, or a TOML file by path.
 * @param options As for `readValuation`, but for the designs.
 * @returns The valuation, and the designs that do not fit.
 * @throws {DataError} If anything else is wrong, or no design fits.
 *
 * @example The proposal of 2021 has a ceiling of 2020, from which no growth leads to 2026
 * ```ts
 * import { readWithAllDesigns } from "@jkp/valuation/read";
 * import { assert, assertStringIncludes } from "@std/assert";
 *
 * const { basis, unfit } = await readWithAllDesigns("jkp_2026");
 * assert(basis.schemes.some(({ name }) => name === "jkp_2021"));
 * const proposed = unfit.find(({ rules }) => rules.name === "proposed_2021")!;
 * assertStringIncludes(proposed.reason, "got one of 2020 that moves with an index");
 * ```
 */
export async function readWithAllDesigns(
  valuation: string,
  options: Omit<NonNullable<Parameters<typeof readValuation>[1]>, "designs"> = {},
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
      const index = /^designs\.(\d+)$/.exec(place)?.[1];
      if (index === undefined) throw error;
      const design = names[Number(index)]!;
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
