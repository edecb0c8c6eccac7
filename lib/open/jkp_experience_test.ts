import { DataError } from "@jkp/problem";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { printedAmount, printedDate } from "./fact.ts";
import { publicationProblems } from "./layoffs_by_publication.ts";
import { loadOpenStatistics, OPEN_TABLE_NAMES } from "./statistics.ts";

const OPEN = await loadOpenStatistics();
const FOLDER = "data/open";

type JkpFact = typeof OPEN.jkp_experience[number];

/** The one fact of a quantity and period, of one publisher where several have it. */
function jkp(
  quantity: JkpFact["quantity"],
  period: string,
  { kind = "flow", publisher = "" }: { kind?: JkpFact["kind"]; publisher?: string } = {},
): number {
  const found = OPEN.jkp_experience.filter((row) =>
    row.quantity === quantity && row.kind === kind &&
    [row.from, row.to].filter((each) => each !== null).join("..") === period &&
    (publisher === "" || row.publisher === publisher)
  );
  assertEquals(found.length, 1, `${quantity} ${period}`);
  return found[0]!.value;
}

/** What contradicts under one key. */
const tied = (key: string) =>
  OPEN.jkp_experience.filter(({ concerns }) => concerns === key).map(({ printed }) =>
    printed
  );

/** A copy of the project's folder with files changed. */
async function folderWith(changes: Readonly<Record<string, (text: string) => string>>) {
  const folder = await Deno.makeTempDir();
  for (const name of OPEN_TABLE_NAMES) {
    const text = await Deno.readTextFile(`${FOLDER}/${name}.csv`);
    await Deno.writeTextFile(
      `${folder}/${name}.csv`,
      changes[name]?.(text) ?? text,
    );
  }
  return folder;
}

/** Problems of a changed folder, as file without folder, place and received. */
async function problemsOf(changes: Readonly<Record<string, (text: string) => string>>) {
  const folder = await folderWith(changes);
  const error: DataError = await assertRejects(
    () => loadOpenStatistics(folder),
    DataError,
  );
  return error.problems.map(({ file, place, expected, received }) => [
    file.replace(`${folder}/`, ""),
    place,
    expected,
    received,
  ]);
}

Deno.test("2.98 trillion of contributions at 0.46 per cent are 648 trillion of wages", () => {
  const wages = jkp("contribution_income", "2024-01..2024-12") / 0.0046;
  assertEquals((wages / 1e12).toFixed(0), "648");
  const cost = jkp("payments", "2024-01..2024-12", { publisher: "BPJS-TK" }) / wages;
  assertEquals((100 * cost).toFixed(3), "0.058");
});

Deno.test("about 58,000 recipients of 2024 were among 14 million members", () => {
  const recipients = jkp("recipients", "2024-01..2024-12");
  const members = (jkp("members", "2023-12", { kind: "stock" }) +
    jkp("members", "2024-12", { kind: "stock" })) / 2;
  assertAlmostEquals(recipients, 58_000, 100);
  assertEquals((members / 1e6).toFixed(0), "14");
  assertEquals((100 * recipients / members).toFixed(2), "0.42");
});

Deno.test("the State's contribution gives mean capped wages of 3.71 and 3.81 million", () => {
  const capped = (contribution: number, months: number) =>
    (contribution / months / 0.0022 / 1e6).toFixed(2);
  const months = jkp("member_months", "2021-02..2021-11");
  const paid = OPEN.jkp_experience.filter(({ concerns }) =>
    concerns === "government_contribution_of_2021"
  ).map(({ value }) => value);
  assertEquals(paid.map((each) => capped(each, months)), ["3.71", "3.75"]);
  const planned = jkp("government_contribution_planned", "2021-12..2022-11");
  assertEquals(
    capped(planned, jkp("member_months_planned", "2021-12..2022-11")),
    "3.81",
  );
});

Deno.test("payments and recipients of three parts make those of 2022-02 to 2024-05", () => {
  const parts = (quantity: "payments" | "recipients") =>
    jkp(quantity, "2022-02..2022-12") + jkp(quantity, "2023-01..2023-12");
  const months = { publisher: "BPJS-TK" };
  const payments = parts("payments") + jkp("payments", "2024-01..2024-05", months);
  // three parts, each cut or rounded to 0.01 billion
  assertAlmostEquals(payments, jkp("payments", "2022-02..2024-05"), 0.03e9);
  assertEquals(jkp("payments", "2022-02..2024-05"), 593.09e9);
  const recipients = parts("recipients") + 24_453;
  assertAlmostEquals(recipients, jkp("recipients", "2022-02..2024-05"), 30);
});

