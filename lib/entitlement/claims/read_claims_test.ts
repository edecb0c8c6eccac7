import { DataError, type Problem } from "@jkp/problem";
import { formatMonth } from "@jkp/month";
import fc from "fast-check";
import type { Claim } from "./claim.ts";
import { claimFrom } from "./claim_from.ts";
import { readClaims } from "./read_claims.ts";
import { assertEquals, assertRejects } from "@std/assert";

/** The three files of a folder with some texts. */
async function files(contributions: string, terminations: string, earlier?: string) {
  const folder = await Deno.makeTempDir();
  const write = async (name: string, text: string) => {
    await Deno.writeTextFile(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  };
  return {
    contributions: await write("contributions.csv", contributions),
    terminations: await write("terminations.csv", terminations),
    ...(earlier === undefined
      ? {}
      : { earlierClaims: await write("earlier.csv", earlier) }),
  };
}

/** Everything that is wrong with them, without the folder. */
async function problemsOf(...texts: Parameters<typeof files>): Promise<string[]> {
  const names = await files(...texts);
  const error = await assertRejects(() => readClaims(names), DataError);
  const folder = names.contributions.replace("contributions.csv", "");
  return error.problems.map((problem: Problem) =>
    new DataError([problem]).message.replaceAll(folder, "")
  );
}

const RUNS = "member_id,first_month,last_month,wage\n";
const MONTHS = "member_id,month,wage\n";
const ENDS = "member_id,month,reason\n";

Deno.test("readClaims() makes a claim of each termination, rows of a member wherever they stand", async () => {
  const names = await files(
    RUNS +
      "B,2021-01,2021-06,5\nA,2020-01,2020-12,4\nB,2021-08,2021-12,6\nC,2020-01,2020-02,1\n",
    "member_id,month,reason,age,schemes,is_citizen,claim_month\n" +
      "B,2021-12,involuntary,30,JHT;JKN,true,\nA,2020-12,misconduct,,,,2021-02\n",
    "member_id,month,months_paid\nB,2021-07,1\n",
  );
  const { claims, membersLeftOut } = await readClaims(names);
  assertEquals(claims.map(({ title }) => title), ["B", "A"]);
  const [b, a] = claims;
  assertEquals(b!.history.contributions.map(({ wage }) => wage), [5, 6]);
  assertEquals(b!.history.claims?.length, 1);
  assertEquals(b!.history.member, { age: 30, schemes: ["JHT", "JKN"], isCitizen: true });
  assertEquals([a!.history.claims, a!.history.member], [[], {}]);
  assertEquals(a!.termination.claimMonth! - a!.termination.month, 2);
  assertEquals(membersLeftOut, 1);
});

Deno.test("readClaims() names every fault of every member by file, row and column", async () => {
  const problems = await problemsOf(
    RUNS + "A,2021-01,2021-06,-5\nA,2021-06,2021-05,6\nB,2021-01,2021-13,x\n",
    ENDS +
      "A,2020-12,involuntary\nB,2022-12,boredom\nC,2022-12,involuntary\nA,2022-12,misconduct\n",
    "member_id,month,months_paid\nA,2020-07,61\n",
  );
  assertEquals(problems, [
    "terminations.csv: row 5, column member_id: expected each member once, got A",
    'contributions.csv: row 2, column wage: expected an amount of 0 or more, or "none" for no contribution, got -5',
    "earlier.csv: row 2, column months_paid: expected a whole number of months from 0 to 60, got 61",
    "contributions.csv: row 3, column first_month: expected a month after 2021-06, each month once and in order, got 2021-06",
    "contributions.csv: row 3, column last_month: expected a month from 2021-06, got 2021-05",
    "earlier.csv: row 2, column month: expected a month after the first contribution, 2021-01, got 2020-07",
    "terminations.csv: row 2, column month: expected a month from the first contribution, 2021-01, got 2020-12",
    'contributions.csv: row 4, column last_month: expected a month as YYYY-MM, got "2021-13"',
    'contributions.csv: row 4, column wage: expected an amount of 0 or more, or "none" for no contribution, got "x"',
    "terminations.csv: row 3, column reason: expected one of involuntary, fixed_term_expiry, " +
    'just_cause_resignation, forced_resignation, voluntary_resignation, misconduct, got "boredom"',
    "terminations.csv: row 4, column member_id: expected at least one run of contributions, got none",
  ]);
});

Deno.test("readClaims() finds a month that is missing from a list of months", async () => {
  const ends = ENDS + "A,2021-12,involuntary\n";
  assertEquals(
    await problemsOf(MONTHS + "A,2021-01,5\nB,2021-02,1\nA,2021-03,5\n", ends),
    [
      "contributions.csv: row 4, column month: expected 2021-02, the month after the one " +
      'before; a month without contribution is listed with wage "none", got 2021-03',
    ],
  );
  const months = MONTHS + "A,2021-01,5\nA,2021-02,none\nA,2021-03,5\n";
  const { claims } = await readClaims(await files(months, ends));
  assertEquals(claims[0]!.history.contributions.length, 2);
});

Deno.test("readClaims() names columns that are missing or unknown, in every file", async () => {
  assertEquals(
    await problemsOf("member_id,wage,wages\nA,1,2\n", "member_id,reason\nA,misconduct\n"),
    [
      "contributions.csv: header: expected only columns of member_id, month, first_month, " +
      "last_month, wage, got wages",
      "contributions.csv: header: expected columns wage, first_month, last_month; or wage, " +
      "month, got member_id, wage, wages",
      "terminations.csv: header: expected columns month, reason, got member_id, reason",
    ],
  );
  assertEquals(await problemsOf(RUNS, ENDS + ",2021-01,involuntary\n"), [
    "contributions.csv: expected at least one row, got none",
    "terminations.csv: row 2, column member_id: expected a text in one line, got nothing",
  ]);
});

Deno.test("readClaims() words the first hundred problems and counts the rest", async () => {
  const ids = Array.from({ length: 120 }, (_, i) => `M${i}`);
  const problems = await problemsOf(
    RUNS + ids.map((id) => `${id},2021-01,2021-06,-1\n`).join(""),
    ENDS + ids.map((id) => `${id},2021-12,involuntary\n`).join(""),
  );
  assertEquals(problems.length, 101);
  assertEquals(
    problems.at(-1),
    "terminations.csv: expected no further problems, got 20 more",
  );
});

Deno.test("readClaims() counts claims with problems where these are very many", async () => {
  const ids = Array.from({ length: 20_101 }, (_, i) => `M${i}`);
  const problems = await problemsOf(
    RUNS + ids.map((id) => `${id},2021-01,2021-06,-1\n`).join(""),
    ENDS + ids.map((id) => `${id},2021-12,involuntary\n`).join(""),
  );
  assertEquals(
    problems.at(-1),
    "terminations.csv: expected no further problems, got 19,901 more, and 100 more " +
      "claims with problems",
  );
});

Deno.test("readClaims() counts problems from the hundredth on in rows without members too", async () => {
  const problems = await problemsOf(RUNS + "A,1\n".repeat(200_000), ENDS + "A\n");
  assertEquals(problems.length, 101);
  assertEquals(
    problems.at(-1),
    "contributions.csv: expected no further problems, got 199,901 more",
  );
});

Deno.test("readClaims() does not leave out an earlier claim of a member it does not know", async () => {
  const runs = RUNS + "A,2021-01,2021-06,5\n\nC,2021-01,2021-06,5\n";
  const ends = ENDS + "A,2021-06,involuntary\n";
  const earlier = "member_id,month,months_paid\nC,2021-03,1\na,2021-03,1\n";
  assertEquals(await problemsOf(runs, ends, earlier), [
    "earlier.csv: row 3, column member_id: expected a member_id of contributions.csv, got a",
  ]);
});

Deno.test("readClaims() names the row of the file after empty lines", async () => {
  const runs = RUNS + "\nA,2021-01,2021-06,5\n\n\nB,2021-01,2021-06,-5\n";
  assertEquals(await problemsOf(runs, ENDS + "B,2021-06,involuntary\n"), [
    "contributions.csv: row 6, column wage: expected an amount of 0 or more, or " +
    '"none" for no contribution, got -5',
  ]);
});

Deno.test("readClaims() makes of plain rows what a claim's file with them would be", async () => {
  const month = (value: number) => formatMonth(24_240 + value);
  const slip = fc.oneof(
    { weight: 20, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom("", "2021-13", "x") },
  );
  const wage = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("5", "4000000", "0", "2.50", "none") },
    { weight: 1, arbitrary: fc.constantFrom("-0", "-1", "", "1e6") },
  );
  const row = fc.record({
    pause: fc.constantFrom(0, 0, 0, 0, 1, -1),
    length: fc.integer({ min: 1, max: 3 }),
    wage,
    slip,
  });
  const rowsOf = (id: string) =>
    fc.tuple(fc.boolean(), fc.array(row, { minLength: 1, maxLength: 4 })).map(
      ([isListed, rows]) => {
        let next = 0;
        return rows.map(({ pause, length, wage, slip }) => {
          const first = Math.max(0, next + pause);
          const last = isListed ? first : first + length - 1;
          next = last + 1;
          const begin = slip ?? month(first);
          return isListed
            ? { id, month: begin, wage }
            : { id, first_month: begin, last_month: month(last), wage };
        });
      },
    );
  const entriesOf = fc.tuple(rowsOf("A"), rowsOf("B")).map((members) => members.flat());
  const end = fc.integer({ min: 6, max: 20 }).map(month);
  await fc.assert(
    fc.asyncProperty(entriesOf, end, async (entries, end) => {
      const columns = ["id", "month", "first_month", "last_month", "wage"] as const;
      const lines = entries.map((entry: Partial<Record<string, string>>) =>
        columns.map((column) => entry[column] ?? "").join(",")
      );
      const names = await files(
        ["member_id,month,first_month,last_month,wage", ...lines, ""].join("\n"),
        `${ENDS}A,${end},involuntary\nB,${end},misconduct\n`,
      );
      const number = (text: string) => /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
      const claimOf = (id: string, reason: string) =>
        claimFrom(
          {
            contributions: entries.filter((entry) => entry.id === id)
              .map(({ id: _, ...entry }) =>
                Object.fromEntries(
                  Object.entries(entry).filter(([, text]) => text !== "")
                    .map(([key, text]) => [key, key === "wage" ? number(text) : text]),
                )
              ),
            termination: { month: end, reason },
          },
          id,
          (place) => ({ file: "", place }),
        );
      const outcome = (make: () => Claim[]) => {
        try {
          return make().map(({ locate: _, ...claim }) => claim);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          return "problems";
        }
      };
      const wanted = outcome(
        () => [claimOf("A", "involuntary"), claimOf("B", "misconduct")],
      );
      const read = await readClaims(names).then(({ claims }) => claims, (error) => {
        if (!(error instanceof DataError)) throw error;
        return undefined;
      });
      assertEquals(read === undefined ? "problems" : outcome(() => [...read]), wanted);
    }),
    { numRuns: 150 },
  );
});

