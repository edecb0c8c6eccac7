import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import fc from "fast-check";
import { REGISTER } from "../count/random_register_for_test.ts";

const FIRST = monthOf(2018, 1);
const EXTRACT = monthOf(2020, 1);

/** What a member's payments are: months, employers, wages, what is taken back or late. */
const PAYMENT = fc.record({
  month: fc.integer({ min: FIRST - 6, max: EXTRACT }),
  months: fc.constantFrom(1, 1, 1, 2, 5, 13),
  employer: fc.constantFrom("E1", "E2"),
  paidAfter: fc.integer({ min: 0, max: 3 }),
  wage: fc.constantFrom(1_500_000, 4_000_000, 4_000_001, 0),
  then: fc.constantFrom("kept", "kept", "kept", "taken back", "twice"),
});

const MEMBER = fc.record({
  sex: fc.constantFrom(...SEXES),
  birth: fc.integer({ min: monthOf(1960, 1), max: monthOf(1998, 12) }),
  payments: fc.array(PAYMENT, { minLength: 1, maxLength: 12 }),
  claims: fc.array(
    fc.record({
      month: fc.integer({ min: FIRST, max: EXTRACT }),
      reason: fc.constantFrom(
        ...END_REASONS.filter((each) => each !== "death"),
        "partial",
      ),
    }),
    { maxLength: 3 },
  ),
});

/**
 * Files of a ledger: payments with reversals, arrears, several months and employers, and
 * some that stand twice; its members and claims, partial ones among them.
 */
export const LEDGER = fc.array(MEMBER, { minLength: 1, maxLength: 12 }).map((members) => {
  const payments = members.flatMap((member, i) =>
    member.payments.flatMap(({ month, months, employer, paidAfter, wage, then }) => {
      const to = Math.min(month + months - 1, EXTRACT);
      const paid = formatMonth(Math.min(to + paidAfter, EXTRACT));
      const row = (amount: number) =>
        [`K${i}`, employer, formatMonth(month), formatMonth(to), `${paid}-09`, amount]
          .join(",");
      if (then === "taken back") return [row(wage), row(-wage)];
      return then === "twice" ? [row(wage), row(wage)] : [row(wage)];
    })
  );
  return {
    "iuran.csv": fileOf(
      "member_id,employer_id,contribution_month,contribution_to_month,paid_on,monthly_wage_idr",
      payments,
    ),
    "peserta.csv": fileOf(
      "member_id,sex,birth_month",
      members.map(({ sex, birth }, i) => `K${i},${sex},${formatMonth(birth)}`),
    ),
    "klaim.csv": fileOf(
      "member_id,claim_month,end_reason",
      members.flatMap(({ claims }, i) =>
        claims.map(({ month, reason }) => `K${i},${formatMonth(month)},${reason}`)
      ).concat("K0,2018-01,partial"), // a table has a row at least
    ),
  };
});

function fileOf(header: string, lines: readonly string[]): string {
  return [header, ...lines, ""].join("\n");
}

/** What is put in place of honest cells. */
const SLIPS = ["", "x", "2019-02", "2019-02-03", "2026-01", "1970-01", "K1", "K99"]
  .concat(["F", "M", "layoff", "death", "-500000", "99999999999999", "1e30"]);

/** Puts slips into some cells of files, and beneath them a blank row and rows of sums. */
function withSlips<Files extends Readonly<Record<string, string>>>(
  files: Files,
  slips: readonly { file: number; row: number; column: number; text: string }[],
  sums: readonly string[],
): Files {
  const names = Object.keys(files);
  const tables = names.map((name) =>
    files[name]!.trimEnd().split("\n").map((line) => line.split(","))
  );
  for (const { file, row, column, text } of slips) {
    const [header, ...rows] = tables[file % tables.length]!;
    rows[row % rows.length]![column % header!.length] = text;
  }
  const texts = tables.map(([header, ...rows]) => {
    const sum = (word: string) =>
      header!.map((column) =>
        column === "member_id" ? word : column.endsWith("_idr") ? "12000000" : ""
      );
    return [header!, ...rows, ...["", ...sums].map(sum), header!.map(() => ""), header!]
      .map((row) => `${row.join(",")}\n`).join("");
  });
  return Object.fromEntries(names.map((name, i) => [name, texts[i]!])) as Files;
}

const SOME_SLIPS = fc.array(
  fc.record({
    file: fc.nat(2),
    row: fc.nat(),
    column: fc.nat(5),
    text: fc.constantFrom(...SLIPS),
  }),
  { maxLength: 8 },
);

/** What stands in place of members where rows are sums. */
const SUMS = fc.array(fc.constantFrom("JUMLAH", " total: ", "Sub Total: E1", ""), {
  maxLength: 6,
});

/** Files of a ledger in which some cells are wrong. */
export const BROKEN_LEDGER = fc.tuple(LEDGER, SOME_SLIPS, SUMS)
  .map(([files, slips, sums]) => withSlips(files, slips, sums));

/** Spells, members and claims as three files in which some cells are wrong. */
export const BROKEN_JOINED = fc.tuple(
  REGISTER,
  fc.array(
    fc.record({
      member: fc.nat(40),
      month: fc.integer({ min: FIRST, max: EXTRACT }),
      reason: fc.constantFrom(...END_REASONS, "partial"),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  SOME_SLIPS,
  SUMS,
).map(([spells, claims, slips, sums]) => {
  const members = new Map(spells.map((spell) => [spell.member, spell]));
  const files = {
    "spells.csv": fileOf(
      "member_id,start_month,last_month,monthly_wage_idr,weight",
      spells.map(({ member, startMonth, lastMonth, monthlyWageIdr, weight }) =>
        [
          `K${member}`,
          formatMonth(startMonth),
          formatMonth(lastMonth),
          monthlyWageIdr,
          weight!.toFixed(6),
        ].join(",")
      ),
    ),
    "peserta.csv": fileOf(
      "member_id,sex,birth_month",
      [...members.values()].map(({ member, sex, birthMonth }) =>
        `K${member},${sex},${formatMonth(birthMonth)}`
      ),
    ),
    "klaim.csv": fileOf(
      "member_id,claim_month,end_reason",
      claims.map(({ member, month, reason }) =>
        `K${member % members.size},${formatMonth(month)},${reason}`
      ),
    ),
  };
  return withSlips(files, slips, sums);
});

/** What `extract.toml` says of the ledger. */
export const LEDGER_MANIFEST = `
name = "ledger"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "2018-01"
last_month = "2019-12"
form = "ledger"
files = ["iuran.csv"]
synthetic = true
wage_growth_per_year = 0.0731
method = "made by chance"
[tables]
members = ["peserta.csv"]
claims = ["klaim.csv"]
`;

/** The same of spells in three tables. */
export const JOINED_MANIFEST = LEDGER_MANIFEST.replace(
  '"ledger"\nfiles',
  '"spells"\nfiles',
)
  .replace("iuran.csv", "spells.csv");
