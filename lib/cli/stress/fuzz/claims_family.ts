import type { Claim } from "@jkp/entitlement";
import { readClaims } from "@jkp/entitlement/read";
import { formatMonth, monthOf } from "@jkp/month";
import type { Scheme } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { join } from "node:path";
import { claimCommand } from "../../claim.ts";
import { decideMembers } from "../../claim_members.ts";
import {
  type CellMutator,
  changeCell,
  NO_MONTHS,
  NO_NUMBERS,
  oneOf,
  withBlanks,
  withUnseen,
} from "./cell_mutators.ts";
import { runWriting } from "./commands.ts";
import {
  bad,
  bytesOf,
  type Counts,
  csvOf,
  type Family,
  type Label,
  type Mutant,
  NotRead,
  type Outcome,
  SAME,
  type Table,
} from "./mutant.ts";
import { problemsOf } from "./own_problem.ts";
import type { Random } from "./random.ts";
import { monthIn, numberIn, type PlainRow, readPlainly, textIn } from "./read_plainly.ts";
import { type TableForm, TEXT_MUTATORS } from "./text_mutators.ts";

const CONTRIBUTIONS = "contributions.csv";
const TERMINATIONS = "terminations.csv";
const CAUSES = [
  ...["involuntary", "fixed_term_expiry", "just_cause_resignation"],
  ...["forced_resignation", "voluntary_resignation", "misconduct"],
];

/** Contributions and terminations of many members, as `claim` reads them. */
export const CLAIMS: Family = {
  name: "claims",
  draw: (random) => Promise.resolve(draw(random)),
  run,
  reference,
  runCommands: (folder, out, outcome) =>
    runWriting(
      claimCommand,
      [
        join(folder, CONTRIBUTIONS),
        ...["--terminations", join(folder, TERMINATIONS), "--out", join(out, "c.csv")],
      ],
      out,
      outcome,
    ),
};

const TEXT = {
  isByRow: false,
  isLenient: false,
  isAnyOrder: false,
  needsRows: true,
  key: "member_id",
} as const;

const FORMS: Readonly<Record<string, TableForm>> = {
  [CONTRIBUTIONS]: { ...TEXT, file: CONTRIBUTIONS, required: "wage" },
  [TERMINATIONS]: { ...TEXT, file: TERMINATIONS, required: "reason" },
};

/** What cells may become, by file and name of the change. */
const CELLS: Readonly<Record<string, Readonly<Record<string, CellMutator>>>> = {
  [CONTRIBUTIONS]: {
    "sign not seen": {
      columns: ["member_id", "first_month", "wage"],
      change: withUnseen,
      makes: "bad",
    },
    "required cell empty": {
      columns: ["member_id", "first_month", "last_month", "wage"],
      change: oneOf("", " "),
      makes: "bad",
    },
    "no month": {
      columns: ["first_month", "last_month"],
      change: oneOf(...NO_MONTHS),
      makes: "bad",
    },
    "month out of all time": {
      columns: ["first_month", "last_month"],
      change: oneOf("0000-01", "0001-01", "9999-12", "2500-01"),
      makes: "bad",
    },
    "no number": { columns: ["wage"], change: oneOf(...NO_NUMBERS), makes: "bad" },
    "wage below 0": { columns: ["wage"], change: oneOf("-1", "-0.5"), makes: "bad" },
    "wage of nobody": {
      columns: ["wage"],
      change: oneOf("9".repeat(310), `1${"0".repeat(40)}`, "99999999999999999999"),
      makes: "bad",
    },
    "other wage": {
      columns: ["wage"],
      change: oneOf("0", "1", "4200000.5", "0004200000", "none"),
      makes: "open",
    },
    "other month": {
      columns: ["first_month", "last_month"],
      change: oneOf("2019-01", "2021-06", "2022-01", "2023-12"),
      makes: "open",
    },
    "blanks around": {
      columns: ["member_id", "first_month", "wage"],
      change: withBlanks,
      makes: "same",
    },
    "id of nobody else": { columns: ["member_id"], change: oneOf("Z99"), makes: "open" },
    "id in other letters": {
      columns: ["member_id"],
      change: (cell) => cell.toLowerCase(),
      makes: "open",
    },
  },
  [TERMINATIONS]: {
    "sign not seen": {
      columns: ["member_id", "month", "reason"],
      change: withUnseen,
      makes: "bad",
    },
    "required cell empty": {
      columns: ["member_id", "month", "reason"],
      change: oneOf("", " "),
      makes: "bad",
    },
    "no month": {
      columns: ["month", "claim_month"],
      change: oneOf(...NO_MONTHS),
      makes: "bad",
    },
    "month out of all time": {
      columns: ["month", "claim_month"],
      change: oneOf("0000-01", "9999-12", "2500-01"),
      makes: "bad",
    },
    "unknown reason": {
      columns: ["reason"],
      change: oneOf("layoff", "fired", "PHK", "Involuntary", "0", "resign"),
      makes: "bad",
    },
    "other reason": { columns: ["reason"], change: oneOf(...CAUSES), makes: "open" },
    "claim before the end": {
      columns: ["claim_month"],
      change: oneOf("1999-01", "2015-12"),
      makes: "bad",
    },
    "termination before the design or the last contribution": {
      columns: ["month"],
      change: oneOf("2019-02", "2021-01", "1998-01"),
      makes: "bad",
    },
    "age of nobody": {
      columns: ["age"],
      change: oneOf("-1", "121", "30.5", "abc", "1e2", "inf", "thirty"),
      makes: "bad",
    },
    "other age": {
      columns: ["age"],
      change: oneOf("15", "54", "120", ""),
      makes: "open",
    },
    "blanks around": {
      columns: ["member_id", "month", "reason", "age"],
      change: withBlanks,
      makes: "same",
    },
    "id of nobody": { columns: ["member_id"], change: oneOf("Z99"), makes: "bad" },
  },
};