Deno.test("readClaims() finds cells of members who make no claim", async () => {
  const runs = RUNS + "A,2021-01,2021-06,5\n";
  const ends = ENDS + "A,2021-12,involuntary\n";
  assertEquals(
    await problemsOf(`${runs}B,2021-13,2021-06,5\nC,2021-01,,x\n`, ends),
    [
      'contributions.csv: row 3, column first_month: expected a month as YYYY-MM, got "2021-13"',
      'contributions.csv: row 4, column wage: expected an amount of 0 or more, or "none" for ' +
      'no contribution, got "x"',
      "contributions.csv: row 4, column last_month: expected month, or first_month and " +
      "last_month, got first_month",
    ],
  );
  const { membersLeftOut } = await readClaims(
    await files(`${runs}B,2021-01,2021-06,5\n`, ends),
  );
  assertEquals(membersLeftOut, 1);
});

Deno.test("readClaims() refuses months and amounts that nobody records, and ids over lines", async () => {
  assertEquals(
    await problemsOf(
      RUNS + "A,0001-01,2021-06,99999999999999999999\n",
      ENDS + "A,9999-12,involuntary\n",
    ),
    [
      'contributions.csv: row 2, column first_month: expected a month from 1900-01 to 2100-12, got "0001-01"',
      "contributions.csv: row 2, column wage: expected an amount of at most 15 digits, got 100000000000000000000",
      'terminations.csv: row 2, column month: expected a month from 1900-01 to 2100-12, got "9999-12"',
    ],
  );
  assertEquals(
    await problemsOf(
      RUNS + 'A,2021-01,2021-06,5\n"B\nC",2021-01,2021-06,5\n',
      ENDS + "A,2021-12,involuntary\n",
    ),
    ["contributions.csv: row 3, column member_id: expected a text in one line, got B\\nC"],
  );
});
