import { DataError, UsageError } from "@jkp/problem";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { claimCommand } from "./claim.ts";
import { runHere, runTask } from "./run_for_test.ts";

const MEMBERS = [
  "data/claims/members/contributions.csv",
  ...["--terminations", "data/claims/members/terminations.csv"],
  ...["--earlier-claims", "data/claims/members/earlier_claims.csv"],
];

/** Wide enough that no text looked for is broken. */
const WIDE = 100;

/** What the command prints, with nothing wrong. */
async function claim(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runHere(
    (args, print) => claimCommand(args, print, undefined, WIDE),
    ...args,
  );
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}

/** What the command decides, a decision a design. */
async function decisions(...args: readonly string[]) {
  return JSON.parse(await claim(...args, "--json")).decisions;
}

/** What the command prints; throws what is wrong. */
async function printed(...args: readonly string[]): Promise<string> {
  const texts: string[] = [];
  await claimCommand(args, (text) => texts.push(text));
  return texts.join("\n");
}

const benefitsOf = (decision: { benefits: { benefit: number }[] }) =>
  decision.benefits.map(({ benefit }) => Math.round(benefit));

Deno.test("claim prints no line that is longer than the screen is wide", async () => {
  const claims = [...Deno.readDirSync("data/claims")].map(({ name }) => name)
    .filter((name) => name.endsWith(".toml")).map((name) => name.slice(0, -5));
  const designs = ["jkp_2021", "jkp_2025", "proposed_2021"]
    .map((name) => ["--design", name]);
  for (const width of [80, 120]) {
    const print = (text: string) =>
      assertEquals(text.split("\n").filter((line) => line.length > width), []);
    for (const args of [[], ...designs, designs.flat()]) {
      for (const claim of claims) {
        await claimCommand([claim, ...args], print, undefined, width);
      }
    }
    await claimCommand(MEMBERS, print, undefined, width);
  }
});

Deno.test("claim refuses four contracts of five months under JKP and pays the proposal", async () => {
  const text = await claim("four_contracts");
  for (
    const part of [
      "ILO (2023), section 2.4",
      "not eligible, decided by consecutive months",
      "5 in a row",
      "GR 37/2021",
      "Next claim: from 2023-02",
    ]
  ) assertStringIncludes(text, part);
  const [jkp, proposed] = await decisions(
    ...["four_contracts", "--design", "jkp_2021", "--design", "proposed_2021"],
  );
  assertEquals([jkp.isEligible, jkp.decidedBy.rule], [false, "consecutive_months"]);
  assertEquals(benefitsOf(proposed), Array(6).fill(2_000_000));
});

Deno.test("claim pays twelve months of which the last six are in a row, month by month", async () => {
  const text = await claim("twelve_months");
  for (
    const row of [
      "eligible, every rule is met",
      "reference wage of 4,000,000 IDR a month",
      "2023-01   1,800,000        5   6,600,000",
      "2023-06   1,000,000        0           0",
      "Together 8,400,000 IDR",
      "Next claim: from 2028-06",
    ]
  ) assertStringIncludes(text, row);
});

Deno.test("claim pays a running claim at the new rates, and says so and what is left open", async () => {
  const text = await claim("across_reform_2025", "--design", "jkp_2025");
  for (
    const part of [
      "rules of 2024-10: eligible, every rule is met",
      "2025-01   2,250,000        3    9,000,000",
      "2025-02   3,000,000        2    6,000,000",
      "Together 15,750,000 IDR",
      "Benefits from 2025-02 on: by the new rates of that month",
      "Left open by the source: running claims: which conditions hold",
    ]
  ) assertStringIncludes(text, part);
  const args = ["across_reform_2025", "--design", "jkp_2025"];
  const [now] = await decisions(...args);
  assertEquals(now.newRates[0].month, "2025-02");
  const [then] = await decisions(...args, "--month", "2024-10");
  assertEquals([then.totalBenefit, then.newRates], [10_500_000, undefined]);
});

Deno.test("claim decides footnote 19 both ways: reset has no benefit, maintained has what was left", async () => {
  const [reset, maintained] = await decisions(
    "footnote_19",
    ...["--design", "proposed_2021", "--design", "proposed_2021_maintained"],
  );
  assertEquals([reset.isEligible, reset.decidedBy.rule], [false, "contributions"]);
  assertEquals(reset.nextClaimMonth, "2023-05");
  assertEquals([maintained.isEligible, maintained.isRenewal], [true, true]);
  assertEquals(
    maintained.benefits.map(({ month }: { month: string }) => month),
    ["2022-07", "2022-08", "2022-09"],
  );
  assertEquals(maintained.keptUntil, "2023-01");
});

