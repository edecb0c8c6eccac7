import { formatMonth, type Month, parseMonth, yearOf } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import { checkArgument, checkNumber, checkOptions } from "@jkp/problem";
import {
  type AggregateExperience,
  type AggregatePeriod,
  insuredWagesOf,
} from "./aggregate_period.ts";
import {
  HIGH_COST_YEARS,
  type IndicatorFigures,
  type Known,
  unknownFigures,
} from "./indicators.ts";
import type { Experience } from "./study_experience.ts";

/**
 * Figures for the indicators of one period of aggregate experience.
 *
 * @param experience All periods: earlier years give the cost rates.
 * @param period The period.
 * @returns What its columns give; members are those at the end where no months are counted.
 *
 * @example JKP in 2024: 12.7 per cent of contributions were paid
 * ```ts
 * import { figuresOfPeriod, indicators, parseAggregateExperience } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const experience = parseAggregateExperience("jkp.csv", `
 * from,to,members,contribution_rate_pct,contribution_income_idr,first_payments,payments_idr
 * 2024-01,2024-12,14440000,0.46,2.98e12,57960,378.84e9
 * `.trimStart());
 * const found = indicators(figuresOfPeriod(experience, experience.periods[0]!));
 * const ratio = found.find(({ name }) => name === "claim_ratio")!;
 * assertEquals((100 * ratio.value!).toFixed(1), "12.7");
 * ```
 */
export function figuresOfPeriod(
  experience: AggregateExperience,
  period: AggregatePeriod,
): IndicatorFigures {
  const wanted = "a period of parseAggregateExperience";
  checkArgument(DOING, wanted, period, ["from", "to", "memberMonths"]);
  const { from, to, source, memberMonths, monthsPaid, paymentsIdr } = period;
  const months = to - from + 1;
  const wages = insuredWagesOf(period);
  return {
    ...unknownFigures("no column of aggregate experience"),
    basis: `${source === "" ? "counted" : source}, ${formatMonth(from)} to ${
      formatMonth(to)
    }`,
    months,
    members: known(
      memberMonths === null ? period.members : memberMonths / months,
      "members",
    ),
    beneficiaries: known(
      monthsPaid === null ? null : monthsPaid / months,
      "months of benefit paid",
    ),
    layoffs: known(period.layoffs, "layoffs"),
    claims: known(period.claims, "claims"),
    firstPayments: known(period.firstPayments, "first payments"),
    paymentsIdr: known(paymentsIdr, "payments"),
    monthlyBenefitsIdr: known(paymentsIdr, "payments"),
    wagesIdr: known(wages, "insured wages, nor contributions with their rate"),
    contributionIncomeIdr: known(period.contributionIncomeIdr, "contribution income"),
    administrationIdr: known(period.administrationIdr, "administration"),
    fundIdr: known(period.fundIdr, "the fund"),
    costRates: costRatesUpTo(experience, period),
    notes: {
      ...(memberMonths === null ? { members: "members at the end of the period" } : {}),
      ...(period.wagesIdr === null && wages !== null
        ? { wagesIdr: "wages are contributions over their rate" }
        : {}),
    },
  };
}

/** Cost rates of the same source's years that end with a period, or before it. */
function costRatesUpTo(
  { periods }: AggregateExperience,
  { source, to }: AggregatePeriod,
): number[] {
  return periods
    .filter((each) =>
      each.source === source && each.to - each.from === 11 && each.to <= to &&
      each.to > to - 12 * HIGH_COST_YEARS
    )
    .flatMap((each) => {
      const wages = insuredWagesOf(each);
      if (each.paymentsIdr !== null && wages !== null) return [each.paymentsIdr / wages];
      return each.costRate ?? [];
    });
}

function known(value: number | null, what: string): Known {
  return value ?? { whyNot: `${what}: not counted in this period` };
}

