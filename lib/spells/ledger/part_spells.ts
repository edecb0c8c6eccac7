import type { SpellManifest } from "@jkp/extract";
import type { DataFrame } from "nodejs-polars";
import type { RowLimits } from "../check/row_rules.ts";
import { spellsWithErrors } from "../check/spells_with_errors.ts";
import { MISSING } from "../decode/decoded_rows.ts";
import { polars } from "../source/polars.ts";
import { NO_MONTH, NO_REASON, type SpellColumns } from "../spell_columns.ts";
import { carriedName, TEXT } from "./compact_rows.ts";
import { contractFrame } from "./contract_frame.ts";
import type { LedgerFindings } from "./ledger_findings.ts";
import { closeByClaims, runsOf } from "./member_spells.ts";
import { netPayments } from "./net_payments.ts";
import type { PaidCells } from "./paid_cells.ts";
import { paidContributions } from "./paid_contributions.ts";
import type { PaymentDelays } from "./payment_delays.ts";
import type { RankedLabels } from "./ranked_labels.ts";

const { col, lit } = polars;

/** The rows of some members in each table; `undefined` where there are none. */
export interface PartRows {
  readonly main: DataFrame | undefined;
  readonly members: DataFrame | undefined;
  readonly claims: DataFrame | undefined;
}

/** Who is told what is found on the way. */
export interface PartSinks {
  readonly findings: LedgerFindings;
  readonly paid: PaidCells;
  readonly paymentDelays?: PaymentDelays | undefined;
}

/** Spells of some members. */
export interface PartSpells {
  /** With the columns of the contract; `undefined` where there are none. */
  readonly spells: DataFrame | undefined;
  /** Rows of the main table whose members are not known, or contradict themselves. */
  readonly strangeRows: number;
}

/** Makes spells of the rows of some members, and joins who they are and what they claimed. */
export function spellsOfPart(
  part: PartRows,
  manifest: SpellManifest,
  labels: ReadonlyMap<string, RankedLabels>,
  sinks: PartSinks,
): PartSpells {
  const { findings } = sinks;
  const { ledger: rules } = manifest;
  const main = ranked(part.main, labels);
  const { members, contradicted } = membersOf(ranked(part.members, labels));
  findings.contradicted(contradicted);
  const known = join(main, members, contradicted);
  findings.strangers("main", known.strangers, main?.height ?? 0);
  const claims = join(part.claims, members, contradicted);
  findings.strangers("claims", claims.strangers, part.claims?.height ?? 0);
  const own = [...labels.keys()].map(carriedName)
    .filter((name) => known.rows?.columns.includes(name));
  const months = known.rows === undefined || rules === undefined
    ? undefined
    : netted(known.rows, rules, own, members, sinks);
  const runs = months === undefined
    ? known.rows?.drop("member").sort(["at", "start", "last", "wage"])
    : runsOf(months, rules!.gapMonths);
  const idle = runs === undefined
    ? members
    : members.join(runs.select("at").unique(), { on: "at", how: "anti" });
  findings.members(members.height, idle);
  const strangeRows = (main?.height ?? 0) - (known.rows?.height ?? 0);
  if (runs === undefined || runs.height === 0) return { spells: undefined, strangeRows };
  const closed = claims.rows === undefined
    ? withOwnClaims(runs)
    : closeByClaims(runs, claims.rows);
  if (closed.openClaims !== undefined) {
    findings.openClaims(closed.openClaims, claims.rows!.height);
  }
  findings.afterDeath(closed.afterDeath, members);
  const spells = closed.spells.join(members, { on: "at", how: "inner" });
  if (months !== undefined) {
    const counted = withoutWrong(months, spells, manifest);
    sinks.paid.add(counted, members, rules!.gapMonths);
  }
  const texts = new Map([...labels].map(([name, each]) => [name, each.labels]));
  return { spells: contractFrame(spells, texts), strangeRows };
}

/** Contributions by month; what is odd goes to the findings. */
function netted(
  payments: DataFrame,
  rules: NonNullable<SpellManifest["ledger"]>,
  carried: readonly string[],
  members: DataFrame,
  { findings, paymentDelays }: PartSinks,
): DataFrame {
  const { months, negative, twice, again } = netPayments(payments, rules, carried);
  findings.negative(negative, members);
  findings.twice(twice, members, { ...again, of: payments.height });
  paymentDelays?.add(paidContributions(payments, months));
  return months;
}

