import * as v from "valibot";
import { TERMINATION_REASONS } from "../rules/sections.ts";
import { age, calendarMonth, oneOf, whole, words } from "../rules/units.ts";

/** A schema as it is, or one that accepts more. */
type Change = <Schema extends v.GenericSchema>(schema: Schema) => Schema;

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
  group: v.exactOptional(oneOf(
    ...["employee", "civil_servant", "migrant", "domestic_worker", "part_time"] as const,
    ...["construction_worker", "employer", "non_wage_earner"] as const,
  )),
  enterprise: v.exactOptional(oneOf("large", "medium", "small", "micro")),
  contract: v.exactOptional(oneOf("indefinite", "fixed_term", "seasonal")),
  is_citizen: v.exactOptional(v.boolean("true or false")),
  schemes: v.exactOptional(v.array(words, "a list of schemes")),
  other_benefits: v.exactOptional(v.array(
    v.strictObject({
      scheme: words,
      paid_for: oneOf("old_age", "permanent_total_disability", "other"),
    }),
    "a list of benefits",
  )),
  hours_per_week: v.exactOptional(fromZero("hours of 0 or more")),
  is_seasonal: v.exactOptional(v.boolean("true or false")),
});

/** What a claim looks like in a file, with its values changed in some way. */
function claimFile(change: Change, table = v.strictObject) {
  const month = change(calendarMonth);
  return table({
    title: v.exactOptional(change(words)),
    source: v.exactOptional(change(words)),
    contributions: v.array(
      table({
        month: v.exactOptional(month),
        first_month: v.exactOptional(month),
        last_month: v.exactOptional(month),
        wage: change(wage),
        reported_wage: v.exactOptional(change(amount)),
        employer: v.exactOptional(change(words)),
      }),
      "a list of contributions",
    ),
    claims: v.optional(
      v.array(
        table({
          month,
          months_paid: change(whole(0, 60, "months")),
          last_employment_month: v.exactOptional(month),
          last_benefit_month: v.exactOptional(month),
        }),
        "a list of earlier claims",
      ),
      [],
    ),
    member: v.optional(change(Member), {}),
    termination: change(table({
      month,
      reason: change(oneOf(...TERMINATION_REASONS)),
      claim_month: v.exactOptional(month),
      severance_pay: v.exactOptional(change(amount)),
    })),
    employer: v.exactOptional(change(table({
      is_enrolled: v.optional(v.boolean("true or false"), true),
      months_in_arrears: v.optional(whole(0, 600, "months"), 0),
      monthly_contribution: v.optional(amount, 0),
    }))),
  });
}

/** What a claim must look like in a file. */
export const ClaimFile = claimFile((schema) => schema);

/**
 * A claim as far as it can be read, so that what is right in it can be compared: NaN
 * stands for a value that is missing or wrong, and unknown keys are left out.
 */
export const ReadableClaimFile = claimFile(
  (schema) => v.fallback(schema, NaN as never) as typeof schema,
  v.object as unknown as typeof v.strictObject,
);

/** A claim as it stands in a file, with months as numbers. */
export type ClaimContent = v.InferOutput<typeof ClaimFile>;
