import {
  type CellMutator,
  NO_MONTHS,
  NO_NUMBERS,
  oneOf,
  withBlanks,
  withUnseen,
} from "./cell_mutators.ts";
import { bad, cellOf, type Label, OPEN, type Table, withCell } from "./mutant.ts";
import type { Random } from "./random.ts";

/** What cells of spells may become, by name of the change. */
export const SPELL_CELLS: Readonly<Record<string, CellMutator>> = {
  "sign not seen": {
    columns: ["member_id", "sex", "start_month", "monthly_wage_idr", "end_reason"],
    change: withUnseen,
    makes: "bad",
  },
  "required cell empty": {
    columns: [
      ...["member_id", "sex", "birth_month", "start_month", "last_month"],
      ...["monthly_wage_idr", "weight"],
    ],
    change: oneOf("", " ", "  "),
    makes: "bad",
  },
  "mark for nothing": {
    columns: ["sex", "birth_month", "start_month", "last_month", "monthly_wage_idr"],
    change: oneOf("-", "NULL", "N/A", "NA", "#N/A"),
    makes: "bad",
  },
  "blanks around": {
    columns: ["member_id", "sex", "start_month", "claim_month", "monthly_wage_idr"],
    change: withBlanks,
    makes: "same",
  },
  "no month": {
    columns: ["birth_month", "start_month", "last_month", "claim_month"],
    change: oneOf(...NO_MONTHS),
    makes: "bad",
  },
  "no number": {
    columns: ["monthly_wage_idr", "weight"],
    change: oneOf(...NO_NUMBERS),
    makes: "bad",
  },
  "number with exponent": {
    columns: ["monthly_wage_idr", "weight"],
    change: oneOf("4e6", "1E3", "4.2e+06", "1e-3"),
    makes: "bad",
  },
  "wage not above 0": {
    columns: ["monthly_wage_idr"],
    change: oneOf("0", "-1", "-4200000", "0.0", "-0"),
    makes: "bad",
  },
  "wage of nobody": {
    columns: ["monthly_wage_idr"],
    change: oneOf("10000000001", "99999999999999999999", "9".repeat(310)),
    makes: "bad",
  },
  "wage in thousands": {
    columns: ["monthly_wage_idr"],
    change: oneOf("4200", "4.200", "4200.50", "42"),
    makes: "warned",
  },
  "wage in billions": {
    columns: ["monthly_wage_idr"],
    change: oneOf("500000001", "4200000000", "10000000000"),
    makes: "warned",
  },
  "number written otherwise": {
    columns: ["monthly_wage_idr"],
    change: (cell, random) =>
      random.pick([`${cell}.00`, `00${cell}`, `Rp ${cell}`, `Rp.${cell}`, `IDR ${cell}`]),
    makes: "same",
  },
  "wage with fraction": {
    columns: ["monthly_wage_idr"],
    change: (cell, random) => `${cell}${random.pick([".5", ".49", ".000001", ".75"])}`,
    makes: "open",
  },
  "weight not above 0": {
    columns: ["weight"],
    change: oneOf("0", "-1", "-0.5", "0.000"),
    makes: "bad",
  },
  "weight of no sample": {
    columns: ["weight"],
    change: oneOf("1000001", "10000000", `1${"0".repeat(200)}`, "0.0000001"),
    makes: "bad",
  },
  "other weight": {
    columns: ["weight"],
    change: oneOf("0.5", "0.333333", "999999.999999", "0.000001", "7", "1000000", "01"),
    makes: "open",
  },
  "unknown sex": {
    columns: ["sex"],
    change: oneOf("X", "L", "P", "1", "2", "male", "Female", "MF", "\u041c"),
    makes: "bad",
  },
  "sex in small letters": {
    columns: ["sex"],
    change: (cell) => cell.toLowerCase(),
    makes: "same",
  },
  "unknown reason": {
    columns: ["end_reason"],
    change: oneOf("phk", "fired", "layoffs", "0", "lay off", "resign", "none"),
    makes: "bad",
  },
  "reason in capitals": {
    columns: ["end_reason"],
    change: (cell) => cell === "" ? undefined : cell.toUpperCase(),
    makes: "same",
  },
  "reason without claim": {
    columns: ["claim_month"],
    change: (cell, random) => cell === "" ? undefined : random.pick(["", "-", "null"]),
    makes: "bad",
  },
  "claim without reason": {
    columns: ["end_reason"],
    change: (cell, random) => cell === "" ? undefined : random.pick(["", "N/A", " "]),
    blamed: "claim_month",
    makes: "bad",
  },
  "other reason": {
    columns: ["end_reason"],
    change: (cell, random) =>
      cell === "" ? undefined : random.pick(["layoff", "resignation", "other"]),
    makes: "open",
  },
  "month after the extract": {
    columns: ["last_month"],
    change: oneOf("2020-01", "2021-06", "2100-12"),
    makes: "bad",
  },
  "claim after the extract": {
    columns: ["claim_month"],
    change: (cell, random) =>
      cell === "" ? undefined : random.pick(["2020-02", "2099-01"]),
    makes: "bad",
  },
  "claim in the month of the extract": {
    columns: ["claim_month"],
    change: (cell) => cell === "" ? undefined : "2020-01",
    makes: "open",
  },
  "claim before the end": {
    columns: ["claim_month"],
    change: (cell) => cell === "" ? undefined : "1999-01",
    makes: "bad",
  },
  "start after the end": {
    columns: ["start_month"],
    change: oneOf("2020-01", "2022-05", "2100-12"),
    makes: "bad",
  },
  "month out of all time": {
    columns: ["birth_month", "start_month", "last_month"],
    change: oneOf("0001-01", "1899-12", "2101-01", "9999-12"),
    makes: "bad",
  },
  "other month": {
    columns: ["birth_month", "start_month", "last_month", "claim_month"],
    change: (cell, random) =>
      cell === ""
        ? undefined
        : `${random.pick(["1970", "1995", "2015", "2017", "2019"])}${cell.slice(4)}`,
    makes: "open",
  },
  "birth after the start": {
    columns: ["birth_month"],
    change: oneOf("2019-12", "2025-01"),
    makes: "bad",
  },
  "age of nobody": {
    columns: ["birth_month"],
    change: oneOf("1900-01", "1930-07"),
    makes: "open",
  },
};

