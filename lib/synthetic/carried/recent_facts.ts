import { type Month, parseMonth } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";

/** A number that an office printed, and where it stands in `data/open/`. */
export interface RecentFact {
  /** Name of the open table. */
  readonly table: string;
  /** What the number is of, as a key: `claims/layoff/2024-01..2024-07`. */
  readonly cell: string;
  /** In base units: persons, rupiah, fractions. */
  readonly value: number;
  /** As printed: `18.27 million`. */
  readonly printed: string;
  readonly publisher: string;
}

/** A period by its first and last month, as the open tables write it. */
export type Period = readonly [from: string, to: string];

/** Facts of 2019–2025 that the extract is carried forward with. */
export interface RecentFacts {
  /** Members of JHT, all and wage earners, December 2023. */
  readonly jhtMembers2023: RecentFact;
  readonly jhtWageEarners2023: RecentFact;
  /** Wage earners in JHT, December 2021. */
  readonly jhtWageEarners2021: RecentFact;
  /** Wage earners in BPJS-TK (each is in JKK): December 2023 and February 2025. */
  readonly wageEarners2023: RecentFact;
  readonly wageEarners2025: RecentFact;
  /** JHT claims of a period for all reasons. */
  readonly claims: (period: Period) => RecentFact;
  /** Share of the claims of a period that were for one reason. */
  readonly shareOfClaims: (reason: string, period: Period) => RecentFact;
  /** Mean wage of employees, both sexes, August of a year, rupiah a month. */
  readonly meanWageOfAugust: (year: number) => RecentFact;
}

/** Picks the facts out of the open tables. */
export function recentFacts(open: OpenStatistics): RecentFacts {
  const members = (programme: string, workers: string, month: string) =>
    theOnly("bpjstk_members", `${programme}/${workers}/${month}`, open.bpjstk_members)(
      (row) =>
        row.quantity === "members" && row.programme === programme &&
        row.workers === workers && row.to === month,
    );
  const claims = (quantity: string, reason: string, [from, to]: Period) =>
    theOnly(
      "jht_claims_by_reason",
      `${quantity}/${reason}/${from}..${to}`,
      open.jht_claims_by_reason,
    )((row) =>
      row.quantity === quantity && row.reason === reason && row.from === from &&
      row.to === to
    );
  const earlier = theOnly(
    "social_security_members",
    "jht/2021-12",
    open.social_security_members.map((row) => ({
      ...row,
      value: row.members,
      printed: String(row.members),
      publisher: row.source,
    })),
  );
  return {
    jhtMembers2023: members("jht", "all", "2023-12"),
    jhtWageEarners2023: members("jht", "wage_earners", "2023-12"),
    jhtWageEarners2021: earlier((row) => row.scheme === "jht" && row.month === "2021-12"),
    wageEarners2023: members("jkk", "wage_earners", "2023-12"),
    wageEarners2025: members("all", "wage_earners", "2025-02"),
    claims: (period) => claims("claims", "all", period),
    shareOfClaims: (reason, period) => claims("share_of_claims", reason, period),
    meanWageOfAugust: (year) =>
      theOnly("labour_market", `mean_wage/${year}-08`, open.labour_market)((row) =>
        row.quantity === "mean_wage" && row.month === `${year}-08` &&
        row.sex === "both" && row.ageGroup === "all"
      ),
  };
}

/** The number of a month written `YYYY-MM` in an open table, which has checked it. */
export function monthOfText(text: string): Month {
  return parseMonth(text)!;
}

/** The one row that is meant, as a fact. */
function theOnly<
  Row extends {
    readonly value: number;
    readonly printed: string;
    readonly publisher: string;
  },
>(table: string, cell: string, rows: readonly Row[]) {
  return (isMeant: (row: Row) => boolean): RecentFact => {
    const [row, ...others] = rows.filter(isMeant);
    if (row === undefined || others.length > 0) {
      const count = row === undefined ? "none" : String(1 + others.length);
      throw new RangeError(
        `data/open/${table}.csv: expected one row of ${cell}, got ${count}`,
      );
    }
    const { value, printed, publisher } = row;
    return { table, cell, value, printed, publisher };
  };
}
