import { TERMINATION_REASONS } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { endReasonCode, NO_MONTH, NO_REASON } from "@jkp/spells";
import { type CohortNumbers, LEAST_MEMBERS } from "./cohort_numbers.ts";
import { EvenNumbers } from "./even_numbers.ts";
import {
  CLAIMANTS_RETURNING,
  ENDING_CLAIMS,
  endingClaimShares,
  type Inactivity,
} from "./inactivity.ts";
import { longer } from "./longer.ts";
import { LONGEST_BREAK } from "./short_contracts.ts";
import { LONGEST_LAG, OLDEST, type SynthesisWindow, YOUNGEST } from "./window.ts";

/** Fractions of claims that come one, two and three months after leaving. */
export const CLAIM_LAGS = [0.7, 0.2, 0.1] as const;

/** Fractions of claims that come later than after one month. */
const LATE_CLAIMS = CLAIM_LAGS.slice(1);

/** Claims of members a month at any age, other than for layoff and resignation. */
const DISABILITY_RATE = 0.00001;
const LEFT_COUNTRY_RATE = 0.00003;

/** Deaths of members a month, at age 40; they double in eight years of age. */
const DEATH_RATE_AT_40 = 0.00012;

/** Age in months from which members in excess of all other exits claim for retirement. */
const EARLY_RETIREMENT_AGE = 12 * 55;

const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);
const ENDING_CODES = ENDING_CLAIMS.map(endReasonCode);
const [RETIREMENT, OTHER] = [endReasonCode("retirement"), endReasonCode("other")];
const DIRECT_CODES = ["death", "disability", "left_country"]
  .map((reason) => endReasonCode(reason as "death"));

/** Who leaves a cohort after a month: one place each in the arrays up to `count`. */
export class ExitList {
  count = 0;
  /** How many of them, the first in the list, leave with a claim that is counted. */
  claims = 0;
  /** How many of those who claim, the first, are soon back. */
  claimsSoonBack = 0;
  /** How many of those who leave without such a claim, the first, are soon back. */
  othersSoonBack = 0;
  reason = new Uint8Array(1024);
  claimMonth = new Int16Array(1024);
  /** Month in which the member contributes again, or `NO_MONTH`. */
  returnMonth = new Int16Array(1024);

  /** Forgets everybody. */
  clear(): void {
    this.count =
      this.claims =
      this.claimsSoonBack =
      this.othersSoonBack =
        0;
  }

  /** Adds one who leaves with a claim that is counted; before all others. */
  addClaim(reason: number, claimMonth: Month, returnMonth: Month, isSoon: boolean): void {
    this.add(reason, claimMonth, returnMonth);
    this.claims++;
    if (isSoon) this.#swap(this.count - 1, this.claimsSoonBack++);
  }

  /** Adds one who leaves without a claim and contributes again. */
  addReturn(returnMonth: Month, isSoon: boolean): void {
    this.add(NO_REASON, NO_MONTH, returnMonth);
    if (isSoon) this.#swap(this.count - 1, this.claims + this.othersSoonBack++);
  }

  /** Adds one who leaves. */
  add(reason: number, claimMonth: Month, returnMonth: Month): void {
    if (this.count === this.reason.length) this.#grow();
    this.reason[this.count] = reason;
    this.claimMonth[this.count] = claimMonth;
    this.returnMonth[this.count++] = returnMonth;
  }

  #swap(i: number, j: number): void {
    if (i === j) return;
    const { reason, claimMonth, returnMonth } = this;
    const [r, c, back] = [reason[i]!, claimMonth[i]!, returnMonth[i]!];
    reason[i] = reason[j]!;
    claimMonth[i] = claimMonth[j]!;
    returnMonth[i] = returnMonth[j]!;
    reason[j] = r;
    claimMonth[j] = c;
    returnMonth[j] = back;
  }

  #grow(): void {
    this.reason = longer(this.reason);
    this.claimMonth = longer(this.claimMonth);
    this.returnMonth = longer(this.returnMonth);
  }
}