/** A change of rows of spells; nothing if the table has no row that it fits. */
type RowChange = (
  table: Table,
  random: Random,
  place: (row: number, column: string) => { file: string; row: number; column: string },
) => { table: Table; label: Label } | undefined;

/** The rows of the members with several spells, two that follow each other. */
function pairs({ rows }: Table): number[] {
  return rows.keys().filter((row) => row > 0 && rows[row]![0] === rows[row - 1]![0])
    .toArray();
}

/** Changes a cell of the second of two spells of a member. */
function inSecondSpell(
  change: (table: Table, row: number, random: Random) => [column: string, text: string],
  labelOf: (at: { file: string; row: number; column: string }) => Label,
): RowChange {
  return (table, random, place) => {
    const seconds = pairs(table);
    if (seconds.length === 0) return undefined;
    const row = random.pick(seconds);
    const [column, text] = change(table, row, random);
    if (cellOf(table, row, column) === text) return undefined;
    return {
      table: withCell(table, row, column, text),
      label: labelOf(place(row, column)),
    };
  };
}

/** What rows of spells may become, by name of the change. */
export const SPELL_ROWS: Readonly<Record<string, RowChange>> = {
  "row twice": (table, random, place) => {
    const row = random.below(table.rows.length);
    const rows = table.rows.toSpliced(row + 1, 0, table.rows[row]!);
    return { table: { ...table, rows }, label: bad(place(row + 1, "start_month")) };
  },
  "spells overlap": inSecondSpell(
    (table, row) => ["start_month", cellOf(table, row - 1, "last_month")],
    bad,
  ),
  "another sex": inSecondSpell(
    (table, row) => ["sex", cellOf(table, row, "sex") === "M" ? "F" : "M"],
    bad,
  ),
  "another birth": inSecondSpell((_, __, random) => [
    "birth_month",
    random.pick(["1971-03", "1990-01"]),
  ], (at) => bad({ file: at.file, row: at.row })),
  "spell after death": (table, random, place) => {
    const seconds = pairs(table).filter((row) =>
      cellOf(table, row - 1, "end_reason") !== ""
    );
    if (seconds.length === 0) return undefined;
    const row = random.pick(seconds);
    return {
      table: withCell(table, row - 1, "end_reason", "death"),
      label: bad(place(row, "start_month")),
    };
  },
  "id in other letters": inSecondSpell(
    (table, row) => ["member_id", cellOf(table, row, "member_id").toLowerCase()],
    ({ file, column }) => ({ is: "warned", at: { file, column } }),
  ),
  "id without zeros": inSecondSpell(
    (table, row) => ["member_id", cellOf(table, row, "member_id").replace(/^0+/, "")],
    ({ file, column }) => ({ is: "warned", at: { file, column } }),
  ),
  "id of another": (table, random) => {
    const [row, other] = [
      random.below(table.rows.length),
      random.below(table.rows.length),
    ];
    const id = cellOf(table, other, "member_id");
    return { table: withCell(table, row, "member_id", id), label: OPEN };
  },
};
