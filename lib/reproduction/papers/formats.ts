import { DAYS_PER_MONTH, formatMonth } from "@jkp/month";
import type { ExcludingBenefit, Membership, Rules } from "@jkp/scheme";
import { otherBenefitInWords } from "@jkp/entitlement";
import { keyInWords } from "@jkp/exhibit";
import type { Vocabulary } from "./documents_file.ts";

/** What a cell shows; `null` for nothing. */
export type Shown = number | string | null;

/** A way to write a value as a paper prints it. */
export interface Format {
  /** What it is for, in words. */
  readonly of: string;
  accepts(value: unknown): boolean;
  /** Writes a value that it accepts, of the rules of a design if it is of one. */
  write(value: unknown, rules: Rules | null): Shown;
}

const MILLION = 1_000_000;

/** The formats of values, by the name that stands in the column `as`. */
const FORMATS: Readonly<Record<string, Format>> = {
  "": {
    of: "a number or a text",
    accepts: (value) => isOneOf(["number", "string"], value),
    write: (value) => value as Shown,
  },
  percent: ofNumber(percent),
  percent_or_dash: ofNumber((rate) => rate === 0 ? "–" : percent(rate)),
  per_cent: ofNumber(perCent),
  years: ofNumber((months) => months / 12),
  millions: ofNumber((amount) => amount / MILLION),
  month: ofNumber(formatMonth),
  months: ofNumber((count) => countOf(count, "month")),
  a_month: ofNumber((count) => count === 1 ? "a month" : countOf(count, "month")),
  days: ofNumber((count) => count === 0 ? "none" : countOf(count, "day")),
  thirds: ofNumber(thirdsInWords),
  money: ofNumber((amount, { currency }) => money(currency, amount)),
  money_by_30: ofNumber((amount, { currency }) =>
    money(currency, amount / DAYS_PER_MONTH)
  ),
  key: {
    of: "a text",
    accepts: (value) => isOneOf(["string"], value),
    write: (value) => value === null ? null : keyInWords(value as string),
  },
  list: ofList(listOf),
  other_benefits: ofList((benefits: readonly ExcludingBenefit[]) =>
    listOf(benefits.map((benefit) => otherBenefitInWords(benefit)))
  ),
  mandatory: ofMemberships("mandatory"),
  voluntary: ofMemberships("voluntary"),
  excluded: ofMemberships("excluded"),
};

/** All formats: those of values, and the words that a description of papers has. */
export function formatsWith(
  vocabularies: Readonly<Record<string, Vocabulary>>,
): ReadonlyMap<string, Format> {
  const words = Object.entries(vocabularies).map(([name, vocabulary]) =>
    [name, ofVocabulary(vocabulary)] as const
  );
  return new Map([...Object.entries(FORMATS), ...words]);
}

/** What is not in the vocabulary stands as it is, and so differs from the printed word. */
function ofVocabulary(vocabulary: Vocabulary): Format {
  return {
    of: "one value",
    accepts: (value) => isOneOf(["number", "string", "boolean"], value),
    write: (value) => {
      const key = String(value ?? "nothing");
      return Object.hasOwn(vocabulary, key) ? vocabulary[key]! : key;
    },
  };
}

function ofNumber(write: (value: number, rules: Rules) => Shown): Format {
  return {
    of: "a number",
    accepts: (value) => isOneOf(["number"], value),
    write: (value, rules) => value === null ? null : write(value as number, rules!),
  };
}

function ofList<Item>(write: (items: readonly Item[]) => string): Format {
  return {
    of: "a list",
    accepts: (value) => value === null || Array.isArray(value),
    write: (value) => value === null ? null : write(value as readonly Item[]),
  };
}

/** The groups, or sizes of enterprise, that belong to a scheme in one way. */
function ofMemberships(wanted: NonNullable<Membership>): Format {
  return {
    of: "groups or enterprises",
    accepts: (value) => typeof value === "object" && !Array.isArray(value),
    write: (value) =>
      listOf(
        Object.entries(value ?? {}).filter(([, each]) => each === wanted)
          .map(([name]) => keyInWords(name)),
      ),
  };
}

function isOneOf(types: readonly string[], value: unknown): boolean {
  return value === null || types.includes(typeof value);
}

/** A fraction in per cent, without the noise of the multiplication. */
export function percent(rate: number): number {
  return Number((100 * rate).toPrecision(12));
}

function perCent(rate: number): string {
  return `${percent(rate)} per cent`;
}

function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** `JPY 2 500`. */
function money(currency: string, amount: number): string {
  return `${currency} ${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, " ")}`;
}

/** `a, b and c`. */
function listOf(things: readonly string[]): string {
  if (things.length < 2) return things.join("");
  return `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}

/** A third or two of them, in words. */
function thirdsInWords(fraction: number): string {
  const thirds = Math.round(3 * fraction);
  if (Math.abs(3 * fraction - thirds) > 1e-9) return perCent(fraction);
  return thirds === 1 ? "one third" : "two thirds";
}
