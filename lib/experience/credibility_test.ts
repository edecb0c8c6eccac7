import {
  buhlmannStraub,
  fullCredibilityClaims,
  limitedFluctuationFactor,
} from "./credibility.ts";
import { loadOpenStatistics } from "@jkp/open/read";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";

/**
 * Private passenger bodily injury insurance: claim amounts and claim numbers of five
 * states over twelve quarters. Hachemeister (1975), Credibility for regression models
 * with application to trend; the data set `hachemeister` of R's package actuar.
 */
const HACHEMEISTER = [
  {
    ratios: [1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517],
    weights: [7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077],
  },
  {
    ratios: [1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471],
    weights: [1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861],
  },
  {
    ratios: [1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059],
    weights: [1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121],
  },
  {
    ratios: [1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306],
    weights: [407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342],
  },
  {
    ratios: [1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690],
    weights: [2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425],
  },
].map(({ ratios, weights }) =>
  ratios.map((value, i) => ({ value, weight: weights[i]! }))
);

Deno.test("buhlmannStraub() equals R's actuar on Hachemeister's data", () => {
  // cm(~state, hachemeister, ratios = ratio.1:ratio.12, weights = weight.1:weight.12) in
  // Dutang, Goulet and others, Credibility theory features of actuar (its vignette).
  const fit = buhlmannStraub(HACHEMEISTER);
  assertAlmostEquals(fit.collectiveMean, 1683.713, 5e-4);
  assertAlmostEquals(fit.withinVariance, 139_120_026, 0.5);
  assertAlmostEquals(fit.betweenVariance, 89_639, 0.5);
  const rounded = (values: readonly number[], digits: number) =>
    values.map((value) => Number(value.toFixed(digits)));
  assertEquals(
    rounded(fit.cells.map(({ mean }) => mean), 3),
    [2060.921, 1511.224, 1805.843, 1352.976, 1599.829],
  );
  assertEquals(
    rounded(fit.cells.map(({ credibility }) => credibility), 4),
    [0.9847, 0.9276, 0.8985, 0.7279, 0.9588],
  );
  assertEquals(
    rounded(fit.cells.map(({ credibleMean }) => credibleMean), 3),
    [2055.165, 1523.706, 1793.444, 1442.967, 1603.285],
  );
});

Deno.test("buhlmannStraub() gives no credibility when cells differ by chance alone", () => {
  const cells = [[1, 3], [3, 1], [2, 2]].map((values) =>
    values.map((value) => ({ value, weight: 1 }))
  );
  const fit = buhlmannStraub(cells);
  assertEquals([fit.betweenVariance, fit.isBetweenVarianceTruncated], [0, true]);
  assertEquals(fit.cells.map(({ credibility }) => credibility), [0, 0, 0]);
  assertEquals(fit.cells.map(({ credibleMean }) => credibleMean), [2, 2, 2]);
});

Deno.test("buhlmannStraub() gives a cell without exposure the collective mean", () => {
  const { cells, collectiveMean } = buhlmannStraub([
    ...HACHEMEISTER,
    [{ value: NaN, weight: 0 }],
  ]);
  assertAlmostEquals(collectiveMean, 1683.713, 5e-4);
  assertEquals([cells[5]!.credibility, cells[5]!.weight], [0, 0]);
  assertEquals(cells[5]!.credibleMean, collectiveMean);
});

Deno.test("buhlmannStraub() throws when there is nothing to compare", () => {
  assertThrows(() => buhlmannStraub([HACHEMEISTER[0]!]), RangeError, "got 1 cells");
  const once = [{ value: 1, weight: 1 }];
  assertThrows(() => buhlmannStraub([once, once]), RangeError, "2 cells and 2 periods");
  const negative = [{ value: 1, weight: -1 }];
  assertThrows(() => buhlmannStraub([negative, once]), RangeError, "weights of 0");
});

