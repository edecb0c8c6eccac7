import {
  AGE_GROUPS,
  dominanceRule,
  frequencyRule,
  type LargestContributions,
  SEXES,
  suppressGroups,
  suppressTable,
  type TableCell,
  TERMINATION_REASONS,
  TOTAL,
} from "@jkp/extract";
import type { Month } from "@jkp/month";
import {
  type LeaverGroup,
  type LeaverKey,
  type LeaverRow,
  type Leavers,
  leaverWages,
  type ServiceShareRow,
} from "@jkp/spells";
import { sumSimple } from "simple-statistics";

/** What tables of service do not show of single rows. */
export interface ServiceSuppression {
  /** How few records are too few. */
  readonly threshold: number;
  readonly percent: number;
  /** Whether members and who of them meets a rule are not shown, for each rule. */
  readonly members: readonly { readonly members: boolean; readonly meeting: boolean }[];
  /** Of a group of leavers, or of all (no keys). */
  leavers(group: LeaverGroup): LeaverSuppression;
}

/** What is not shown of a group of leavers. */
export interface LeaverSuppression {
  /** Claims behind it. */
  readonly records: number;
  readonly claims: boolean;
  /** Who meets a rule, for each. */
  readonly shares: readonly boolean[];
  readonly wage: boolean;
  /** The wage of active members that theirs is compared with. */
  readonly activeWage: boolean;
}

/** What there is to decide on. */
export interface ServiceRecords {
  /** Active members of the last month, each row counted as one. */
  readonly shares: readonly ServiceShareRow[];
  /** Leavers, each row counted as one. */
  readonly leavers: Leavers;
  /** Leavers with their weights, whose wages are shown. */
  readonly weighted: Leavers;
  readonly largest: LargestContributions;
  readonly firstMonth: Month;
}

/**
 * Decides what tables of service must not show: numbers of few records, and of two rules
 * that differ by few; and what of other groups would give these away beside the total.
 * Wages by the p% rule; those of active members for all groups or for none.
 *
 * @param records What was counted.
 * @param by What leavers are split by.
 * @param threshold How few records are too few.
 * @param percent The p of the p% rule.
 */
export function serviceSuppression(
  records: ServiceRecords,
  by: readonly LeaverKey[],
  threshold: number,
  percent = 10,
): ServiceSuppression {
  const { leavers, weighted } = records;
  const groups = leaverWages(leavers, by)
    .map(({ reason, sex, ageGroup }) => ({
      ...(reason && { reason }),
      ...(sex && { sex }),
      ...(ageGroup && { ageGroup }),
    }));
  const rowsOf = (group: LeaverGroup, { leavers }: Leavers) =>
    leavers.filter((row) => by.every((key) => row[key] === group[key]));
  const claims = groups.map((group) =>
    sum(rowsOf(group, leavers), ({ claims }) => claims)
  );
  const cells = groups.map((group, g): TableCell => ({
    key: [nameOf(group, by)],
    value: sum(rowsOf(group, weighted), ({ claims }) => claims),
    records: claims[g]!,
    largest: 0,
    second: 0,
  }));
  const hiddenOf = (
    cells: readonly { key: readonly string[]; isSuppressed: boolean }[],
  ) => new Set(cells.filter((cell) => cell.isSuppressed).map(({ key }) => key[0]!));
  const claimsHidden = hiddenOf(suppressTable(cells, frequencyRule(threshold)));
  const wagesHidden = hiddenOf(suppressTable(
    groups.map((group, g) => ({
      ...cells[g]!,
      value: sum(rowsOf(group, weighted), ({ wagesIdr }) => wagesIdr),
      ...largestClaims(rowsOf(group, weighted), records),
    })),
    dominanceRule(threshold, percent),
    ([name]) => claimsHidden.has(name!),
  ));
  const activeWage = groups.some((group) =>
    isActiveDominated(rowsOf(group, weighted), records, percent)
  );
  const meeting = (rows: readonly LeaverRow[], rule: number) =>
    sum(rows, (row) => row.meeting[rule]!);
  const shares = leavers.rules.map((_, rule) =>
    suppressGroups(
      groups.map((group, g) => {
        const rows = rowsOf(group, leavers);
        const own = meeting(rows, rule);
        const others = leavers.rules.slice(0, rule)
          .map((_, other) => Math.abs(own - meeting(rows, other)));
        return [own, claims[g]! - own, ...others];
      }),
      threshold,
      {
        groups: groups.map((group) => claimsHidden.has(nameOf(group, by))),
        total: claimsHidden.has(TOTAL),
      },
    )
  );
  const all = sumSimple(claims);
  return {
    threshold,
    percent,
    members: membersSuppressed(records.shares, threshold),
    leavers(group) {
      const name = nameOf(group, by);
      const g = groups.findIndex((each) => nameOf(each, by) === name);
      const isTotal = by.length > 0 && g === -1;
      const key = isTotal ? TOTAL : name;
      return {
        records: isTotal ? all : claims[g]!,
        claims: claimsHidden.has(key),
        shares: shares.map(({ groups, total }) => isTotal ? total : groups[g]!),
        wage: wagesHidden.has(key),
        activeWage: activeWage || wagesHidden.has(key),
      };
    },
  };
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return sumSimple(rows.map(of));
}

