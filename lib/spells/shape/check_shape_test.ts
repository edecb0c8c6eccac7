import { assert, assertEquals } from "@std/assert";
import { type Month, monthOf } from "@jkp/month";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding, RuleName } from "../check/finding.ts";
import { Tally } from "../check/tally.ts";
import { checkRowsCut } from "./check_rows_cut.ts";
import {
  FIRST,
  folderOf,
  honestRows,
  LAST,
  type Row,
} from "./honest_extract_for_test.ts";

const HONEST = honestRows(900, 2021);

/** A fault that is planted into an honest extract. */
interface Fault {
  readonly fault: string;
  readonly plant: (rows: Row[]) => Row[];
  readonly manifest?: (text: string) => string;
}

/** A fault with the rule that sees it. */
interface SeenFault extends Fault {
  readonly rule: RuleName;
}

const MARCH = monthOf(2018, 3);
const each = (change: (row: Row, index: number) => Partial<Row>) => (rows: Row[]) =>
  rows.map((row, i) => ({ ...row, ...change(row, i) }));
const moved = (months: number) =>
  each(({ start, last, claim }) => ({
    start: start + months,
    last: last + months,
    claim: claim === undefined ? claim : claim + months,
  }));

/** Spells without the contributions of some months. */
function without(rows: readonly Row[], from: Month, to: Month): Row[] {
  return rows.flatMap((row) => {
    if (row.last < from || row.start > to) return [row];
    const before = { ...row, last: from - 1, reason: "", claim: undefined };
    return [
      ...(row.start < from ? [before] : []),
      ...(row.last > to ? [{ ...row, start: to + 1 }] : []),
    ];
  });
}

/** Payments of the last months that have not come in yet, the more the later. */
const late = each(({ id, last, reason }) => {
  const lag = Number(id.slice(-1)) % 4;
  return reason === "" && last === LAST ? { last: last - lag } : {};
});

