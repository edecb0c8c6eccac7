import { checkNumber, valueInWords } from "@jkp/problem";

/**
 * A course of the economy, and a draw of what is not known exactly, as factors of what a
 * valuation assumes: one a calendar year from the first that is projected, or one for all;
 * returns are of the financial years, of which there can be one less.
 * Where every factor is 1 and the return is as assumed, it is the valuation itself.
 */
export interface CostPath {
  /** Of the national unemployment rate. */
  readonly unemployment: ArrayLike<number>;
  /** Of members. */
  readonly members: ArrayLike<number>;
  /** Of wages before any limit. */
  readonly wages: ArrayLike<number>;
  /**
   * Of the fraction of terminations that is paid for, recognition and take-up: as far as
   * all of them.
   */
  readonly claims: ArrayLike<number>;
  /** Nominal return of the fund, a fraction a year: no factor. */
  readonly investmentReturn: ArrayLike<number>;
  /** Of terminations per member. @default 1 */
  readonly terminationRate?: number;
  /**
   * Of recognition, the share of terminations that counts as involuntary, in all years: as
   * far as all of them, and no further.
   * @default 1
   */
  readonly recognition?: number;
  /** Of the fraction of terminations that is paid for, in all years. @default 1 */
  readonly entitledShare?: number;
  /** Of administrative expenses. @default 1 */
  readonly administration?: number;
}

/** Refuses a path that would make NaN of every sum, or leave years as assumed. */
export function checkPath(path: CostPath, asAssumed: CostPath): void {
  const doing = "value a path";
  for (const [name, { what, isWanted }] of Object.entries(SERIES)) {
    const { length } = asAssumed[name as keyof typeof SERIES];
    const given = path[name as keyof typeof SERIES];
    if (given?.length === length && areAll(given, isWanted)) continue;
    throw new RangeError(
      `Cannot ${doing}: ${length} ${what}, one a year, are wanted as ${name}, got ` +
        valueInWords(given),
    );
  }
  for (const name of PARAMETERS) {
    checkNumber(
      doing,
      `a factor of 0 or more as ${name}`,
      path[name] ?? 1,
      (factor) => factor >= 0 && Number.isFinite(factor),
    );
  }
}

/** What is the same in all years of a path. */
const PARAMETERS = [
  "terminationRate",
  "recognition",
  "entitledShare",
  "administration",
] as const satisfies readonly (keyof CostPath)[];

/** Whether every value is finite, and in the range of its series. */
function areAll(
  values: ArrayLike<number>,
  isWanted: (value: number) => boolean,
): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]) || !isWanted(values[i]!)) return false;
  }
  return true;
}

/** What is wanted of each year of a series. */
interface Wanted {
  readonly what: string;
  readonly isWanted: (value: number) => boolean;
}

const FACTORS: Wanted = { what: "factors above 0", isWanted: (factor) => factor > 0 };

/** The series of a path. */
const SERIES = {
  unemployment: FACTORS,
  members: FACTORS,
  wages: FACTORS,
  claims: { what: "factors of 0 or more", isWanted: (factor) => factor >= 0 },
  investmentReturn: { what: "returns above -1", isWanted: (rate) => rate > -1 },
} as const satisfies Partial<Record<keyof CostPath, Wanted>>;
