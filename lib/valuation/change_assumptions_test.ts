import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
import {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  changeAssumptions,
  changeInputs,
} from "./change_assumptions.ts";

const ASSUMPTIONS = await reportAssumptions("base");
const INPUTS = await reportInputs("base");

Deno.test("changeAssumptions() changes what is named and nothing else", () => {
  const changed = changeAssumptions(ASSUMPTIONS, {
    benefitRate: 0.6,
    maximumDurationMonths: 9,
    reserveMultiple: 1,
  });
  assertEquals(changed, {
    ...ASSUMPTIONS,
    benefitRate: 0.6,
    maximumDurationMonths: 9,
    terms: { ...ASSUMPTIONS.terms, reserveMultiple: 1 },
  });
  assertEquals(changeAssumptions(ASSUMPTIONS, {}), ASSUMPTIONS);
});

Deno.test("changeAssumptions() names everything that is wrong when a kernel checks no types", () => {
  const wrong = { benefitrate: 0.6, waitingPeriodDays: "7", eligibleShare: 76, no: 1 };
  const { message } = assertThrows(
    () => changeAssumptions(ASSUMPTIONS, wrong as unknown as AssumptionValues),
    RangeError,
  );
  const names = CHANGEABLE_NAMES.join(", ");
  assertEquals(message.split("\n"), [
    `Cannot set benefitrate: one of ${names} is wanted, got benefitrate=0.6 ` +
    "(did you mean benefitRate?)",
    'Cannot set waitingPeriodDays: a number of days from 0 to 180 is wanted, got "7"',
    "Cannot set eligibleShare: a fraction from 0 to 1 is wanted, got 76 " +
    "(did you mean 0.76?)",
    `Cannot set no: one of ${names} is wanted, got no=1`,
  ]);
});

Deno.test("changeAssumptions() refuses bounds only where they are passed", () => {
  const sets: readonly (readonly [AssumptionValues, AssumptionValues])[] = [
    [{ involuntaryShare: 0 }, { involuntaryShare: -0.01 }],
    [{ terminationRatePerMonth: 1 }, { terminationRatePerMonth: 0 }],
    [{ maximumDurationMonths: 72 }, { maximumDurationMonths: 60.5 }],
    [{ waitingPeriodDays: 180 }, { waitingPeriodDays: 181 }],
    [{ reserveMultiple: 0 }, { reserveMultiple: Infinity }],
  ];
  for (const [right, wrong] of sets) {
    changeAssumptions(ASSUMPTIONS, right);
    assertThrows(
      () => changeAssumptions(ASSUMPTIONS, wrong),
      RangeError,
      "is wanted, got",
    );
  }
});

Deno.test("changeInputs() sets the involuntary share before the rules, all else after", () => {
  const { scenario, change } = changeInputs(
    { ...INPUTS, change: (each) => ({ ...each, benefitRate: 0.3, eligibleShare: 0.5 }) },
    { involuntaryShare: 0.4, benefitRate: 0.6 },
  );
  assertEquals(scenario, { ...INPUTS.scenario, involuntaryShare: 0.4 });
  const changed = change!(ASSUMPTIONS);
  assertEquals([changed.benefitRate, changed.eligibleShare], [0.6, 0.5]);
  assertStrictEquals(changed.involuntaryShare, ASSUMPTIONS.involuntaryShare);
});

Deno.test("changeInputs() throws a RangeError when a change cannot be made", () => {
  assertThrows(
    () => changeInputs(INPUTS, { involuntaryShare: 2 }),
    RangeError,
    "Cannot set involuntaryShare: a fraction from 0 to 1 is wanted, got 2",
  );
});
