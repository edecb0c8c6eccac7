import { type Published, publishedRow } from "@jkp/published";
import { type ReformedSection, reformSteps, type Rules } from "@jkp/scheme";
import {
  exhaustionYear,
  fundTerms,
  rollForward,
  type SchemeValuation,
  type ValuationInputs,
  valueSchemes,
} from "@jkp/valuation";
import { percent, rateInWords, type Table } from "@jkp/exhibit";

/** What a document says of a cost, and what comes out here. */
export interface StatedClaim {
  readonly claim: string;
  readonly source: string;
  readonly ours: string;
  readonly verdict:
    | "holds"
    | "does not hold"
    | "no effect in these data"
    | "invented in synthetic data";
}

/** Effects below this are none: a fraction of benefits. */
const NO_EFFECT = 1e-6;

/**
 * Checks what the review of JKP says that reforms would do to its cost.
 *
 * Each claim is of one change alone, made to JKP as it is.
 *
 * @param jkp JKP's rules.
 * @param proposed The proposal's rules.
 * @param inputs All that valuations are made from, but the law.
 * @param documents What the review prints.
 * @returns The claims, in the document's order.
 * @see ILO (2023), Unemployment insurance in Indonesia.
 *
 * @example The review's "40 per cent" more for a flat 50 per cent: 40.6 here
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { loadPublishedDocuments } from "@jkp/published/read";
 * import { statedClaims } from "@jkp/reproduction";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
 * const claims = statedClaims(
 *   await at("jkp_2021"),
 *   await at("proposed_2021"),
 *   await reportInputs("base"),
 *   await loadPublishedDocuments(),
 * );
 * const flat = claims.find(({ claim }) => claim.includes("50 per cent"))!;
 * assertEquals([flat.ours, flat.verdict], ["benefits +40.6 %", "holds"]);
 * ```
 */
export function statedClaims(
  jkp: Rules,
  proposed: Rules,
  inputs: ValuationInputs,
  documents: Published,
): StatedClaim[] {
  /** Whether a fraction of ours is what the review prints, to its last digit. */
  const isPrinted = (fraction: number, item: string, cell: string) => {
    const { value, tolerance } = publishedRow(documents, item, cell);
    return Math.abs(100 * fraction - value!) <= tolerance;
  };
  const value = (rules: Rules) => valueSchemes([rules], [inputs]).valued[0]!;
  const now = value(jkp);
  const proposal = value(proposed);
  const withOnly = (section: ReformedSection) =>
    value(reformSteps(jkp, proposed, [section])[1]!.rules);
  const benefitsBy = (after: SchemeValuation) => after.benefitsIdr / now.benefitsIdr - 1;

  const service = benefitsBy(withOnly("qualifying"));
  const ceiling = withOnly("insurableEarnings").suggestedRate - now.suggestedRate;
  const lower = 1 - proposal.valuation.assumptions.earnings.claimantRelativity;
  const lowerBefore = 1 - relativeWage(proposal, inputs);
  const flat = benefitsBy(withOnly("benefit"));
  const average = benefitsBy(withOnly("referenceWage"));
  const waiting = benefitsBy(withOnly("waitingPeriod"));
  const fund = fundAtOwnRate(now);
  return [
    {
      claim: "Without six months in a row more members qualify, and the cost rises",
      source: "Section 2.4",
      ours: `benefits ${signed(service, "%")}`,
      verdict: Math.abs(service) < NO_EFFECT
        ? "no effect in these data"
        : hasInventedService(inputs)
        ? "invented in synthetic data"
        : verdictOf(service > 0),
    },
    {
      claim: "Claimants' insurable earnings are 23 per cent below other members'",
      source: "Section 2.5, citing the report",
      ours: `${percent(lower, 1)} below under the proposed ceiling, ` +
        `${percent(lowerBefore, 1)} before it`,
      verdict: verdictOf(
        isPrinted(lower, "jkp2023_statements", "claimants_insurable_earnings_below"),
      ),
    },
    {
      claim: "A higher ceiling reduces the contribution rate",
      source: "Section 2.5",
      ours: `suggested rate ${signed(ceiling, "points")}`,
      verdict: verdictOf(ceiling < 0),
    },
    {
      claim: "A constant 50 per cent raises benefit expenditure by 40 per cent",
      source: "Section 2.6",
      ours: `benefits ${signed(flat, "%")}`,
      verdict: verdictOf(isPrinted(flat, "jkp2023_statements", "constant_benefit_rise")),
    },
    {
      claim: "The average of six months in place of the last wage reduces the cost",
      source: "Section 2.6",
      ours: `benefits ${signed(average, "%")}`,
      verdict: verdictOf(average < 0),
    },
    {
      claim: "A waiting period of seven days reduces the cost",
      source: "Section 2.7",
      ours: `benefits ${signed(waiting, "%")}`,
      verdict: verdictOf(waiting < 0),
    },
    {
      claim:
        "The present rate lets the fund accumulate reserves, at least in early years",
      source: "Section 2.8",
      ours: fund.words,
      verdict: verdictOf(fund.growsWithBenefits),
    },
    {
      claim: "The proposal costs 1.35 per cent at the start, with administration",
      source: "Appendix, Financing modality",
      ours: percent(proposal.suggestedRate, 2),
      verdict: verdictOf(
        isPrinted(proposal.suggestedRate, "jkp2023_appendix", "financing/total/proposed"),
      ),
    },
  ];
}

