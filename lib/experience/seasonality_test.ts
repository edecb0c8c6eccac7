import { seasonality } from "./seasonality.ts";
import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fixtures from "./fixtures/seasonality.json" with { type: "json" };

const SHIPPED = await readShippedExtract();

/** An extract of men of one age from 2017, by year and calendar month. */
function extractOf(claims: number[][], members: number[][]): StatisticsExtract {
  const rows = <Row>(table: number[][], row: (count: number) => Row) =>
    table.flatMap((counts, year) =>
      counts.map((count, i) => ({
        month: monthOf(2017 + year, i + 1),
        sex: "M" as const,
        ageGroup: "30-34" as const,
        meanWageIdr: 1,
        ...row(count),
      }))
    );
  return {
    ...SHIPPED,
    manifest: {
      ...SHIPPED.manifest,
      firstMonth: monthOf(2017, 1),
      lastMonth: monthOf(2016 + claims.length, 12),
    },
    active: rows(members, (members) => ({ members })),
    withdrawals: rows(claims, (claims) => ({ claims, reason: "layoff" as const })),
  };
}

Deno.test("seasonality() equals R's glm with year and month", () => {
  const fixture = fixtures[0]!;
  const found = seasonality(extractOf(fixture.claims, fixture.members));
  found.factors.forEach(({ calendarMonth, factor, standardError }, i) => {
    assertEquals(calendarMonth, i + 1);
    assertAlmostEquals(factor, fixture.factors[i]!, 1e-9);
    // R found a dispersion below 1, which does not narrow the errors.
    assertAlmostEquals(standardError, fixture.poissonErrors[i]!, 1e-9);
  });
  assertAlmostEquals(found.dispersion, fixture.dispersion, 1e-9);
  assertAlmostEquals(found.test.deviance, fixture.deviance, 1e-8);
  assertEquals(found.test.degreesOfFreedom, 11);
  assertAlmostEquals(found.test.pValue / fixture.pValue, 1, 1e-7);
});

Deno.test("seasonality() has no errors when there are less than two years", () => {
  const { claims, members } = fixtures[0]!;
  const { factors, dispersion, test } = seasonality(
    extractOf(claims.slice(0, 1), members.slice(0, 1)),
  );
  assert(
    factors.every(({ factor, standardError }) =>
      factor > 0 && Number.isNaN(standardError)
    ),
  );
  assertEquals([dispersion, test.dispersedPValue], [NaN, NaN]);
});

Deno.test("seasonality() widens errors by the root of a dispersion above 1", () => {
  const { claims, members } = fixtures[0]!;
  const times = (factor: number) => claims.map((row) => row.map((each) => each * factor));
  // A hundredfold of both claims and their chance deviations: dispersion 100 times.
  const [once, many] = [claims, times(100)].map((each) =>
    seasonality(extractOf(each, members))
  );
  assertAlmostEquals(many!.dispersion, 100 * once!.dispersion, 1e-6);
  many!.factors.forEach(({ factor, standardError }, i) => {
    const before = once!.factors[i]!;
    assertAlmostEquals(factor, before.factor, 1e-9);
    const scale = Math.sqrt(once!.dispersion);
    assertAlmostEquals(standardError / before.standardError, scale, 1e-6);
  });
  assert(many!.test.pValue < many!.test.dispersedPValue);
});

Deno.test("seasonality() finds none when every month is alike", () => {
  const level = (value: number) => [0, 1].map(() => new Array<number>(12).fill(value));
  const { factors, test } = seasonality(extractOf(level(50), level(1000)));
  for (const { factor } of factors) assertAlmostEquals(factor, 1, 1e-12);
  assertAlmostEquals(test.pValue, 1, 1e-9);
});

Deno.test("seasonality() gives factors whose exposure-weighted mean is 1", () => {
  for (const reason of ["layoff", "resignation"] as const) {
    const { factors, basis } = seasonality(SHIPPED, { reason });
    const exposure = new Array<number>(12).fill(0);
    for (const { month, members } of SHIPPED.active) exposure[month % 12]! += members;
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    const mean = sum(factors.map(({ factor }, i) => factor * exposure[i]!)) /
      sum(exposure);
    assertAlmostEquals(mean, 1, 1e-12);
    assert(basis.includes(`claims for ${reason}`));
  }
});

Deno.test("seasonality() throws when a calendar month has no claims", () => {
  const { claims, members } = fixtures[0]!;
  const mayless = claims.map((row) => row.map((count, i) => i === 4 ? 0 : count));
  assertThrows(
    () => seasonality(extractOf(mayless, members)),
    RangeError,
    "none in month 5",
  );
});
