import { checkSchema } from "@jkp/files";
import { formatMonth, monthOfDate, yearOf } from "@jkp/month";
import { didYouMean, type Problem } from "@jkp/problem";
import type { ValuationTerms } from "../valuation_terms.ts";
import type { OutOfWorkMeasure } from "../assumptions/time_out_of_work.ts";
import type { AssumptionValues } from "../change_assumptions.ts";
import type { ModelChoices, ReadingName } from "../choices.ts";
import { coverageProblems, type PopulationContent } from "./population_section.ts";
import { levelProblems } from "./stated_levels_section.ts";
import { type ValuationContent, ValuationFileSchema } from "./valuation_file_schema.ts";

/** A valuation as its file says it: what it is made from, by name, and on what terms. */
export interface ValuationFile {
  /** Where the file stands. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** The title in Indonesian; `null` where the file has none. */
  readonly titleId: string | null;
  readonly source: string;
  /** Day of the fund at the start, as `2025-12-31`. */
  readonly valuationDate: string;
  /** Day of the law that is valued. */
  readonly lawAsOf: string;
  /** Day up to which facts were known; `null` if it is that of the valuation. */
  readonly informationTo: string | null;
  /** The valuation that this one is compared with. */
  readonly previous: string | null;
  readonly designs: readonly string[];
  /** Scenarios by their role. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly data: {
    /** Of statistics, or of single members. */
    readonly extract: string;
    /** Of single members, where the extract has statistics only. */
    readonly spells: string | null;
    /** A population that is shown beside; members follow it only if that is said. */
    readonly population: string | null;
    readonly timeOutOfWork: OutOfWorkMeasure;
    /** Years of terminations and of the reference unemployment, first and last. */
    readonly studiedYears: readonly [number, number];
    /** Year of members and wages, from which projections start. */
    readonly baseYear: number;
    /** Months of service in 24 that qualify in the experience. */
    readonly serviceMonths: number;
  };
  /** Calendar, reserve, opening fund and transition. */
  readonly terms: ValuationTerms;
  readonly adjustment: ExperienceAdjustment;
  /** The population that members follow; `null` where they grow with employment. */
  readonly population: PopulationContent | null;
  /** How Annex I is read; `null` for what is usual for the data. */
  readonly reading: ReadingName | null;
  /** Choices that are not the reading's. */
  readonly choices: Partial<ModelChoices>;
  /** Assumptions set by name, whatever experience, scenario and law say. */
  readonly changes: AssumptionValues;
  /** Where values come from, by section. */
  readonly sources: Readonly<Record<string, string>>;
  /** The keys as they stand in the file, with all that it extends. */
  readonly content: ValuationContent;
}

/** How the observed termination rate becomes the one that is valued. */
export interface ExperienceAdjustment {
  /** Multiplies the observed rate. */
  readonly terminationFactor: number;
  /** Weight of the observed rate, a fraction; the complement has the rest. */
  readonly credibility: number;
  /** Terminations per member and month that the observed rate is weighed against. */
  readonly complementRatePerMonth: number | null;
}

/**
 * Makes a valuation of the keys of its file.
 *
 * @param path Where the file stands, for messages.
 * @param keys The keys, with those of all that it extends.
 * @param fits What does not fit the files that it names, where these could be read.
 * @throws {DataError} With everything that is wrong: unknown or missing keys, values out
 * of range, months and years that contradict each other.
 */
export function valuationOf(
  path: string,
  keys: unknown,
  fits: (span: ValuationSpan) => readonly Omit<Problem, "file">[] = () => [],
): ValuationFile {
  const content = checkSchema(path, keys, ValuationFileSchema, (readable) => [
    ...contradictions(readable),
    ...fits(spanOf(readable)),
  ]);
  const { data, calendar, transition, experience, fund, method } = content;
  const { source: _source, ...changes } = content.changes;
  return {
    path,
    name: content.name,
    title: content.title,
    titleId: content.title_id ?? null,
    source: content.source,
    valuationDate: content.valuation_date,
    lawAsOf: content.law_as_of,
    informationTo: content.information_to ?? null,
    previous: content.previous ?? null,
    designs: content.designs,
    scenarios: content.scenarios,
    data: {
      extract: data.extract,
      spells: data.spells ?? null,
      population: data.population ?? null,
      timeOutOfWork: data.time_out_of_work,
      studiedYears: data.studied_years,
      baseYear: data.base_year,
      serviceMonths: data.service_months,
    },
    terms: {
      firstContributionMonth: calendar.first_contribution_month,
      firstBenefitMonth: calendar.first_benefit_month,
      projectionYears: calendar.projection_years,
      reserveMultiple: content.reserve.multiple,
      trialContributionRate: content.trial.contribution_rate_pct / 100,
      ...(content.trial.over_law === true ? { trialIsOverLaw: true as const } : {}),
      openingFundIdr: fund?.opening_idr ?? null,
      transition: transition === undefined ? null : {
        jhtWorkers: transition.jht_workers,
        jhtAndJkkWorkers: transition.jht_and_jkk_workers,
      },
    },
    adjustment: {
      terminationFactor: experience?.termination_factor ?? 1,
      credibility: experience?.credibility ?? 1,
      complementRatePerMonth: experience?.complement_pct_per_month === undefined
        ? null
        : experience.complement_pct_per_month / 100,
    },
    population: content.population ?? null,
    reading: method.reading ?? null,
    choices: method.choices as Partial<ModelChoices>,
    changes: changes as AssumptionValues,
    sources: sourcesOf(content),
    content,
  };
}

