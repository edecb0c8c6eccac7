import { durationRange, type Rules } from "@jkp/scheme";

/** Refuses rules, perhaps made by hand, that cannot hold together. */
export function refuseImpossible(rules: Rules): void {
  const { benefit, duration, qualifying, financing, referenceWage } = rules;
  const rates: [string, number][] = [
    ["employee", financing.employee],
    ["employer", financing.employer],
    ["government", financing.government],
    ...Object.entries(rules.contingency.reasons).flatMap((
      [reason, each],
    ): [string, number][] => each?.rate == null ? [] : [[reason, each.rate]]),
  ];
  if (benefit.kind === "flat") rates.push(["benefit", benefit.rate]);
  if (benefit.kind === "tapered") {
    benefit.rates.forEach((rate, i) => rates.push([`benefit of month ${i + 1}`, rate]));
  }
  if (benefit.kind === "graded") {
    for (const { bands } of benefit.ages) {
      for (const { rateFrom, rateTo } of bands) {
        rates.push(["band", rateFrom], ["band", rateTo]);
      }
    }
  }
  for (const [what, rate] of rates) {
    if (!(rate >= 0 && rate <= 1)) {
      fail(rules, `${what}: a fraction from 0 to 1 is wanted, got ${rate}`);
    }
  }
  const { contributionMonths, windowMonths, consecutiveMonths } = qualifying;
  const wanted = Math.max(contributionMonths, consecutiveMonths ?? 0);
  if (!(wanted <= windowMonths)) {
    fail(rules, `a window of at least ${wanted} months is wanted, got ${windowMonths}`);
  }
  if (
    !(referenceWage.months >= 1 && referenceWage.months <= referenceWage.windowMonths)
  ) {
    const { months, windowMonths: window } = referenceWage;
    fail(rules, `reference months from 1 to ${window} are wanted, got ${months}`);
  }
  const { longest } = durationRange(rules);
  if (!(longest >= 1 && longest <= 60)) {
    fail(rules, `a longest duration from 1 to 60 months is wanted, got ${longest}`);
  }
  const byReason = Object.values(rules.contingency.reasons).map((each) =>
    each === null || each.rate !== null ? 0 : each.longestMonths ?? 0
  );
  const paid = Math.max(longest, ...byReason);
  if (benefit.kind === "tapered" && benefit.rates.length < paid) {
    fail(
      rules,
      `a rate for each of ${paid} months is wanted, got ${benefit.rates.length}`,
    );
  }
  if (duration.kind === "bands" && duration.bands.length === 0) {
    fail(rules, "a band of duration is wanted, got none");
  }
}

function fail(rules: Rules, what: string): never {
  throw new RangeError(`Cannot use the rules of ${rules.name}: ${what}`);
}
