import type { Month } from "@jkp/month";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { isHeaderAgain, isSumWord } from "../decode/closing_rows.ts";
import { emptyHash, encodeFrame } from "../decode/encoded_frame.ts";
import type { NumberReading } from "../decode/spell_reading.ts";
import { isReadable, lineInWords } from "../source/broken_lines.ts";
import { type Wanted, wantedInWords } from "../source/wanted.ts";
import { cellText } from "../source/cell_text.ts";
import type { RowBatch } from "../source/spell_file.ts";
import type { Said, Words } from "@jkp/language";
import { NO_MONTH } from "../spell_columns.ts";
import { type JkpRow, RUNNING } from "./claims_of_rows.ts";
import type { JkpFindings, PlacedRow } from "./jkp_findings.ts";
import { JKP_MONTHS, type JkpReading, sourcesOfJkp } from "./jkp_reading.ts";

/** Most that a benefit of a month can be, in rupiah: more is a slip, or another unit. */
const MOST_BENEFIT_IDR = 100_000_000;

/** Least that is paid for a month without doubt: a tenth of the lowest minimum wage. */
const LEAST_BENEFIT_IDR = 100_000;

/** Most months that a claim can be paid for: fifty years. */
const MOST_MONTHS_PAID = 600;

/** Numbers what 64-bit hashes name, in the order in which they come. */
export class HashNumbers {
  readonly #numbers = new Map<bigint, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a hash: low word and high word. */
  number(low: number, high: number): number {
    const hash = (BigInt(high) << 32n) | BigInt(low);
    const known = this.#numbers.get(hash);
    if (known !== undefined) return known;
    this.#numbers.set(hash, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** What all files of a register have in common. */
export interface JkpContext {
  readonly members: HashNumbers;
  readonly claimIds: HashNumbers;
  readonly findings: JkpFindings;
  readonly extractMonth: Month;
}

/** Months of a row, none as `NO_MONTH`. */
type Months = Record<typeof JKP_MONTHS[number], Month>;

/** The rows of a batch in which nothing is wrong; what is wrong becomes a finding. */
export function* jkpRows(
  batch: RowBatch,
  file: string,
  reading: JkpReading,
  context: JkpContext,
): Generator<JkpRow> {
  const { findings, extractMonth } = context;
  const { frame, firstRow } = batch;
  const { outcome } = reading;
  const numbers = [reading.amountIdr, reading.monthsPaid]
    .filter((each): each is NumberReading => each !== undefined);
  const labels = [...Object.values(reading.months), outcome]
    .flatMap((each) => "source" in each ? [each] : []);
  const encoded = encodeFrame(
    frame,
    reading.memberId,
    labels.map(({ source }) => source),
    numbers,
  );
  const claimHash = reading.claimId === undefined
    ? undefined
    : encodeFrame(frame, reading.claimId, [], []).memberHash;
  const columns = JKP_MONTHS.flatMap((name) => {
    const label = reading.months[name];
    return label === undefined
      ? []
      : [{ name, label, values: encoded.readLabels(label.source, label.parse) }];
  });
  const outcomes = "source" in outcome
    ? encoded.readLabels(outcome.source, outcome.parse)
    : undefined;
  const amounts = encoded.readNumbers(reading.amountIdr.source);
  const monthsPaid = reading.monthsPaid && encoded.readNumbers(reading.monthsPaid.source);
  const text = cellText(frame);
  const [low, high] = emptyHash();
  const isEmpty = (hash: Uint32Array, row: number) =>
    hash[2 * row] === low && hash[2 * row + 1] === high;
  const sources = sourcesOfJkp(reading);
  const beside = sources.filter((source) =>
    ![reading.memberId, reading.amountIdr.source, reading.monthsPaid?.source]
      .includes(source)
  );
  const isAmountAlone = (row: number) =>
    beside.every((source) => text(row, source).trim() === "");
  const lost = new Set<number>();
  for (const line of batch.broken) {
    const { row, column } = line;
    findings.error(({ files: { place }, check }) => {
      const { expected, value } = lineInWords(line, check);
      return {
        file,
        place: column === undefined ? place.row(row) : place.cell(row, column),
        expected,
        received: value,
      };
    });
  }
  for (const line of batch.broken) if (!isReadable(line)) lost.add(line.row);
  const told = new Set(batch.broken.map(({ row, column }) => `${row} ${column}`));
  for (let row = 0; row < frame.height; row++) {
    const place: PlacedRow = { file, row: firstRow + row };
    if (lost.has(place.row)) continue;
    if (sources.every((source) => text(row, source).trim() === "")) continue;
    if (isSumWord(text(row, reading.memberId)) && isAmountAlone(row)) {
      findings.warning("sumRows", ({ sumRows }) => sumRows, place);
      continue;
    }
    if (sources.every((source) => isHeaderAgain(text(row, source), source))) {
      findings.warning("headerRows", ({ headerRows }) => headerRows, place);
      continue;
    }
    let isWrong = false;
    const refuse = (source: string, expected: Said<string>) => {
      isWrong = true;
      if (told.has(`${place.row} ${source}`)) return;
      findings.cell(place, source, expected, text(row, source));
    };
    if (isEmpty(encoded.memberHash, row)) {
      refuse(reading.memberId, ({ check }) => check.expected.member);
    }
    if (claimHash !== undefined && isEmpty(claimHash, row)) {
      refuse(reading.claimId!, ({ jkp }) => jkp.expected.claim);
    }
    const months: Months = {
      claim_month: NO_MONTH,
      benefit_month: NO_MONTH,
      paid_on: NO_MONTH,
      first_benefit_month: NO_MONTH,
      outcome_month: NO_MONTH,
    };
    for (const { name, label, values } of columns) {
      const value = values[row]!;
      const mayBeEmpty = name === "paid_on" || name === "outcome_month" ||
        (name === "first_benefit_month" && monthsPaid?.[row] === 0);
      if (value === UNREADABLE || (value === MISSING && !mayBeEmpty)) {
        refuse(label.source, wanted(label.expected));
      } else if (value > extractMonth) {
        refuse(label.source, ({ jkp }) => jkp.expected.upToDrawn(extractMonth));
      } else if (value !== MISSING) months[name] = value;
    }
    const read = outcomes === undefined
      ? (outcome as { constant: number }).constant
      : outcomes[row]!;
    const code = read === MISSING ? RUNNING : read;
    if (code < 0 && "source" in outcome) {
      refuse(outcome.source, wanted(outcome.expected));
    }
    const paid = monthsPaid === undefined ? 1 : monthsPaid[row]!;
    if (!(Number.isInteger(paid) && paid >= 0 && paid <= MOST_MONTHS_PAID)) {
      refuse(
        reading.monthsPaid!.source,
        ({ jkp }) => jkp.expected.wholeMonths(MOST_MONTHS_PAID),
      );
    }
    const amount = amounts[row]!;
    const wrong = amountProblem(amount, paid, monthsPaid === undefined);
    if (wrong !== undefined) {
      refuse(reading.amountIdr.source, ({ jkp }) => wrong(jkp.expected));
    }
    const benefit = months.benefit_month || months.first_benefit_month;
    if (!isWrong && benefit + paid - 1 > extractMonth) {
      refuse(
        reading.monthsPaid!.source,
        ({ jkp }) => jkp.expected.monthsUpToDrawn(extractMonth, benefit),
      );
    }
    if (isWrong) continue;
    doubt(months, amount, paid, place, findings);
    yield {
      ...place,
      member: context.members.number(
        encoded.memberHash[2 * row]!,
        encoded.memberHash[2 * row + 1]!,
      ),
      claimId: claimHash === undefined
        ? -1
        : context.claimIds.number(claimHash[2 * row]!, claimHash[2 * row + 1]!),
      claimMonth: months.claim_month,
      benefitMonth: paid === 0 ? NO_MONTH : benefit,
      monthsPaid: paid,
      paidOn: months.paid_on,
      amountIdr: amount,
      outcome: code,
      outcomeMonth: months.outcome_month,
    };
  }
}

/** What is wanted of a cell, to be worded. */
function wanted(expected: Wanted): Said<string> {
  return ({ check }) => wantedInWords(expected, check.expected);
}

/** What is wanted of an amount that none can be. */
function amountProblem(
  amount: number,
  monthsPaid: number,
  isPayment: boolean,
): ((words: Words["jkp"]["expected"]) => string) | undefined {
  if (Number.isNaN(amount)) return ({ number }) => number;
  const most = MOST_BENEFIT_IDR * Math.max(1, monthsPaid);
  if (Math.abs(amount) > most) return ({ atMost }) => atMost(most);
  if (!Number.isInteger(amount)) return ({ wholeRupiah }) => wholeRupiah;
  if (isPayment) return amount === 0 ? ({ notNothing }) => notNothing : undefined;
  if (monthsPaid === 0) {
    return amount === 0 ? undefined : ({ nothingPaid }) => nothingPaid;
  }
  return amount > 0 ? undefined : ({ above0 }) => above0;
}

/** Takes note of what is counted as it stands, but seldom right. */
function doubt(
  { claim_month, benefit_month, first_benefit_month, paid_on }: Months,
  amount: number,
  monthsPaid: number,
  place: PlacedRow,
  findings: JkpFindings,
): void {
  const benefit = benefit_month || first_benefit_month;
  if (claim_month !== NO_MONTH && benefit !== NO_MONTH && benefit < claim_month) {
    findings.warning(
      "benefitBeforeClaim",
      ({ benefitBeforeClaim }) => benefitBeforeClaim,
      place,
    );
  }
  if (paid_on !== NO_MONTH && claim_month !== NO_MONTH && paid_on < claim_month) {
    findings.warning("paidBeforeClaim", ({ paidBeforeClaim }) => paidBeforeClaim, place);
  }
  if (paid_on !== NO_MONTH && paid_on < benefit) {
    findings.warning("paidBeforeMonth", ({ paidBeforeMonth }) => paidBeforeMonth, place);
  }
  if (monthsPaid > 0 && Math.abs(amount) < LEAST_BENEFIT_IDR * monthsPaid) {
    findings.warning(
      "smallBenefits",
      ({ smallBenefits }) => smallBenefits(LEAST_BENEFIT_IDR),
      place,
    );
  }
}
