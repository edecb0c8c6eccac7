import type { Design } from "@jkp/scheme";
import type { ServiceRule } from "@jkp/spells";

/** The rule of service of a valuation's own design. */
export function ownServiceRule({ qualifying }: Pick<Design, "qualifying">): ServiceRule {
  const { contributionMonths, windowMonths } = qualifying;
  return { months: contributionMonths, withinMonths: windowMonths };
}

/** A rule of service without its months in a row. */
export function withoutRow({ months, withinMonths }: ServiceRule): ServiceRule {
  return { months, withinMonths };
}