/** Whether leavers who meet rules of service were counted in synthetic spells. */
function hasInventedService({ data }: ValuationInputs): boolean {
  return data?.serviceShares?.some(({ isSynthetic }) => isSynthetic) ?? false;
}

/** Claimants' wages over members' of the same sex, before any ceiling. */
function relativeWage(
  { valuation }: SchemeValuation,
  { experience }: ValuationInputs,
): number {
  const { members, claimants } = valuation.assumptions.earnings.baseYear.total;
  const { maleShareOfLeavers } = experience.earnings;
  return maleShareOfLeavers * claimants.male / members.male +
    (1 - maleShareOfLeavers) * claimants.female / members.female;
}

/** The fund under the scheme's own rate and its initial capital. */
function fundAtOwnRate({ ownRate, valuation }: SchemeValuation) {
  const { years, assumptions } = valuation;
  const contributionRate = ownRate ?? 0;
  const terms = fundTerms(assumptions);
  const fund = rollForward(years, { ...terms, contributionRate });
  const firstPaid = years.findIndex(({ benefitsIdr }) => benefitsIdr > 0);
  const before = fund[firstPaid]!.openingIdr;
  const growsWithBenefits = fund[firstPaid]!.closingIdr > before;
  const end = exhaustionYear(fund);
  const { year } = years[firstPaid]!;
  return {
    growsWithBenefits,
    words: `at ${rateInWords(contributionRate)} with the initial capital, reserves ` +
      `${growsWithBenefits ? "grow" : "fall"} in ${year}, the first year of benefits, ` +
      `and ${end === null ? "last" : `are gone in ${end}`}`,
  };
}

function verdictOf(holds: boolean): StatedClaim["verdict"] {
  return holds ? "holds" : "does not hold";
}

function signed(fraction: number, unit: string): string {
  const change = 100 * fraction;
  const digits = unit === "%" ? 1 : 3;
  const sign = change < 0 ? "−" : "+";
  return `${sign}${Math.abs(change).toFixed(digits)} ${unit}`;
}

/**
 * Stated claims as a table.
 *
 * @param claims The claims.
 * @param source Where our numbers come from.
 * @returns A row a claim.
 *
 * @example One claim
 * ```ts
 * import { statedClaimsTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const claim = {
 *   claim: "The proposal costs 1.35 per cent at the start, with administration",
 *   source: "Appendix, Financing modality",
 *   ours: "1.35 %",
 *   verdict: "holds",
 * } as const;
 * assertEquals(statedClaimsTable([claim], "an example").rows, [claim]);
 * ```
 */
export function statedClaimsTable(claims: readonly StatedClaim[], source: string): Table {
  return {
    id: "stated_claims",
    number: "",
    title: "What the review of 2023 says of costs",
    columns: [
      { key: "claim", title: "Claim" },
      { key: "source", title: "Review" },
      { key: "ours", title: "Ours" },
      { key: "verdict", title: "Verdict" },
    ],
    rows: claims.map((claim) => ({ ...claim })),
    notes: [
      "Each change alone, made to JKP as it is. Ours pays every layoff with the service " +
      "wanted: limits to repeat claims and refusals of practice are not in it.",
    ],
    source,
  };
}
