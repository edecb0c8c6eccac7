import { readScheme, rulesAt, schemeStart } from "@jkp/scheme";
import {
  type DurationEnd,
  durationEnds,
  type SchemeAssumptions,
  schemeAssumptions,
  type SchemeData,
  serviceRuleOf,
  type ServiceShare,
  type Valuation,
  type ValuationAssumptions,
} from "@jkp/valuation";

/** A scheme ready to be valued, at one end of its durations. */
export interface SchemeToValue extends SchemeAssumptions {
  readonly title: string;
  readonly duration: DurationEnd;
}

/**
 * Reads a scheme as it stands in the valuation's first month of benefits.
 *
 * @param nameOrPath A scheme of `data/schemes`, or a TOML file.
 * @param assumptions A valuation's assumptions.
 * @param data Economy and wages.
 * @returns Its assumptions; two, shortest first, where its rules give a range of durations.
 * @throws {DataError} If the file cannot be used.
 * @throws {RangeError} If the scheme cannot be valued.
 */
export async function schemeToValue(
  nameOrPath: string,
  assumptions: ValuationAssumptions,
  data: Omit<SchemeData, "serviceShares">,
): Promise<SchemeToValue[]> {
  const scheme = await readScheme(nameOrPath);
  const month = Math.max(assumptions.design.firstBenefitMonth, schemeStart(scheme));
  const rules = rulesAt(scheme, month);
  const { contributionMonths, windowMonths } = assumptions.design.qualifying;
  const own = { months: contributionMonths, withinMonths: windowMonths };
  const rule = serviceRuleOf(rules);
  const serviceShares = rule === null ? [] : await sharesOf([own, rule]);
  return durationEnds(rules).map((duration) => ({
    ...schemeAssumptions(assumptions, rules, { ...data, serviceShares }, duration),
    title: rules.title,
    duration,
  }));
}

/** Shares of leavers; what reads spells is loaded only now, for it takes a while. */
async function sharesOf(
  wanted: readonly ServiceShare["rule"][],
): Promise<ServiceShare[]> {
  const [{ SHIPPED_SPELLS_FOLDER }, { serviceRuleShares }] = await Promise.all([
    import("@jkp/spells"),
    import("@jkp/study"),
  ]);
  return await serviceRuleShares(SHIPPED_SPELLS_FOLDER, wanted);
}

/** What `--json` adds for a scheme: both ends of its durations, and what is left out. */
export function schemeJson(
  valued: readonly { readonly scheme: SchemeToValue; readonly valuation: Valuation }[],
) {
  const { coveredShare, excludedByService, ownRate, basis, notValued } = valued.at(-1)!
    .scheme;
  return {
    coveredShare,
    excludedByService,
    ownRate,
    basis,
    notValued,
    durations: valued.map(({ scheme: { duration, assumptions }, valuation }) => ({
      duration,
      months: assumptions.design.maximumDurationMonths,
      financing: valuation.financing,
    })),
  };
}

/** What follows the tables of a scheme: how it was taken, and what is not valued. */
export function schemeText({ assumptions, basis, notValued }: SchemeToValue): string {
  const { maximumDurationMonths } = assumptions.design;
  return [
    `Longest benefit: ${maximumDurationMonths} months.`,
    ...basis.map((text) => `${text}.`),
    "Not valued:",
    ...notValued.map((text) => `  ${text}.`),
    "",
  ].join("\n");
}
