import * as v from "valibot";
import {
  BENEFIT,
  BENEFIT_LIMIT,
  DURATION,
  INSURABLE_EARNINGS,
  REFERENCE_WAGE,
} from "./benefit_sections.ts";
import {
  type Content,
  type Field,
  type Fields,
  fileKeyOf,
  listOf,
  maybe,
  orNone,
  tableOf,
} from "./description.ts";
import {
  CLAIM_RULES,
  CONTINGENCY,
  COVERAGE,
  FINANCING,
  NON_COMPLIANCE,
  OTHER_EARNINGS,
  QUALIFYING,
  RECOMPOSITION,
  REEMPLOYMENT_ALLOWANCE,
  REPEAT_CLAIMS,
  RUNNING_CLAIMS,
  SEVERANCE,
  WAITING_PERIOD,
} from "./sections.ts";
import { calendarMonth, oneOf, words } from "./units.ts";

const CURRENCY = "three capital letters, such as IDR";

const NAME = 'a name of letters, digits, _ and -, such as "jkp_2026"';

/** What a scheme says of itself. */
const HEAD = {
  /** Tables and files of a valuation are called by it. */
  name: v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME)),
  title: words,
  /** The title in Indonesian. */
  titleId: maybe(words),
  country: words,
  /** Three letters, such as IDR: of every amount of the scheme. */
  currency: v.pipe(v.string(CURRENCY), v.regex(/^[A-Z]{3}$/, CURRENCY)),
  source: words,
};

/** Versions of a section; at least one. */
function versions<Each, Section>(section: Field<Each, Section, "", true>) {
  return listOf(section, "a list of dated sections", "a dated section");
}

/** The sections of a scheme, in the order of its file; some it may do without. */
const SECTIONS = {
  coverage: versions(COVERAGE),
  contingency: versions(CONTINGENCY),
  qualifying: versions(QUALIFYING),
  repeatClaims: versions(REPEAT_CLAIMS),
  claim: orNone(versions(CLAIM_RULES)),
  insurableEarnings: versions(INSURABLE_EARNINGS),
  referenceWage: versions(REFERENCE_WAGE),
  benefit: versions(BENEFIT),
  minimumBenefit: orNone(versions(BENEFIT_LIMIT)),
  maximumBenefit: orNone(versions(BENEFIT_LIMIT)),
  duration: versions(DURATION),
  waitingPeriod: versions(WAITING_PERIOD),
  reemploymentAllowance: orNone(versions(REEMPLOYMENT_ALLOWANCE)),
  severance: orNone(versions(SEVERANCE)),
  otherEarnings: orNone(versions(OTHER_EARNINGS)),
  financing: versions(FINANCING),
  recomposition: orNone(versions(RECOMPOSITION)),
  nonCompliance: orNone(versions(NON_COMPLIANCE)),
  runningClaims: orNone(versions(RUNNING_CLAIMS)),
};

/** The name of a section in the file, as schemes have it. */
const SECTION_KEYS = new Map(
  Object.keys(SECTIONS).map((key) =>
    [fileKeyOf(key), key as keyof typeof SECTIONS] as const
  ),
);
const sectionKey = v.pipe(
  oneOf(...SECTION_KEYS.keys()),
  v.transform((key) => SECTION_KEYS.get(key)!),
);

const OPEN_POINT = {
  /** First month whose rules leave it open. */
  from: calendarMonth,
  /** The section that it is about. */
  section: sectionKey,
  /** What the sources do not settle. */
  question: words,
  /** How the file takes it. */
  taken: words,
  /** What else may hold. */
  otherwise: words,
  /** What was read, and what was not. */
  source: words,
};
/** A question that the sources of a scheme leave open, and how it was taken. */
export type OpenPoint = Fields<typeof OPEN_POINT>;

/** What stands beside the sections. */
const BESIDE = {
  openPoints: orNone(listOf(tableOf(OPEN_POINT), "a list of open points")),
};

const FILE = {
  ...HEAD,
  basedOn: maybe(words),
  reformOf: maybe(words),
  ...BESIDE,
  ...SECTIONS,
};

/** A design file that has the right form: rates are fractions, months are numbers. */
export type SchemeFileContent = Content<typeof FILE>;

/** Sections that a scheme needs, and those that it may do without. */
export type NeededSection = {
  [Key in keyof typeof SECTIONS]: (typeof SECTIONS)[Key]["isNeeded"] extends true ? Key
    : never;
}[keyof typeof SECTIONS];
export type FurtherSection = Exclude<keyof typeof SECTIONS, NeededSection>;

/** Names of the sections that a scheme needs. */
export const NEEDED_SECTIONS = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[])
  .filter((key): key is NeededSection => SECTIONS[key].isNeeded);

/** Every version of every section, each from its month on; in order of time. */
export type SchemeSections = Fields<typeof SECTIONS>;

/** What a scheme says of itself, and what its sources leave open. */
export type SchemeHead = Fields<typeof HEAD> & Fields<typeof BESIDE>;

/** What a design file must look like, in per cent and with lists of dated sections. */
export const SCHEME_FILE = tableOf(FILE).schema;

/** The scheme that a file holds. */
export function schemeFrom(
  content: SchemeFileContent,
): SchemeHead & { readonly sections: SchemeSections } {
  return {
    ...tableOf(HEAD).toValue(content, {}),
    ...tableOf(BESIDE).toValue(content, {}),
    sections: tableOf(SECTIONS).toValue(content, {}),
  };
}
