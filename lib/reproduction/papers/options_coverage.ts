import type { Coverage, Membership, WorkerGroup } from "@jkp/scheme";
import { COUNTRIES } from "./document_rules.ts";
import { quoted, rule, words } from "./document_cell.ts";
import type { DocumentCell, DocumentCells, DocumentTable } from "./document_table.ts";

const GROUPS: readonly WorkerGroup[] = [
  "employee",
  "civil_servant",
  "migrant",
  "domestic_worker",
  "part_time",
  "employer",
];

/** O and X as the paper prints them. */
const SIGNS: Readonly<Record<NonNullable<Membership>, string>> = {
  mandatory: "O",
  voluntary: "Voluntary",
  excluded: "X",
};

/** Who is covered in the five countries. */
export const OPTIONS_TABLE_1: DocumentTable = {
  item: "options2020_table_01",
  number: "Table 1",
  title: "Coverage of selected unemployment benefit schemes in Asia",
  stub: "Country",
  notes: [
    "O covered, X not covered. Japan's least duration of part-time work, one month, is " +
    "in the text of the file, not in a rule.",
  ],
  cells(rules) {
    const cells = COUNTRIES.flatMap((country) =>
      GROUPS.map((
        group,
      ) => [`${country}/${group}`, cellOf(rules[country].coverage, group)])
    );
    return Object.fromEntries(cells) as DocumentCells;
  },
};

function cellOf(coverage: Coverage, group: WorkerGroup): DocumentCell {
  const membership = coverage.groups[group];
  if (membership === null) return quoted("the design file does not name the group");
  const { minimumHoursPerWeek, minimumHoursPerMonth, employerStaffBelow } = coverage;
  if (group === "part_time" && minimumHoursPerWeek !== null) {
    const month = minimumHoursPerMonth === null
      ? ""
      : ` or ${minimumHoursPerMonth} a month`;
    return words(`from ${minimumHoursPerWeek} hours a week${month}`);
  }
  if (group === "employer" && employerStaffBelow !== null) {
    return words(
      `${SIGNS[membership].toLowerCase()}, fewer than ${employerStaffBelow} staff`,
    );
  }
  return rule(SIGNS[membership]);
}
