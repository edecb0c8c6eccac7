import { between, calendarMonth, oneOf, whole, yesOrNo } from "@jkp/scheme";
import * as v from "valibot";
import { RANGES } from "../assumptions/ranges.ts";
import { choicesSchema } from "../assumptions/terms_and_choices.ts";
import { OUT_OF_WORK_MEASURES } from "../assumptions/time_out_of_work.ts";
import { within } from "../assumptions/value_schemas.ts";
import { CHANGEABLE_NAMES } from "../change_assumptions.ts";
import { CHOICE_REASONS, type ModelChoices, READING_NAMES } from "../choices.ts";
import { MOST_PROJECTION_YEARS } from "../valuation_terms.ts";
import { PopulationSection } from "./population_section.ts";
import {
  LEVEL_ENTRIES,
  LevelBasis,
  LevelRoles,
  MembersSection,
} from "./stated_levels_section.ts";

/** A text, with an example of it for whoever left it out. */
const text = (example: string) => {
  const expected = `a text, such as "${example}"`;
  return v.pipe(v.string(expected), v.regex(/\S/, expected));
};

const NAME = 'a name of letters, digits, _ and -, such as "jkp_2026"';
const source = text("Actuarial note of 2026, section 3");
const DATE = 'a date, such as "2025-12-31"';
/** A date as text, or as TOML has dates: without quotes. */
const date = v.pipe(
  v.unknown(),
  v.transform((value) => value instanceof Date ? value.toISOString() : value),
  v.string(DATE),
  v.check(isDate, DATE),
);
const year = whole(1990, 2100, "years");

const workers = v.pipe(
  v.number("a number of workers above 0"),
  v.gtValue(0, "a number of workers above 0"),
  v.finite("a number of workers above 0"),
);

/** Names of keys that a table drops without a word. */
const RESERVED = ["__proto__", "prototype", "constructor"];

/** What a valuation file must look like, all that it extends in it: per cent as printed. */
export const ValuationFileSchema = v.strictObject({
  name: v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME)),
  title: text("JKP at the end of 2025"),
  title_id: v.optional(text("JKP pada akhir 2025")),
  source,
  valuation_date: date,
  law_as_of: date,
  information_to: v.optional(date),
  previous: v.optional(text("report_2021")),
  notes: v.optional(
    v.array(
      text("The base stands on 2024, the last full year."),
      'a list of sentences, such as ["The base stands on 2024, the last full year."]',
    ),
  ),
  designs: v.pipe(
    v.array(text("jkp_2025"), 'a list of designs, such as ["jkp_2025"]'),
    v.minLength(1, 'a list of designs, such as ["jkp_2025"]'),
  ),
  data: v.strictObject({
    extract: text("jht_2019"),
    spells: v.optional(text("jht_2019_spells")),
    population: v.optional(text("report_2021")),
    time_out_of_work: v.optional(oneOf(...OUT_OF_WORK_MEASURES), "stock"),
    studied_years: v.tuple([year, year], "two years, first and last: [2018, 2019]"),
    base_year: year,
    service_months: whole(1, 24, "months"),
    source,
  }, "a table: the data that are studied"),
  scenarios: v.pipe(
    v.custom(
      (roles) => !RESERVED.some((name) => Object.hasOwn(Object(roles), name)),
      `roles with other names than ${RESERVED.join(", ")}`,
    ),
    v.record(v.string(), text("base"), "a table: role and scenario"),
    v.check((roles) => Object.keys(roles).length > 0, "a scenario at least"),
  ),
  valued_roles: v.optional(
    v.pipe(
      v.array(text("base"), 'a list of roles, such as ["base"]'),
      v.minLength(1, 'a list of roles, such as ["base"]'),
    ),
  ),
  calendar: v.strictObject({
    first_contribution_month: calendarMonth,
    first_benefit_month: calendarMonth,
    projection_years: whole(1, MOST_PROJECTION_YEARS, "years"),
    source,
  }, "a table: when contributions and benefits begin"),
  reserve: v.strictObject({
    multiple: between(0, Number.MAX_VALUE, "a multiple of 0 or more"),
    source,
  }, "a table: the reserve at the end"),
  trial: v.strictObject({
    contribution_rate_pct: between(0, 100, "a percentage from 0 to 100"),
    over_law: v.optional(yesOrNo),
    source,
  }, "a table: the rate at which the fund is tried"),
  transition: v.optional(v.strictObject({
    jht_workers: workers,
    jht_and_jkk_workers: workers,
    source,
  })),
  fund: v.optional(v.strictObject({
    opening_idr: between(0, 1e18, "an amount of 0 or more, in rupiah"),
    date,
    source,
  })),
  experience: v.optional(v.strictObject({
    termination_factor: v.optional(between(0.01, 100, "a factor from 0.01 to 100"), 1),
    credibility: v.optional(between(0, 1, "a fraction from 0 to 1"), 1),
    complement_pct_per_month: v.optional(
      between(0, 100, "a percentage a month from 0 to 100"),
    ),
    ...LEVEL_ENTRIES,
    basis: LevelBasis,
    roles: LevelRoles,
    source,
  })),
  members: v.optional(MembersSection),
  gdp: v.optional(v.strictObject({
    base_year_idr_trillion: v.pipe(
      v.number("an amount above 0, in trillion rupiah"),
      v.gtValue(0, "an amount above 0, in trillion rupiah"),
      v.maxValue(1e7, "an amount of at most 10 million, in trillion rupiah"),
    ),
    source,
  }, "a table: nominal gross domestic product")),
  population: v.optional(PopulationSection),
  method: v.optional(
    v.strictObject({
      reading: v.optional(oneOf(...READING_NAMES)),
      choices: v.optional(v.partial(choicesSchema(false)), {}),
      reasons: v.optional(
        v.strictObject(
          v.entriesFromList(
            Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[],
            v.optional(text("No source has a figure")),
          ),
          "a table of reasons by choice",
        ),
      ),
    }),
    {},
  ),
  changes: v.optional(
    v.strictObject({
      ...Object.fromEntries(
        CHANGEABLE_NAMES.map((name) => [name, v.optional(within(RANGES[name]))]),
      ),
      source: v.optional(source),
    }),
    {},
  ),
}, "a valuation");

/** The content of a valuation file, checked. */
export type ValuationContent = v.InferOutput<typeof ValuationFileSchema>;

/** Whether a text is a date of the calendar. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
