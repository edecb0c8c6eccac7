import { OUT_OF_WORK_MEASURES } from "../assumptions/time_out_of_work.ts";
import { CHANGEABLE_NAMES } from "../change_assumptions.ts";
import { READING_NAMES } from "../choices.ts";
import { MOST_PROJECTION_YEARS } from "../valuation_terms.ts";
import { LEVEL_KEYS, MEMBERS_KEYS } from "./stated_levels_keys.ts";

/** A key of a valuation file, for whoever reads or fills in one. */
export interface ValuationKey {
  readonly key: string;
  readonly meaning: string;
  /** A value as TOML has it, for the form alone. */
  readonly example: string;
  /** Whether a file can do without it. */
  readonly isOptional?: true;
}

/** A section of a valuation file; the keys above all sections have no name of one. */
export interface ValuationSection {
  readonly section: string | null;
  readonly meaning: string;
  readonly keys: readonly ValuationKey[];
  readonly isOptional?: true;
}

const source: ValuationKey = {
  key: "source",
  meaning: "Where these values come from.",
  example: '"Actuarial note of 2026, section 3"',
};

const CHANGES: {
  readonly [Name in typeof CHANGEABLE_NAMES[number]]: readonly [
    meaning: string,
    example: string,
  ];
} = {
  involuntaryShare: ["Fraction of terminations that are involuntary.", "0.25"],
  eligibleShare: ["Fraction of the involuntary terminations that are paid.", "0.5"],
  administrationRate: ["Fraction of insurable earnings.", "0.0025"],
  terminationRatePerMonth: ["Terminations per member and month.", "0.01"],
  benefitRate: ["Of the best paid month, a fraction of earnings.", "0.6"],
  maximumDurationMonths: ["Months.", "9"],
  waitingPeriodDays: ["Days.", "30"],
  reserveMultiple: ["In place of the reserve's multiple.", "1"],
};

