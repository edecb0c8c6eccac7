import {
  age,
  calendarMonth,
  CONTRACT_TYPES,
  ENTERPRISE_SIZES,
  oneOf,
  otherContingency,
  TERMINATION_CAUSES,
  whole,
  words,
  WORKER_GROUPS,
  yesOrNo,
} from "@jkp/scheme";
import * as v from "valibot";

/** A number from 0 on. */
function fromZero(expected: string) {
  return v.pipe(v.number(expected), v.minValue(0, expected), v.finite(expected));
}

const amount = fromZero("an amount of 0 or more");
const WAGE = 'an amount of 0 or more, or "none" for no contribution';
const wage = v.union([fromZero(WAGE), v.literal("none")], WAGE);

const Member = v.strictObject({
  age: v.exactOptional(age),
  age_at_registration: v.exactOptional(age),
  group: v.exactOptional(oneOf(...WORKER_GROUPS)),
  enterprise: v.exactOptional(oneOf(...ENTERPRISE_SIZES)),
  contract: v.exactOptional(oneOf(...CONTRACT_TYPES)),
  is_citizen: v.exactOptional(yesOrNo),
  schemes: v.exactOptional(v.array(words, "a list of schemes")),
  other_benefits: v.exactOptional(v.array(
    v.strictObject({
      scheme: words,
      paid_for: otherContingency,
    }),
    "a list of benefits",
  )),
  hours_per_week: v.exactOptional(fromZero("hours of 0 or more")),
  is_seasonal: v.exactOptional(yesOrNo),
});

/** What a claim must look like in a file. */
export const ClaimFile = v.strictObject({
  title: v.exactOptional(words),
  source: v.exactOptional(words),
  contributions: v.array(
    v.strictObject({
      month: v.exactOptional(calendarMonth),
      first_month: v.exactOptional(calendarMonth),
      last_month: v.exactOptional(calendarMonth),
      wage,
      reported_wage: v.exactOptional(amount),
      employer: v.exactOptional(words),
    }),
    "a list of contributions",
  ),
  claims: v.optional(
    v.array(
      v.strictObject({
        month: calendarMonth,
        months_paid: whole(0, 60, "months"),
        last_employment_month: v.exactOptional(calendarMonth),
        last_benefit_month: v.exactOptional(calendarMonth),
      }),
      "a list of earlier claims",
    ),
    [],
  ),
  member: v.optional(Member, {}),
  termination: v.strictObject({
    month: calendarMonth,
    reason: oneOf(...TERMINATION_CAUSES),
    claim_month: v.exactOptional(calendarMonth),
    severance_pay: v.exactOptional(amount),
  }),
  employer: v.exactOptional(v.strictObject({
    is_enrolled: v.optional(yesOrNo, true),
    months_in_arrears: v.optional(whole(0, 600, "months"), 0),
    monthly_contribution: v.optional(amount, 0),
    is_closed: v.exactOptional(yesOrNo),
  })),
});

/** A claim as it stands in a file, with months as numbers. */
export type ClaimContent = v.InferOutput<typeof ClaimFile>;
