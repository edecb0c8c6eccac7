import { monthOf } from "@jkp/month";
import { type Rules, rulesAt } from "@jkp/scheme";
import { readScheme, readSeverancePractice } from "@jkp/scheme/read";
import { survivalAt } from "@jkp/survival";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { projectMonths } from "../projection.ts";
import { valueReform } from "../value_reform.ts";
import { valueSchemes } from "../value_schemes.ts";
import { deriveAssumptions } from "./derive_assumptions.ts";
import { reportInputs } from "./report_assumptions.ts";
import { severanceDelays } from "./severance_delays.ts";

const PRACTICE = await readSeverancePractice();
const BASE = await reportInputs("base");
const WITH_PRACTICE = { ...BASE, data: { severance: PRACTICE } };
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const OPTIONS = await rulesOf("options_2020_base");
const DELAY = await rulesOf("options_2020_severance_delay");
const KOREA = await rulesOf("korea");

Deno.test("severanceDelays() gives the months that severance pay is worth, by service", () => {
  // One leaver in a hundred a month, and a year of service wanted: 0.99 ** 12 = 0.88638
  // stay a second year. 40 % of 1 to 9 months' pay are 0.4, 0.8 | 1.2, 1.6, 2.0 | 2.4,
  // 2.8 | 3.2, 3.6: one month after less than two years of service, two up to the fifth,
  // three in the sixth and seventh, four after that.
  const stays = 0.8863848717;
  const delays = severanceDelays(DELAY, PRACTICE, 0.01);
  assertEquals(delays.map(({ months }) => months), [0, 1, 2, 3, 4]);
  const byHand = [
    2 / 3,
    (1 - stays) / 3,
    (stays - stays ** 4) / 3,
    (stays ** 4 - stays ** 6) / 3,
    stays ** 6 / 3,
  ];
  delays.forEach(({ share }, i) => assertAlmostEquals(share, byHand[i]!, 1e-9));
});

Deno.test("severanceDelays() takes the months that rules name for all who are paid", () => {
  const { severance } = DELAY;
  const rules: Rules = { ...DELAY, severance: { ...severance!, delayMonths: 3 } };
  const delays = severanceDelays(rules, PRACTICE, 0.01);
  assertEquals(delays.map(({ months }) => months), [0, 3]);
  assertAlmostEquals(delays[1]!.share, 1 / 3, 1e-12);
});

Deno.test("severanceDelays() delays nobody under rules without effect, or above a sum", () => {
  const { severance } = DELAY;
  const above: Rules = { ...DELAY, severance: { ...severance!, above: 1e8 } };
  for (const rules of [OPTIONS, KOREA, above]) {
    assertEquals(severanceDelays(rules, PRACTICE, 0.01), [{ share: 1, months: 0 }]);
  }
});

Deno.test("projectMonths() starts payments later where severance pay delays them", () => {
  const delayed: Rules = { ...DELAY, severance: { ...DELAY.severance!, delayMonths: 2 } };
  const { assumptions } = deriveAssumptions(WITH_PRACTICE, delayed);
  const { firstMonth, terminations, theoreticalBeneficiaries } = projectMonths(
    assumptions,
  );
  // Two thirds are paid in months 0, 1, 2 after the seven days, one third in 2, 3, 4.
  const S = (months: number) => survivalAt(assumptions.survival, months + 7 / 30);
  const paid = [
    2 / 3 * S(0),
    2 / 3 * S(1),
    2 / 3 * S(2) + 1 / 3 * S(2),
    1 / 3 * S(3),
    1 / 3 * S(4),
  ];
  const month = monthOf(2026, 6) - firstMonth;
  const byHand = paid.reduce((sum, each, i) => sum + each * terminations[month - i]!, 0);
  assertAlmostEquals(theoreticalBeneficiaries[month]! / byHand, 1, 1e-12);
});

Deno.test("valueSchemes() values delays by severance pay where its practice is known", () => {
  const of = (rules: Rules, inputs = WITH_PRACTICE) =>
    valueSchemes([rules], [inputs]).valued[0]!;
  const [base, delay] = [of(OPTIONS), of(DELAY)];
  assert(delay.benefitsIdr < base.benefitsIdr);
  assertEquals(delay.durationMonths, base.durationMonths);
  assertAlmostEquals(delay.coveredShare, base.coveredShare, 1e-12);
  assert(delay.basis.some((text) => /^Severance pay: 33 % .* 40 % /.test(text)));
  const isSaid = (notValued: readonly string[]) =>
    notValued.some((text) => /^Severance pay: benefits that it delays/.test(text));
  assert(!isSaid(delay.notValued));
  const unknown = valueSchemes([DELAY], [BASE]).valued[0]!;
  assertEquals(
    unknown.benefitsIdr,
    valueSchemes([OPTIONS], [BASE]).valued[0]!.benefitsIdr,
  );
  assert(isSaid(unknown.notValued));
  assertEquals(valueReform(OPTIONS, DELAY, BASE).notValued, ["severance"]);
  const { steps, notValued } = valueReform(OPTIONS, DELAY, WITH_PRACTICE);
  assertEquals([steps.at(-1)!.section, notValued], ["severance", []]);
  const averageWages = { KRW: { perMonth: 3.6e6, year: 2019, source: "a test" } };
  const korea = { ...WITH_PRACTICE, data: { ...WITH_PRACTICE.data, averageWages } };
  assert(isSaid(of(KOREA, korea).notValued));
});