function draw(random: Random): { honest: Mutant; mutant: Mutant } {
  const tables = honestTables(random);
  const honest: Mutant = { kind: "honest", files: filesOf(tables), label: SAME };
  const file = random.pick([CONTRIBUTIONS, TERMINATIONS]);
  const table = tables[file]!;
  const changed = (kind: string, bytes: Uint8Array, label: Label) => ({
    honest,
    mutant: {
      kind: `${file}, ${kind}`,
      files: { ...honest.files, [file]: bytes },
      label,
    },
  });
  if (random.happens(0.4)) {
    const [kind, mutator] = random.pick(Object.entries(TEXT_MUTATORS));
    const { bytes, label } = mutator(table, random, FORMS[file]!);
    return changed(kind, bytes, label);
  }
  if (random.happens(0.1)) {
    const row = random.below(table.rows.length);
    const rows = table.rows.toSpliced(row + 1, 0, table.rows[row]!);
    const column = file === CONTRIBUTIONS ? "first_month" : "member_id";
    const label = bad({ file, row: row + 3, column });
    return changed("row twice", bytesOf(csvOf({ ...table, rows })), label);
  }
  while (true) {
    const [kind, mutator] = random.pick(Object.entries(CELLS[file]!));
    const place = (row: number, column: string) => ({ file, row: row + 2, column });
    const result = changeCell(table, random, mutator, place);
    if (result === undefined) continue;
    return changed(kind, bytesOf(csvOf(result.table)), result.label);
  }
}

function filesOf(tables: Readonly<Record<string, Table>>) {
  return Object.fromEntries(
    Object.entries(tables).map(([file, table]) => [file, bytesOf(csvOf(table))]),
  );
}

/** Some members with a few jobs each, the last of which ended. */
function honestTables(random: Random): Record<string, Table> {
  const contributions: string[][] = [];
  const terminations: string[][] = [];
  const count = 3 + random.below(10);
  for (let member = 0; member < count; member++) {
    const id = `A${String(member).padStart(3, "0")}`;
    let month = monthOf(2016, 1) + random.below(48);
    let last = month;
    for (let jobs = 1 + random.below(4); jobs > 0; jobs--) {
      last = month + random.below(14);
      const wage = String(1_000_000 + 1000 * random.below(9000));
      contributions.push([id, formatMonth(month), formatMonth(last), wage]);
      month = last + 1 + random.below(4);
    }
    const end = Math.max(monthOf(2021, 3), last + random.below(3));
    const claim = random.happens(0.3) ? formatMonth(end + 1 + random.below(3)) : "";
    const age = String(18 + random.below(40));
    terminations.push([id, formatMonth(end), random.pick(CAUSES), claim, age]);
  }
  return {
    [CONTRIBUTIONS]: {
      header: ["member_id", "first_month", "last_month", "wage"],
      rows: contributions,
    },
    [TERMINATIONS]: {
      header: ["member_id", "month", "reason", "claim_month", "age"],
      rows: terminations,
    },
  };
}

