import { formatMonth } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import { type HistoryClaim, historyProblems } from "../history.ts";
import type { ClaimContent } from "./claim_file.ts";
import { monthsOf, toClaim } from "./to_claim.ts";

/**
 * What does not go together in a claim, by key path of its file; of each place the first.
 * NaN stands for what could not be read, and is not compared.
 */
export function claimProblems(
  content: ClaimContent,
  claim: HistoryClaim = toClaim(content, "", (place) => ({ file: "", place })),
): Problem[] {
  const places = new Set<string>();
  return [
    ...listProblems(content),
    ...arrearsProblems(content),
    ...ageProblems(content),
    ...monthProblems(content, claim),
  ].filter(({ place = "" }) => {
    if (places.has(place)) return false;
    const keys = place.split(".");
    keys.forEach((_, i) => places.add(keys.slice(0, i + 1).join(".")));
    return true;
  });
}

/** Entries without their months, months missing between others, and overlaps. */
export function listProblems(
  { contributions }: Pick<ClaimContent, "contributions">,
): Problem[] {
  const problems: Problem[] = [];
  let end = NaN;
  contributions.forEach((entry, i) => {
    const add = (key: string, expected: string, received: string) =>
      problems.push({ file: "", place: `contributions.${i}.${key}`, expected, received });
    const keys = (["month", "first_month", "last_month"] as const)
      .filter((key) => entry[key] !== undefined);
    const isListed = keys[0] === "month";
    if (isListed ? keys.length > 1 : keys.length < 2) {
      const wanted = "month, or first_month and last_month";
      const missing = keys[0] === "first_month" ? "last_month" : "first_month";
      add(isListed ? "month" : missing, wanted, keys.join(" and ") || "neither");
    }
    const { first, last } = monthsOf(entry);
    if (first <= end) {
      const wanted = `a month after ${formatMonth(end)}, each month once and in order`;
      add(isListed ? "month" : "first_month", wanted, formatMonth(first));
    } else if (
      isListed && contributions[i - 1]?.month !== undefined && first > end + 1
    ) {
      const wanted = `${formatMonth(end + 1)}, the month after the one before; a month ` +
        'without contribution is listed with wage "none"';
      add("month", wanted, formatMonth(first));
    }
    end = end >= last ? end : last;
  });
  return problems;
}

function arrearsProblems({ employer }: ClaimContent): Problem[] {
  if (employer === undefined || !(employer.months_in_arrears > 0)) return [];
  if (employer.monthly_contribution > 0) return [];
  return [{
    file: "",
    place: "employer.monthly_contribution",
    expected: "an amount above 0, what is owed for each month in arrears",
    received: String(employer.monthly_contribution),
  }];
}

function ageProblems({ member: { age, age_at_registration: before } }: ClaimContent) {
  return age === undefined || before === undefined || !(before > age) ? [] : [{
    file: "",
    place: "member.age_at_registration",
    expected: `at most the age of ${age}`,
    received: String(before),
  }];
}

/** What the calculator would refuse, in the words of the file. */
function monthProblems(
  content: ClaimContent,
  { history, termination }: HistoryClaim,
): Problem[] {
  const problems = historyProblems(history, termination);
  if (problems.length === 0) return problems;
  // A month listed without contribution is an entry of the file, but no run.
  const entries = content.contributions.flatMap(({ wage, month }, i) =>
    wage === "none" ? [] : [{ i, isListed: month !== undefined }]
  );
  return problems.map((problem) => {
    const place = problem.place!
      .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      .replace(/^contributions\.(\d+)(\.(?:first|last)_month)?/, (_, run, key = "") => {
        const { i, isListed } = entries[Number(run)]!;
        return `contributions.${i}${isListed && key !== "" ? ".month" : key}`;
      });
    return { ...problem, place };
  });
}
