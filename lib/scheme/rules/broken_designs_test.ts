import { DataError, type Problem } from "@jkp/problem";
import { parseScheme, readScheme } from "./read_scheme.ts";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { parse, stringify } from "smol-toml";

const read = (name: string) => Deno.readTextFile(`data/designs/${name}.toml`);
const [JKP, JAPAN] = [await read("jkp_2021"), await read("japan")];

function worded(error: DataError): string[] {
  return error.problems.map(({ place, expected, received }: Problem) =>
    `${place}: ${expected}${received === undefined ? "" : `, got ${received}`}`
  );
}

/** What is wrong with JKP's file when some of its text is replaced. */
function problemsWith(...changes: readonly (readonly [string, string])[]): string[] {
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), JKP);
  try {
    parseScheme("a.toml", text);
  } catch (error) {
    if (error instanceof DataError) return worded(error);
    throw error;
  }
  return [];
}

/** What is wrong with a file that takes from others beside it. */
async function problemsBeside(
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}.toml`, text);
  }
  const error = await assertRejects(() => readScheme(`${folder}/mine.toml`), DataError);
  return worded(error);
}

const HEAD = 'name = "mine"\ntitle = "Mine"\nsource = "a test"\n';
const FLOOR = 'index = "none" }\nfloor = { amount_per_month';
const version = (section: string, text: string, from = "2021-02") =>
  `\n[[${section}]]\nfrom = "${from}"\nsource = "a test"\n${text}\n`;

const openPoint = (section: string, from = "2021-02") =>
  version(
    "open_points",
    `section = "${section}"\nquestion = "whether"\ntaken = "yes"\notherwise = "no"`,
    from,
  );

Deno.test("parseScheme() says what stands in place of a section, a text or a list", () => {
  const changes = [
    ["[[benefit]]", "[benefit]"],
    ['source = "Review, section 2.7', 'source = " " # "'],
    ['registers = ["jkp"]', "registers = 2021-02-01"],
    ["rates_pct = [45, 45, 45, 25, 25, 25]", "rates_pct = []"],
  ] as const;
  assertEquals(problemsWith(...changes), [
    "coverage.0.registers: a list of registers of members, got 2021-02-01",
    "benefit: a list of dated sections, got a table",
    'waiting_period.0.source: a text, got " "',
  ]);
});

Deno.test("parseScheme() refuses to count the members of a register twice", () => {
  assertEquals(problemsWith(['["jkp"]', '["jkp", "jkp"]']), [
    "coverage.0.registers: each register once, got a list",
  ]);
});

Deno.test("parseScheme() names a value once when it breaks two checks alike", () => {
  assertEquals(problemsWith(["government_pct = 0.22", "government_pct = -1"]), [
    "financing.0.government_pct: a percentage of wages, 0 or from 0.01 to 30, " +
    "such as 0.24, got -1",
  ]);
});

Deno.test("parseScheme() refuses amounts without end, and limits that say nothing", () => {
  assertEquals(problemsWith(["amount_per_month = 5_000_000", "amount_per_month = inf"]), [
    "insurable_earnings.0.ceiling.amount_per_month: an amount above 0, got Infinity",
  ]);
  assertEquals(problemsWith(["amount_per_month = 5_000_000, ", ""]), [
    "insurable_earnings.0.ceiling: amount_per_month, or multiple and of, got neither",
  ]);
});

Deno.test("parseScheme() finds other amounts that are no rupiah", () => {
  const unit = "rupiah a month, not thousands or millions";
  const changes = [
    ["initial_capital = 6_000_000_000_000", "initial_capital = 6_000"],
    ['kind = "last"', 'kind = "average"\nmonths = 6\nminimum = 500\nmaximum = 9e6'],
  ] as const;
  assertEquals(problemsWith(...changes), [
    `reference_wage.0.minimum: ${unit}, got 500`,
    `financing.0.initial_capital: ${unit}, got 6000`,
  ]);
  const bands = "ages = [{ age_from = 0, bands = [" +
    "{ wage_from = 0, wage_to = 170, rate_from_pct = 80, rate_to_pct = 50 }] }]";
  const graded = `kind = "graded"\ndays_per_month = 30\n${bands}`;
  const tapered = 'kind = "tapered"\nrates_pct = [45, 45, 45, 25, 25, 25]';
  assertEquals(problemsWith([tapered, graded]), [
    `benefit.0.ages.0.bands: ${unit}, got 5100`,
  ]);
});

Deno.test("parseScheme() refuses a floor above the ceiling and a minimum above the maximum", () => {
  assertEquals(problemsWith(['index = "none" }', `${FLOOR} = 9_000_000 }`]), [
    "insurable_earnings.0.floor.amount_per_month: at most the ceiling of 5000000, " +
    "got 9000000",
  ]);
  const limit = (amount: number) => `limit = { amount_per_month = ${amount} }`;
  const later = version("minimum_benefit", limit(2_000_000), "2026-01") +
    version("maximum_benefit", limit(900_000), "2024-01");
  assertEquals(problemsWith(["[[duration]]", `${later}[[duration]]`]), [
    "minimum_benefit.1.limit.amount_per_month: at most the maximum benefit of 900000, " +
    "got 2000000",
  ]);
});

Deno.test("parseScheme() wants bands, ages in order, and windows for seasonal workers", () => {
  const fixed = 'kind = "fixed"\nmonths = 6';
  assertEquals(problemsWith([fixed, 'kind = "bands"\nbands = []']), [
    "duration.0.bands: a band, got an empty list",
  ]);
  assertEquals(
    problemsWith([
      "consecutive_months = 6",
      "consecutive_months = 6\nseasonal_window_months = 3",
    ]),
    [
      "qualifying.0.contribution_months: at most the window of seasonal workers of 3, " +
      "got 12",
      "qualifying.0.consecutive_months: at most the window of seasonal workers of 3, " +
      "got 6",
    ],
  );
  const text = JAPAN.replace("age_to = 64", "age_to = 40")
    .replace("age_from = 0\nage_to = 29", "age_from = 0");
  const error = assertThrows(() => parseScheme("a.toml", text), DataError);
  assertEquals(worded(error), [
    "benefit.0.ages.1.age_from: no group after one without age_to, got 30",
    "benefit.0.ages.3.age_to: an age from 60, got 40",
  ]);
});

Deno.test("parseScheme() compares a reason's own duration with what holds beside it", () => {
  const own = (text: string) =>
    [
      "voluntary_resignation = { covered = false }",
      `voluntary_resignation = ${text}`,
    ] as const;
  const place = "contingency.0.reasons.voluntary_resignation";
  assertEquals(problemsWith(own("{ covered = true, shortest_months = 40 }")), [
    `${place}.shortest_months: at most the longest duration of 6, got 40`,
  ]);
  // A taper that begins when the long duration of a reason has ended goes with it.
  const rates = Array(9).fill(45).join(", ");
  const later = version("contingency", "text = 'x'\nreasons = {}", "2026-01") +
    version(
      "benefit",
      'kind = "tapered"\nrates_pct = [60, 60, 60, 60, 60, 60]',
      "2026-01",
    );
  assertEquals(
    problemsWith(
      own("{ covered = true, longest_months = 9 }"),
      ["45, 45, 45, 25, 25, 25", rates],
      [
        "\n[[qualifying]]",
        `${version("contingency", "text = 'x'\nreasons = {}", "2026-01")}
