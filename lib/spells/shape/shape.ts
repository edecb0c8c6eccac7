import { END_REASONS, SEXES, type SpellManifest } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";

/** First month that births and starts are counted by, and how many months from it on. */
const FIRST_COUNTED = monthOf(1900, 1);
const COUNTED_MONTHS = 12 * 201;

/** Months up to which spells are short. */
export const SHORT_MONTHS = 6;

/** What the shape of a register is looked at by: window, and from where it is known. */
export type ShapeWindow = Pick<SpellManifest, "firstMonth" | "lastMonth" | "historyFrom">;

/** Layoffs of a month by employer. */
export interface EmployerLayoffs {
  readonly name: string;
  readonly labels: readonly string[];
  /** By month of the window and code of the label. */
  readonly layoffs: ReadonlyMap<number, number>;
}

/** The level of wages, and the ones that stand most often. */
export interface WageShape {
  /** Spells whose wage was looked at. */
  readonly spells: number;
  /** Median wage, in rupiah a month. */
  readonly medianIdr: number;
  /** Wages far above and far below that median. */
  readonly farAbove: number;
  readonly farBelow: number;
  /** How often the wages stand that are frequent. */
  readonly frequent: ReadonlyMap<number, number>;
  /** The largest wage, and how often it stands. */
  readonly largestIdr: number;
  readonly timesLargest: number;
  /** Median wage, to a step, of the spells that end in each month of the window. */
  medians(): readonly MonthWages[];
}

/** Wages of the spells that end in a month. */
export interface MonthWages {
  readonly spells: number;
  readonly medianIdr: number;
}

/** Spells in a sample, those among them with an equal, and with one a year beside. */
export interface Copies {
  readonly spells: number;
  readonly copies: number;
  readonly chance: number;
}

/**
 * What an extract looks like as a whole: members, starts, ends and claims by month, and how
 * often single values stand. Rows are counted, unweighted; rows with errors are not.
 */
export abstract class Shape {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** First month whose contributions the extract holds, where its manifest says so. */
  readonly historyFrom: Month | undefined;
  spells = 0;
  members = 0;
  /** Members with more than one spell. */
  returned = 0;
  readonly membersBySex = new Uint32Array(SEXES.length);
  /** Members by month of birth, from 1900. */
  readonly births = new Uint32Array(COUNTED_MONTHS);
  /** Spells by start month, whenever; by month since 1900. */
  readonly allStarts = new Uint32Array(COUNTED_MONTHS);
  /** Spells that started in each month of the window. */
  readonly starts: Uint32Array;
  /** Spells whose last contribution is in each month of the window. */
  readonly ends: Uint32Array;
  /** Claims in each month of the window, for each reason. */
  readonly claims: readonly Uint32Array[];
  /** All claims, and those in the month of the last contribution. */
  allClaims = 0;
  claimsInLastMonth = 0;
  latestContribution: Month = 0;
  /** Spells that ended before the last month of the window. */
  ended = 0;
  /** Those of them that began in the window, by their months, up to six. */
  readonly shortSpells = new Uint32Array(SHORT_MONTHS + 1);
  /** Months of age: the youngest at a start, the oldest at a last contribution. */
  youngestStart = Infinity;
  oldestLast = 0;
  weightTotal = 0;
  largestWeight = 0;
  /** Spells that begin less those that ended the month before, by month of the window. */
  protected readonly change: Int32Array;
  abstract readonly wages: WageShape;
  abstract readonly copies: Copies;
  /** The carried column that holds employers, if there is one. */
  abstract readonly employers: EmployerLayoffs | undefined;

  /** Begins to count in a window. */
  constructor({ firstMonth, lastMonth, historyFrom }: ShapeWindow) {
    this.firstMonth = firstMonth;
    this.lastMonth = lastMonth;
    this.historyFrom = historyFrom;
    const months = lastMonth - firstMonth + 1;
    this.change = new Int32Array(months + 1);
    this.starts = new Uint32Array(months);
    this.ends = new Uint32Array(months);
    this.claims = END_REASONS.map(() => new Uint32Array(months));
  }

  /** Spells that run in each month of the window: its members. */
  active(): number[] {
    let sum = 0;
    return Array.from(this.starts, (_, month) => sum += this.change[month]!);
  }
}

/** The month that an index of `births` and `allStarts` stands for. */
export function monthCounted(index: number): Month {
  return FIRST_COUNTED + index;
}

/** The index in `births` and `allStarts` of a month; it may lie outside. */
export function monthIndex(month: Month): number {
  return month - FIRST_COUNTED;
}

/** Adds to a count at an index that may lie outside. */
export function countAt(counts: Uint32Array, index: number, times = 1): void {
  if (index >= 0 && index < counts.length) counts[index]! += times;
}