Deno.test("buhlmannStraub() keeps rates between own and collective and their total", () => {
  const observation = fc.record({
    value: fc.double({ min: 0, max: 10, noNaN: true }),
    weight: fc.double({ min: 0.1, max: 100, noNaN: true }),
  });
  const cell = fc.array(observation, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      const { cells: found, collectiveMean, withinVariance, betweenVariance } =
        buhlmannStraub(cells);
      for (const { mean, credibility, credibleMean } of found) {
        assert(credibility >= 0 && credibility <= 1);
        assert(credibleMean >= Math.min(mean, collectiveMean) - 1e-9);
        assert(credibleMean <= Math.max(mean, collectiveMean) + 1e-9);
      }
      // The credible rates balance: Bühlmann and Gisler (2005), theorem 4.5.
      if (betweenVariance > 0 && withinVariance > 0) {
        const sum = (of: (cell: typeof found[number]) => number) =>
          found.reduce((total, each) => total + each.weight * of(each), 0);
        const own = sum(({ mean }) => mean);
        assertAlmostEquals(sum(({ credibleMean }) => credibleMean), own, 1e-8 * own);
      }
    }),
  );
});

Deno.test("fullCredibilityClaims() gives the textbook standards", () => {
  assertAlmostEquals(fullCredibilityClaims(), 1082.217, 0.001);
  assertAlmostEquals(fullCredibilityClaims({ level: 0.95 }), 1536.584, 0.001);
  const strict = fullCredibilityClaims({ level: 0.99, tolerance: 0.025 });
  assertAlmostEquals(strict, 10_615.834, 0.001);
  assertThrows(() => fullCredibilityClaims({ level: 1 }), RangeError, "got 1 and 0.05");
});

Deno.test("limitedFluctuationFactor() follows the square root up to 1", () => {
  const full = fullCredibilityClaims();
  assertEquals(limitedFluctuationFactor(0), 0);
  assertAlmostEquals(limitedFluctuationFactor(full / 9), 1 / 3, 1e-12);
  assertEquals(limitedFluctuationFactor(full * 2), 1);
  assertThrows(() => limitedFluctuationFactor(-1), RangeError, "got -1");
});

Deno.test("limitedFluctuationFactor() gives the credibilities of the page of jkp_2026", async () => {
  const { jkp_experience, jht_claims_by_reason } = await loadOpenStatistics();
  const jht = (quantity: string, reason: string) =>
    jht_claims_by_reason.find((row) =>
      row.quantity === quantity && row.reason === reason && row.from === "2024-01" &&
      row.to === "2024-08"
    )!.value;
  const recipients =
    jkp_experience.find((row) =>
      row.quantity === "recipients" && row.from === "2024-01" && row.to === "2024-12"
    )!.value;
  const events: Readonly<Record<string, number>> = {
    "JHT layoff claims": jht("claims", "all") * jht("share_of_claims", "layoff"),
    "claims per registered layoff": recipients,
    "payment per claim": recipients,
  };
  const page = await Deno.readTextFile("data/valuations/jkp_2026.md");
  const section = page.split("## Credibility, by factor\n")[1]!.split("\n## ")[0]!;
  assertStringIncludes(section, ` = ${spaced(fullCredibilityClaims())} events on`);
  const rows = section.split("\n").filter((line) => line.startsWith("| "))
    .slice(1).map((line) => line.slice(2, -2).split(" | "));
  assertEquals(rows.map(([factor]) => factor), [...Object.keys(events), "recognition"]);
  for (const [factor, count, poisson, inWaves] of rows.slice(0, -1)) {
    const seen = events[factor!]!;
    assertEquals(count!.split(",")[0], spaced(seen));
    const factors = [seen, seen / 100].map((each) => limitedFluctuationFactor(each));
    assertEquals([poisson, inWaves].map(Number), factors.map((z) => +z.toFixed(2)));
  }
});

/** A count as the page has it: `57 960`. */
function spaced(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, " ");
}