/**
 * Contributions without those of spells that are left out, if any are, for their errors:
 * nobody is counted whose wage these would be.
 */
function withoutWrong(
  months: DataFrame,
  spells: DataFrame,
  limits: RowLimits,
): DataFrame {
  const sorted = spells.sort(["at", "start"]);
  const marks = spellsWithErrors(columnsOf(sorted), limits);
  if (!marks.includes(1)) return months;
  const isWrong = polars.Series(WRONG, Array.from(marks, (mark) => mark === 1));
  const wrong: DataFrame = sorted.withColumn(isWrong).filter(col(WRONG))
    .select("at", "start", "last");
  const theirs = months.select("at", "month").join(wrong, { on: "at", how: "inner" })
    .filter(col("month").gtEq(col("start")).and(col("month").ltEq(col("last"))))
    .select("at", "month");
  return months.join(theirs, { on: ["at", "month"], how: "anti" })
    .sort(["at", "month"]);
}

/** Name of what marks spells on the way. */
const WRONG = "wrong";

/** Spells of payments as columns: each stands for one member. */
function columnsOf(spells: DataFrame): SpellColumns {
  const numbers = (name: string): Int32Array =>
    spells.getColumn(name).cast(polars.Int32).toTypedArray();
  return {
    member: Uint32Array.from(numbers("at")),
    sex: Uint8Array.from(numbers("sex")),
    birthMonth: Int16Array.from(numbers("birth")),
    startMonth: Int16Array.from(numbers("start")),
    lastMonth: Int16Array.from(numbers("last")),
    endReason: Uint8Array.from(numbers("reason")),
    claimMonth: Int16Array.from(numbers("claim")),
    monthlyWageIdr: spells.getColumn("wage").cast(polars.Float64).toTypedArray(),
    weight: new Float64Array(spells.height).fill(1),
    carried: {},
  };
}

/** Spells with the claims that they hold themselves, or with none. */
function withOwnClaims(runs: DataFrame) {
  const orNone = (name: string, none: number) =>
    (runs.columns.includes(name)
      ? polars.when(col(name).eq(lit(MISSING))).then(lit(none)).otherwise(col(name))
      : lit(none)).cast(polars.Int16).alias(name);
  return {
    spells: runs.withColumns(orNone("reason", NO_REASON), orNone("claim", NO_MONTH)),
    openClaims: undefined,
    afterDeath: undefined,
  };
}

/** The members of a part, each once, numbered as `at` in the order of their hashes. */
function membersOf(
  rows: DataFrame | undefined,
): { members: DataFrame; contradicted: DataFrame } {
  if (rows === undefined) return { members: NOBODY, contradicted: NOBODY };
  const distinct = rows.unique();
  const isOnce = col("times").eq(lit(1));
  const times = distinct.groupBy("member").agg(polars.len().alias("times"));
  const marked = distinct.join(times, { on: "member", how: "inner" });
  return {
    members: marked.filter(isOnce).drop("times").sort("member").withRowIndex("at"),
    contradicted: marked.filter(isOnce.not()).select("member", TEXT).unique().sort(TEXT),
  };
}

const NOBODY: DataFrame = polars.DataFrame([
  polars.Series("at", [], polars.UInt32),
  polars.Series("member", [], polars.UInt64),
  polars.Series(TEXT, [], polars.Utf8),
]);

/** Rows of known members with their number, and those of members nobody knows. */
function join(
  rows: DataFrame | undefined,
  members: DataFrame,
  contradicted: DataFrame,
): { rows: DataFrame | undefined; strangers: DataFrame | undefined } {
  if (rows === undefined) return { rows: undefined, strangers: undefined };
  const joined = rows.join(members.select("member", "at"), { on: "member", how: "left" });
  const isKnown = col("at").isNotNull();
  const others = joined.filter(isKnown.not());
  return {
    rows: joined.filter(isKnown),
    strangers: others.height === 0
      ? undefined
      : others.join(contradicted.select("member"), { on: "member", how: "anti" }),
  };
}

/** Rows with ranks of labels in place of the codes in which they came. */
function ranked(
  rows: DataFrame | undefined,
  labels: ReadonlyMap<string, RankedLabels>,
): DataFrame | undefined {
  const own = [...labels].filter(([name]) => rows?.columns.includes(carriedName(name)));
  return own.length === 0
    ? rows
    : rows?.withColumns(...own.map(([name, each]) => each.ranksOf(name)));
}
