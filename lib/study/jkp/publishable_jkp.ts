import { benefitNumbers, jkpBasis, type JkpExperience } from "@jkp/experience";
import {
  dominanceRule,
  frequencyRule,
  JKP_OUTCOMES,
  type JkpOutcome,
  roundedMean,
  suppressTable,
  type TableCell,
  TOTAL,
} from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { DataError } from "@jkp/problem";
import type { JkpBenefits, JkpRegister } from "@jkp/spells";
import { sumSimple } from "simple-statistics";

/** A mean is shown only if nobody can find another's benefit to within so many per cent. */
const PERCENT = 10;

/** Stands for the months before the first: all claims less those of the months. */
const BEFORE = "before";

/** What of a study is too little to be shown. */
interface Hidden {
  /** Claims by months paid and outcome. */
  readonly claims: ReadonlySet<string>;
  readonly claimsByMonth: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
}

/**
 * A study of a register of JKP claims of which no number shows few claims.
 *
 * Claims by month, recipients by month, and claims by months paid and outcome are protected
 * as tables with their totals. What is a sum over one of them and would give a hidden cell
 * away is left out: survival ends before the first number of months of which anything is
 * hidden. Mean benefits are rounded and shown where the p% rule allows it, amounts are not
 * shown; nor is who ended in which month, or what is doubtful, which names rows.
 *
 * @param study The study.
 * @param register What was studied.
 * @param threshold How few claims are too few.
 * @returns The study with NaN for what is suppressed.
 * @throws {DataError} If all claims together are too few.
 *
 * @example Three claims are too few to be published
 * ```ts
 * import { jkpExperience } from "@jkp/experience";
 * import { DataError } from "@jkp/problem";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { publishableJkp } from "@jkp/study";
 * import { assertThrows } from "@std/assert";
 *
 * const register = await readJkpRegister(await exampleJkpFolder());
 * const study = jkpExperience(register);
 * const wanted = "10 claims or more, of which something can be shown, got 3";
 * assertThrows(() => publishableJkp(study, register, 10), DataError, wanted);
 * ```
 */
export function publishableJkp(
  study: JkpExperience,
  register: JkpRegister,
  threshold: number,
): JkpExperience {
  const hidden = hiddenOf(study, threshold);
  const isEverything = hidden.claims.has(`${TOTAL},${TOTAL}`) ||
    hidden.claimsByMonth.has(TOTAL);
  if (isEverything) {
    throw new DataError([{
      file: study.extractName,
      expected: `${threshold} claims or more, of which something can be shown`,
      received: String(study.claims),
    }]);
  }
  const { byMonth, byNumber, survival, ...others } = study;
  const isHidden = (months: number, outcome: string) =>
    hidden.claims.has(`${months},${outcome}`);
  const isAnyHidden = ({ months }: { readonly months: number }) =>
    [...JKP_OUTCOMES, TOTAL].some((outcome) => isHidden(months, outcome));
  const shown = (value: number, is: boolean) => is ? NaN : value;
  const byMonthsPaid = study.byMonthsPaid.map((row) => ({
    ...row,
    ...byOutcome((outcome) => shown(row[outcome], isHidden(row.months, outcome))),
    ended: shown(row.ended, isAnyHidden(row)),
  }));
  const isPart = hidden.claims.size > 0;
  const firstHidden = study.byMonthsPaid.find(isAnyHidden)?.months ?? Infinity;
  const { benefits } = register;
  const meansOf = (keys: (benefits: JkpBenefits) => readonly string[]) =>
    benefits === undefined
      ? new Map<string, number>()
      : shownMeans(benefits, keys(benefits), threshold);
  const meansOfMonths = meansOf(({ month }) =>
    Array.from(month, (each) => formatMonth(each))
  );
  const meansOfNumbers = meansOf((all) => benefitNumbers(all).map(String));
  return {
    ...others,
    claims: shown(
      study.claims,
      study.claims !== study.claimsInWindow && hidden.claimsByMonth.has(BEFORE),
    ),
    members: NaN,
    outcomes: byOutcome((outcome) =>
      shown(study.outcomes[outcome], isPart || study.claims !== study.claimsInWindow)
    ),
    monthsPaid: shown(study.monthsPaid, isPart || hidden.recipients.size > 0),
    amountIdr: NaN,
    meanBenefitIdr: roundedMean(study.meanBenefitIdr, study.claims),
    endedInWindow: shown(study.endedInWindow, isPart),
    meanMonthsEnded: shown(study.meanMonthsEnded, isPart),
    byMonth: byMonth.map(({ month, claims, recipients }) => {
      const name = formatMonth(month);
      const isFew = hidden.recipients.has(name);
      return {
        month,
        claims: shown(claims, hidden.claimsByMonth.has(name)),
        recipients: shown(recipients, isFew),
        ...(benefits === undefined
          ? {}
          : { meanBenefitIdr: isFew ? NaN : meansOfMonths.get(name) ?? NaN }),
      };
    }),
    byMonthsPaid,
    ...(byNumber === undefined ? {} : {
      byNumber: byNumber.map((row) => ({
        ...row,
        payments: shown(row.payments, isPart),
        meanBenefitIdr: meansOfNumbers.get(String(row.number)) ?? NaN,
      })),
    }),
    survival: {
      ...survival,
      unseen: 0,
      meanMonths: isPart ? null : survival.meanMonths,
      steps: survival.steps.filter(({ months }) => months < firstHidden),
    },
    basis: [
      `For publication: every number is of ${threshold} claims or more, or of none, by ` +
      "itself and as what totals leave; others are n.a. Zeros are not protected. Survival " +
      "ends where a step would show fewer.",
      ...jkpBasis(register),
    ],
    warnings: [],
  };
}