/**
 * Figures for the indicators of what an extract shows: members and wages, and nothing of
 * benefits, of which its form has none.
 *
 * @param experience What the extract showed.
 * @returns The figures of its base year.
 *
 * @example No exhaustion rate, and why
 * ```ts
 * import { figuresOfExtract, indicators, studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const experience = studyExperience(await readShippedExtract());
 * const found = indicators(figuresOfExtract(experience));
 * assertEquals(found.every(({ value }) => value === null), true);
 * ```
 */
export function figuresOfExtract(
  experience: Experience,
): IndicatorFigures {
  const wanted = "the experience of studyExperience";
  checkArgument(DOING, wanted, experience, ["extractName", "members", "earnings"]);
  const { extractName, members, earnings } = experience;
  const { members: wages, maleShareOfMembers: male } = earnings;
  return {
    ...unknownFigures(
      "an extract holds members and ends of jobs, no benefits and no fund",
    ),
    basis: `extract ${extractName}, ${members.year}`,
    members: members.average,
    wagesIdr: 12 * members.average * (male * wages.male + (1 - male) * wages.female),
    notes: { wagesIdr: "wages under no ceiling" },
  };
}

/** What facts alone do not say. */
export interface FactOptions {
  /**
   * Contribution rate of the period, a fraction of insured wages, from the law.
   * @default not known: nor are insured wages
   */
  readonly contributionRate?: number;
}

/**
 * Figures for the indicators of what offices printed of JKP over some months.
 *
 * Numbers that contradict each other are not chosen from: the figure is not known, and
 * both are named.
 *
 * @param open Public statistics.
 * @param from First month as printed, such as `2024-01`.
 * @param to Last month as printed.
 * @param options What facts alone do not say.
 * @returns The figures of these months.
 * @throws {RangeError} If a month is not one, or they are turned round; if the rate is no
 * fraction above 0.
 *
 * @example JKP in 2024: 0.058 per cent of insured wages, a claim ratio of 12.7 per cent
 * ```ts
 * import { figuresOfFacts, indicators } from "@jkp/experience";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = figuresOfFacts(await loadOpenStatistics(), "2024-01", "2024-12", {
 *   contributionRate: 0.0046,
 * });
 * assertEquals((100 * figures.costRates[0]!).toFixed(3), "0.058");
 * const ratio = indicators(figures).find(({ name }) => name === "claim_ratio")!;
 * assertEquals((100 * ratio.value!).toFixed(1), "12.7");
 * ```
 */