const SEEN: readonly SeenFault[] = [
  { fault: "months a month too late", rule: "no_future_months", plant: moved(1) },
  { fault: "months a month too early", rule: "window_filled", plant: moved(-1) },
  { fault: "months a year too early", rule: "window_filled", plant: moved(-12) },
  {
    fault: "the file twice",
    rule: "spells_unique",
    plant: (rows) => [...rows, ...rows],
  },
  {
    fault: "the file twice, under other ids",
    rule: "ids_of_persons",
    plant: (rows) => [...rows, ...rows.map((row) => ({ ...row, id: `B${row.id}` }))],
  },
  {
    fault: "ids without their zeros in a part",
    rule: "ids_alike",
    plant: each(({ id }, i) => ({
      id: i % 3 === 0 ? String(Number(id.slice(1))) : id.slice(1),
    })),
  },
  {
    fault: "ids of employments",
    rule: "ids_of_persons",
    plant: each(({ id }, i) => ({ id: `${id}-${i}` })),
  },
  {
    fault: "ids cut, so that two persons have one",
    rule: "same_person",
    plant: each(({ id }) => ({ id: id.slice(0, -1) })),
  },
  {
    fault: "start and last month exchanged",
    rule: "start_before_end",
    plant: each(({ start, last }) => ({ start: last, last: start })),
  },
  {
    fault: "birth and start exchanged",
    rule: "birth_before_start",
    plant: each(({ start, birth }) => ({ start: birth, birth: start })),
  },
  {
    fault: "last and claim month exchanged",
    rule: "claim_after_end",
    plant: each(({ last, claim }) =>
      claim === undefined ? {} : { last: claim, claim: last }
    ),
  },
  {
    fault: "wage and weight exchanged",
    rule: "wage_plausible",
    plant: each(({ wage }) => ({ wage: 1, weight: String(wage / 10) })),
  },
  {
    fault: "one sex",
    rule: "values_varied",
    plant: each(() => ({ sex: "M" })),
  },
  {
    fault: "sexes unlike between the spells of a member",
    rule: "same_person",
    plant: each(({ sex }, i) => ({ sex: i % 5 === 0 ? sex : "M" })),
  },
  {
    fault: "one birth month for a tenth of members",
    rule: "values_varied",
    plant: each(({ id, birth }) =>
      id.endsWith("7") ? { birth: monthOf(1980, 5) } : { birth }
    ),
  },
  {
    fault: "births of which the year alone is known",
    rule: "values_varied",
    plant: each(({ birth }) => ({ birth: birth - birth % 12 })),
  },
  {
    fault: "births in the other century",
    rule: "birth_before_start",
    plant: each(({ birth }) => ({ birth: birth + 1200 })),
  },
  {
    fault: "births twenty years too late",
    rule: "age_covered",
    plant: each(({ birth }) => ({ birth: birth + 240 })),
  },
  {
    fault: "service before the window cut off",
    rule: "starts_by_month",
    plant: each(({ start, last }) => ({ start: Math.min(last, Math.max(start, FIRST)) })),
  },
  {
    fault: "no wage in one month",
    rule: "wage_positive",
    plant: each(({ last, wage }) => ({ wage: last === MARCH ? 0 : wage })),
  },
  {
    fault: "wages in thousands",
    rule: "wage_plausible",
    plant: each(({ wage }) => ({ wage: Math.round(wage / 1000) })),
  },
  {
    fault: "wages in thousands in a part",
    rule: "wage_plausible",
    plant: each(({ wage }, i) => ({ wage: i % 5 ? wage : Math.round(wage / 1000) })),
  },
  {
    fault: "wages in dollars",
    rule: "wage_plausible",
    plant: each(({ wage }) => ({ wage: Math.round(wage / 14_000) })),
  },
  {
    fault: "wages of a year",
    rule: "wage_level",
    plant: each(({ wage }) => ({ wage: 12 * wage })),
  },
  {
    fault: "wages of a day",
    rule: "wage_level",
    plant: each(({ wage }) => ({ wage: Math.max(100_000, Math.round(wage / 25)) })),
  },
  {
    fault: "a decimal mark lost in a tenth of wages",
    rule: "wage_level",
    plant: each(({ wage }, i) => ({ wage: i % 10 ? wage : 100 * Math.min(wage, 4e6) })),
  },
  {
    fault: "one wage for many",
    rule: "values_varied",
    plant: each(({ wage }, i) => ({ wage: i % 3 ? wage : 1_000_000 })),
  },
  {
    fault: "a weight that decides alone",
    rule: "values_varied",
    plant: each(({ weight }, i) => ({ weight: i === 7 ? "900" : weight })),
  },
  {
    fault: "contributions of a month missing",
    rule: "members_by_month",
    plant: (rows) => without(rows, MARCH, MARCH),
  },
  {
    fault: "contributions of three months missing",
    rule: "members_by_month",
    plant: (rows) => without(rows, MARCH, MARCH + 2),
  },
  {
    fault: "rows of another kind in one month",
    rule: "members_by_month",
    plant: (rows) => [
      ...rows,
      ...rows.slice(0, 300).map((row, i): Row => ({
        ...row,
        ...{ id: `G${i}`, start: MARCH, last: MARCH, reason: "", claim: undefined },
      })),
    ],
  },
  {
    fault: "a branch that comes in with all its members",
    rule: "members_by_month",
    plant: (rows) =>
      rows.flatMap((row) =>
        /[0-4]$/.test(row.id) || row.start >= MARCH
          ? [row]
          : row.last < MARCH
          ? []
          : [{ ...row, start: MARCH }]
      ),
  },
  {
    fault: "nobody who started in a year",
    rule: "starts_by_month",
    plant: (rows) => rows.filter(({ start }) => start < MARCH || start >= MARCH + 12),
  },
  {
    fault: "a file sorted by start month and cut",
    rule: "starts_by_month",
    plant: (rows) =>
      rows.toSorted((a, b) => a.start - b.start).slice(0, Math.floor(0.8 * rows.length)),
  },
  { fault: "late payments", rule: "last_months", plant: late },
  {
    fault: "late claims",
    rule: "last_months",
    plant: each(({ claim }) =>
      claim !== undefined && claim > LAST - 3 ? { claim: undefined, reason: "" } : {}
    ),
  },
  {
    fault: "a window that begins before the data",
    rule: "window_filled",
    plant: (rows) => rows.filter(({ start }) => start >= FIRST + 24),
  },
  {
    fault: "a window that ends after the data",
    rule: "window_filled",
    plant: (rows) => rows,
    manifest: (text) => text.replace("2020-01", "2020-07").replace("2019-12", "2020-06"),
  },
  {
    fault: "no claims",
    rule: "claims_present",
    plant: each(() => ({ claim: undefined, reason: "" })),
  },
  {
    fault: "claims of a year missing",
    rule: "claims_by_month",
    plant: each(({ claim }) =>
      claim !== undefined && claim >= MARCH && claim < MARCH + 12
        ? { claim: undefined, reason: "" }
        : {}
    ),
  },
  {
    fault: "claims of half a year entered in one month",
    rule: "claims_by_month",
    plant: each(({ claim }) =>
      claim !== undefined && claim > MARCH && claim <= MARCH + 6
        ? { claim: MARCH + 6 }
        : {}
    ),
  },
  {
    fault: "no layoffs",
    rule: "claims_present",
    plant: each(({ reason }) => ({ reason: reason === "" ? "" : "resignation" })),
  },
  {
    fault: "no resignations",
    rule: "claims_present",
    plant: each(({ reason }) => ({ reason: reason === "" ? "" : "layoff" })),
  },
  {
    fault: "reasons without claims",
    rule: "claim_with_reason",
    plant: each(() => ({ claim: undefined })),
  },
  {
    fault: "claims in the last month of contribution",
    rule: "values_varied",
    plant: each(({ claim, last }) => claim === undefined ? {} : { claim: last }),
  },
  {
    fault: "those alone who still contribute",
    rule: "claims_present",
    plant: (rows) => rows.filter(({ last }) => last === LAST),
  },
  {
    fault: "a plant that closed",
    rule: "layoffs_spread",
    plant: (rows) => [
      ...rows,
      ...rows.filter(({ start, last }) => start < MARCH && last >= MARCH).slice(0, 25)
        .map((row, i): Row => ({
          ...row,
          ...{ id: `P${i}`, last: MARCH - 1, claim: MARCH, reason: "layoff" },
          employer: "PT Tutup",
        })),
    ],
  },
];