/** The years and months of a valuation; NaN where they cannot be read. */
export interface ValuationSpan {
  readonly studiedYears: readonly [number, number];
  readonly baseYear: number;
  readonly terms: Pick<ValuationTerms, "firstContributionMonth" | "projectionYears">;
}

/** The span of content that may be wrong in places. */
function spanOf({ data, calendar }: ValuationContent): ValuationSpan {
  return {
    studiedYears: yearsOf(data.studied_years),
    baseYear: data.base_year,
    terms: {
      firstContributionMonth: calendar.first_contribution_month,
      projectionYears: calendar.projection_years,
    },
  };
}

/** First and last year of a list, which is NaN if it could not be read. */
function yearsOf(list: readonly [number, number]): readonly [number, number] {
  return Array.isArray(list) ? list : [NaN, NaN];
}

/** The source of each section that states one. */
function sourcesOf(content: ValuationContent): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, section]) =>
      typeof section === "object" && "source" in section
        ? [[key, section.source as string]]
        : []
    ),
  );
}

/** Values that are right alone, and contradict each other. */
function contradictions(content: ValuationContent): Omit<Problem, "file">[] {
  const { data, calendar, fund, experience, population } = content;
  const { first_contribution_month: first, first_benefit_month: paid } = calendar;
  const [from, to] = yearsOf(data.studied_years);
  const firstYear = yearOf(first);
  const problems: (Omit<Problem, "file"> | false)[] = [
    paid < first && {
      place: "calendar.first_benefit_month",
      expected: `a month not before the first contribution month, ${formatMonth(first)}`,
      received: formatMonth(paid),
    },
    from > to && {
      place: "data.studied_years",
      expected: "a first year that is not after the last",
      received: `${from} to ${to}`,
    },
    data.base_year >= firstYear && {
      place: "data.base_year",
      expected: `a year before the first contributions, of ${firstYear}`,
      received: String(data.base_year),
    },
    to >= firstYear && {
      place: "data.studied_years",
      expected: `years before the first contributions, of ${firstYear}`,
      received: `${from} to ${to}`,
    },
    monthOrNaN(content.valuation_date) >= first && {
      place: "valuation_date",
      expected: `a day before the first contribution month, ${formatMonth(first)}`,
      received: content.valuation_date,
    },
    fund !== undefined && Math.abs(monthOrNaN(fund.date) - (first - 1)) > 0 && {
      place: "fund.date",
      expected: `a day of ${formatMonth(first - 1)}, the month before the first ` +
        "contributions: bring the fund forward to it, in the file that says when they begin",
      received: fund.date,
    },
    content.information_to !== undefined &&
    content.information_to < content.valuation_date && {
      place: "information_to",
      expected: `a day not before the valuation's, ${content.valuation_date}`,
      received: content.information_to,
    },
    ...rolesNotThere(content),
    (experience?.credibility ?? 1) < 1 &&
    experience?.complement_pct_per_month === undefined && {
      place: "experience.complement_pct_per_month",
      expected: `the rate that has the rest of a credibility below 1`,
      received: "nothing",
    },
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...(population === undefined ? [] : coverageProblems(population)),
    ...levelProblems(content),
  ];
}

/** Roles to value that no scenario plays. */
function rolesNotThere(
  { valued_roles: roles, scenarios }: ValuationContent,
): Omit<Problem, "file">[] {
  if (!Array.isArray(roles)) return [];
  const known = Object.keys(Object(scenarios));
  return roles.flatMap((role, i) =>
    typeof role !== "string" || known.includes(role) ? [] : [{
      place: `valued_roles.${i}`,
      expected: `a role of the scenarios: ${known.join(", ")}`,
      received: role + didYouMean(role, known),
    }]
  );
}

/** The month of a date; NaN of one that could not be read, which is neither before nor after. */
function monthOrNaN(date: string): number {
  return typeof date === "string" ? monthOfDate(date) ?? NaN : NaN;
}