let design: Scheme | undefined;

async function run(folder: string): Promise<Outcome> {
  design ??= await readScheme("jkp_2021");
  try {
    const { claims, membersLeftOut } = await readClaims({
      contributions: join(folder, CONTRIBUTIONS),
      terminations: join(folder, TERMINATIONS),
    });
    const [decision] = decideMembers(claims, [design], {});
    const { totalBenefit } = decision!.results;
    if (!totalBenefit.every((amount) => amount >= 0 && amount < Infinity)) {
      throw new Error("a benefit that is no amount");
    }
    return { counts: countsOf(claims, membersLeftOut), found: [] };
  } catch (error) {
    return { found: problemsOf(error) };
  }
}

function countsOf(claims: readonly Claim[], membersLeftOut: number): Counts {
  const counts = new Map([["members left out", membersLeftOut]]);
  for (const { title, history, termination } of claims) {
    const { contributions, member = {} } = history;
    const months = contributions.map(({ firstMonth, lastMonth }) =>
      lastMonth - firstMonth + 1
    );
    const wages = contributions.map(({ wage }, at) => wage * months[at]!);
    counts.set(`${title} months`, months.reduce((sum, each) => sum + each, 0));
    counts.set(`${title} wages`, wages.reduce((sum, each) => sum + each, 0));
    counts.set(`${title} end ${termination.reason}`, termination.month);
    counts.set(`${title} claim`, termination.claimMonth ?? 0);
    counts.set(`${title} age`, member.age ?? -1);
  }
  return counts;
}

/** The earliest and latest month that somebody living can have worked in. */
const [EARLIEST, LATEST] = [12 * 1900, 12 * 2101 - 1];

/** The same counts, member by member. */
function reference({ files }: Mutant): Counts {
  const rows = readPlainly(CONTRIBUTIONS, files[CONTRIBUTIONS]!);
  const ends = readPlainly(TERMINATIONS, files[TERMINATIONS]!);
  const byMember = Map.groupBy(rows, (row) => textIn(row, "member_id"));
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const end of ends) {
    const member = textIn(end, "member_id");
    const own = byMember.get(member) ?? [];
    const month = possible(textIn(end, "month"));
    const reason = textIn(end, "reason");
    const claim = optional(end, "claim_month", possible) ?? 0;
    const age = optional(end, "age", numberIn) ?? -1;
    let [months, wages, before] = [0, 0, -1];
    for (const row of own) {
      const wage = textIn(row, "wage");
      const [first, last] = [
        possible(textIn(row, "first_month")),
        possible(textIn(row, "last_month")),
      ];
      if (first > last || first <= before) throw new NotRead("runs out of order");
      before = last;
      if (wage === "none") continue;
      if (!(numberIn(wage) >= 0 && numberIn(wage) <= 1e15)) throw new NotRead("a wage");
      months += last - first + 1;
      wages += numberIn(wage) * (last - first + 1);
    }
    const isRight = member !== "" && !seen.has(member) && own.length > 0 &&
      CAUSES.includes(reason) && before <= month && (claim === 0 || claim >= month) &&
      (age === -1 || (age >= 0 && age <= 120 && Number.isInteger(age)));
    if (!isRight) throw new NotRead(`a claim that cannot be: ${member}`);
    seen.add(member);
    counts.set(`${member} months`, months);
    counts.set(`${member} wages`, wages);
    counts.set(`${member} end ${reason}`, month);
    counts.set(`${member} claim`, claim);
    counts.set(`${member} age`, age);
  }
  if (seen.size === 0) throw new NotRead("no claims");
  const others = byMember.keys().filter((member) => !seen.has(member)).toArray();
  return counts.set("members left out", others.length);
}

function possible(text: string): number {
  const month = monthIn(text);
  if (month < EARLIEST || month > LATEST) throw new NotRead(`no month: ${text}`);
  return month;
}

function optional(
  row: PlainRow,
  column: string,
  read: (text: string) => number,
): number | undefined {
  const text = row.has(column) ? textIn(row, column) : "";
  return text === "" ? undefined : read(text);
}