[[qualifying]]`,
      ],
      [
        "\n[[minimum_benefit]]",
        `${later.slice(later.indexOf("\n[[benefit]]"))}\n[[minimum_benefit]]`,
      ],
    ),
    [],
  );
});

Deno.test("parseScheme() refuses rates and delays that do not go together", () => {
  const changes = [
    ['effect = "none"', 'effect = "none"\ndelay_months = 3'],
    [
      "employer_pct = 0.24",
      "employer_pct = 0.24\ntotal_pct = 3\nemployer_policy_lowest_pct = 0.8\n" +
      "employer_policy_highest_pct = 0.2",
    ],
  ] as const;
  assertEquals(problemsWith(...changes), [
    "severance.0.delay_months: no such key where severance has no effect, got 3",
    "financing.0.total_pct: 0.46, the rates of all payers together, got 3",
    "financing.0.employer_policy_lowest_pct: at most the highest of 0.2, got 0.8",
  ]);
});

Deno.test("readScheme() names the file that asks for a scheme that is not there", async () => {
  for (const base of ["nowhere", "", "./other", "../designs/jkp_2021", "other.toml"]) {
    assertEquals(await problemsBeside({ mine: `based_on = "${base}"\n${HEAD}` }), [
      "based_on: the name of a design file beside this one or of data/designs, " +
      `without .toml, got "${base}"`,
    ]);
  }
});

Deno.test("readScheme() says whose a rule is that a reform does not go with", async () => {
  const longer = version("duration", 'kind = "fixed"\nmonths = 9', "2026-01");
  const wanted = "a rate for each of 9 months, got 6";
  assertEquals(
    await problemsBeside({ mine: `reform_of = "jkp_2021"\n${HEAD}${longer}` }),
    [
      `benefit.0.rates_pct of jkp_2021: ${wanted}`,
    ],
  );
  const flat = version("benefit", 'kind = "flat"\nrate_pct = 50', "2027-01");
  const late = `reform_of = "jkp_2021"\n${HEAD}${longer}${flat}`;
  assertEquals(await problemsBeside({ mine: late }), [
    `benefit.0.rates_pct of jkp_2021: ${wanted}`,
  ]);
  const based = `based_on = "jkp_2021"\n${HEAD}${longer.replace("2026-01", "2021-02")}`;
  assertEquals(await problemsBeside({ mine: based }), [
    `benefit.0.rates_pct of jkp_2021: ${wanted}`,
  ]);
});

Deno.test("readScheme() wants a name of its own, and the money of the scheme it reforms", async () => {
  const mine = 'reform_of = "jkp_2021"\ncurrency = "KRW"\nwaiting_period = 3\n';
  const named = `reform_of = "jkp_2021"\n${HEAD.replace('"mine"', '"../mine"')}`;
  assertEquals(await problemsBeside({ mine: named }), [
    'name: a name of letters, digits, _ and -, such as "jkp_2026", got "../mine"',
  ]);
  assertEquals(await problemsBeside({ mine }), [
    "name: a text of its own, got nothing",
    "title: a text of its own, got nothing",
    "currency: IDR, that of the scheme it reforms, got KRW",
    "waiting_period: a list of dated sections, got 3",
  ]);
});

/** Every key path of a value. */
function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [[]];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = keys.flatMap((key) =>
    pathsOf((value as Record<string | number, unknown>)[key]).map((
      path,
    ) => [key, ...path])
  );
  return [[], ...below];
}

Deno.test("parseScheme() throws nothing but a DataError when any values are replaced", () => {
  const running = version("running_claims", 'rates = "new"') + openPoint("claim");
  const designs = [JKP + running, JAPAN].map((text) => ({
    text,
    paths: pathsOf(parse(text)),
  }));
  const junk = fc.constantFrom<unknown>(
    ...[0, -1, 0.5, 1e300, NaN, Infinity, "", "x", "2021-13", true, [], {}, [[]], [3]],
    ...[["x"], [{}], { x: 1 }, new Date(0)],
  );
  const change = fc.tuple(fc.nat(), junk);
  fc.assert(
    fc.property(
      fc.constantFrom(...designs),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      ({ text, paths }, changes) => {
        const value = parse(text);
        for (const [at, to] of changes) {
          const path = paths[at % paths.length]!;
          // deno-lint-ignore no-explicit-any
          const holder = path.slice(0, -1).reduce<any>((each, key) => each?.[key], value);
          if (path.length === 0 || typeof holder !== "object" || holder === null) {
            continue;
          }
          // TOML has no lists with holes.
          if (Array.isArray(holder) && Number(path.at(-1)) > holder.length) continue;
          holder[path.at(-1)!] = structuredClone(to);
        }
        try {
          parseScheme("a.toml", stringify(value));
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
        }
      },
    ),
    { numRuns: 400 },
  );
});

Deno.test("parseScheme() refuses a window that its reference wage does not look at", () => {
  assertEquals(problemsWith(['kind = "last"', 'kind = "last"\nwindow_months = 6']), [
    "reference_wage.0.window_months: no such key where kind is last",
  ]);
});

Deno.test("parseScheme() refuses steps of an allowance that would never be paid", () => {
  const error = assertThrows(
    () => parseScheme("a.toml", JAPAN.replace('"2/3"', '"1/4"')),
    DataError,
  );
  assertEquals(worded(error), [
    "reemployment_allowance.0.steps.1.remaining_from: a share below that of the step before",
  ]);
});

Deno.test("parseScheme() refuses open points of no section, or without what was taken", () => {
  assertEquals(problemsWith(["[[coverage]]", `${openPoint("qualifing")}[[coverage]]`]), [
    "open_points.0.section: one of coverage, contingency, qualifying, repeat_claims, " +
    "claim, insurable_earnings, reference_wage, benefit, minimum_benefit, " +
    "maximum_benefit, duration, waiting_period, reemployment_allowance, severance, " +
    "other_earnings, financing, recomposition, non_compliance, running_claims, got " +
    '"qualifing"',
  ]);
  const points = openPoint("claim") + openPoint("claim", "2020-12") +
    openPoint("running_claims").replace('taken = "yes"', 'taken = ""');
  assertEquals(problemsWith(["[[coverage]]", `${points}[[coverage]]`]), [
    'open_points.2.taken: a text, got ""',
    "open_points.1.section: a section that the scheme has in 2020-12, got claim",
    "open_points.2.section: a section that the scheme has in 2021-02, got running_claims",
  ]);
});

Deno.test("parseScheme() wants new rates for every month of the claims that they are to pay", () => {
  const reform = version("benefit", 'kind = "tapered"\nrates_pct = [60]', "2025-02") +
    version("duration", 'kind = "fixed"\nmonths = 1', "2025-02");
  const running = (rates: string) =>
    version("running_claims", `rates = "${rates}"`, "2025-02");
  const problemsOf = (rates: string) => {
    try {
      parseScheme("a.toml", `${JKP}${reform}${running(rates)}`);
    } catch (error) {
      if (error instanceof DataError) return worded(error);
      throw error;
    }
    return [];
  };
  assertEquals(problemsOf("old"), []);
  assertEquals(problemsOf("new"), [
    "running_claims.0.rates: a rate for each of 6 months, got 1",
  ]);
});
