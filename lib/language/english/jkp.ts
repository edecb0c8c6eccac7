import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { count } = quantities;

/** What is wrong, or doubtful, with a register of JKP claims. */
export const jkp = {
  /** What would have been accepted. */
  expected: {
    claim: "the number of a claim",
    upToDrawn: (drawn: Month) =>
      `a month up to ${formatMonth(drawn)}, when the register was drawn`,
    monthsUpToDrawn: (drawn: Month, first: Month) =>
      `months up to ${formatMonth(drawn)} from ${formatMonth(first)} on`,
    wholeMonths: (most: number) => `whole months from 0 to ${most}`,
    number: "a number",
    atMost: (mostIdr: number) => `at most ${count(mostIdr)} rupiah`,
    wholeRupiah: "whole rupiah",
    notNothing: "an amount other than 0",
    nothingPaid: "0 where no month was paid for",
    above0: "an amount above 0",
    sameMember: "the same member",
    asInRow: (value: string, row: number, file: string | undefined) =>
      `${value}, as in row ${row}${
        file === undefined ? "" : ` of ${file}`
      } of the same claim`,
    claimOnce: (row: number) => `each claim in one row (it stands in row ${row})`,
    notNegative: (month: Month) =>
      `payments for ${formatMonth(month)} that come to 0 or more together`,
    files: 'files of a register of JKP claims, such as jkp = ["klaim_jkp.csv"]',
    oneClaim: "at least one claim of JKP",
    checksum: (sha256: string) => `SHA-256 ${sha256}, as the manifest says`,
    fileOnce: "each file of the register once",
    noFurther: "no further problems",
    no: (doubt: string) => `no ${doubt}`,
  },

  /** What stands there. */
  value: {
    another: "another",
    again: "again",
    rupiah: (amountIdr: number) => `${amountIdr} rupiah`,
    sameContent: (other: string) => `the same content as ${other}`,
    more: (problems: number) => `${count(problems)} more`,
    thisTheFirst: (found: number) => `${count(found)}, this the first`,
  },

  /** What is counted as it stands, but seldom right. */
  doubt: {
    headerRows: "row that is the header again, which is counted nowhere",
    sumRows: "row of sums, which is counted nowhere",
    benefitBeforeClaim: "benefits for a month before that of the claim",
    paidBeforeClaim: "payments before the month of the claim",
    paidBeforeMonth: "payments before the month that they are for",
    smallBenefits: (leastIdr: number) =>
      `benefits under ${count(leastIdr)} rupiah a month: they may be in thousands or ` +
      "millions (unit_idr in mapping.toml)",
    twoClaims: "months paid to a member in two claims",
    paidTwice:
      "payments of a claim for one month, of one amount and month of payment: they are added",
    paidAfterEnd: "claims paid for months after they ended",
    quiet: (months: number) =>
      `running claims without a benefit in the ${months} months before ` +
      "the register was drawn: they may have ended",
  },

  alone: (path: string) =>
    "A register of JKP claims alone gives no statistics of members: " +
    `deno task experience --jkp ${path} reads it.`,
};