/**
 * Lists how many leave each cohort after each month, and by which kind of exit.
 *
 * Cohorts must be asked for in order: fractions of a person are carried from cohort to
 * cohort, so that the sums are right.
 */
export class ExitPlan {
  readonly list = new ExitList();
  readonly #window: SynthesisWindow;
  readonly #numbers: CohortNumbers;
  readonly #inactivity: Inactivity;
  /** Claims at `(reason * months + month) * lags + lag - 1` of the cohort at hand. */
  readonly #claimsByLag: Int32Array;
  /** Late claims still to be given out, by reason, month and lag. */
  readonly #late: Float64Array;
  /** Shares of ends by claims, summed over the claims, by age in months. */
  readonly #endingShares: readonly Float64Array[];
  readonly #direct = new Float64Array(DIRECT_CODES.length);
  readonly #endAt = new EvenNumbers(0.5);
  readonly #endBy = new EvenNumbers(0.5, Math.SQRT2 - 1);
  readonly #returnAt = new EvenNumbers(0.5, Math.sqrt(3) - 1);
  #cohort = 0;
  #birthMonth = 0;

  constructor(window: SynthesisWindow, numbers: CohortNumbers, inactivity: Inactivity) {
    this.#window = window;
    this.#numbers = numbers;
    this.#inactivity = inactivity;
    this.#endingShares = Array.from(
      { length: OLDEST + window.elapsedMonths + 2 },
      (_, age) => {
        let sum = 0;
        return Float64Array.from(endingClaimShares(age), (share) => sum += share);
      },
    );
    const places = REASON_CODES.length * window.months * LONGEST_LAG;
    this.#claimsByLag = new Int32Array(places);
    this.#late = new Float64Array(places).fill(0.5);
  }

  /** Turns to the next cohort. */
  begin(cohort: number, birthMonth: Month): void {
    this.#cohort = cohort;
    this.#birthMonth = birthMonth;
    const { months, firstMonth } = this.#window;
    REASON_CODES.forEach((_, reason) => {
      const claims = this.#numbers.claims[reason]!;
      for (let t = 0; t < months; t++) {
        const place = (reason * months + t) * LONGEST_LAG;
        let punctual = claims[cohort * months + t]!;
        LATE_CLAIMS.forEach((share, late) => {
          const at = place + late + 1;
          this.#late[at]! += share * claims[cohort * months + t]!;
          const canLeave = this.#canLeave(firstMonth + t - late - 2);
          const count = canLeave ? Math.min(punctual, Math.floor(this.#late[at]!)) : 0;
          this.#claimsByLag[at] = count;
          this.#late[at]! -= count;
          punctual -= count;
        });
        this.#claimsByLag[place] = punctual;
      }
    });
  }

  /** Whether claims can be put on those who leave after a month. */
  #canLeave(month: Month): boolean {
    const { firstMonth, months } = this.#window;
    if (month - this.#birthMonth < YOUNGEST) return false;
    if (month < firstMonth) return true;
    const members = this.#numbers.members[this.#cohort * months + month - firstMonth]!;
    return members >= LEAST_MEMBERS;
  }

  /**
   * Lists the members who leave after a month and are counted in the extract: by claims,
   * as inactive, and as inactive before who returned or claimed. The last kind gives way
   * if more than `most` leave. The next call uses the list again.
   */
  counted(month: Month, most: number): ExitList {
    const { lastMonth, elapsedMonths } = this.#window;
    const { list } = this;
    list.clear();
    this.#listClaims(month);
    const elapsed = lastMonth - 1 - month;
    if (elapsed >= elapsedMonths) return list;
    const place = this.#cohort * elapsedMonths + elapsed;
    const inactive = this.#numbers.inactive[place]!;
    for (let i = 0; i < inactive; i++) list.add(NO_REASON, NO_MONTH, NO_MONTH);
    const ended = Math.min(this.#numbers.ended[place]!, most - list.count);
    this.#listEnded(month, elapsed, ended);
    return list;
  }

  #listClaims(month: Month): void {
    const { firstMonth, lastMonth, months } = this.#window;
    for (let lag = 1; lag <= LONGEST_LAG; lag++) {
      const claimMonth = month + lag;
      if (claimMonth < firstMonth || claimMonth > lastMonth) continue;
      REASON_CODES.forEach((code, reason) => {
        const place = (reason * months + claimMonth - firstMonth) * LONGEST_LAG + lag - 1;
        const count = this.#claimsByLag[place]!;
        for (let i = 0; i < count; i++) {
          const back = this.#claimantReturns(month, lag);
          const isSoon = back !== NO_MONTH && back - month - 1 <= LONGEST_BREAK;
          this.list.addClaim(code, claimMonth, back, isSoon);
        }
      });
    }
  }

  /** When one who claimed contributes again: after the claim, and then like others. */
  #claimantReturns(month: Month, lag: number): Month {
    const level = this.#returnAt.next();
    if (level >= CLAIMANTS_RETURNING) return NO_MONTH;
    const { survival, endsAfter } = this.#inactivity;
    const elapsed = endsAfter(survival[lag - 1]! * (1 - level / CLAIMANTS_RETURNING));
    const back = month + 1 + elapsed;
    const isKnown = back <= this.#window.lastMonth && back - this.#birthMonth <= OLDEST;
    return isKnown && elapsed < survival.length ? back : NO_MONTH;
  }

  #listEnded(month: Month, elapsed: number, count: number): void {
    const { survival, endsAfter } = this.#inactivity;
    const before = Math.max(0, this.#window.firstMonth - month - 2);
    const [from, to] = [survival[before]!, survival[elapsed]!];
    for (let i = 0; i < count; i++) {
      const level = from - this.#endAt.next() * (from - to);
      const after = Math.min(elapsed, endsAfter(level));
      this.#listEnd(month + 1 + after, after <= LONGEST_BREAK);
    }
  }

  /** Lists one whose inactivity ends in a month: by a claim or by a new spell. */
  #listEnd(month: Month, isSoon: boolean): void {
    const age = month - this.#birthMonth;
    const level = this.#endBy.next();
    const upTo = this.#endingShares[age]!;
    for (let claim = 0; claim < upTo.length; claim++) {
      if (level < upTo[claim]!) {
        return this.list.add(ENDING_CODES[claim]!, month, NO_MONTH);
      }
    }
    if (age > OLDEST) this.list.add(RETIREMENT, month, NO_MONTH);
    else this.list.addReturn(month, isSoon);
  }

  /** Adds members who die, become disabled or leave the country while they contribute. */
  addDirect(month: Month, members: number): void {
    const age = month - this.#birthMonth;
    const rates = [
      DEATH_RATE_AT_40 * 2 ** ((age / 12 - 40) / 8),
      DISABILITY_RATE,
      LEFT_COUNTRY_RATE,
    ];
    DIRECT_CODES.forEach((code, cause) => {
      this.#direct[cause]! += rates[cause]! * members;
      for (
        ;
        this.#direct[cause]! >= 1 && this.list.count < members;
        this.#direct[cause]!--
      ) {
        this.list.add(code, Math.min(month + 2, this.#window.lastMonth), NO_MONTH);
      }
    });
  }

  /** Adds leavers where the cohort shrinks by more than all other exits. */
  addFurther(month: Month, count: number): void {
    const isRetired = month - this.#birthMonth >= EARLY_RETIREMENT_AGE;
    for (let i = 0; i < count; i++) {
      this.list.add(isRetired ? RETIREMENT : OTHER, month + 1, NO_MONTH);
    }
  }

  /** Reason of a claim in place of a return that cannot be. */
  reasonInsteadOfReturn(month: Month): number {
    return month - this.#birthMonth >= EARLY_RETIREMENT_AGE ? RETIREMENT : OTHER;
  }
}
