import { yearOf } from "@jkp/month";
import {
  CLAIM_RULES,
  claimResults,
  claimTable,
  evaluateClaims,
  type Rules,
} from "@jkp/scheme";
import { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";
import { ClaimRecord } from "./claim_record.ts";
import { benefitOfMonth, type SchemeModel } from "./scheme_model.ts";

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

/** The lump sum of who is back at work after some of the months, if the scheme has one. */
function allowance(
  { reemploymentAllowance }: Rules,
  months: number,
  paid: number,
  benefit: (month: number) => number,
): number {
  if (reemploymentAllowance === null || paid === months) return 0;
  const remaining = (months - paid) / months;
  const step = reemploymentAllowance.steps.find(({ remainingFrom }) =>
    remaining >= remainingFrom - 1e-12
  );
  let unpaid = 0;
  for (let month = paid; month < months; month++) unpaid += benefit(month);
  return (step?.rate ?? 0) * unpaid;
}

/** Works out careers, one after another, under several schemes. */
export class CareerEvaluator {
  /** Months of contribution, then the quantities of each scheme: of the last career. */
  readonly quantities: Float64Array;
  private readonly records: ClaimRecord[];
  private readonly row;
  private readonly results = claimResults(1);

  /**
   * @param schemes The schemes.
   * @param inForceMonths Months before the first looked at from which contributions count
   * and claims are made; `Infinity` for always.
   * @param age Age of all members.
   */
  constructor(
    private readonly schemes: readonly SchemeModel[],
    private readonly inForceMonths: number,
    age: number,
  ) {
    this.quantities = new Float64Array(1 + schemes.length * QUANTITIES.length);
    this.records = schemes.map(() => new ClaimRecord());
    this.row = claimTable(1, Math.max(...schemes.map(({ years }) => years[0]!.width)));
    this.row.age[0] = age;
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
    for (let job = firstJob; job < end; job++) {
      const last = batch.jobLastMonth[job]!;
      const first = Math.max(inForceFrom, batch.jobFirstMonth[job]!);
      contributed += Math.max(0, last - first + 1);
      if (last >= batch.firstMonth) this.addEarnings(batch, job);
      const reason = batch.reason[job]!;
      if (reason === STILL_EMPLOYED || last < inForceFrom) continue;
      let isWritten = false;
      for (let scheme = 0; scheme < this.schemes.length; scheme++) {
        // A resignation is a claim only where resignations are covered.
        const covered = this.schemes[scheme]!.years[0]!.covered[reason]!;
        if (reason !== 0 && covered === 0) continue;
        if (!isWritten) this.writeHistory(batch, firstJob, job, inForceFrom);
        this.row.contributionMonths[0] = contributed;
        isWritten = true;
        this.claim(batch, job, scheme);
      }
    }
  }

  /** Months and earnings of a job within the months looked at, year by year. */
  private addEarnings(batch: CareerBatch, job: number): void {
    const { quantities, schemes } = this;
    const last = batch.jobLastMonth[job]!;
    const wage = batch.wageIdr[job]!;
    let month = Math.max(batch.firstMonth, batch.jobFirstMonth[job]!);
    quantities[0]! += last - month + 1;
    while (month <= last) {
      const year = yearOf(month);
      const next = Math.min(last + 1, 12 * (year + 1));
      const paid = wage * batch.wageIndex[month - batch.wageIndexFrom]!;
      for (let scheme = 0; scheme < schemes.length; scheme++) {
        const { years, firstYear } = schemes[scheme]!;
        const { ceiling, floor } = years[year - firstYear]!;
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

  /** Puts the claim row to a scheme. */
  private claim(batch: CareerBatch, job: number, scheme: number): void {
    const { row, results, quantities } = this;
    const model = this.schemes[scheme]!;
    const record = this.records[scheme]!;
    const claim = row.claim[0]!;
    const lastYear = model.firstYear + model.years.length - 1;
    const year = Math.min(yearOf(claim), lastYear);
    const rules = model.years[year - model.firstYear]!;
    record.writeTo(row, rules.drawnWithinMonths);
    evaluateClaims(rules, row, results);

    const places = 1 + scheme * QUANTITIES.length;
    const isLookedAt = row.termination[0]! >= batch.firstMonth;
    const decidedBy = results.decidedBy[0]!;
    if (isLookedAt) {
      quantities[places + CLAIMS]!++;
      quantities[places + DECIDED_BY + decidedBy]!++;
    }
    if (decidedBy !== 0) return;
    const reason = row.reason[0]!;
    const waiting = model.waitingMonths(reason);
    const unemployed = Math.ceil(batch.monthsOut[job]! - waiting - 1e-9);
    const paid = Math.max(0, Math.min(results.months[0]!, unemployed));
    if (paid === 0) return;
    const isRenewal = results.renewal[0] === 1;
    const firstPaid = claim + Math.floor(waiting);
    if (isLookedAt) quantities[places + MONTHS_OF_CLAIMS]! += paid;
    const wage = row.wages[0]!;
    const used = isRenewal ? row.lastPaid[0]! : 0;
    const benefit = (month: number) =>
      benefitOfMonth(
        rules,
        reason,
        results.referenceWage[0]!,
        results.firstBenefit[0]!,
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
    if (back >= batch.firstMonth && back <= batch.lastMonth) {
      quantities[places + BENEFITS]! += allowance(
        model.rules,
        results.months[0]!,
        paid,
        benefit,
      );
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