function nameOf(group: LeaverGroup, by: readonly LeaverKey[]): string {
  return by.map((key) => group[key] ?? TOTAL).join(" ");
}

function membersSuppressed(
  rows: readonly ServiceShareRow[],
  threshold: number,
): { members: boolean; meeting: boolean }[] {
  const isFew = (records: number) => records > 0 && records < threshold;
  const seen: number[] = [];
  return [...Map.groupBy(rows, ({ rule }) => rule).values()].map((of) => {
    const members = sum(of, (row) => row.members);
    const meeting = sum(of, (row) => row.meeting);
    const differs = seen.map((other) => Math.abs(other - meeting));
    seen.push(meeting);
    return {
      members: isFew(members),
      meeting: [members, meeting, members - meeting, ...differs].some(isFew),
    };
  });
}

/** The two largest contributions to the wages of some claims. */
function largestClaims(
  rows: readonly LeaverRow[],
  { largest, firstMonth }: ServiceRecords,
) {
  const wages = rows.flatMap((row) => {
    const reason = TERMINATION_REASONS.findIndex((each) => each === row.reason);
    const cell = cellOf(row, firstMonth) * TERMINATION_REASONS.length + reason;
    const { largest: one, second } = largest.withdrawals[cell]!;
    return [one, second];
  }).sort((a, b) => b - a);
  return { largest: wages[0] ?? 0, second: wages[1] ?? 0 };
}

/** Place of a row's month, sex and age group in the statistics. */
function cellOf(
  { month, sex, ageGroup }: Pick<LeaverRow, "month" | "sex" | "ageGroup">,
  firstMonth: Month,
): number {
  return ((month - firstMonth) * SEXES.length + SEXES.indexOf(sex)) * AGE_GROUPS.length +
    AGE_GROUPS.indexOf(ageGroup);
}

/**
 * Whether two records may make up too much of the mean that leavers are compared with. The
 * same persons may be the largest of every month: that is what is assumed.
 */
function isActiveDominated(
  rows: readonly LeaverRow[],
  { weighted, largest, firstMonth }: ServiceRecords,
  percent: number,
): boolean {
  const active = new Map(
    weighted.active.map((row) => [cellOf(row, firstMonth), row]),
  );
  let [all, one, two] = [0, 0, 0];
  for (const row of rows) {
    const cell = cellOf(row, firstMonth);
    const members = active.get(cell);
    if (members === undefined) continue;
    const share = row.claims / members.members;
    all += share * members.wagesIdr;
    one += share * largest.active[cell]!.largest;
    two += share * largest.active[cell]!.second;
  }
  return all - one - two < percent / 100 * one;
}
