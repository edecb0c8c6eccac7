import type { Vintage } from "@jkp/experience";
import { formatMonth, type Month, monthOfDate, parseMonth } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";

/** A number of what happened, and how it was come by. */
export interface KnownQuantity {
  readonly value: number;
  /** `printed`: as it stands, or plain arithmetic on numbers of the same months. */
  readonly how: "printed" | "inferred";
  readonly formula: string;
  /** The facts it is from, each with its period and publisher. */
  readonly facts: readonly string[];
}

export type JkpRow = OpenStatistics["jkp_experience"][number];
export type JhtRow = OpenStatistics["jht_claims_by_reason"][number];
/** What every row of a period has. */
export interface DatedRow {
  readonly quantity: string;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string;
  readonly printed: string;
  readonly publisher: string;
  readonly concerns: string | null;
}

/** The months compared. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** A period as it is written. */
export function spanInWords({ from, to }: Span): string {
  return `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** A fact with its period and publisher. */
export function factInWords(
  { quantity, kind, from, to, printed, publisher }: DatedRow,
): string {
  const period = from === null || from === to ? to : `${from} to ${to}`;
  const what = quantity.replaceAll("_", " ") +
    (kind === "mean a month" ? ", mean a month" : "");
  return `${what} ${period}: ${printed} (${publisher})`;
}

export function printed(row: DatedRow & { readonly value: number }) {
  return {
    value: row.value,
    how: "printed" as const,
    formula: "as printed",
    facts: [factInWords(row)],
    rows: [row],
  };
}

/** Rows of a quantity and just these months; nothing was paid before the first payments. */
export function exactly(
  facts: readonly JkpRow[],
  span: Span,
  quantity: JkpRow["quantity"],
  kind: JkpRow["kind"] = "flow",
): JkpRow[] {
  const firstPaid =
    facts.filter((row) => row.quantity === "payments" && row.from !== null)
      .map(({ from }) => from!).sort()[0];
  const isOfPayment = quantity === "payments" || quantity === "recipients" ||
    quantity === "claims";
  return facts.filter((row) =>
    row.quantity === quantity && row.kind === kind && row.to === formatMonth(span.to) &&
    (row.from === formatMonth(span.from) ||
      isOfPayment && row.from === firstPaid && row.from! > formatMonth(span.from))
  );
}

export function spanOf({ from, to }: Pick<DatedRow, "from" | "to">): Span | undefined {
  const [first, last] = [monthOfDate(from ?? ""), monthOfDate(to)];
  return first === undefined || last === undefined
    ? undefined
    : { from: first, to: last };
}

export function monthsOf(row: Pick<DatedRow, "from" | "to">): number {
  const { from, to } = spanOf(row)!;
  return to - from + 1;
}

export function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}

/** Counts of layoffs by month, as often as each was published. */
export function layoffVintages({ layoffs_by_publication }: OpenStatistics): Vintage[] {
  return layoffs_by_publication.map(({ month, value, publishedOn, note }) => ({
    month: parseMonth(month)!,
    value,
    publishedOn,
    note,
  }));
}