Deno.test("claim says who pays when an employer did not comply, as section 3.5 does", async () => {
  const [[low], [three], [four], [none]] = await Promise.all([
    decisions("under_reported"),
    decisions("three_months_in_arrears"),
    decisions("four_months_in_arrears"),
    decisions("not_enrolled"),
  ]);
  const rounded = (amounts: number[]) => amounts.map(Math.round);
  assertEquals(
    rounded(low.liability.byEmployer),
    [450_000, 450_000, 450_000, 250_000, 250_000, 250_000],
  );
  assertEquals(rounded(three.liability.byFund), benefitsOf(three));
  assertEquals([three.liability.arrears, three.liability.reimbursable], [28_800, 0]);
  assertEquals(rounded(four.liability.byEmployer), benefitsOf(four));
  assertEquals(
    [four.liability.arrears, Math.round(four.liability.reimbursable)],
    [38_400, 8_400_000],
  );
  assertEquals(none.liability.isLumpSum, true);
  assertStringIncludes(await printed("four_months_in_arrears"), "ask back from the fund");
  assertStringIncludes(
    await printed("not_enrolled", "--design", "proposed_2021"),
    "says nothing of an employer who does not comply",
  );
});

Deno.test("claim puts designs side by side, with currencies and what their sources leave open", async () => {
  const text = await printed(
    "twelve_months",
    "--design",
    "jkp_2021",
    "--design",
    "korea",
  );
  for (
    const part of [
      "2028-06",
      "Wages are taken as KRW",
      "0.8 times minimum_wage, which is not given",
      "duration: 4 to 9 months",
    ]
  ) assertStringIncludes(text, part);
  const open = await printed("twelve_months", "--design", "korea", "--longest");
  assertStringIncludes(open, "2023-09");
  const given = ["--design", "korea", "--quantity", "minimum_wage=1_000_000"];
  assert(!(await printed("twelve_months", ...given)).includes("which is not given"));
});

Deno.test("claim takes the rules of the termination's month, or of --month", async () => {
  const wage = async (...args: string[]) => {
    const text = await printed(
      ...[MEMBERS[0]!, "--terminations", MEMBERS[2]!, "--member", "A03", "--json"],
      ...["--design", "proposed_2023", ...args],
    );
    return JSON.parse(text).decisions[0].referenceWage;
  };
  assertEquals(await wage(), 9_559_600);
  assertEquals(await wage("--month", "2022-12"), 8_939_700);
});

Deno.test("claim decides many members, and writes a row for each claim and design", async () => {
  const out = `${await Deno.makeTempDir()}/results/claims.csv`;
  const designs = ["--design", "jkp_2021", "--design", "proposed_2021"];
  const text = await claim(...MEMBERS, ...designs, "--out", out);
  assertStringIncludes(text, "time between claims");
  assertStringIncludes(text, `12 rows written to ${out}`);
  const rows = (await Deno.readTextFile(out)).trim().split("\r\n");
  assertEquals(rows.length, 13);
  assertEquals(
    rows[1],
    "A01,jkp_2021,2022-12,IDR,consecutive_months,false,0,0,0,0",
  );
  assertEquals(
    rows[2],
    "A02,jkp_2021,2022-12,IDR,all,false,4000000,6,1800000,8400000",
  );
  const alone = JSON.parse(await printed(...MEMBERS, "--member", "A02", "--json"));
  assertEquals(alone.decisions[0].totalBenefit, 8_400_000);
  const { claims } = JSON.parse(await printed(...MEMBERS, "--json"));
  assertEquals(claims.length, 6);
});

