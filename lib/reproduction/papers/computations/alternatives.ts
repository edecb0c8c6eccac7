import { benefitRates, type Rules, type WorkerGroup } from "@jkp/scheme";
import { keyInWords } from "@jkp/exhibit";
import { rulesBeside, type Sources } from "../sources.ts";
import { meanRate } from "./benefit_rates.ts";

/** The groups that an alternative of 2020 covers and its base scenario does not. */
export function groupsBeyondBase(rules: Rules, sources: Sources): string[] {
  const base = rulesBeside(rules, "options_2020_base", sources).coverage.groups;
  return Object.entries(rules.coverage.groups)
    .filter(([group, each]) =>
      each === "mandatory" && base[group as WorkerGroup] !== "mandatory"
    )
    .map(([group]) => keyInWords(group));
}

/** Whether a benefit is on average above or below the flat one of 45 per cent. */
export function averageRateBesideFlat(rules: Rules, sources: Sources): string {
  const flat = rulesBeside(rules, "options_2020_rate_45", sources);
  const [own, other] = [rules, flat].map(({ benefit }) =>
    meanRate(benefitRates(benefit))!
  );
  return own! > other! ? "above" : "below";
}
