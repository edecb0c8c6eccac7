import { REPORT_DESIGN, type SchemeValuation } from "@jkp/valuation";

/**
 * Which earnings benefits are a share of in valuations side by side, in words; and what the
 * report's reading takes, if no other note says it.
 */
export function referenceEarningsNotes(
  valued: readonly Pick<SchemeValuation, "rules" | "valuation">[],
  isReportTold = false,
): string[] {
  const titles = (wanted: "before_claim" | "before_payment") => [
    ...new Set(
      valued.filter(({ valuation: { assumptions: { choices } } }) =>
        choices.referenceEarnings === wanted
      ).map(({ rules }) => rules.title),
    ),
  ];
  const [ofClaim, ofPayment] = [titles("before_claim"), titles("before_payment")];
  return [
    ...(ofClaim.length === 0 ? [] : [
      "Reference earnings: those before the claim, as laws say." +
      (!isReportTold && ofPayment.length === 0 &&
          valued.some(({ rules }) => rules.name === REPORT_DESIGN)
        ? " The report's reading of its own design takes those before each payment."
        : ""),
    ]),
    ...(ofPayment.length === 0 ? [] : [
      "Reference earnings: those before each payment, as the report's reading has them" +
      (ofClaim.length === 0 ? "." : `, of ${ofPayment.join("; ")}.`),
    ]),
  ];
}
