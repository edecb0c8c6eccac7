import type { Scheme } from "@jkp/scheme";
import {
  choicesByLaw,
  choicesFor,
  type ChoicesInForce,
  type ModelChoices,
  REPORT_DESIGN,
} from "../choices.ts";
import { readingChoices } from "../usual_reading.ts";
import type { ValuationBasis } from "../valuation_basis.ts";
import type { ValuationFile } from "./valuation_file.ts";

/**
 * The choices that a valuation takes: the report's design alone is valued as the report's
 * reading has it, any other, and any beside it, by what laws say of reference earnings and
 * limits.
 */
export function choicesOf(
  file: Pick<ValuationFile, "choices">,
  ofReading: ModelChoices,
  schemes: readonly Pick<Scheme, "name">[],
): ModelChoices {
  const choices = { ...ofReading, ...file.choices };
  const isReport = schemes.every(({ name }) => name === REPORT_DESIGN);
  return isReport ? choices : choicesByLaw(choices);
}

/** A choice that is one thing of the report's design alone, and another beside others. */
export interface CompanyChoice<
  Name extends keyof ChoicesInForce = keyof ChoicesInForce,
> {
  readonly name: Name;
  readonly alone: ChoicesInForce[Name];
  readonly beside: ChoicesInForce[Name];
}

/** The choices of the report's design that depend on what it is valued beside. */
export interface CompanyChoices {
  /** Whether it is valued alone here. */
  readonly isAlone: boolean;
  readonly choices: readonly CompanyChoice[];
}

/**
 * Which choices of the report's own design would be others, were it valued alone and not
 * beside other designs, or the other way round.
 *
 * @param basis The valuation.
 * @returns The choices that differ, with both; `null` if that design is not valued.
 *
 * @example Alone the report's ceiling follows wages, beside other designs real GDP
 * ```ts
 * import { companyChoices } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { isAlone, choices } = companyChoices(await readValuation("report_2021"))!;
 * assertEquals(isAlone, true);
 * assertEquals(choices.find(({ name }) => name === "ceilingIndex"), {
 *   name: "ceilingIndex",
 *   alone: "wages",
 *   beside: "real_gdp_lagged",
 * });
 * ```
 */
export function companyChoices(
  { file, reading, label, schemes }: Pick<
    ValuationBasis,
    "file" | "reading" | "label" | "schemes"
  >,
): CompanyChoices | null {
  const report = schemes.find(({ name }) => name === REPORT_DESIGN);
  if (report === undefined) return null;
  const valuedWith = (others: readonly Pick<Scheme, "name">[]) =>
    choicesFor(
      choicesOf(file, readingChoices(reading, label), [report, ...others]),
      report,
    );
  const [alone, beside] = [valuedWith([]), valuedWith([{ name: "any other" }])];
  const names = Object.keys(alone) as (keyof ChoicesInForce)[];
  return {
    isAlone: schemes.every(({ name }) => name === REPORT_DESIGN),
    choices: names.filter((name) => alone[name] !== beside[name])
      .map((name) => ({ name, alone: alone[name], beside: beside[name] })),
  };
}
