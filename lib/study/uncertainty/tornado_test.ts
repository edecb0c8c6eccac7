import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { tornado } from "./tornado.ts";

type Grid = Parameters<typeof tornado>[0];

const SCHEME = { name: "own", title: "Own" };
const rates = (breakEven: number) => ({ suggested: 0.02, minimum: 0.02, breakEven });

/** Break-even rates after movements; `null` where there is none. */
function gridOf(
  assumed: number,
  moves: readonly (readonly [string, string, number, number | null])[],
): Grid {
  return {
    asAssumed: rates(assumed),
    rows: moves.map(([title, unit, amount, rate]) => ({
      assumption: { name: title, title, unit, amounts: [], move: (inputs) => inputs },
      amount,
      rates: rate === null ? null : rates(rate),
      differences: rate === null ? null : rates(rate - assumed),
      whyNot: rate === null ? "too far" : null,
    })),
  };
}

const MOVES = [
  ["Wages", "points a year", -1, 0.0105],
  ["Wages", "points a year", 1, 0.0095],
  ["Claims", "% of its value", -10, 0.009],
  ["Claims", "% of its value", 10, 0.011],
  ["Months", "months", -1, 0.008],
  ["Months", "months", 1, null],
] as const;

Deno.test("tornado() has what moves the rate most first, with slopes and elasticities", () => {
  const { figure, table: { rows } } = tornado(gridOf(0.01, MOVES), SCHEME, "own");
  assertEquals(rows.map(({ assumption }) => assumption), ["Claims", "Wages"]);
  assertAlmostEquals(rows[0]!.elasticity as number, 1);
  assertAlmostEquals(rows[0]!.slope as number, 0.01);
  assertEquals(rows[1]!.elasticity, null);
  assertAlmostEquals(rows[1]!.slope as number, -0.05);
  const { x, y } = figure.series[0]!;
  assertEquals(x, [
    "Claims, −10 % of its value",
    "Claims, +10 % of its value",
    "Wages, −1 point a year",
    "Wages, +1 point a year",
  ]);
  assertAlmostEquals(y[0]!, -0.1);
  assertAlmostEquals(y[3]!, -0.05);
  assert(figure.notes.includes("Months, +1 month, left out: too far."));
});

Deno.test("tornado() gives no elasticity of a rate below 0, and wants a grid", () => {
  const { table: { rows } } = tornado(gridOf(-0.001, MOVES), SCHEME, "own");
  assertEquals(rows.map(({ elasticity }) => elasticity), [null, null]);
  assertThrows(() => tornado({} as Grid, SCHEME, "own"), RangeError, "sensitivityGrid");
});
