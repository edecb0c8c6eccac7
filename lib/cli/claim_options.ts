import type { Month } from "@jkp/month";
import { didYouMean, UsageError } from "@jkp/problem";
import type { EntitlementOptions } from "@jkp/entitlement";
import type { Language, Words } from "@jkp/language";
import type { Scheme } from "@jkp/scheme";

/** How claims are decided. */
export interface ClaimOptions extends EntitlementOptions {
  /** Month whose rules hold, if not that of each termination. */
  readonly month?: Month;
}

/**
 * How claims are decided, from the command's options.
 *
 * @throws {UsageError} If a quantity is none that a design names.
 */
export function toClaimOptions(
  { month, quantity, longest }: {
    readonly month: Month | undefined;
    readonly quantity: readonly string[];
    readonly longest: boolean;
  },
  language: Language,
  designs: readonly Scheme[],
  { usage, problem }: Words,
): ClaimOptions {
  const known = [...new Set(designs.flatMap(quantitiesOf))];
  const problems: string[] = [];
  const quantities = quantity.map((text): [string, number] => {
    const [name = "", amount = ""] = text.split(/=(.*)/s);
    const value = amount.trim() === "" ? NaN : Number(amount.replaceAll("_", ""));
    if (!(value > 0 && value < Infinity)) {
      problems.push(usage.wants("--quantity", usage.quantity, text));
    } else if (!known.includes(name)) {
      const got = `${name}${didYouMean(name, known, problem)}`;
      problems.push(usage.wants("--quantity", usage.quantityOf(known), got));
    }
    return [name, value];
  });
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return {
    quantities: Object.fromEntries(quantities),
    language,
    openDuration: longest ? "longest" : "shortest",
    ...(month === undefined ? {} : { month }),
  };
}

/** Names of the quantities that a design's limits are multiples of, each once. */
export function quantitiesOf({ sections }: Scheme): string[] {
  const limits = [
    ...sections.insurableEarnings.flatMap(({ ceiling, floor }) => [ceiling, floor]),
    ...sections.minimumBenefit.map(({ limit }) => limit),
    ...sections.maximumBenefit.map(({ limit }) => limit),
  ];
  return [...new Set(limits.flatMap(({ of }) => of ?? []))];
}