Deno.test("claim exits with 1 and names everything that is wrong with a file", async () => {
  const folder = await Deno.makeTempDir();
  const person = `${folder}/person.toml`;
  await Deno.writeTextFile(
    person,
    `contributions = [
  { month = "2022-01", wage = 4_000_000 },
  { month = "2022-02", wage = -1 },
  { month = "2022-05", wage = 4_000_000 },
]
[termination]
month = "2021-12"
reason = "involuntary"
`,
  );
  const { code, stdout, stderr } = await runTask("claim", person);
  assertEquals([code, stdout], [1, ""]);
  const lines = stderr.trimEnd().split("\n");
  assertEquals(lines.map((line) => line.split(": ").slice(0, 2)), [
    [person, "contributions.1.wage"],
    [person, "contributions.2.month"],
    [person, "termination.month"],
  ]);
  assertStringIncludes(lines[1]!, "expected 2022-03");

  const contributions = `${folder}/contributions.csv`;
  const terminations = `${folder}/terminations.csv`;
  await Deno.writeTextFile(
    contributions,
    "member_id,first_month,last_month,wage\nA,2022-01,2021-12,-4\n",
  );
  await Deno.writeTextFile(
    terminations,
    "member_id,month,reason\nA,2021-06,involuntary\n",
  );
  const out = `${folder}/out.csv`;
  const many = [contributions, "--terminations", terminations, "--out", out];
  const error = await assertRejects(() => printed(...many), DataError);
  assertEquals(
    error.problems.map(({ file, place }: { file: string; place?: string }) => [
      file,
      place,
    ]),
    [
      [contributions, "row 2, column wage"],
      [contributions, "row 2, column last_month"],
      [terminations, "row 2, column month"],
    ],
  );
  await assertRejects(() => Deno.stat(out), Deno.errors.NotFound);
});

Deno.test("claim wants an age where a design pays by age, in the words of the file", async () => {
  const japan = ["--design", "japan"];
  await assertRejects(
    () => printed("twelve_months", ...japan),
    DataError,
    "twelve_months.toml: member.age: expected an age",
  );
  const folder = await Deno.makeTempDir();
  const terminations = `${folder}/terminations.csv`;
  await Deno.writeTextFile(
    terminations,
    "member_id,month,reason,age\nA01,2022-12,involuntary,30\nA02,2022-12,involuntary,\n",
  );
  await assertRejects(
    () => printed(MEMBERS[0]!, "--terminations", terminations, ...japan),
    DataError,
    `${terminations}: row 3, column age: expected an age`,
  );
});

Deno.test("claim throws a UsageError when it is called wrongly", async () => {
  const calls: readonly (readonly [readonly string[], string])[] = [
    [[], "one HISTORY is wanted, got nothing"],
    [["footnote_19", "twelve_months"], "one HISTORY is wanted"],
    [["footnote_19", "--colour"], "--colour"],
    [["footnote_19", "--month", "June"], "--month wants YYYY-MM, got June"],
    [["footnote_19", "--out", "a.csv"], "--out wants a HISTORY ending in .csv"],
    [["a.csv"], "a.csv wants --terminations"],
    [[...MEMBERS, "--member", "Z99"], "--member wants a member_id of"],
    [[...MEMBERS, "--member", "A01", "--out", "a.csv"], "--member or --out"],
    [["footnote_19", "--quantity", "minimum_wage=much"], "--quantity wants NAME=AMOUNT"],
    [["footnote_19", "--quantity", "wage=1"], "--quantity wants no quantity"],
    [
      ["footnote_19", "--design", "korea", "--quantity", "wage=1"],
      "--quantity wants one of minimum_wage with these designs, got wage",
    ],
  ];
  for (const [args, message] of calls) {
    await assertRejects(() => printed(...args), UsageError, message);
  }
  const { code, stderr } = await runTask("claim", "footnote_19", "--month", "June");
  assertEquals([code, stderr.includes("    at ")], [2, false]);
  const early = await runHere(claimCommand, "footnote_19", "--month", "2019-01");
  assertEquals(early.code, 1);
  assertStringIncludes(early.stderr, "a month from 2021-02 is wanted, got 2019-01");
  assertStringIncludes(await printed("--help"), 'listed with the wage "none"');
});

Deno.test("claim names the row of a termination before the design begins", async () => {
  const folder = await Deno.makeTempDir();
  const [runs, ends] = [`${folder}/c.csv`, `${folder}/t.csv`];
  await Deno.writeTextFile(
    runs,
    "member_id,first_month,last_month,wage\nA,2018-01,2019-02,5\nB,2021-01,2022-02,5\n",
  );
  await Deno.writeTextFile(
    ends,
    "member_id,month,reason\nB,2022-02,involuntary\nA,2019-02,involuntary\n",
  );
  const { code, stderr } = await runHere(claimCommand, runs, "--terminations", ends);
  assertEquals([code, stderr.trim()], [
    1,
    `${ends}: row 3, column month: expected a month from 2021-02, when jkp_2021 begins, ` +
    "got 2019-02",
  ]);
});
