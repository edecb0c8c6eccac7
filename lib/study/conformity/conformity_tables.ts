import { conformity, type ConformityCheck } from "./conformity.ts";
import type { Rules } from "@jkp/scheme";
import type { Column, Table } from "@jkp/exhibit";
import { alikeNotes, joinAlike } from "../schemes/alike.ts";
import type { ConformityBasis } from "./conformity_basis.ts";

const TITLE = "Conformity with ILO Conventions 102 and 168";
const NOTES: readonly string[] = [
  "A first answer by the numbers, no legal opinion. Convention 168 without the " +
  "exceptions it allows at first; its Article 11(2) lets States leave out public " +
  "employees whose posts are guaranteed, who are counted here.",
];
const NOTES_ON_BASIS: readonly string[] = [
  "Coverage: those registered, as the papers judge it; abroad by law, on Indonesian " +
  "employees. Skilled worker: 125 per cent of the average earnings of all persons " +
  "protected (Convention 102, Article 65(6)(d)), for which members stand.",
];

/**
 * Whether schemes keep the ILO's Conventions 102 and 168, rule by rule.
 *
 * @param schemes Their rules.
 * @param basis Coverage and wages; without it rules that need them have no verdict.
 * @returns A row a scheme and rule, the article named.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { conformityTable } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assert } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
 * assert(conformityTable([jkp]).rows.length > 8);
 * ```
 */
export function conformityTable(
  schemes: readonly Rules[],
  basis?: ConformityBasis,
): Table {
  return {
    id: "conformity",
    number: "",
    title: TITLE,
    columns: [
      { key: "scheme", title: "Scheme" },
      { key: "convention", title: "Convention" },
      { key: "article", title: "Article" },
      { key: "wanted", title: "Wants" },
      { key: "got", title: "The scheme has" },
      { key: "verdict", title: "Verdict" },
    ],
    rows: judged(schemes, basis).flatMap(({ rules, checks }) =>
      checks.map(({ convention, article, wanted, got, verdict }) => ({
        scheme: rules.name,
        convention,
        article,
        wanted,
        got,
        verdict,
      }))
    ),
    notes: notesOn(basis),
    source: sourceOf(basis),
  };
}

/** Rules in the order of the columns, in words. */
const RULES: readonly (readonly [ConformityCheck["rule"], string])[] = [
  ["rate", "Benefit rate"],
  ["duration", "Duration"],
  ["waiting", "Waiting"],
  ["repeat claims", "Repeat claims"],
  ["limit", "Ceiling"],
  ["financing", "Employees' share"],
  ["coverage", "Coverage"],
];

const VERDICTS = {
  "conforms": "yes",
  "does not conform": "no",
  "needs data": "open",
} as const;

/**
 * Whether schemes keep the ILO's Conventions 102 and 168, a row a scheme.
 *
 * @param schemes Their rules.
 * @param basis Coverage and wages; without it rules that need them have no verdict.
 * @returns A column a rule, the article named; schemes of the same verdicts share a row.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { conformityOverview } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
 * const [row] = conformityOverview([jkp]).rows;
 * assertEquals([row!["C102 rate"], row!["C168 rate"]], ["yes", "no"]);
 * ```
 */
export function conformityOverview(
  schemes: readonly Rules[],
  basis?: ConformityBasis,
): Table {
  const all = judged(schemes, basis);
  const groups = joinAlike(all, verdictsOf);
  const articles = new Map(
    all.flatMap(({ checks }) => checks).map((check) => [keyOf(check), check.article]),
  );
  const columns = (["C102", "C168"] as const).flatMap((convention) =>
    RULES.flatMap(([rule, title]): Column[] => {
      const article = articles.get(keyOf({ convention, rule }));
      return article === undefined
        ? []
        : [{ key: keyOf({ convention, rule }), title, unit: article, group: convention }];
    })
  );
  return {
    id: "conformity_overview",
    number: "",
    title: TITLE,
    columns: [{ key: "scheme", title: "Scheme" }, ...columns],
    rows: groups.map(({ first }) => ({
      scheme: first.rules.title,
      ...verdictsOf(first),
    })),
    notes: [
      "Open: the data that would decide are missing.",
      ...notesOn(basis),
      ...alikeNotes(groups),
    ],
    source: sourceOf(basis),
  };
}

interface Judged {
  readonly rules: Rules;
  readonly checks: readonly ConformityCheck[];
}

function judged(
  schemes: readonly Rules[],
  basis: ConformityBasis | undefined,
): Judged[] {
  return schemes.map((rules) => ({ rules, checks: conformity(rules, basis?.of(rules)) }));
}

function verdictsOf({ checks }: Judged): Readonly<Record<string, string>> {
  return Object.fromEntries(
    checks.map((check) => [keyOf(check), VERDICTS[check.verdict]]),
  );
}

function keyOf(
  { convention, rule }: Pick<ConformityCheck, "convention" | "rule">,
): string {
  return `${convention} ${rule}`;
}

function notesOn(basis: ConformityBasis | undefined): string[] {
  return [...NOTES, ...(basis === undefined ? [] : NOTES_ON_BASIS)];
}

function sourceOf(basis: ConformityBasis | undefined): string {
  return "Rules: data/designs. Conventions as the ILO's papers of 2020 and 2023 quote them" +
    (basis === undefined
      ? "."
      : ", and their standard texts for articles not named there. " + basis.source);
}
