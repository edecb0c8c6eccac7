import { AGE_GROUPS, SERVICE_MONTHS, TERMINATION_REASONS } from "@jkp/extract";
import { formatMonth, type Month, monthRange } from "@jkp/month";
import {
  type PlainManifest,
  type PlainRow,
  type PlainSpell,
  rowsOfCsv,
} from "./flip_reading.ts";

/** Numbers by cell: the first columns of a row of a file of statistics. */
export type Cells = Readonly<Record<string, number>>;

/** Months that the inactive are counted for. */
const INACTIVE_MONTHS = 60;

/**
 * The four files of statistics by cell (`active.csv 2018-01 F 25-29 members`), month by month
 * and spell by spell, as one would count by hand. Cells of nobody are left out.
 */
export function plainCells(
  spells: readonly PlainSpell[],
  { first, last, growth }: PlainManifest,
): Cells {
  const sums = new Map<string, { persons: number; wages: number }>();
  const add = (cell: string, wageIdr: number) => {
    const { persons, wages } = sums.get(cell) ?? { persons: 0, wages: 0 };
    sums.set(cell, { persons: persons + 1, wages: wages + wageIdr });
  };
  spells.forEach((spell, i) => {
    const { sex, birth, wageIdr, reason, claim } = spell;
    let runStart = spell.start;
    for (let j = i - 1; j >= 0 && adjoins(spells[j]!, spells[j + 1]!); j--) {
      runStart = spells[j]!.start;
    }
    const wageAtEnd = Math.round(
      wageIdr * (1 + growth) ** ((last - Math.max(first, spell.last)) / 12),
    );
    for (const month of monthRange(first, last)) {
      const group = groupAt(birth, month);
      if (group === undefined || month < spell.start || month > spell.last) continue;
      const cell = `${formatMonth(month)} ${sex} ${group}`;
      add(`active.csv ${cell}`, wageAtEnd * (1 + growth) ** ((month - last) / 12));
      SERVICE_MONTHS.filter((served) => month - runStart >= served)
        .forEach((served) => add(`service.csv ${cell} ${served}`, 0));
    }
    const isCounted = TERMINATION_REASONS.some((one) => one === reason) &&
      claim! >= first && claim! <= last && groupAt(birth, claim!) !== undefined;
    if (isCounted) {
      const cell = `${formatMonth(claim!)} ${sex} ${groupAt(birth, claim!)} ${reason}`;
      add(`withdrawals.csv ${cell}`, Math.round(wageIdr));
    }
    const isLatest = spells[i + 1]?.member !== spell.member;
    const elapsed = last - spell.last - 1;
    const isOpen = claim === undefined || claim > last;
    if (isLatest && isOpen && elapsed >= 0 && elapsed < INACTIVE_MONTHS) {
      add(`inactive.csv ${elapsed}`, 0);
    }
  });
  return Object.fromEntries(
    sums.entries().flatMap(([cell, { persons, wages }]) => {
      if (cell.startsWith("service.csv")) {
        const { persons: all } = sums.get(
          cell.replace("service", "active").replace(/ \d+$/, ""),
        )!;
        return [[cell, Number((persons / all).toFixed(6))]];
      }
      const isPaid = !cell.startsWith("inactive.csv");
      const wage: [string, number][] = isPaid ? [[`${cell} wage`, wages / persons]] : [];
      return [[cell, persons] as [string, number], ...wage];
    }),
  );
}

/** The cells of the files that `extract build` wrote, as {@link plainCells} names them. */
export async function cellsOf(folder: string): Promise<Cells> {
  const cells: [string, number][] = [];
  const files = [
    ["active.csv", 3],
    ["withdrawals.csv", 4],
    ["service.csv", 4],
    ["inactive.csv", 1],
  ] as const;
  for (const [file, keys] of files) {
    for (const cellsByName of rowsOfCsv(await Deno.readFile(`${folder}/${file}`))) {
      const row = Object.values(cellsByName);
      const cell = `${file} ${row.slice(0, keys).join(" ")}`;
      const [value, wage] = row.slice(keys).map(Number);
      if (value! > 0) cells.push([cell, value!]);
      if (value! > 0 && wage !== undefined) cells.push([`${cell} wage`, wage]);
    }
  }
  return Object.fromEntries(cells);
}

/** The first cell that differs, mean wages by more than a rupiah of rounding. */
export function differenceOf(counted: Cells, plain: Cells): string | undefined {
  const names = [...new Set([...Object.keys(counted), ...Object.keys(plain)])];
  const cell = names.find((name) => {
    const allowed = name.endsWith(" wage") ? 1 : 0;
    return !(Math.abs((counted[name] ?? 0) - (plain[name] ?? 0)) <= allowed);
  });
  return cell && `${cell}: counted ${counted[cell] ?? 0}, by hand ${plain[cell] ?? 0}`;
}

/** The first stated total that the rows do not have, if any. */
export function wrongTotal(
  totals: readonly PlainRow[],
  spells: readonly PlainSpell[],
  { first, last }: PlainManifest,
): string | undefined {
  const wrong = totals.find(({ measure, month, sex, reason, value, tolerance }) => {
    if (month !== "" && !isBetween(month!, formatMonth(first), formatMonth(last))) {
      return false;
    }
    const of = spells.filter((spell) =>
      (sex === "" || spell.sex === sex) && (reason === "" || spell.reason === reason)
    );
    const counts: Readonly<Record<string, () => number>> = {
      rows: () => spells.length,
      members: () => new Set(spells.map(({ member }) => member)).size,
      active: () =>
        of.filter((spell) =>
          isBetween(month!, formatMonth(spell.start), formatMonth(spell.last))
        ).length,
      claims: () =>
        of.filter(({ claim }) =>
          claim !== undefined && claim >= first && claim <= last &&
          (month === "" || formatMonth(claim) === month)
        ).length,
      wage_total_idr: () => spells.reduce((sum, { wageIdr }) => sum + wageIdr, 0),
    };
    const counted = counts[measure!]?.() ?? NaN;
    return !(Math.abs(counted - Number(value)) <= Number(tolerance));
  });
  return wrong && Object.values(wrong).join(",");
}

function adjoins(earlier: PlainSpell, later: PlainSpell): boolean {
  return earlier.member === later.member && later.start === earlier.last + 1;
}

function isBetween(text: string, from: string, to: string): boolean {
  return text >= from && text <= to;
}

function groupAt(birth: Month, month: Month): string | undefined {
  return AGE_GROUPS[Math.floor((month - birth) / 60) - 3];
}
