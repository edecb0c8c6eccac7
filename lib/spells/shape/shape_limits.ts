/**
 * From where the shape of an extract is worth a question: all in one place, each with its
 * reason. A limit has two sides: a share, so that a large register is not asked about every
 * ripple, and a number of persons or rows, so that a small one is not asked about chance.
 * Numbers are rows, not weighted persons: chance depends on what was drawn.
 */
export const SHAPE_LIMITS = {
  /**
   * Fewest members in the middle month of which months are compared: of twenty, a month
   * that differs by a fifth is chance.
   */
  fewestMembers: 20,
  /**
   * Members of a month that are missing or too many, as a share of the three months before
   * and after. Registers move by one to three per cent a month, around Lebaran by five.
   */
  dipShare: 0.1,
  /**
   * Change of members from one month to the next that stays. No register grows by a fifth
   * in a month; a branch or a file that begins or ends does it.
   */
  stepShare: 0.2,
  /**
   * Multiples of the standard deviation that dips, steps and ends must exceed, as members
   * come and go by chance: with five, one honest file in thousands is asked about.
   */
  deviations: 5,
  /** The same for claims too few: counts near 0 are less spread downwards than upwards. */
  fewDeviations: 4,
  /** A month at an end of the window with less than this of the middle month is empty. */
  emptyShare: 0.1,
  /** Months at the end of the window in which payments and claims may still be on their way. */
  lateMonths: 3,
  /**
   * Leavers in the last months, as a multiple of what is usual, also in these months of the
   * years before: late payments look so.
   */
  lateLeavers: 1.5,
  /**
   * The same where they lie further above the months before than these lie apart: three in a
   * hundred who pay late, in a register that three in a hundred leave each month, add a
   * quarter to the leavers of three months.
   */
  someLateLeavers: 1.15,
  /** Claims in the last months, as a share of what is usual: late reports look so. */
  lateClaims: 0.4,
  /** A month with less than this of the usual claims or starts has a gap; see `gapCounts`. */
  gapShare: 0.2,
  /**
   * Usual number, in one month or a run of such months, from which a gap is told: of twenty
   * expected, four or fewer come by chance once in 60,000 times.
   */
  gapCounts: 20,
  /** A month with this many times the usual claims or starts is a heap; see `heapCounts`. */
  heapMultiple: 4,
  /** Claims or starts above the usual that a heap has at least. */
  heapCounts: 15,
  /**
   * Months from the window's first in which claims for other reasons than leaving work may
   * be few: they come long after the last contribution, and of who left before the window
   * an extract need not hold any.
   */
  monthsWithFewOthers: 12,
  /** Claims for resignation from which at least one layoff is expected; and the reverse. */
  claimsWithout: { layoff: 50, resignation: 20 },
  /** Leavers from which at least one claim is expected. */
  leaversWithoutClaims: 50,
  /** Members over two years from which at least one is expected to leave. */
  membersWithoutLeavers: 100,
  /** Members from which both sexes are expected: about a third of the insured are women. */
  membersOfOneSex: 50,
  /**
   * Members born in one month: honest months of birth hold less than one in a hundred; a
   * birth date put in for a missing one holds many.
   */
  birthMonthShare: 0.05,
  /** The same where no other month has a third of it: one date stands for unknown ones. */
  loneBirthShare: 0.02,
  loneMultiple: 3,
  /** Members born in one calendar month: 8 per cent, 15 where January is put for unknown. */
  calendarMonthShare: 0.2,
  /** Fewest members in a heap of birth months. */
  birthCounts: 10,
  /**
   * Spells with one wage, or with one start month. A tenth may have the minimum wage of one
   * province; a quarter of a register has no one wage and did not begin in one month.
   */
  valueShare: 0.25,
  /**
   * Spells that start in one month, if no other month has a quarter of them (`heapMultiple`):
   * it is that from which records were kept.
   */
  loneStartShare: 0.03,
  /** Spells with the largest wage: one in thousands, but where a ceiling cuts wages. */
  largestWageShare: 0.02,
  /** Fewest spells in a heap of wages or start months. */
  valueCounts: 20,
  /**
   * Rupiah a month between which the median wage of formal workers lies: half the lowest
   * provincial minimum wage of 2015, and what one in a hundred earns. A year's, a day's or a
   * week's wage lies outside.
   */
  medianWageIdr: [500_000, 25_000_000],
  /**
   * Wages more than `otherUnit` times above or below the median, as a share of all: of
   * log-normal wages one in ten thousand, of two units in a column many.
   */
  otherUnitShare: 0.02,
  otherUnit: 20,
  /** Fewest wages in another unit. */
  otherUnitCounts: 10,
  /**
   * Times by which the median wage of those whose last contribution is in a month may differ
   * from that of the months around; of so many wages, it does not by chance.
   */
  monthWage: 2,
  monthWageCounts: 60,
  /** Months before and after that are around. */
  monthWageAround: 18,
  /** Ended spells of four to six months from which some of one and two are expected. */
  shortSpells: 30,
  /** Ended spells of which some are expected to be without claim. */
  endedWithoutClaim: 100,
  /** Spells of which some are expected to start before and to last beyond these ages. */
  agesSpells: 500,
  ageYoungest: 24,
  ageOldest: 45,
  /** Claims in the month of the last contribution: paid out a month after at the earliest. */
  sameMonthShare: 0.95,
  sameMonthCounts: 50,
  /** Share of all weights that one row of a sample may have. */
  weightShare: 0.05,
  /** Rows from which a weight's share is told. */
  weightRows: 200,
  /** Members over two years of whom at least one is expected to come back. */
  membersWithoutReturn: 200,
  /**
   * Spells that agree with one under another id in all but the id, beyond those that agree
   * by chance, as many with the minimum wage do in large registers; see `CopyCounts`.
   */
  copiesShare: 0.05,
  copiesRows: 20,
  /** Share of a month's layoffs that one employer may have, from so many layoffs on. */
  employerShare: 0.5,
  employerLayoffs: 20,
  /** Fewest rows of a file that ends where a program or a query cuts. */
  fewestCutRows: 10_000,
} as const;

/** Last rows of a sheet, as Excel has had them until 2003 and since. */
export const SHEET_ROWS: readonly number[] = [65_536, 1_048_576];

/** Names of a carried column that holds employers. */
export const EMPLOYER_NAMES =
  /^(nama_|kode_|id_)?(employer|perusahaan|npp|badan_?usaha|pemberi_?kerja|company)(_id|_name|_code)?$/i;
