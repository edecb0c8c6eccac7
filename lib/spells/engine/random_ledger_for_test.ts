import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import fc from "fast-check";

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
