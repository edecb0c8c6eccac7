import type { Month } from "@jkp/month";
import type { AgeLaw } from "./age_law.ts";

/** In {@link CareerBatch.reason}: the job lasts beyond the last month drawn. */
export const STILL_EMPLOYED = 255;

/** Careers as columns of numbers. */
export interface CareerBatch {
  /** Number of the first career in the simulation. */
  readonly firstCareer: number;
  readonly count: number;
  /** First month drawn: a job may have begun before it. */
  readonly drawnFrom: Month;
  /** First and last month that are looked at. */
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Month in which each career's member was born. */
  readonly birthMonth: Int32Array;
  /** Ages, in whole years, between which members are held. */
  readonly ageLimits: Pick<AgeLaw, "youngest" | "oldest">;
  /** Place of each career's first job, in order of time; one more at the end. */
  readonly jobsFrom: Int32Array;
  /** First and last month of contribution of each job. */
  readonly jobFirstMonth: Int32Array;
  readonly jobLastMonth: Int32Array;
  /**
   * Why the job ended: number in `TERMINATION_CAUSES`, involuntary or voluntary
   * resignation; 255 for a job that goes on.
   */
  readonly reason: Uint8Array;
  /** Months out of work after the job, with fractions; 0 for a job that goes on. */
  readonly monthsOut: Float64Array;
  /** Wage of each job in the wages of the base year, rupiah a month, before any ceiling. */
  readonly wageIdr: Float64Array;
  /** Multiple of it that is paid, by month from `wageIndexFrom`: one step a year. */
  readonly wageIndex: Float64Array;
  readonly wageIndexFrom: Month;
}

/** A batch under way: columns with room to grow. */
export class BatchBuilder {
  readonly birthMonth: Int32Array;
  readonly jobsFrom: Int32Array;
  jobs = 0;
  private room: number;
  private jobFirstMonth: Int32Array;
  private jobLastMonth: Int32Array;
  private reason: Uint8Array;
  private monthsOut: Float64Array;
  private wageIdr: Float64Array;

  constructor(readonly count: number) {
    this.birthMonth = new Int32Array(count);
    this.jobsFrom = new Int32Array(count + 1);
    this.room = 4 * count + 16;
    this.jobFirstMonth = new Int32Array(this.room);
    this.jobLastMonth = new Int32Array(this.room);
    this.reason = new Uint8Array(this.room);
    this.monthsOut = new Float64Array(this.room);
    this.wageIdr = new Float64Array(this.room);
  }

  add(first: Month, last: Month, reason: number, monthsOut: number, wage: number): void {
    if (this.jobs === this.room) this.grow();
    const job = this.jobs++;
    this.jobFirstMonth[job] = first;
    this.jobLastMonth[job] = last;
    this.reason[job] = reason;
    this.monthsOut[job] = monthsOut;
    this.wageIdr[job] = wage;
  }

  /** The columns, without the room left over. */
  columns() {
    return {
      count: this.count,
      birthMonth: this.birthMonth,
      jobsFrom: this.jobsFrom,
      jobFirstMonth: this.jobFirstMonth.subarray(0, this.jobs),
      jobLastMonth: this.jobLastMonth.subarray(0, this.jobs),
      reason: this.reason.subarray(0, this.jobs),
      monthsOut: this.monthsOut.subarray(0, this.jobs),
      wageIdr: this.wageIdr.subarray(0, this.jobs),
    };
  }

  private grow(): void {
    this.room *= 2;
    const { room } = this;
    const longer = <Column extends Int32Array | Uint8Array | Float64Array>(
      column: Column,
      wider: Column,
    ): Column => {
      wider.set(column);
      return wider;
    };
    this.jobFirstMonth = longer(this.jobFirstMonth, new Int32Array(room));
    this.jobLastMonth = longer(this.jobLastMonth, new Int32Array(room));
    this.reason = longer(this.reason, new Uint8Array(room));
    this.monthsOut = longer(this.monthsOut, new Float64Array(room));
    this.wageIdr = longer(this.wageIdr, new Float64Array(room));
  }
}
