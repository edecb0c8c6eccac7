import { parse } from "smol-toml";
import { xlsxCells } from "./containers.ts";
import { type Counts, type Mutant, NotRead } from "./mutant.ts";
import {
  monthIn,
  numberIn,
  type PlainRow,
  readPlainly,
  rowsOf,
  textIn,
} from "./read_plainly.ts";

/** A spell as a row says it; months counted from the year 0, -1 where there is none. */
interface Spell {
  readonly member: string;
  readonly sex: string;
  readonly birth: number;
  readonly start: number;
  readonly last: number;
  readonly reason: string;
  readonly claim: number;
  readonly wage: number;
  readonly weight: number;
}

interface Window {
  readonly first: number;
  readonly last: number;
  readonly drawn: number;
  readonly growth: number;
  readonly files?: readonly string[];
}

const REASONS = [
  ...["layoff", "resignation", "retirement", "disability", "death", "left_country"],
  "other",
];
const EMPTY = ["", "-", "null", "n/a", "na", "#n/a"];
const SERVICE = [3, 6, 12, 24];

/**
 * What `extract build` should count, month by month and member by member.
 * @throws {NotRead} If the files are not sure to be right.
 */
export function spellsReference({ files, cells = {} }: Mutant): Counts {
  const window = windowIn(files["extract.toml"]);
  const names = window.files ??
    Object.keys(files).filter((name) =>
      /\.(csv|txt|csv\.gz|txt\.gz|xlsx|parquet)$/i.test(name) &&
      !/^(~\$|\.)/.test(name) &&
      name !== "control_totals.csv"
    );
  if (names.some((name) => name.split(/[/\\]/).includes("..") || name.startsWith("/"))) {
    throw new NotRead("a file outside");
  }
  const spells = names.flatMap((given) => {
    const name = given.replace(/^\.\//, "");
    const content = files[name];
    if (content === undefined) throw new NotRead(`no file ${name}`);
    const table = cells[name] ?? (isSheet(name) ? xlsxCells(content) : undefined);
    const rows = table === undefined ? readPlainly(name, content) : rowsOf(table);
    return rows.filter((row) => !isBlank(row)).map((row) => spellIn(row, window));
  });
  if (spells.length === 0) throw new NotRead("no rows");
  const members = Map.groupBy(spells, ({ member }) => member);
  for (const own of members.values()) {
    own.sort((a, b) => a.start - b.start);
    refuseContradictions(own);
  }
  return count([...members.values()], window);
}

function isSheet(name: string): boolean {
  return /\.xlsx$/i.test(name);
}

function windowIn(manifest: unknown): Window {
  if (!(manifest instanceof Uint8Array)) throw new NotRead("no manifest");
  let read: Record<string, unknown>;
  try {
    read = parse(new TextDecoder("utf-8", { fatal: true }).decode(manifest));
  } catch {
    throw new NotRead("no TOML");
  }
  const month = (key: string) => monthIn(String(read[key]));
  const window = {
    first: month("first_month"),
    last: month("last_month"),
    drawn: month("extract_month"),
    growth: Number(read.wage_growth_per_year ?? 0),
  };
  return Array.isArray(read.files) ? { ...window, files: read.files } : window;
}

const USED = [
  ...["member_id", "sex", "birth_month", "start_month", "last_month"],
  ...["end_reason", "claim_month", "monthly_wage_idr", "weight"],
];

function isBlank(row: PlainRow): boolean {
  return USED.every((column) => EMPTY.includes((row.get(column) ?? "").toLowerCase()));
}

function spellIn(row: PlainRow, window: Window): Spell {
  const cell = (column: string) => textIn(row, column);
  const orNone = (column: string) => {
    const text = cell(column).toLowerCase();
    return EMPTY.includes(text) ? "" : text;
  };
  const [reason, claim] = [orNone("end_reason"), orNone("claim_month")];
  const spell = {
    member: cell("member_id"),
    sex: cell("sex").toUpperCase(),
    birth: monthIn(cell("birth_month")),
    start: monthIn(cell("start_month")),
    last: monthIn(cell("last_month")),
    reason,
    claim: claim === "" ? -1 : monthIn(claim),
    wage: numberIn(cell("monthly_wage_idr").replace(/^(rp\.?|idr) */i, "")),
    weight: row.has("weight") ? numberIn(cell("weight")) : 1,
  };
  const { birth, start, last, wage, weight } = spell;
  const isRight = spell.member !== "" && ["M", "F"].includes(spell.sex) &&
    (reason === "" || REASONS.includes(reason)) && birth < start && start <= last &&
    birth >= 12 * 1900 && last <= window.last &&
    (reason === "") === (spell.claim === -1) &&
    (spell.claim === -1 || (spell.claim >= last && spell.claim <= window.drawn)) &&
    wage > 0 && wage <= 1e10 && weight >= 1e-6 && weight <= 1e6;
  if (!isRight) throw new NotRead(`a row that cannot be: ${[...row.values()]}`);
  return spell;
}

/** The spells of one member, in order of time. */
function refuseContradictions(spells: readonly Spell[]): void {
  spells.forEach((spell, at) => {
    const before = spells.slice(0, at);
    const isRight = before.every((earlier) =>
      earlier.last < spell.start && earlier.sex === spell.sex &&
      earlier.birth === spell.birth && earlier.reason !== "death"
    );
    if (!isRight) throw new NotRead(`spells of ${spell.member} that cannot be`);
  });
}

function count(members: readonly (readonly Spell[])[], window: Window): Counts {
  const { first, last, growth } = window;
  const sums = new Map<string, number>();
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
  const rows = members.flat();
  const hasRecords = rows.some(({ weight }) => weight !== 1);
  const person = (what: string, key: string, weight: number) => {
    add(`${what} ${key}`, Number(weight.toFixed(6)));
    if (hasRecords) add(`${what} records ${key}`, 1);
  };
  for (const spells of members) {
    let runStart = 0;
    spells.forEach((spell, at) => {
      const { start, last: end, wage, weight, claim, birth, sex, reason } = spell;
      if (at === 0 || spells[at - 1]!.last + 1 !== start) runStart = start;
      for (let month = Math.max(start, first); month <= Math.min(end, last); month++) {
        const age = ageGroup(birth, month);
        if (age === undefined) continue;
        const cell = `${monthText(month)} ${sex} ${age}`;
        // The last wage is that of the spell's end.
        const then = Math.round(wage) * (1 + growth) ** ((month - end) / 12);
        person("members", cell, weight);
        add(`wages ${cell}`, then * Number(weight.toFixed(6)));
        for (const months of SERVICE) {
          if (month - runStart >= months) add(`service ${cell} ${months}`, weight);
        }
      }
      const age = ageGroup(birth, claim);
      const isSplit = reason === "layoff" || reason === "resignation";
      if (isSplit && claim >= first && claim <= last && age !== undefined) {
        const cell = `${monthText(claim)} ${sex} ${age} ${reason}`;
        person("claims", cell, weight);
        add(`claim wages ${cell}`, Math.round(wage) * Number(weight.toFixed(6)));
      }
    });
    const { last: end, claim, weight } = spells.at(-1)!;
    const elapsed = last - end - 1;
    const isOpen = claim === -1 || claim > last;
    if (isOpen && elapsed >= 0 && elapsed < 60) {
      person("inactive", String(elapsed), weight);
    }
  }
  return means(sums);
}

/** Sums of wages as means, and of service as shares. */
function means(sums: ReadonlyMap<string, number>): Counts {
  const entries = [...sums].map(([key, value]): [string, number] => {
    const [, what, cell] = /^(wages|claim wages|service) (.*)$/.exec(key) ?? [];
    if (what === undefined) return [key, value];
    if (what === "wages") return [`mean ${cell}`, value / sums.get(`members ${cell}`)!];
    if (what === "claim wages") {
      return [`claim mean ${cell}`, value / sums.get(`claims ${cell}`)!];
    }
    const members = sums.get(`members ${cell!.replace(/ \d+$/, "")}`)!;
    return [`share ${cell}`, value / members];
  });
  return new Map(entries);
}

function ageGroup(birth: number, month: number): string | undefined {
  const age = Math.floor((month - birth) / 12);
  if (age < 15 || age > 69) return undefined;
  const from = 5 * Math.floor(age / 5);
  return `${from}-${from + 4}`;
}

function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String(month % 12 + 1).padStart(2, "0")}`;
}