/** What no look at the rows alone can tell, and why. */
const UNSEEN: readonly (Fault & { readonly why: string })[] = [
  {
    fault: "sexes exchanged",
    why: "a register of women's work looks so; a control total by sex shows it",
    plant: each(({ sex }) => ({ sex: sex === "M" ? "F" : "M" })),
  },
  {
    fault: "layoffs and resignations exchanged",
    why: "a bad year looks so; a control total by reason shows it",
    plant: each(({ reason }) => ({
      reason: { layoff: "resignation", resignation: "layoff" }[reason] ?? "",
    })),
  },
  {
    fault: "a fifth of members lost at random",
    why: "what is left is a sample; a control total of members shows it",
    plant: (rows) => rows.filter(({ id }) => !/[37]$/.test(id)),
  },
  {
    fault: "claims a month too late",
    why: "a wait of a month more is possible; an earlier extract shows it",
    plant: each(({ claim }) =>
      claim === undefined ? {} : { claim: Math.min(LAST, claim + 1) }
    ),
  },
  {
    fault: "births five years too early",
    why: "older members are possible; an earlier extract shows it",
    plant: each(({ birth }) => ({ birth: birth - 60 })),
  },
  {
    fault: "wages a fifth too high",
    why: "wages after a rise look so; a control total of wages shows it",
    plant: each(({ wage }) => ({ wage: Math.round(1.2 * wage) })),
  },
];

async function findingsOf(
  rows: readonly Row[],
  manifest?: Fault["manifest"],
): Promise<Finding[]> {
  const folder = await folderOf(rows, manifest);
  const findings: Finding[] = [];
  await checkSpells(folder, (finding) => findings.push(finding));
  await Deno.remove(folder, { recursive: true });
  return findings;
}

Deno.test("checkSpells() has nothing to ask about honest extracts of any size", async () => {
  assertEquals(await findingsOf(HONEST), []);
  for (
    const [members, seed] of [[3, 1], [30, 2], [60, 3], [150, 4], [400, 5], [2500, 6]]
  ) {
    assertEquals(await findingsOf(honestRows(members!, seed!)), []);
  }
});

for (const { fault, rule, plant, manifest } of SEEN) {
  Deno.test(`checkSpells() has a finding for ${fault}`, async () => {
    const findings = await findingsOf(plant(HONEST), manifest);
    const found = findings.filter((finding) => finding.rule === rule);
    assert(found.length > 0, `no ${rule}, but ${JSON.stringify(findings.slice(0, 5))}`);
    const ofWhole = findings.filter(({ row }) => row === undefined);
    assert(
      ofWhole.every(({ meaning, rule }) => meaning !== undefined || rule === "ids_alike"),
    );
  });
}

for (const { fault, why, plant } of UNSEEN) {
  Deno.test(`checkSpells() cannot see ${fault}: ${why}`, async () => {
    assertEquals(await findingsOf(plant(HONEST)), []);
  });
}

Deno.test("checkSpells() says once what holds of a whole file", async () => {
  const rows = each(({ wage }) => ({ wage: Math.round(wage / 1000) }))(HONEST);
  const findings = await findingsOf(rows);
  const found = findings.filter(({ rule }) => rule === "wage_plausible");
  assertEquals(found.length, 1);
  assertEquals(
    found[0]!.value,
    `all ${rows.length.toLocaleString("en")} rows, such as ${rows[0]!.wage}`,
  );
});

Deno.test("checkRowsCut() asks about files that end where sheets and queries do", () => {
  const found = (rows: number, headerRow?: number) => {
    const findings: Finding[] = [];
    checkRowsCut("f.csv", rows, headerRow, new Tally((each) => findings.push(each)));
    return findings.length;
  };
  assertEquals([65_535, 1_048_575, 10_000, 1_000_000].map((n) => found(n)), [1, 1, 1, 1]);
  assertEquals([100, 1000, 9_999, 65_536, 20_000].map((n) => found(n)), [0, 0, 0, 0, 0]);
  assertEquals([found(65_532, 4), found(65_535, 4)], [1, 0]);
});
