import { loadOpenStatistics } from "@jkp/open/read";
import { DataError } from "@jkp/problem";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { parseAggregateExperience } from "./aggregate_experience.ts";

/** Problems of a table as place, what was expected and what stands there. */
function problemsOf(text: string) {
  const error: DataError = assertThrows(
    () => parseAggregateExperience("own.csv", text),
    DataError,
  );
  return error.problems.map(({ place, expected, received }) => [
    place,
    expected,
    received,
  ]);
}

Deno.test("parseAggregateExperience() reads JKP's payments as BPJS-TK printed them", async () => {
  const { jkp_experience: facts } = await loadOpenStatistics();
  const whole = { from: "2022-02", to: "2024-05" };
  const rows = [
    { from: "2022-02", to: "2022-12" },
    { from: "2023-01", to: "2023-12" },
    { from: "2024-01", to: "2024-05" },
    whole,
  ].map((period) => {
    const printed = facts.find((row) =>
      row.quantity === "payments" && row.from === period.from && row.to === period.to
    )!;
    const partOf = period === whole ? "" : `${whole.from}..${whole.to}`;
    return [period.from, period.to, partOf, printed.value].join(",");
  });
  const { periods } = parseAggregateExperience(
    "jkp.csv",
    `from,to,part_of,payments_idr\n${rows.join("\n")}\n`,
  );
  assertEquals(periods.map(({ paymentsIdr }) => paymentsIdr! / 1e9), [
    44.38,
    366.57,
    182.13,
    593.09,
  ]);
  assertEquals([periods[0]!.claims, periods[0]!.source], [null, ""]);
});

Deno.test("parseAggregateExperience() names every problem of a table at once", () => {
  const problems = problemsOf(`from,to,source,part_of,members,claims,claims_refused
2024-01,2024-12,a,,14440000,57960,
2024-01,2024-06,a,,,24618,
2024-07,2024-12,a,2024-01..2024-12,,33342,40000
2024-01,2024-06,b,,,24618,
2025-01,2025-04,a,,,16470001,
2024-12,2024-12,a,,13000000,,
2025-06,2025-05,a,,,,
2025-07,2025-07,a,2025-06..2025-08,,,
`);
  assertEquals(problems, [
    ["row 8, column to", "2025-06 or later", "2025-05"],
    [
      "row 3, column claims",
      "a period apart from that of row 2 (2024-01..2024-12), or part_of to say which " +
      "is a part of which",
      "2024-01..2024-06",
    ],
    [
      "row 9, column part_of",
      "the period of another row of the same source",
      "2025-06..2025-08",
    ],
    [
      "row 7, column members",
      "14440000, as row 2 has at the end of 2024-12",
      "13000000",
    ],
    ["row 4, column claims_refused", "at most 33342, the claims made", "40000"],
    [
      "row 6, column claims",
      "at most 14440000, the members of row 2",
      "16470001",
    ],
  ]);
});

Deno.test("parseAggregateExperience() wants parts that add up to their whole", () => {
  const table = (first: number, second: string, whole = "2024-01..2024-12") =>
    `from,to,part_of,members,payments_idr\n` +
    `2024-01,2024-12,,14440000,380e9\n` +
    `2024-01,2024-06,${whole},,${first}\n2024-07,2024-12,${whole},,${second}\n`;
  const read = (text: string) => parseAggregateExperience("own.csv", text).periods.length;
  assertEquals(read(table(207e9, "173.3e9")), 3); // within 0.1 per cent
  assertEquals(read(table(207e9, "")), 3); // not all is known
  assertEquals(problemsOf(table(207e9, "163e9")), [[
    "row 2, column payments_idr",
    "370000000000, the sum of its parts in rows 3, 4",
    "380000000000",
  ]]);
  assertEquals(problemsOf(table(400e9, "")), [[
    "row 2, column payments_idr",
    "at least 400000000000, the sum of its parts in rows 3",
    "380000000000",
  ]]);
  assertEquals(
    problemsOf(
      "from,to,part_of,payments_idr\n2024-01,2024-06,2024-01..2024-06,1e9\n" +
        "2024-04,2024-09,2024-01..2024-06,\n2024-06,2024-07,June,1\n",
    ),
    [
      ["row 4, column part_of", "a period as YYYY-MM..YYYY-MM or nothing", "June"],
      ["row 2, column part_of", "a longer period than its own", "2024-01..2024-06"],
      [
        "row 3, column part_of",
        "a period that holds 2024-04..2024-09",
        "2024-01..2024-06",
      ],
    ],
  );
});