Deno.test("growth that is printed goes with what is printed, where it is one source", () => {
  const [first2025, claims2025] = [
    jkp("payments", "2025-01..2025-06"),
    jkp("claims", "2025-01..2025-03"),
  ];
  const half2024 = first2025 / (1 + jkp("payments_growth", "2025-01..2025-06", ratio));
  assertEquals((half2024 / 1e9).toFixed(0), "207"); // not the 184.69 "until June 2024"
  assert(jkp("payments", "2024-01..2024-06") < half2024);
  assert(half2024 < jkp("payments", "2024-01..2024-07"));
  const quarter2024 = claims2025 / (1 + jkp("claims_growth", "2025-01..2025-03", ratio));
  assertEquals((quarter2024 / 1e3).toFixed(1), "17.7");
  const earlier2023 = jkp("payments", "2024-01..2024-08") /
    (1 + jkp("payments_growth", "2024-01..2024-08", ratio));
  assertEquals((earlier2023 / 1e9).toFixed(0), "234"); // of 366.57 in the year
});

const ratio = { kind: "ratio" } as const;

Deno.test("DJSN's claim ratio goes with its own payments, not with BPJS-TK's", () => {
  const income = jkp("contribution_income", "2025-01..2025-04");
  const percent = (publisher: string) =>
    (100 * jkp("payments", "2025-01..2025-04", { publisher }) / income).toFixed(0);
  assertEquals(percent("DJSN"), "25");
  assertEquals(percent("BPJS-TK"), "28");
  assertEquals(jkp("claim_ratio", "2025-01..2025-04", ratio), 0.25);
});

Deno.test("recipients over layoffs with a JKP case are 89.8 per cent", () => {
  const exact = OPEN.jkp_experience.find((row) => row.printed === "24 453")!.value;
  assertEquals(
    (exact / jkp("layoffs_with_jkp_case", "2024-01..2024-05")).toFixed(3),
    jkp("recipients_over_layoffs", "2024-01..2024-05", ratio).toFixed(3),
  );
});

Deno.test("contradictions are kept under their key", () => {
  assertEquals(tied("payments_of_january_to_april_2025"), [
    "258.61 billion",
    "0.23 trillion",
    "25 per cent",
  ]);
  assertEquals(tied("august_and_september_2024"), ["37 thousand", "37 233"]);
  assertEquals(tied("claims_of_2024"), ["4 816", "57 960"]);
  // One number, printed once as that of members, once as that of all.
  assertEquals(tied("whose_layoffs_of_2024"), ["77 965", "77 965"]);
});

Deno.test("JHT counts about 620 thousand layoffs where JKP has 37 thousand claims", () => {
  const jht = (quantity: "claims" | "share_of_claims", reason: string) =>
    OPEN.jht_claims_by_reason.find((row) =>
      row.quantity === quantity && row.reason === reason && row.to === "2024-08"
    )!.value;
  const layoffs = jht("claims", "all") * jht("share_of_claims", "layoff");
  assertEquals((layoffs / 1e3).toFixed(0), "620");
  const recognition = jkp("claims", "2024-01..2024-08") / layoffs;
  assertEquals((100 * recognition).toFixed(0), "6");
});

Deno.test("months as first published make the half-year printed in July 2025", () => {
  const first = OPEN.layoffs_by_publication.filter(({ source }) =>
    source.includes("periskop")
  );
  const sum = (rows: typeof first) => rows.reduce((total, { value }) => total + value, 0);
  assertEquals(first.length, 9);
  assertEquals(sum(first), 45_431);
  assertEquals(sum(first.slice(0, 6)), jkp("registered_layoffs", "2025-01..2025-06"));
  const january = OPEN.layoffs_by_publication.filter(({ month }) => month === "2025-01");
  assertEquals(january.map(({ value }) => value), [3325, 9497, 10_025]);
  assertEquals(january.map(({ publishedOn }) => publishedOn), [
    null,
    "2025-07",
    "2025-12-21",
  ]);
});

Deno.test("the labour force of a release is those who work and those who do not", () => {
  const of = (month: string, quantity: string) =>
    OPEN.labour_market.find((row) =>
      row.month === month && row.quantity === quantity && row.sex === "both" &&
      row.ageGroup === "all" && row.vintage === "first_release"
    )?.value;
  let checked = 0;
  for (const month of new Set(OPEN.labour_market.map((row) => row.month))) {
    const [force, employed, unemployed, rate] = [
      "labour_force",
      "employed",
      "unemployed",
      "unemployment_rate",
    ].map((quantity) => of(month, quantity));
    if (force === undefined || employed === undefined) continue;
    assertAlmostEquals(employed + (unemployed ?? force - employed), force, 15_000, month);
    if (rate === undefined || month === "2021-08") continue;
    assertAlmostEquals((force - employed) / force, rate, 1.5e-4, month);
    checked += 1;
  }
  assertEquals(checked, 11);
});