/** Every key of a valuation file, in the order in which files are written. */
export const VALUATION_KEYS: readonly ValuationSection[] = [
  {
    section: null,
    meaning: "What is valued, and as of when. Dates are days.",
    keys: [
      { key: "name", meaning: "Short, without spaces.", example: '"jkp_2026"' },
      {
        key: "title",
        meaning: "As a reader sees it.",
        example: '"JKP at the end of 2025"',
      },
      {
        key: "title_id",
        meaning: "The title in Indonesian, for pages in that language.",
        example: '"JKP pada akhir 2025"',
        isOptional: true,
      },
      { ...source, meaning: "Who made the valuation, and where it is written down." },
      {
        key: "valuation_date",
        meaning: "Before the first contribution month.",
        example: "2025-12-31",
      },
      { key: "law_as_of", meaning: "The law that is valued.", example: "2025-12-31" },
      {
        key: "information_to",
        meaning: "Up to when facts were known; not before the valuation date.",
        example: "2026-03-31",
        isOptional: true,
      },
      {
        key: "previous",
        meaning: "The valuation that this one is compared with.",
        example: '"report_2021"',
        isOptional: true,
      },
      {
        key: "notes",
        meaning:
          "What a reader has to know first; the document says it under its purpose.",
        example: '["The base stands on 2024, the last full year."]',
        isOptional: true,
      },
      {
        key: "designs",
        meaning: "Names of data/designs, or files; the first is the one that counts.",
        example: '["jkp_2021"]',
      },
      {
        key: "valued_roles",
        meaning: "Roles of the scenarios that are valued, where not all are.",
        example: '["base"]',
        isOptional: true,
      },
    ],
  },
  {
    section: "data",
    meaning: "The data that are studied.",
    keys: [
      {
        key: "extract",
        meaning: "A name of data/extracts, or a folder: statistics or single members.",
        example: '"."',
      },
      {
        key: "spells",
        meaning: "A folder of single members, where the extract has statistics only.",
        example: '"../spells"',
        isOptional: true,
      },
      {
        key: "population",
        meaning: "One that is shown beside; members do not follow it.",
        example: '"report_2021"',
        isOptional: true,
      },
      {
        key: "time_out_of_work",
        meaning: `Measured by ${OUT_OF_WORK_MEASURES.join(" or ")}.`,
        example: '"stock"',
        isOptional: true,
      },
      {
        key: "studied_years",
        meaning: "First and last, of terminations and of the scenarios' reference.",
        example: "[2024, 2025]",
      },
      {
        key: "base_year",
        meaning: "Of members and wages, from which projections start.",
        example: "2025",
      },
      {
        key: "service_months",
        meaning: "Months of service in 24 that qualify in the experience, from 1 to 24.",
        example: "12",
      },
      source,
    ],
  },
  {
    section: "scenarios",
    meaning:
      "Role = scenario: a name of data/scenarios, or a file. base leads, or else the first.",
    keys: [{
      key: "base",
      meaning: "Any roles; each scenario once.",
      example: '"scenario.toml"',
    }],
  },
  {
    section: "calendar",
    meaning: "When contributions and benefits begin, and how far it is projected.",
    keys: [
      {
        key: "first_contribution_month",
        meaning: "After the base year and the years studied.",
        example: '"2026-01"',
      },
      {
        key: "first_benefit_month",
        meaning: "Not before the first contribution month.",
        example: '"2027-01"',
      },
      {
        key: "projection_years",
        meaning: `From 1 to ${MOST_PROJECTION_YEARS}.`,
        example: "10",
      },
      source,
    ],
  },
  {
    section: "reserve",
    meaning: "The reserve wanted at the end.",
    keys: [
      {
        key: "multiple",
        meaning: "Of the last year's expenses, administration with them.",
        example: "2",
      },
      source,
    ],
  },
  {
    section: "trial",
    meaning: "The rate at which it is asked when the fund runs out.",
    keys: [
      {
        key: "contribution_rate_pct",
        meaning: "Per cent of insurable earnings.",
        example: "1",
      },
      {
        key: "over_law",
        meaning: "Whether it is tried even where the law has a rate of its own.",
        example: "false",
        isOptional: true,
      },
      source,
    ],
  },
  {
    section: "transition",
    meaning: "Workers at the start, for the cost of benefits in the first year.",
    isOptional: true,
    keys: [
      { key: "jht_workers", meaning: "Workers under JHT.", example: "15_270_000" },
      {
        key: "jht_and_jkk_workers",
        meaning: "Workers under JHT and JKK.",
        example: "19_427_000",
      },
      source,
    ],
  },
  {
    section: "fund",
    meaning:
      "The fund of a scheme that runs already; else it has the law's first capital.",
    isOptional: true,
    keys: [
      { key: "opening_idr", meaning: "Rupiah.", example: "6_000_000_000_000" },
      {
        key: "date",
        meaning: "A day of the month before the first contribution month.",
        example: "2025-12-31",
      },
      source,
    ],
  },
  {
    section: "experience",
    meaning:
      "Termination rate = factor × (credibility × observed + the rest × complement). " +
      "Levels stated here are in place of the extract's, whose structure stays.",
    isOptional: true,
    keys: [
      {
        key: "termination_factor",
        meaning: "1 if not given.",
        example: "1.1",
        isOptional: true,
      },
      {
        key: "credibility",
        meaning: "A fraction; 1 if not given.",
        example: "0.8",
        isOptional: true,
      },
      {
        key: "complement_pct_per_month",
        meaning: "Per cent a month; wanted where credibility is below 1.",
        example: "0.9",
        isOptional: true,
      },
      ...LEVEL_KEYS,
      source,
    ],
  },
  {
    section: "members",
    meaning: "Average members a month by year, in place of employment growth.",
    isOptional: true,
    keys: [...MEMBERS_KEYS, source],
  },
  {
    section: "gdp",
    meaning: "Gross domestic product, for indicators; else the last printed before.",
    isOptional: true,
    keys: [
      {
        key: "base_year_idr_trillion",
        meaning: "Nominal, of the base year, trillion rupiah.",
        example: "23_804.8",
      },
      source,
    ],
  },
  {
    section: "population",
    meaning: "Members by sex and age follow a population, in place of employment.",
    isOptional: true,
    keys: [
      {
        key: "file",
        meaning: "Of data/population, or a path.",
        example: '"report_2021_to_2050"',
      },
      {
        key: "totals",
        meaning: "Totals that every age is raised to: wpp2024.",
        example: '"wpp2024"',
        isOptional: true,
      },
      {
        key: "coverage",
        meaning: "Members over persons: held as in the base year, or by_year.",
        example: '"held"',
      },
      {
        key: "coverage_by_year",
        meaning: "With by_year: per cent of the persons of each sex.",
        example: "[{ year = 2030, male_pct = 15, female_pct = 8 }]",
        isOptional: true,
      },
      source,
    ],
  },
  {
    section: "method",
    meaning: "How Annex I of the report is read.",
    isOptional: true,
    keys: [
      {
        key: "reading",
        meaning: `${READING_NAMES.join(", ")}; if not given, what is usual for the data.`,
        example: '"implied_rate"',
        isOptional: true,
      },
      {
        key: "choices",
        meaning: "Single choices in place of the reading's.",
        example: '{ fundFlows = "mid_year" }',
        isOptional: true,
      },
      {
        key: "reasons",
        meaning:
          "By choice, why it is made, in place of what the report's text leaves open.",
        example: '{ fundFlows = "Contributions come in every month" }',
        isOptional: true,
      },
    ],
  },
  {
    section: "changes",
    meaning: "Assumptions set by name: fractions, months, days.",
    isOptional: true,
    keys: [
      ...CHANGEABLE_NAMES.map((key) => ({
        key,
        meaning: CHANGES[key][0],
        example: CHANGES[key][1],
        isOptional: true as const,
      })),
      { ...source, meaning: "Who sets them, and why.", isOptional: true },
    ],
  },
];
