import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { choiceSwitchesTable } from "./choice_switches_table.ts";
import { tornado } from "./tornado.ts";

type Grid = Parameters<typeof tornado>[0];
type Switches = Parameters<typeof tornado>[3];

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

/** A reading that leaves nothing open. */
const NO_SWITCHES: Switches = { asAssumed: rates(0.01), rows: [] };

const MOVES = [
  ["Wages", "points a year", -1, 0.0105],
  ["Wages", "points a year", 1, 0.0095],
  ["Claims", "% of its value", -10, 0.009],
  ["Claims", "% of its value", 10, 0.011],
  ["Months", "months", -1, 0.008],
  ["Months", "months", 1, null],
] as const;

Deno.test("tornado() has what moves the rate most first, with slopes and elasticities", () => {
  const { figure, table: { rows } } = tornado(
    gridOf(0.01, MOVES),
    SCHEME,
    "own",
    NO_SWITCHES,
  );
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
  const { table: { rows } } = tornado(gridOf(-0.001, MOVES), SCHEME, "own", NO_SWITCHES);
  assertEquals(rows.map(({ elasticity }) => elasticity), [null, null]);
  assertThrows(
    () => tornado({} as Grid, SCHEME, "own", NO_SWITCHES),
    RangeError,
    "sensitivityGrid",
  );
});

type Switch = Switches["rows"][number];

/** Rates after switches from 1 per cent; `null` where there is none. */
function switchesOf(
  all: readonly (readonly [Switch["choice"], string | number, number | null])[],
): Switches {
  return {
    asAssumed: rates(0.01),
    rows: all.map(([choice, switchedTo, rate]): Switch => ({
      choice,
      inForce: "exact",
      switchedTo,
      rates: rate === null ? null : rates(rate),
      differences: rate === null
        ? null
        : { suggested: 0, minimum: 0, breakEven: rate - 0.01 },
      whyNot: rate === null ? "no such growth" : null,
    })),
  };
}

const SWITCHES = switchesOf([
  ["ceilingIndex", "real_gdp", 0.0105],
  ["ceilingIndex", "nominal_gdp", 0.008],
  ["ceilingIndex", "real_gdp_lagged", 0.0104],
  ["memberGrowthBeforeBaseYear", 0.042, 0.0115],
  ["levelShape", "step", 0.010001],
  ["productivity", "balanced", null],
  ["fundFlows", "mid_year", 0.01],
]);

Deno.test("tornado() has choices among assumptions, small ones in a note", () => {
  const { figure } = tornado(gridOf(0.01, MOVES), SCHEME, "own", SWITCHES);
  const { x, y } = figure.series[0]!;
  assertEquals(x, [
    "Ceiling index: nominal GDP",
    "Ceiling index: real GDP",
    "Claims, −10 % of its value",
    "Claims, +10 % of its value",
    "Member growth before base year: 4.20 % a year",
    "Wages, −1 point a year",
    "Wages, +1 point a year",
  ]);
  assertAlmostEquals(y[0]!, -0.2);
  assertAlmostEquals(y[4]!, 0.15);
  assert(figure.notes.at(-1)!.includes("Level shape: step; Fund flows: mid year."));
});

Deno.test("choiceSwitchesTable() has a row a switch that moves a rate, the others in notes", () => {
  const { rows, notes } = choiceSwitchesTable(SWITCHES, SCHEME, "own");
  assertEquals(rows.map(({ switchedTo }) => switchedTo), [
    "",
    "real GDP",
    "nominal GDP",
    "real GDP lagged",
    "4.20 % a year",
    "step",
    "balanced",
  ]);
  assertEquals(rows.at(-1)!.breakEven, null);
  assert(notes.includes("Productivity, balanced: no such growth."));
  assert(notes.some((note) => note.endsWith("under this basis: fund flows.")));
});