Deno.test("the deficit of 2025 makes a nominal GDP of 23,805 trillion", () => {
  const of = (quantity: string) =>
    OPEN.economy.find((row) => row.quantity === quantity)!.value;
  const gdp = of("budget_deficit") / of("budget_deficit_over_gdp");
  assertEquals((gdp / 1e12).toFixed(0), "23805");
});

Deno.test("printedAmount() has the value and the last digit of what is printed", () => {
  assertEquals(printedAmount("0.5 million"), { value: 500_000, lastDigit: 100_000 });
  assertEquals(printedAmount("100 849 059"), { value: 100_849_059, lastDigit: 1 });
  assertEquals(printedAmount("-2 per cent"), { value: -0.02, lastDigit: 0.01 });
  assertEquals(printedAmount("37 dozen"), undefined);
  assertEquals(printedAmount("about 37"), undefined);
});

Deno.test("printedDate reads years, months and days that there are, and nothing else", () => {
  const read = (text: string) => printedDate.read(text) === text;
  assertEquals(["2022", "2022-02", "2024-02-29"].map(read), [true, true, true]);
  assertEquals(
    ["22", "2022-13", "2022-02-29", "2022-02-00", "2022-2-1", "2022-02-01-1"].map(read),
    Array(6).fill(false),
  );
});

Deno.test("loadOpenStatistics() names contradictions without a key, in every file", async () => {
  const problems = await problemsOf({
    jkp_experience: (text) =>
      text.replace(",payments_of_january_to_april_2025,", ",,")
        .replace("44380000000,IDR", "44380,IDR")
        .replace("fund,stock,,2025-03", "fund,stock,2025-01,2025-03"),
    jht_claims_by_reason: (text) =>
      text.replaceAll(",jht_payments_of_january_to_august_2024,", ",,"),
    layoffs_by_publication: (text) => text.replace("10025", "9025"),
  });
  assertEquals(problems, [
    [
      "jkp_experience.csv",
      "row 59, column value",
      "44.38 billion in base units, 44380000000",
      "44380",
    ],
    [
      "jkp_experience.csv",
      "row 89, column from",
      "nothing: a stock is of one date",
      "2025-01",
    ],
    [
      "jkp_experience.csv",
      "row 71, column concerns",
      "one key here and in row 70: there payments flow 2025-01 2025-04 is " +
      "258.61 billion, here 0.23 trillion",
      "payments_of_january_to_april_2025",
    ],
    [
      "layoffs_by_publication.csv",
      "row 4",
      "9497 or more, as row 3 has for 2025-01, or a note that says why",
      "9025",
    ],
    [
      "jht_claims_by_reason.csv",
      "row 28, column concerns",
      "one key here and in row 27: there payments all flow 2024-01 2024-08 is " +
      "31.17 trillion, here 31.71 trillion",
      "nothing",
    ],
  ]);
});

Deno.test("loadOpenStatistics() refuses a key that ties nothing, and a period turned round", async () => {
  const problems = await problemsOf({
    jkp_experience: (text) =>
      text.replace("claims,flow,2024-01,2024-07", "claims,flow,2024-08,2024-07")
        .replace("Sritex", "Sritex,").replace(
          "10 thousand,BPJS-TK,2025-05",
          "10 dozen,,x",
        ),
    labour_market: (text) => text.replace(",mean_wage_of_august_2021,", ",other,"),
  });
  assertEquals(problems.map(([file, place]) => [file, place]), [
    ["jkp_experience.csv", "row 36, column to"],
    ["jkp_experience.csv", "row 41"],
    ["labour_market.csv", "row 37, column concerns"],
    ["labour_market.csv", "row 38, column concerns"],
  ]);
});

Deno.test("publicationProblems() wants dates in the order of vintages", () => {
  const count = { month: "2025-01", note: "" };
  const rows = [
    { line: 2, row: { ...count, vintage: 1, value: 5, publishedOn: "2025-07" } },
    { line: 3, row: { ...count, vintage: 2, value: 6, publishedOn: null } },
    { line: 4, row: { ...count, vintage: 3, value: 7, publishedOn: "2025-06-30" } },
    {
      line: 5,
      row: { ...count, vintage: 4, value: 1, publishedOn: "2025-08", note: "purged" },
    },
  ];
  assertEquals(publicationProblems("a.csv", rows), [{
    file: "a.csv",
    place: "row 4",
    expected: "a date not before 2025-07, that of row 2",
    received: "2025-06-30",
  }]);
});