/** The cells that must not be shown. */
function hiddenOf(study: JkpExperience, threshold: number): Hidden {
  const rule = frequencyRule(threshold);
  const hiddenIn = (
    cells: readonly TableCell[],
    isHidden?: (key: readonly string[]) => boolean,
  ) => keysHidden(suppressTable(cells, rule, isHidden));
  const claims = hiddenIn(
    study.byMonthsPaid.flatMap((row) =>
      JKP_OUTCOMES.map((outcome) => cellOf([String(row.months), outcome], row[outcome]))
    ),
  );
  const recipients = study.byMonth
    .map(({ month, recipients }) => cellOf([formatMonth(month)], recipients));
  // Recipients of all months are months paid: they would tell how many claims have how many.
  const smallest = recipients.filter(({ value }) => value >= threshold)
    .sort((a, b) => a.value - b.value)[0]?.key[0];
  return {
    claims,
    claimsByMonth: hiddenIn([
      cellOf([BEFORE], study.claims - sumSimple(study.byMonth.map((row) => row.claims))),
      ...study.byMonth.map(({ month, claims }) => cellOf([formatMonth(month)], claims)),
    ]),
    recipients: claims.size === 0
      ? hiddenIn(recipients)
      : hiddenIn(recipients, ([key]) => key === TOTAL || key === smallest),
  };
}

function cellOf(key: readonly string[], value: number): TableCell {
  return { key, value, records: value, largest: 0, second: 0 };
}

function keysHidden(cells: ReturnType<typeof suppressTable>): Set<string> {
  return new Set(
    cells.filter(({ isSuppressed }) => isSuppressed).map(({ key }) => key.join()),
  );
}

function byOutcome(of: (outcome: JkpOutcome) => number): Record<JkpOutcome, number> {
  return {
    exhausted: of("exhausted"),
    work: of("work"),
    other: of("other"),
    running: of("running"),
  };
}

/** Rounded mean benefits of the cells of which they may be shown, by a key for each benefit. */
function shownMeans(
  { amountIdr }: JkpBenefits,
  keys: readonly string[],
  threshold: number,
): Map<string, number> {
  const cells = new Map<string, TableCell>();
  amountIdr.forEach((amount, i) => {
    const key = keys[i]!;
    const cell = cells.get(key) ?? cellOf([key], 0);
    cells.set(key, {
      ...cell,
      value: cell.value + amount,
      records: cell.records + 1,
      largest: Math.max(cell.largest, amount),
      second: Math.max(Math.min(cell.largest, amount), cell.second),
    });
  });
  const all = suppressTable([...cells.values()], dominanceRule(threshold, PERCENT));
  return new Map(
    all.filter(({ isSuppressed }) => !isSuppressed)
      .map(({ key, value, records }) => [key[0]!, roundedMean(value / records, records)]),
  );
}
