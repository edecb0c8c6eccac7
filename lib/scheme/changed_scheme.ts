import { checkMonth, type Month } from "@jkp/month";
import {
  checkArgument,
  checkOptions,
  checkText,
  checkWords,
  didYouMean,
  shownValue,
} from "@jkp/problem";
import { BENEFIT_KINDS, DURATION_KINDS } from "./rules/benefit_sections.ts";
import type { Kinds } from "./rules/description.ts";
import type { FurtherSections, NeededSections, Scheme } from "./rules/scheme.ts";

type Section = NeededSections & FurtherSections;

/** A section as it is to be: its date is that of the change, its source may be left out. */
type Changed<Value> = Value extends unknown
  ? Omit<Value, "from" | "source" | "note"> & Partial<Pick<Value, keyof Value & KEPT>>
  : never;

type KEPT = "from" | "source" | "note";

/** Sections of a scheme by name, each whole. */
export type SchemeChanges = { readonly [Key in keyof Section]?: Changed<Section[Key]> };

/** What a changed scheme is called, and from when it holds. */
export interface ChangedSchemeOptions {
  /** Another than the scheme's: tables and files call it so. */
  readonly name: string;
  readonly title: string;
  /**
   * First month of the change: a reform, before which all is as it was.
   * @default the scheme's start: as if it had always been so
   */
  readonly from?: Month | undefined;
}

/**
 * Another scheme: one with some of its sections changed, always or from a month on.
 *
 * @param scheme The scheme to begin with.
 * @param changes Sections by name, each whole: copy one of `scheme.sections`, or rules.
 * @param options Name, title, and month of a reform.
 * @returns The scheme, for whatever takes one; later versions of the sections are left out.
 * @throws {RangeError} If there is no such section, kind or option, or a section has other
 * keys.
 *
 * @example 60 per cent for six months, from 2026 on
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { benefitRates, changedScheme, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = await readScheme("jkp_2021");
 * const from = monthOf(2026, 1);
 * const options = { name: "sixty", title: "JKP, 60 per cent", from };
 * const sixty = changedScheme(jkp, { benefit: { kind: "flat", rate: 0.6 } }, options);
 * const firstRate = (month: number) => benefitRates(rulesAt(sixty, month).benefit)[0];
 * assertEquals([firstRate(from - 1), firstRate(from)], [0.45, 0.6]);
 * ```
 */
export function changedScheme(
  scheme: Scheme,
  changes: SchemeChanges,
  options: ChangedSchemeOptions,
): Scheme {
  checkArgument(DOING, "a scheme, as readScheme reads it,", scheme, ["name", "sections"]);
  checkOptions(DOING, options, ["name", "title", "from"]);
  const { name, title, from } = options;
  checkText(DOING, "a name", name);
  checkText(DOING, "a title", title);
  checkArgument(DOING, "sections by name", changes);
  if (from !== undefined) checkMonth(DOING, "from", from);
  const sections: Record<string, unknown> = { ...scheme.sections };
  for (const [key, change] of Object.entries(changes)) {
    const versions = versionsOf(scheme, key);
    checkSection(key, versions, change);
    const kept = from === undefined ? [] : versions.filter((each) => each.from < from);
    const start = from ?? versions[0]?.from ?? scheme.sections.coverage[0]!.from;
    const dated = { source: OWN_SOURCE, note: null, ...change, from: start };
    sections[key] = [...kept, dated];
  }
  return {
    ...scheme,
    name,
    title,
    titleId: null,
    sections: sections as unknown as Scheme["sections"],
  };
}

const DOING = "change a scheme";
const OWN_SOURCE = "own design";
const DATED: readonly string[] = ["from", "source", "note"] satisfies readonly KEPT[];

/** A section's versions, whatever the section. */
interface Version {
  readonly from: Month;
  readonly kind?: unknown;
}

/** Keys of a section; where it is of a kind, those of the kind and those of all. */
function keysWanted(key: string, like: Version, change: Partial<Version>): string[] {
  const kinds = KINDS[key];
  if (kinds === undefined) return Object.keys(like);
  const { kind } = change;
  checkWords(DOING, `kind of ${key}`, kind, Object.keys(kinds));
  const own = Object.values(kinds).flatMap((each) => Object.keys(each));
  const ofAll = Object.keys(like).filter((each) => !own.includes(each));
  return [...ofAll, ...Object.keys(kinds[String(kind)]!)];
}

function versionsOf({ sections }: Scheme, key: string): readonly Version[] {
  const known = Object.keys(sections);
  if (known.includes(key)) return sections[key as keyof typeof sections];
  throw new RangeError(
    `Cannot change a scheme: one of its sections is wanted, got ${shownValue(key)}` +
      didYouMean(key, known),
  );
}

/** Sections that are of one of several kinds, with the keys that each has of its own. */
const KINDS: Readonly<Record<string, Kinds>> = {
  benefit: BENEFIT_KINDS,
  duration: DURATION_KINDS,
};

/** Refuses a kind that there is not, and other keys than it has: nothing would heed them. */
function checkSection(key: string, versions: readonly Version[], change: object): void {
  checkArgument(DOING, `${key} as a record, whole,`, change);
  const like = versions.at(-1);
  if (like === undefined) return;
  const wanted = keysWanted(key, like, change).filter((each) => !DATED.includes(each));
  const given = Object.keys(change).filter((each) => !DATED.includes(each));
  const unknown = given.filter((each) => !wanted.includes(each));
  const missing = wanted.filter((each) => !given.includes(each));
  if (unknown.length + missing.length === 0) return;
  const got = unknown.length > 0
    ? shownValue(unknown[0]!) + didYouMean(unknown[0]!, missing)
    : `no ${missing.join(", ")}`;
  throw new RangeError(
    `Cannot change a scheme: ${key} with ${wanted.join(", ")} is wanted, got ${got}`,
  );
}
