import { assertEquals } from "@std/assert";
import { polars } from "../source/polars.ts";
import { paidContributions } from "./paid_contributions.ts";
import { netPayments } from "./net_payments.ts";

/** Contributions of payments: member, month, month of payment, wage. */
function paidOf(rows: readonly (readonly [number, number, number, number])[]) {
  const column = (at: number) => rows.map((row) => row[at]!);
  const payments = polars.DataFrame([
    polars.Series("at", Uint32Array.from(column(0))),
    polars.Series("employer", rows.map(() => 1), polars.UInt64),
    polars.Series("month", Int16Array.from(column(1))),
    polars.Series("paid", Int16Array.from(column(2))),
    polars.Series("wage", column(3), polars.Int64),
  ]);
  return paidContributions(
    payments,
    netPayments(payments, { gapMonths: 0, employers: "sum" }, []).months,
  );
}

Deno.test("paidContributions() counts a member-month when it was paid first", () => {
  assertEquals(
    paidOf([
      [1, 100, 101, 4_000_000],
      [1, 100, 105, 500_000], // a second wage, found later
      [2, 100, 101, 3_000_000],
      [2, 101, -1, 3_000_000], // no date
    ]),
    [
      { month: 100, paidOn: 101, memberMonths: 2, wagesIdr: 7_500_000 },
      { month: 101, paidOn: null, memberMonths: 1, wagesIdr: 3_000_000 },
    ],
  );
});

Deno.test("paidContributions() takes what was put right when it was, and nothing that was taken back", () => {
  assertEquals(
    paidOf([
      [1, 100, 101, 40_000_000],
      [1, 100, 102, -40_000_000],
      [1, 100, 103, 4_000_000],
      [2, 100, 101, 4_000_000],
      [2, 100, 102, -4_000_000],
    ]),
    [{ month: 100, paidOn: 103, memberMonths: 1, wagesIdr: 4_000_000 }],
  );
});
