import {
  capitalized,
  type DocumentSection,
  keyInWords,
  sectionInWords,
  type Table,
} from "@jkp/exhibit";
import { CHOICE_REASONS, type ModelChoices, type SchemeValuation } from "@jkp/valuation";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { rulesTakenTables } from "../valuations/rules_taken.ts";
import { keyOf } from "./result_exhibits.ts";
import { nameOf } from "./result_sections.ts";

/** How results follow from assumptions, what was left open, and how rules are taken. */
export function methodSection(
  { valued, inputs, basis: { file } }: SchemeComparison,
  source: string,
): DocumentSection {
  const isSteady = inputs.some(({ stated }) => stated?.followsUnemployment === false);
  const groups = bySchemeAndDuration(valued);
  const taken = groups.map((group) => {
    const one = group[0]!;
    const [table] = rulesTakenTables(one, source);
    return { ...table, id: `rules_taken_${keyOf(one)}`, title: nameOf(one, groups) };
  });
  return {
    id: "method",
    title: "Method and choices",
    paragraphs: [
      (isSteady
        ? "Terminations, which follow unemployment only where the assumptions say so, give, " +
          "with survival out of work, the number "
        : "Terminations follow unemployment and, with survival out of work, give the number ") +
      "of beneficiaries by month; months make financial years, and years the fund. The " +
      "contribution rate is the level one with which the fund ends as it is wanted.",
    ],
    tables: [choicesInForce(groups, file.content.method.reasons ?? {})],
    subsections: [{ id: "rules_taken", title: "How rules are taken", tables: taken }],
  };
}

/** What the method leaves open and how it was decided; by law where schemes differ. */
function choicesInForce(
  groups: readonly (readonly SchemeValuation[])[],
  own: { readonly [Name in keyof ModelChoices]?: string | undefined },
): Table {
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  const chosen = (name: keyof ModelChoices) =>
    [
      ...new Set(
        groups.flat().map(({ valuation }) => String(valuation.assumptions.choices[name])),
      ),
    ].map(keyInWords).join(" or ");
  const rows = names.map((name) => ({
    name: capitalized(sectionInWords(name)),
    chosen: chosen(name),
    reason: own[name] ?? CHOICE_REASONS[name],
  }));
  return {
    id: "choices",
    number: "",
    title: "What the method leaves open, and how it is decided",
    columns: [
      { key: "name", title: "Choice" },
      { key: "chosen", title: "In force" },
      { key: "reason", title: "Why it has to be made" },
    ],
    rows,
    notes: [
      ...(names.every((name) => own[name] !== undefined) ? [] : [
        "Reasons speak of the sections and tables of ILO (2021), which describe the method and " +
        "leave this open.",
      ]),
      ...(rows.some(({ chosen }) => chosen.includes(" or "))
        ? ["Two choices in force: by the law of each scheme."]
        : []),
    ],
    source: "",
  };
}
