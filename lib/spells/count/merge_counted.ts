import type { SpellManifest, StatisticsExtract } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import { type CountedRegister, statisticsOf } from "./counted_register.ts";
import { emptyCells, type GrowingCells } from "./growing_cells.ts";
import type { CountedCells } from "./to_statistics.ts";

/** A part of a register that was counted, and where it stands. */
export interface CountedPart {
  readonly path: string;
  readonly counted: CountedRegister;
}

/** What the parts of a register must have in common, in words. */
const AGREEING: readonly (readonly [
  key: string,
  valueOf: (counted: CountedRegister) => string,
])[] = [
  ["provider", ({ whole }) => whole.provider],
  ["extract_month", ({ whole }) => formatMonth(whole.extractMonth)],
  ["first_month", ({ window }) => formatMonth(window.firstMonth)],
  ["last_month", ({ window }) => formatMonth(window.lastMonth)],
  ["first_month of the register", ({ whole }) => formatMonth(whole.firstMonth)],
  ["last_month of the register", ({ whole }) => formatMonth(whole.lastMonth)],
  ["form of the register", ({ whole }) => whole.form],
  ["ledger", ({ whole: { ledger } }) => ledger === undefined ? "none" : wordsOf(ledger)],
  ["synthetic", ({ whole }) => String(whole.synthetic)],
  ["wage_growth_per_year", ({ whole }) => String(whole.wageGrowthPerYear)],
];

function wordsOf(
  { gapMonths, employers, repeats }: NonNullable<SpellManifest["ledger"]>,
): string {
  const ofRepeats = repeats === undefined ? "" : `, repeats ${repeats}`;
  return `gap_months ${gapMonths}, employers ${employers}${ofRepeats}`;
}

/**
 * Adds parts of a register that were counted one by one. Nothing was rounded before, so the
 * statistics are those of the whole register, to the last digit, as long as each member is
 * in one part alone.
 *
 * @param parts The parts, two at least.
 * @param name Name of the whole, where the parts have different ones.
 * @returns What was counted of the whole, and its statistics.
 * @throws {DataError} If what parts say of themselves differs: everything that does.
 * @throws {RangeError} If there is no part.
 */
export function mergeCounted(
  parts: readonly CountedPart[],
  name: string,
): { readonly counted: CountedRegister; readonly extract: StatisticsExtract } {
  const [first] = parts;
  if (first === undefined) {
    throw new RangeError("Cannot merge: at least one part is wanted, got none");
  }
  throwIfAny(parts.slice(1).flatMap((part) => differences(part, first)));
  const all = parts.map(({ counted }) => counted);
  const { grid } = first.counted.persons;
  const persons = emptyCells(grid);
  const records = emptyCells(grid);
  const hasRecords = all.some((each) => each.records !== undefined);
  for (const each of all) {
    addCells(persons, each.persons);
    if (hasRecords) addCells(records, each.records ?? each.persons);
  }
  const same = <Value>(valueOf: (whole: SpellManifest) => Value): Value | undefined => {
    const values = new Set(all.map(({ whole }) => valueOf(whole)));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const { seed: _, ...said } = first.counted.whole;
  const seed = same((whole) => whole.seed);
  const methods = [...new Set(all.map(({ whole }) => whole.method.trim()))];
  const ofWhole = {
    ...said,
    ...(seed === undefined ? {} : { seed }),
    name: same((whole) => whole.name) ?? name,
    method: same((whole) => whole.method) ?? methods.join("; "),
  };
  const { firstMonth, lastMonth } = first.counted.window;
  const sum = (valueOf: (counted: CountedRegister) => number) =>
    all.reduce((total, each) => total + valueOf(each), 0);
  const counted: CountedRegister = {
    whole: ofWhole,
    window: { ...ofWhole, firstMonth, lastMonth },
    rows: sum(({ rows }) => rows),
    spells: sum(({ spells }) => spells),
    members: sum(({ members }) => members),
    rowsLeftOut: sum(({ rowsLeftOut }) => rowsLeftOut),
    persons,
    records: hasRecords ? records : undefined,
  };
  return { counted, extract: statisticsOf(counted) };
}

function differences(part: CountedPart, first: CountedPart): Problem[] {
  return AGREEING.flatMap(([place, valueOf]): Problem[] => {
    const [wanted, received] = [first, part].map(({ counted }) => valueOf(counted));
    if (wanted === received) return [];
    return [{
      file: part.path,
      place,
      expected: `${wanted}, as in ${first.path}`,
      received: received!,
    }];
  });
}

function addCells(sums: GrowingCells, part: CountedCells): void {
  const { grid } = sums;
  for (let index = 0; index < grid.size; index++) {
    sums.activeChange[index]! += part.activeChange[index]!;
    sums.wageChange.add(index, part.wageChange.value(index));
    sums.paid[index]! += part.paid[index]!;
    sums.paidWages.add(index, part.paidWages.value(index));
    sums.serviceChange.forEach((change, point) =>
      change[index]! += part.serviceChange[point]![index]!
    );
    sums.claims.forEach((claims, reason) =>
      claims[index]! += part.claims[reason]![index]!
    );
    sums.claimWages.forEach((wages, reason) =>
      wages.add(index, part.claimWages[reason]!.value(index))
    );
  }
  sums.inactive.forEach((_, months) => sums.inactive[months]! += part.inactive[months]!);
}