export function figuresOfFacts(
  open: Pick<OpenStatistics, "jkp_experience" | "labour_market" | "economy">,
  from: string,
  to: string,
  options: FactOptions = {},
): IndicatorFigures {
  const wanted = "public statistics, as loadOpenStatistics reads them,";
  checkArgument(DOING, wanted, open, ["jkp_experience", "labour_market", "economy"]);
  const [first, last] = [monthIn(from), monthIn(to)];
  checkOptions(DOING, options, ["contributionRate"]);
  const { contributionRate } = options;
  if (last < first) {
    throw new RangeError(
      `Cannot ${DOING}: ${from} or a later month is wanted, got ${to}`,
    );
  }
  if (contributionRate !== undefined) {
    const isRate = (value: number) => value > 0 && value <= 1;
    const wanted = "a contributionRate above 0, up to 1,";
    checkNumber(DOING, wanted, contributionRate, isRate);
  }
  const months = last - first + 1;
  const facts = open.jkp_experience;
  const printed = (
    quantity: typeof facts[number]["quantity"],
    kind: typeof facts[number]["kind"] = "flow",
  ): Known =>
    oneOf(
      facts.filter((fact) =>
        fact.quantity === quantity && fact.kind === kind && fact.to === to &&
        (kind === "stock" || fact.from === from)
      ),
      quantity,
    );
  const [claims, meanClaims] = [printed("claims"), printed("claims", "mean a month")];
  const isMean = typeof claims !== "number" && typeof meanClaims === "number";
  const [payments, income] = [printed("payments"), printed("contribution_income")];
  const wages: Known = typeof income !== "number"
    ? income
    : contributionRate === undefined
    ? { whyNot: "wages: the contribution rate of these months is not given" }
    : income / contributionRate;
  const isYear = months === 12 && first % 12 === 0;
  const year = yearOf(last);
  const gdp = gdpBetween(open.economy, first, last);
  const unemployed = open.labour_market.filter((row) =>
    row.quantity === "unemployed" && row.month === `${year}-08` && row.sex === "both" &&
    row.ageGroup === "all"
  );
  return {
    ...unknownFigures("not printed"),
    basis: `printed, data/open, ${from} to ${to}`,
    months,
    members: printed("members", "stock"),
    unemployed: oneOf(unemployed, "unemployed of August"),
    layoffs: printed("layoffs_of_members"),
    claims: isMean ? meanClaims * months : claims,
    firstPayments: printed("recipients"),
    paymentsIdr: payments,
    monthlyBenefitsIdr: payments,
    wagesIdr: wages,
    contributionIncomeIdr: income,
    fundIdr: printed("fund", "stock"),
    gdpIdr: gdp ??
      { whyNot: `nominal gross domestic product of ${from} to ${to}: not printed` },
    costRates: isYear && typeof payments === "number" && typeof wages === "number"
      ? [payments / wages]
      : [],
    notes: {
      members: "members at the end of the period",
      firstPayments: "recipients of the period are taken as first payments",
      unemployed: `unemployed of August ${year}`,
      wagesIdr: "wages are contributions over their rate",
      ...(isMean ? { claims: "claims are their mean a month times months" } : {}),
    },
  };
}

/** Nominal product of a year, or of whole quarters; `null` where it is not printed. */
function gdpBetween(
  economy: OpenStatistics["economy"],
  first: Month,
  last: Month,
): number | null {
  const printed = economy.filter(({ quantity }) => quantity === "nominal_gdp");
  const months = last - first + 1;
  const year = yearOf(first);
  if (months === 12 && first % 12 === 0) {
    const ofYear = printed.find((row) => row.year === year && row.quarter === null);
    if (ofYear !== undefined) return ofYear.value;
  }
  if (first % 3 !== 0 || months % 3 !== 0) return null;
  let sum = 0;
  for (let month = first; month <= last; month += 3) {
    const quarter = printed.find((row) =>
      row.year === yearOf(month) && row.quarter === month % 12 / 3 + 1
    );
    if (quarter === undefined) return null;
    sum += quarter.value;
  }
  return sum;
}

const DOING = "take facts of a period";

function monthIn(text: string): Month {
  const month = parseMonth(text);
  if (month !== undefined) return month;
  throw new RangeError(
    `Cannot ${DOING}: a month as YYYY-MM is wanted, got ${text}`,
  );
}

/** A printed number with what it takes to choose it. */
interface PrintedNumber {
  readonly value: number;
  readonly printed: string;
  readonly publisher: string;
  readonly concerns: string | null;
}

/** The number as printed with most digits; not known if numbers contradict each other. */
function oneOf(rows: readonly PrintedNumber[], what: string): Known {
  if (rows.length === 0) {
    return { whyNot: `${what.replaceAll("_", " ")}: not printed for these months` };
  }
  const contradict = rows.filter(({ concerns, value }) =>
    concerns !== null &&
    rows.some((other) => other.concerns === concerns && other.value !== value)
  );
  if (contradict.length > 0) {
    const each = contradict.map(({ printed, publisher }) => `${printed} (${publisher})`);
    return {
      whyNot: `${what.replaceAll("_", " ")}: sources differ: ${each.join(", ")}`,
    };
  }
  const digits = ({ printed }: PrintedNumber) => printed.replace(/\D/g, "").length;
  return rows.toSorted((a, b) => digits(b) - digits(a))[0]!.value;
}
