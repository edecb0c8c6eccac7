import type { Month } from "@jkp/month";
import {
  benefitOfMonth,
  CLAIM_RULES,
  claimResults,
  claimTable,
  evaluateClaims,
  hasReemploymentAllowance,
  reemploymentAllowance,
} from "@jkp/entitlement";
import { ageIn } from "./age_law.ts";
import { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";
import { ClaimRecord } from "./claim_record.ts";
import type { SchemeModel } from "./scheme_model.ts";

/** Quantities of a career under one scheme, by place. */
export const QUANTITIES = [
  "insurableEarnings",
  "benefits",
  "benefitMonths",
  "replacedWages",
  "claims",
  "monthsOfClaims",
  ...CLAIM_RULES,
] as const;

const INSURABLE_EARNINGS = 0;
const BENEFITS = 1;
const BENEFIT_MONTHS = 2;
const REPLACED_WAGES = 3;
const CLAIMS = 4;
const MONTHS_OF_CLAIMS = 5;
const DECIDED_BY = 6;

/** Place of a quantity of a scheme; place 0 are the months of contribution. */
export function placeOf(scheme: number, quantity: typeof QUANTITIES[number]): number {
  return 1 + scheme * QUANTITIES.length + QUANTITIES.indexOf(quantity);
}

/** Works out careers, one after another, under several schemes. */
export class CareerEvaluator {
  /** Months of contribution, then the quantities of each scheme: of the last career. */
  readonly quantities: Float64Array;
  private readonly records: ClaimRecord[];
  private readonly row;
  private readonly results = claimResults(1);
  private readonly firstMonth: Month;
  private readonly nextChange: Int32Array;

  /**
   * @param schemes The schemes, all prepared for the same months.
   * @param inForceMonths Months before the first looked at from which contributions count
   * and claims are made; `Infinity` for always.
   */
  constructor(
    private readonly schemes: readonly SchemeModel[],
    private readonly inForceMonths: number,
  ) {
    this.quantities = new Float64Array(1 + schemes.length * QUANTITIES.length);
    this.records = schemes.map(() => new ClaimRecord());
    this.row = claimTable(1, Math.max(...schemes.map(({ width }) => width)));
    this.firstMonth = schemes[0]!.firstMonth;
    this.nextChange = nextChanges(schemes);
  }

  /** Works out one career of a batch, into {@link quantities}. */
  evaluate(batch: CareerBatch, career: number): void {
    const { quantities, records } = this;
    quantities.fill(0);
    for (const record of records) record.clear();
    const inForceFrom = batch.firstMonth - this.inForceMonths;
    const firstJob = batch.jobsFrom[career]!;
    const end = batch.jobsFrom[career + 1]!;
    let contributed = 0;
    let registered = -1;
    for (let job = firstJob; job < end; job++) {
      const last = batch.jobLastMonth[job]!;
      const first = Math.max(inForceFrom, batch.jobFirstMonth[job]!);
      contributed += Math.max(0, last - first + 1);
      if (registered < 0 && first <= last) registered = first;
      if (last >= batch.firstMonth) this.addEarnings(batch, job);
      const reason = batch.reason[job]!;
      if (reason === STILL_EMPLOYED || last < inForceFrom) continue;
      let isWritten = false;
      for (let scheme = 0; scheme < this.schemes.length; scheme++) {
        // A resignation is a claim only where resignations are covered.
        const { prepared } = this.schemes[scheme]!.byMonth[last - this.firstMonth]!;
        if (reason !== 0 && prepared.covered[reason] === 0) continue;
        if (!isWritten) {
          this.writeHistory(batch, firstJob, job, inForceFrom);
          this.writeAges(batch, career, registered, last);
        }
        this.row.contributionMonths[0] = contributed;
        isWritten = true;
        this.claim(batch, job, scheme);
      }
    }
  }

  /** Months and earnings of a job within the months looked at, change by change. */
  private addEarnings(batch: CareerBatch, job: number): void {
    const { quantities, schemes } = this;
    const last = batch.jobLastMonth[job]!;
    const wage = batch.wageIdr[job]!;
    let month = Math.max(batch.firstMonth, batch.jobFirstMonth[job]!);
    quantities[0]! += last - month + 1;
    while (month <= last) {
      const place = month - this.firstMonth;
      const next = Math.min(last + 1, this.nextChange[place]!);
      const paid = wage * batch.wageIndex[month - batch.wageIndexFrom]!;
      for (let scheme = 0; scheme < schemes.length; scheme++) {
        const { ceiling, floor } = schemes[scheme]!.byMonth[place]!.prepared;
        quantities[1 + scheme * QUANTITIES.length + INSURABLE_EARNINGS]! +=
          (next - month) * Math.max(floor, Math.min(ceiling, paid));
      }
      month = next;
    }
  }

  /** Writes the months up to a job's last one into the claim row. */
  private writeHistory(
    batch: CareerBatch,
    firstJob: number,
    job: number,
    inForceFrom: number,
  ): void {
    const { row } = this;
    const { wages, width } = row;
    const last = batch.jobLastMonth[job]!;
    wages.fill(-1);
    for (let each = job; each >= firstJob; each--) {
      const to = batch.jobLastMonth[each]!;
      if (last - to >= width) break;
      const from = Math.max(batch.jobFirstMonth[each]!, last - width + 1, inForceFrom);
      const wage = batch.wageIdr[each]!;
      for (let month = to; month >= from; month--) {
        wages[last - month] = wage * batch.wageIndex[month - batch.wageIndexFrom]!;
      }
    }
    row.termination[0] = last;
    row.claim[0] = last + 1;
    row.reason[0] = batch.reason[job]!;
  }

  /**
   * Writes a member's age at termination, and at registration as far as jobs are drawn.
   */
  private writeAges(
    { birthMonth, ageLimits }: CareerBatch,
    career: number,
    registered: Month,
    termination: Month,
  ): void {
    const born = birthMonth[career]!;
    this.row.age[0] = ageIn(ageLimits, born, termination);
    this.row.ageAtRegistration[0] = ageIn(ageLimits, born, registered);
  }

  /** Puts the claim row to a scheme. */
  private claim(batch: CareerBatch, job: number, scheme: number): void {
    const { row, results, quantities } = this;
    const record = this.records[scheme]!;
    const claim = row.claim[0]!;
    const { byMonth } = this.schemes[scheme]!;
    const termination = row.termination[0]!;
    const inForce = byMonth[termination - this.firstMonth]!;
    const { rules, prepared } = inForce;
    record.writeTo(row, prepared.drawnWithinMonths);
    evaluateClaims(prepared, row, results);

    const places = 1 + scheme * QUANTITIES.length;
    const isLookedAt = row.termination[0]! >= batch.firstMonth;
    const decidedBy = results.decidedBy[0]!;
    if (isLookedAt) {
      quantities[places + CLAIMS]!++;
      quantities[places + DECIDED_BY + decidedBy]!++;
    }
    if (decidedBy !== 0) return;
    const reason = row.reason[0]!;
    const waiting = inForce.waitingMonths(reason);
    const unemployed = Math.ceil(batch.monthsOut[job]! - waiting - 1e-9);
    const paid = Math.max(0, Math.min(results.months[0]!, unemployed));
    if (paid === 0) return;
    const isRenewal = results.renewal[0] === 1;
    const firstPaid = claim + Math.floor(waiting);
    if (isLookedAt) quantities[places + MONTHS_OF_CLAIMS]! += paid;
    const wage = row.wages[0]!;
    const used = isRenewal ? row.lastPaid[0]! : 0;
    // The rules of the job's end, but for new rates that a later change gave.
    const ratesOf = (month: number) => {
      const place = Math.min(byMonth.length - 1, firstPaid + month - this.firstMonth);
      const { newRatesFrom } = byMonth[place]!;
      return newRatesFrom > termination
        ? byMonth[newRatesFrom - this.firstMonth]!.prepared
        : prepared;
    };
    const benefit = (month: number) =>
      benefitOfMonth(
        ratesOf(month),
        reason,
        row.age[0]!,
        results.referenceWage[0]!,
        used + month,
      );
    for (let month = 0; month < paid; month++) {
      const at = firstPaid + month;
      if (at < batch.firstMonth || at > batch.lastMonth) continue;
      quantities[places + BENEFITS]! += benefit(month);
      quantities[places + BENEFIT_MONTHS]!++;
      quantities[places + REPLACED_WAGES]! += wage;
    }
    const back = firstPaid + paid;
    if (
      hasReemploymentAllowance(rules) && back >= batch.firstMonth &&
      back <= batch.lastMonth
    ) {
      const benefits = Array.from({ length: results.months[0]! }, (_, k) => benefit(k));
      quantities[places + BENEFITS]! += reemploymentAllowance(rules, { benefits }, paid);
    }
    record.add({
      month: claim,
      lastEmployment: row.termination[0]!,
      lastBenefit: firstPaid + paid - 1,
      monthsPaid: paid,
      isRenewal,
    });
  }
}

/** The next month in which the rules of any scheme change, or their limits; by month. */
function nextChanges(schemes: readonly SchemeModel[]): Int32Array {
  const { firstMonth, byMonth } = schemes[0]!;
  const next = new Int32Array(byMonth.length);
  let change = firstMonth + byMonth.length;
  for (let place = byMonth.length - 1; place >= 0; place--) {
    next[place] = change;
    const isChange = schemes.some((each) =>
      each.byMonth[place] !== each.byMonth[place - 1]
    );
    if (isChange) change = firstMonth + place;
  }
  return next;
}
