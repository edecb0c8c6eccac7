import {
  age,
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
import { recordedMonth } from "@jkp/month";
import * as v from "valibot";

/** Amounts from here on are slips: they are not exact to the last digit. */
export const MOST_AMOUNT = 1e15;

const NOT_TOO_LONG = "an amount of at most 15 digits";

const month = recordedMonth();

/** A number from 0 on. */
function fromZero(expected: string) {
  return v.pipe(v.number(expected), v.minValue(0, expected), v.finite(expected));
}

const amount = v.pipe(
  fromZero("an amount of 0 or more"),
  v.check((value) => value < MOST_AMOUNT, NOT_TOO_LONG),
);
const WAGE = 'an amount of 0 or more, or "none" for no contribution';
const wage = v.pipe(
  v.union([fromZero(WAGE), v.literal("none")], WAGE),
  v.check((value) => value === "none" || value < MOST_AMOUNT, NOT_TOO_LONG),
);

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
      month: v.exactOptional(month),
      first_month: v.exactOptional(month),
      last_month: v.exactOptional(month),
      wage,
      reported_wage: v.exactOptional(amount),
      employer: v.exactOptional(words),
    }),
    "a list of contributions",
  ),
  claims: v.optional(
    v.array(
      v.strictObject({
        month,
        months_paid: whole(0, 60, "months"),
        last_employment_month: v.exactOptional(month),
        last_benefit_month: v.exactOptional(month),
      }),
      "a list of earlier claims",
    ),
    [],
  ),
  member: v.optional(Member, {}),
  termination: v.strictObject({
    month,
    reason: oneOf(...TERMINATION_CAUSES),
    claim_month: v.exactOptional(month),
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