Deno.test("parseAggregateExperience() takes parts of parts, and refuses parts that overlap", () => {
  const months = ["2025-01,2025-03", "2025-01,2025-04", "2025-01,2025-06"];
  const chain = `from,to,part_of,members,claims
${months[0]},2025-01..2025-04,,35493
${months[1]},2025-01..2025-06,16470000,52850
${months[2]},,,80000
`;
  assertEquals(parseAggregateExperience("own.csv", chain).periods.length, 3);
  assertEquals(
    problemsOf(chain.replace("2025-01..2025-04", "2025-01..2025-06")).map(([place]) =>
      place
    ),
    ["row 3, column claims", "row 4, column claims"], // twice, and more than the half-year
  );
});

Deno.test("parseAggregateExperience() wants the members that claims are of", () => {
  assertEquals(problemsOf("from,to,claims,layoffs\n2024-01,2024-12,57960,77965\n"), [[
    "row 2, column layoffs, claims",
    "members or member_months in some row, of whom they are",
    "77965 57960",
  ]]);
  assertEquals(
    problemsOf(
      "from,to,members,member_months,first_payments\n" +
        "2021-02,2021-11,100849059,100849059,0\n2021-12,2021-12,,11000000,11000001\n",
    ),
    [
      [
        "row 2, column member_months",
        "about 1008490590, members times 10 months",
        "100849059",
      ],
      [
        "row 3, column first_payments",
        "at most 11000000, the members of row 3",
        "11000001",
      ],
    ],
  );
});

Deno.test("parseAggregateExperience() refuses rates without their wage base", () => {
  const problems = problemsOf(
    `from,to,wages_idr,contribution_rate_pct,contribution_income_idr,payments_idr,cost_rate_pct
2023-01,2023-12,,0.46,,,
2024-01,2024-12,,0.46,2.98e12,378.84e9,0.058
2025-01,2025-12,,,3e12,,0.1
2026-01,2026-12,648e9,0.46,2.98e12,,
2027-01,2027-12,648e12,0.46,2.98e12,378.84e9,0.58
2028-01,2028-12,,146,1,,
`,
  );
  assertEquals(problems, [
    ["row 7, column contribution_rate_pct", "0 to 100 per cent", "146"],
    [
      "row 2, column contribution_rate_pct",
      "its wage base beside it: wages_idr or contribution_income_idr",
      "0.46 per cent alone",
    ],
    [
      "row 4, column cost_rate_pct",
      "its wage base beside it: wages_idr, or contribution_income_idr with " +
      "contribution_rate_pct",
      "0.1 per cent alone",
    ],
    [
      "row 5, column contribution_income_idr",
      "about 2.981e+9, 0.46 per cent of wages_idr",
      "2980000000000",
    ],
    [
      "row 6, column cost_rate_pct",
      "0.0585 per cent, payments over wages",
      "0.58 per cent",
    ],
  ]);
});

Deno.test("parseAggregateExperience() refuses negative counts, not negative returns", () => {
  const [problem, ...others] = problemsOf(
    "from,to,months_paid,investment_income_idr,fund_idr\n2024-01,2024-12,-1,-1e9,-5\n",
  );
  assertEquals(problem, ["row 2, column months_paid", "a number of 0 or more", "-1"]);
  assertEquals(others, []);
  assertEquals(problemsOf("from,to,claim\n2024-01,2024-12,1\n").length, 1);
  assertEquals(problemsOf("from,to\n"), [[undefined, "at least one row", "none"]]);
});

Deno.test("parseAggregateExperience() takes any year cut in parts, but for a changed part", () => {
  const month = (index: number) => `2024-${String(index + 1).padStart(2, "0")}`;
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), {
    minLength: 1,
    maxLength: 11,
  });
  const amounts = fc.array(fc.integer({ min: 1, max: 1e9 }), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(cuts, amounts, fc.nat(), (months, paid, chosen) => {
      const firsts = [0, ...months.toSorted((a, b) => a - b)];
      const whole = firsts.reduce((sum, _, i) => sum + paid[i]!, 0);
      const table = (extra: number) =>
        `from,to,part_of,payments_idr\n2024-01,2024-12,,${whole}\n` +
        firsts.map((first, i) => {
          const amount = paid[i]! + (i === chosen % firsts.length ? extra : 0);
          const last = (firsts[i + 1] ?? 12) - 1;
          return `${month(first)},${month(last)},2024-01..2024-12,${amount}\n`;
        }).join("");
      const { periods } = parseAggregateExperience("own.csv", table(0));
      assertEquals(periods.length, firsts.length + 1);
      assertEquals(problemsOf(table(1 + 0.002 * whole)).length, 1);
    }),
    { numRuns: 30 },
  );
});
