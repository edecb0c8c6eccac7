import { type Table, unitThatShows } from "@jkp/exhibit";
import { survivalAt } from "@jkp/survival";
import { saidByScenario } from "./said_by_scenario.ts";
import type { ValuationRun } from "@jkp/valuation";

/** A level of `[experience]`. */
type LevelKey = keyof NonNullable<
  NonNullable<ValuationRun["basis"]["file"]["content"]["experience"]>["basis"]
>;

/**
 * Levels that a valuation file states in place of the extract's, a column a scenario;
 * `null` if it states none.
 */
export function statedLevelsTable(
  { inputs, basis: { file: { content }, roles } }: ValuationRun,
  source: string,
): Table | null {
  const { experience, members } = content;
  const of = roles.map((role, i) => ({
    role,
    inputs: inputs[i]!,
    levels: { ...experience, ...experience?.roles?.[role] },
    marks: { ...experience?.basis, ...experience?.roles?.[role]?.basis },
  }));
  const marksMembers = members?.by_year.some(({ basis }) => basis !== undefined) ?? false;
  const isMarked = marksMembers || of.some(({ marks }) => Object.keys(marks).length > 0);
  const percent = (fraction: number, decimals: number) => ({
    value: 100 * fraction,
    decimals,
  });
  const row = (
    name: string,
    unit: string,
    cell: (each: typeof of[number]) => Table["rows"][number][string] | undefined,
    key: LevelKey | null,
    said = experience?.source,
  ) => {
    const basis = saidByScenario(of.map(({ inputs, marks }) => ({
      title: inputs.scenario.title,
      words: key === null ? undefined : marks[key],
    })));
    const cells = of.map((each) => cell(each) ?? null);
    return cells.every((value) => value === null) ? [] : [{
      name,
      unit,
      ...Object.fromEntries(of.map(({ role }, i) => [role, cells[i]!])),
      source: said ?? null,
      basis,
    }];
  };
  const persons = unitThatShows(
    "persons",
    of.flatMap(({ inputs, levels }) => [
      ...inputs.stated?.members?.values ?? [],
      levels.members ?? 0,
    ]),
    0,
  );
  const rows = [
    ...(members === undefined ? [] : members.by_year.flatMap(({ year, basis }) =>
      row(
        `Members, average of ${year}`,
        persons.unit,
        ({ inputs }) => {
          const { firstYear, values } = inputs.stated!.members!;
          return { value: values[year - firstYear]! / persons.size, decimals: 0 };
        },
        null,
        members.source,
      ).map((each) => ({ ...each, basis: basis ?? null }))
    )),
    ...row(
      "Members, average of the base year",
      persons.unit,
      ({ levels }) =>
        levels.members === undefined
          ? undefined
          : { value: levels.members / persons.size, decimals: 0 },
      "members",
    ),
    ...row(
      "Terminations a month",
      "% of members",
      ({ levels: { termination_pct_per_month: value } }) =>
        value === undefined ? undefined : { value, decimals: 4 },
      "termination_pct_per_month",
    ),
    ...row(
      "Covered leavers who are paid",
      "%",
      ({ levels: { eligible_share: value } }) =>
        value === undefined ? undefined : percent(value, 2),
      "eligible_share",
    ),
    ...row(
      "Members' mean wage, base year, before any ceiling",
      "rupiah a month",
      ({ levels }) => levels.mean_wage_idr,
      "mean_wage_idr",
    ),
    ...row(
      "Claimants' mean wage over members'",
      "%",
      ({ levels: { claimants_relative_wage: value } }) =>
        value === undefined ? undefined : percent(value, 2),
      "claimants_relative_wage",
    ),
    ...row(
      "Still out of work after 6 months",
      "%",
      ({ levels, inputs: { inactivityCurve: curve } }) =>
        levels.survival === undefined || curve === undefined
          ? undefined
          : percent(survivalAt(curve, 6), 1),
      "survival",
    ),
    ...row(
      "Terminations follow unemployment",
      "",
      ({ levels: { follows_unemployment: value } }) =>
        value === undefined ? undefined : value ? "yes" : "no",
      "follows_unemployment",
    ),
  ];
  return rows.length === 0 ? null : {
    id: "stated_levels",
    number: "",
    title: "Levels stated in the valuation file, in place of the extract's",
    columns: [
      { key: "name", title: "Level" },
      ...of.map(({ role, inputs: { scenario: { title } } }) => ({ key: role, title })),
      { key: "unit", title: "Unit" },
      ...(isMarked ? [{ key: "basis", title: "Printed, inferred or assumed" }] : []),
      { key: "source", title: "Source" },
    ],
    rows,
    notes: [
      "Of the extract remains what is not stated, and the structure by sex and age: shares " +
      "of men, and wages of one sex over the other's.",
    ],
    source,
  };
}
