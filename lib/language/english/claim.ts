import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { money, number } = quantities;

const inMonths = (count: number) => count === 1 ? "1 month" : `${count} months`;

/** What is said of one claim, or of many: rules asked, benefits, who pays, what remains. */
export const claim = {
  month: (month: Month) => formatMonth(month),
  yes: "yes",
  no: "no",

  /** Rules that can decide, by their keys. */
  rules: {
    all: "all",
    coverage: "coverage",
    contingency: "contingency",
    other_benefits: "other benefits",
    number_of_claims: "number of claims",
    time_between_claims: "time between claims",
    contributions: "contributions",
    consecutive_months: "consecutive months",
    claim_deadline: "claim deadline",
    benefit_age: "benefit age",
    entitlement_used_up: "entitlement used up",
  },

  /** What a rule wants, and what it got. */
  wanted: {
    coverage: "a member of a covered group",
    group: "a covered group",
    enterprise: "a covered size of enterprise",
    contract: "a covered contract",
    citizen: "a citizen",
    memberOf: (schemes: readonly string[]) => `a member of ${schemes.join(" and ")}`,
    hours: (hours: number) => `at least ${hours} hours a week`,
    ageAtRegistration: (below: number) => `an age at registration below ${below}`,
    contingency: "a covered reason of termination",
    otherBenefits: (benefits: readonly string[]) => `no ${benefits.join(" and no ")}`,
    numberOfClaims: (most: number) => `at most ${most} claims in a career`,
    monthsFromLastBenefit: (months: number) => `${months} months from the last benefit`,
    monthsFromLastClaim: (months: number) => `${months} months from the last claim`,
    contributions: (months: number, within: string) =>
      `${months} months of contribution in ${within}`,
    consecutiveAtEnd: (months: number) =>
      `${months} months in a row before the end of employment`,
    consecutiveWithin: (months: number, within: string) =>
      `${months} months in a row in ${within}`,
    deadline: (months: number) =>
      `a claim within ${months} months of the end of employment`,
    benefitAge: "an age that the benefit formula names",
    monthsLeft: "months of benefit left",
  },
  /** Months in which contributions count. */
  lastMonths: (months: number) => `the last ${months} months`,
  monthsSinceLastClaim: (months: number) => `the ${months} months since the last claim`,
  got: {
    coverage: "nothing against it",
    noCitizen: "no citizen",
    noMember: "no member",
    none: "none",
    unsaidCause: (cause: string) => `${cause}, of which the source says nothing`,
    claimNumber: (number: number) => `claim number ${number}`,
    monthsFrom: (months: number, from: Month) =>
      `${inMonths(months)} from ${formatMonth(from)}`,
    months: inMonths,
    inARow: (months: number) => `${months} in a row`,
    monthsAfter: (months: number) => `${inMonths(months)} after it`,
  },

  /** What the source of the rules leaves open and a claim touches. */
  open: {
    cause: (cause: string) => `contingency: nothing is said of ${cause}`,
    durationAfter: (shortest: number, longest: number, cause: string) =>
      `duration: ${shortest} to ${longest} months after ${cause}`,
    duration: (shortest: number, longest: number, decidedBy: readonly string[]) =>
      `duration: ${shortest} to ${longest} months by ${decidedBy.join(" and ")}`,
    limit: (name: string, multiple: number, of: string) =>
      `${name}: ${multiple} times ${of}, which is not given`,
    ceiling: "ceiling",
    floor: "floor",
    minimumBenefit: "minimum benefit",
    maximumBenefit: "maximum benefit",
  },

  checks: {
    eligible: (scheme: string, month: Month) =>
      `${scheme}, rules of ${formatMonth(month)}: eligible, every rule is met`,
    renewal: "; a renewal of the last claim",
    refused: (scheme: string, month: Month, rule: string) =>
      `${scheme}, rules of ${formatMonth(month)}: not eligible, decided by ${rule}`,
    rule: "Rule",
    met: "Met",
    wanted: "Wanted",
    got: "Got",
    source: "Source",
  },

  notes: {
    noFurtherClaim: "No further claim is possible.",
    nextAfterBenefits: (month: Month) =>
      `Next claim: from ${formatMonth(month)}, if every month is drawn, and ` +
      "contributions then run without break until a dismissal.",
    nextAfterRefusal: (month: Month) =>
      `Next claim: from ${formatMonth(month)}, if contributions run from the month of ` +
      "this one without break until a dismissal.",
    waitingDays: (days: number) => `Waiting period: ${days} days.`,
    waitingMonths: (months: number) => `Waiting period: ${months} months.`,
    newRates: (month: Month, source: string) =>
      `Benefits from ${
        formatMonth(month)
      } on: by the new rates of that month (${source}).`,
    leftOpen: (open: string) => `Left open by the source: ${open}.`,
    wagesIn: (currency: string, scheme: string) =>
      `Wages are taken as ${currency}, the currency of ${scheme}.`,
    rulesOf: (scheme: string, month: Month, currency: string) =>
      `${scheme}: rules of ${formatMonth(month)}, amounts in ${currency}.`,
    refusedBy: (source: string) => `Refused by ${source}.`,
  },

  benefits: {
    title: (scheme: string, wage: number, currency: string) =>
      `${scheme}: benefits on a reference wage of ${money(wage, currency)} a month`,
    month: "Month",
    benefit: "Benefit",
    left: "Left after it",
    monthsLeft: "Months",
    amountLeft: "Benefits",
    allowance: "Lump sum on finding work",
    earnings: "May be earned beside it",
    isLost: (total: number, currency: string) =>
      `Together ${
        money(total, currency)
      }. If work is found before, what is left is lost.`,
    isKept: (total: number, currency: string, until: Month) =>
      `Together ${money(total, currency)}. If work is found before, what is left is ` +
      `kept, and can be drawn until ${formatMonth(until)}.`,
  },

  liability: {
    title: (scheme: string) => `${scheme}: who pays`,
    month: "Month",
    fund: "Fund",
    employer: "Employer",
    isLumpSum: "The employer owes the benefits at once.",
    arrears: (amount: number, currency: string) =>
      `The employer owes contributions in arrears: ${money(amount, currency)}.`,
    reimbursable: (amount: number, currency: string) =>
      `The employer can ask back from the fund: ${money(amount, currency)}.`,
    unsaid: (scheme: string) =>
      `${scheme} says nothing of an employer who does not comply.`,
  },

  sideBySide: {
    title: "One claim under several schemes",
    scheme: "Scheme",
    decided: "Decided by",
    allMet: "every rule is met",
    wantedAndGot: (wanted: string, got: string) => `wanted: ${wanted}; got: ${got}`,
    wage: "Reference wage",
    aMonth: "a month",
    month: (number: number) => `Month ${number}`,
    benefit: "Benefit",
    next: "Next claim from",
    source: "Rules: data/designs.",
  },

  many: {
    title: "Claims by the rule that decides them",
    scheme: "Design",
    rule: "Decided by",
    claims: "Claims",
    share: "Share",
    months: "Months of benefit",
    mean: "mean",
    total: "Benefits",
    together: "all together",
    paid: "paid: every rule is met",
    missingQuantity: (scheme: string, quantity: string) =>
      `${scheme}: limits in multiples of ${quantity}, which is not given, are left out.`,
    shortest: (scheme: string) => `${scheme}: the shortest of its durations.`,
    longest: (scheme: string) => `${scheme}: the longest of its durations.`,
    leftOut: (members: number) =>
      `Members with contributions and no termination, left out: ${members}.`,
    written: (rows: number, file: string) =>
      `${number(rows)} rows written to ${file}, which names members: keep ` +
      "it inside.",
  },
};
