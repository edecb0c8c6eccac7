import { END_REASONS } from "@jkp/extract";
import type { Tally } from "../check/tally.ts";
import { checkShape } from "../shape/check_shape.ts";
import { layoffAt } from "../shape/shape_counts.ts";
import { SHAPE_LIMITS } from "../shape/shape_limits.ts";
import { endReasonCode } from "../spell_columns.ts";
import type { CheckedInEngine, SpellLimits } from "./check_in_engine.ts";
import { knownSql } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import type { EngineShape } from "./engine_shape.ts";
import { findWages } from "./engine_wages.ts";

/** What cannot be told of a table that is asked in parts. */
const IN_PARTS = "not asked in parts: ";

/**
 * Judges the whole of a table by its counts, as `extract check` does of files; what they do
 * not tell is asked for where it may be odd.
 *
 * @param employers Name under which employers are carried, if they are.
 */
export async function judgeInEngine(
  engine: Engine,
  { shape, kept }: CheckedInEngine,
  { table, whole, lastMonth }: SpellLimits,
  employers: string | undefined,
  tally: Tally,
): Promise<void> {
  const isCut = lastMonth < whole.lastMonth;
  const window = { ...whole, lastMonth, lastOfTable: whole.lastMonth };
  const seen = kept.map((part) =>
    isCut
      ? `select * from (${knownSql(part, window)}) as known
  where "start" <= ${lastMonth}`
      : part
  );
  await findWages(engine, seen, shape);
  const isParted = kept.length > 1;
  if (!isParted && employers !== undefined && shape.spells > 0) {
    await findEmployers(engine, seen[0]!, employers, shape);
  }
  checkShape(table, shape, tally);
  if (!isParted || shape.spells === 0) return;
  tally.explain(
    "ids_of_persons",
    `${IN_PARTS}whether spells stand under other ids, too`,
  );
  if (employers !== undefined) {
    tally.explain("layoffs_spread", `${IN_PARTS}layoffs by employer`);
  }
}

/** Finds months with most layoffs of one employer: of no other a number or name is asked. */
async function findEmployers(
  engine: Engine,
  seen: string,
  name: string,
  shape: EngineShape,
): Promise<void> {
  const layoff = endReasonCode("layoff");
  const ofMonths = shape.claims[END_REASONS.indexOf("layoff")]!;
  const layoffs = new Map<number, number>();
  const labels: string[] = [];
  shape.employers = { name, labels, layoffs };
  if (!ofMonths.some((count) => count >= SHAPE_LIMITS.employerLayoffs)) return;
  const rows = await allRows(
    engine,
    `select claim, employer, layoffs from (
  select claim, employer, count(*) as layoffs,
    sum(count(*)) over (partition by claim) as of_month
  from (${seen}) as kept
  where reason = ${layoff} and claim between ${shape.firstMonth} and ${shape.lastMonth}
  group by claim, employer
) as by_employer
where of_month >= ${SHAPE_LIMITS.employerLayoffs}
  and layoffs > ${SHAPE_LIMITS.employerShare} * of_month
order by claim`,
  );
  rows.forEach(([month, employer, count], label) => {
    labels.push(String(employer));
    layoffs.set(layoffAt(Number(month) - shape.firstMonth, label), Number(count));
  });
}
