import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { count } = quantities;

/** How complete the months of a ledger are, by the dates of its payments. */
export const completeness = {
  title: "Contributions by month: how complete they are",
  synthetic: " (synthetic data)",
  month: "Month",
  reading: "Reading",
  complete: "complete",
  incomplete: "incomplete",
  memberMonths: "Member-months",
  wages: "Wages",
  ofAll: (what: string) => `Of all ${what.toLowerCase()}`,
  recordedUnit: "recorded",
  recorded: "Recorded",
  lower: "Lower",
  upper: "Upper",
  completed: "Completed",
  expectedUnit: "expected",
  noFall:
    "Incomplete months are not to be read as a fall: more of theirs is still to come.",
  noneToRead: "No month can be read as it stands.",
  cutAfter: (month: Month, percent: number) =>
    `Either take the completed figures, or cut after ${
      formatMonth(month)
    }, up to which ` +
    `all months are complete (${percent} % or more recorded, at the lower end of the ` +
    "interval too).",
  undated: (memberMonths: number) =>
    `${count(memberMonths)} member-months without a date are in no row.`,

  /** By which method, and what could not be found. */
  basis: {
    /** Of the ladder and its errors in English what they say themselves. */
    ladder: (said: string, _first: Month, _last: Month) => said,
    errors: (said: string) => said,
    /** Why there are none. */
    noErrors: (said: string) => said,
    interval: (percent: number) =>
      `${percent} % interval: log-normal around what is still to come.`,
    recordsTo: (last: Month) => `Records up to ${formatMonth(last)} are in the triangle.`,
    recordsBefore: (last: Month, drawn: Month) =>
      `Records up to ${formatMonth(last)} are in the triangle; those of ` +
      `${formatMonth(drawn)}, when the register was drawn, count as recorded, but more ` +
      "may come in that month.",
    nothingYoung: (months: number) =>
      `Nothing is recorded within ${
        months === 1 ? "a month" : `${months} months`
      }: of months as young nothing is known.`,
  },
};
