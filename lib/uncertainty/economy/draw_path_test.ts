import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { DataError } from "@jkp/problem";
import { sampleCorrelation, sampleStandardDeviation } from "simple-statistics";
import { readProcess } from "../read_process.ts";
import { pathDrawer } from "./draw_path.ts";
import { type EconomicProcess, lowerTriangle, parseProcess } from "./economic_process.ts";
import { withoutChance } from "./without_chance_for_test.ts";

const YEARS = 40;
const AS_ASSUMED = {
  unemployment: Array(YEARS).fill(1),
  members: Array(YEARS).fill(1),
  wages: Array(YEARS).fill(1),
  claims: Array(YEARS).fill(1),
  investmentReturn: Array(YEARS).fill(0.06),
};
const JKP = await readProcess("jkp_2026");

/** A value of each of many paths. */
function drawn<Value>(
  process: EconomicProcess,
  of: (path: ReturnType<ReturnType<typeof pathDrawer>>) => Value,
  paths = 4000,
): Value[] {
  const pathOf = pathDrawer(process, AS_ASSUMED, 20_260_101);
  return Array.from({ length: paths }, (_, index) => of(pathOf(index)));
}

Deno.test("pathDrawer() gives what is assumed where nothing is left to chance", () => {
  const { unemployment, wages, claims, members, investmentReturn, ...parameters } =
    pathDrawer(withoutChance(JKP), AS_ASSUMED, 1)(7);
  for (const factors of [unemployment, wages, claims, members]) {
    assertEquals(Array.from(factors), Array(YEARS).fill(1));
  }
  assertEquals(Array.from(investmentReturn), AS_ASSUMED.investmentReturn);
  assertEquals(Object.values(parameters), [1, 1, 1, 1]);
});

Deno.test("pathDrawer() has the variance of an autoregression, σ² / (1 − φ²)", () => {
  const quiet = {
    ...withoutChance(JKP),
    series: {
      ...withoutChance(JKP).series,
      unemployment: { persistence: 0.6, shockSd: 0.05, basis: "" },
    },
  };
  const last = drawn(quiet, ({ unemployment }) => Math.log(unemployment[YEARS - 1]!));
  // The standard error of a standard deviation is some 1/√(2n) of it: 1.1 per cent.
  assertAlmostEquals(
    sampleStandardDeviation(last) / (0.05 / Math.sqrt(1 - 0.36)),
    1,
    0.04,
  );
});

Deno.test("pathDrawer() lets shocks of a year go together as they are said to", () => {
  const pairs = drawn(
    { ...JKP, recession: { ...JKP.recession, probabilityPerYear: 0 } },
    ({ wages, investmentReturn, recognition }) =>
      [Math.log(wages[0]!), investmentReturn[0]!, recognition!] as const,
  );
  const { inflation, real_wages } = JKP.series;
  // Wages carry inflation and real growth, of which inflation alone goes with the yield.
  const expected = 0.36 * inflation.shockSd /
    Math.hypot(inflation.shockSd, real_wages.shockSd);
  const found = sampleCorrelation(pairs.map(([a]) => a), pairs.map(([, b]) => b));
  assertAlmostEquals(found, expected, 0.05);
  // Recognition goes its own way: half to twice in nine of ten paths, as its basis says.
  const within = pairs.filter(([, , factor]) => factor > 0.5 && factor < 2).length;
  assertAlmostEquals(within / pairs.length, 0.9, 3 * Math.sqrt(0.09 / pairs.length));
});

Deno.test("pathDrawer() begins recessions with their probability, and they pass", () => {
  const only = withoutChance(JKP);
  const process = {
    ...only,
    recession: { ...JKP.recession, severitySd: 0, probabilityPerYear: 0.0625 },
  };
  const first = drawn(process, ({ unemployment }) => unemployment[0]!);
  const share = first.filter((factor) => factor > 1).length / first.length;
  assertAlmostEquals(share, 0.0625, 3 * Math.sqrt(0.0625 * 0.9375 / first.length));
  const one = pathDrawer(
    {
      ...process,
      recession: { ...process.recession, probabilityPerYear: 1 },
    },
    { ...AS_ASSUMED, unemployment: [1] },
    1,
  )(0);
  assertAlmostEquals(one.unemployment[0]!, Math.exp(0.301), 1e-12);
  assertAlmostEquals(one.claims[0]!, Math.exp(1.3), 1e-12);
});

Deno.test("pathDrawer() begins a recession three years after another, and none before", () => {
  const only = withoutChance(JKP);
  const process = {
    ...only,
    recession: {
      ...JKP.recession,
      yearsBetween: 3,
      severitySd: 0,
      probabilityPerYear: 1,
      realWagesFall: 0.03,
    },
  };
  const { wages } = pathDrawer(process, AS_ASSUMED, 1)(0);
  const falls = Array.from(wages, (wage, year) => wage < (wages[year - 1] ?? 1) - 1e-9);
  assertEquals(falls, falls.map((_, year) => year % 3 === 0));
  assert(falls.length > 3);
});

Deno.test("pathDrawer() draws a path alone as among others, and a series by itself", () => {
  const pathOf = pathDrawer(JKP, AS_ASSUMED, 3);
  const seventh = pathOf(7);
  pathOf(8);
  assertEquals(pathDrawer(JKP, AS_ASSUMED, 3)(7), seventh);
  const calmer = {
    ...JKP,
    series: { ...JKP.series, inflation: { ...JKP.series.inflation, shockSd: 0 } },
  };
  const { unemployment, claims } = pathDrawer(calmer, AS_ASSUMED, 3)(7);
  assertEquals([unemployment, claims], [seventh.unemployment, seventh.claims]);
});

Deno.test("lowerTriangle() takes a matrix apart, and refuses what is none of correlations", () => {
  assertEquals(lowerTriangle([[1, 0.6], [0.6, 1]]), [[1], [0.6, 0.8]]);
  assertEquals(lowerTriangle([[1, 1], [1, 1]]), [[1], [1, 0]]);
  assertEquals(lowerTriangle([[1, 0.9, 0], [0.9, 1, 0.9], [0, 0.9, 1]]), null);
});

Deno.test("parseProcess() names everything that is wrong at once", async () => {
  const text = await Deno.readTextFile("data/processes/jkp_2026.toml");
  const wrong = text
    .replace("persistence = 0.609", "persistence = 1.2")
    .replace("probability_pct_per_year = 6.25", "probability_pct_per_year = 101")
    .replace("[claims]", "[claim]");
  const { problems } = assertThrows(
    () => parseProcess("own.toml", wrong),
    DataError,
  ) as DataError;
  const places = problems.map(({ place }) => place);
  for (
    const place of ["unemployment.persistence", "recession.probability_pct_per_year"]
  ) {
    assert(places.includes(place), `${place} among ${places}`);
  }
  assert(places.some((place) => place?.startsWith("claim")));
});

Deno.test("parseProcess() refuses a correlation that stands twice, or of a series with itself", async () => {
  const text = await Deno.readTextFile("data/processes/jkp_2026.toml");
  const pair = (one: string, other: string) =>
    `\n[[correlation]]\nbetween = ["${one}", "${other}"]\nvalue = 0\nbasis = "none"\n`;
  for (
    const more of [pair("investment_return", "inflation"), pair("members", "members")]
  ) {
    assertThrows(
      () =>
        parseProcess("own.toml", text.replace("\n[parameters]", `${more}\n[parameters]`)),
      DataError,
      "expected two series, each pair once",
    );
  }
});
