import { SHAPE_LIMITS as LIMITS } from "../shape/shape_limits.ts";
import { areOfOtherUnit, isCeiling, standsForMany } from "../shape/wage_shape.ts";
import { leastOf } from "../shape/wage_steps.ts";
import { allRows, type Engine, numbersIn } from "./engine.ts";
import type { EngineShape } from "./engine_shape.ts";
import { double } from "./sql.ts";
import { valuesOf } from "./counts_sql.ts";

/** Into how many pieces a span of wages is cut each time it is asked for. */
const PIECES = 256;

/** Wages between two, both of them in. */
interface Span {
  readonly low: number;
  readonly high: number;
  /** Of the median: how many wages of the span are lower. */
  readonly lower?: number;
}

/** A piece of a span: how many wages, the least and the largest. */
interface Piece {
  wages: number;
  low: number;
  high: number;
}

/**
 * Finds what steps of wages do not tell: the exact median, single wages that stand for many,
 * how often the largest stands, and wages of another unit. Each is asked for only where it
 * could be told of as odd, and then by halves of halves: what comes back are counts.
 *
 * @param kept Rows without errors, as SQL selects them, with a column `wage`.
 */
export async function findWages(
  engine: Engine,
  kept: readonly string[],
  { wages, wageSteps }: EngineShape,
): Promise<void> {
  const { spells, largestIdr } = wages;
  if (spells < LIMITS.valueCounts) return;
  const countIn = (isIn: (step: number) => boolean) =>
    wageSteps.reduce((sum, count, step) => isIn(step) ? sum + count : sum, 0);
  const rank = Math.floor(spells / 2);
  const step = wageSteps.findIndex((_, at) => countIn((each) => each <= at) > rank);
  const [low, high] = [leastOf(step), Math.min(leastOf(step + 1), largestIdr)];
  wages.medianIdr = (low + high) / 2;
  const mayBeFar = [
    countIn((each) => leastOf(each + 1) > LIMITS.otherUnit * low),
    countIn((each) => leastOf(each) < high / LIMITS.otherUnit),
  ].some((count) => areOfOtherUnit(count, spells));
  const [least, most] = LIMITS.medianWageIdr;
  const spans: Span[] = [];
  if (mayBeFar || low < least || high > most) {
    spans.push({ low, high, lower: rank - countIn((each) => each < step) });
  }
  wageSteps.forEach((count, each) => {
    if (!standsForMany(count, spells)) return;
    spans.push({ low: leastOf(each), high: Math.min(leastOf(each + 1), largestIdr) });
  });
  const highest = wageSteps.findLastIndex((count) => count > 0);
  if (isCeiling(wageSteps[highest]!, spells)) {
    const top = await piecesOf(engine, kept, [{ low: largestIdr, high: largestIdr }]);
    wages.timesLargest = top[0]!.reduce((sum, piece) => sum + piece.wages, 0);
  }
  for (let asked = spans; asked.length > 0;) {
    const found = await piecesOf(engine, kept, asked);
    asked = asked.flatMap((span, at) => narrower(span, found[at]!, wages));
  }
  if (mayBeFar) {
    const bounds = [
      wages.medianIdr * LIMITS.otherUnit,
      wages.medianIdr / LIMITS.otherUnit,
    ];
    for (const some of kept) {
      const [[above, below] = []] = await allRows(engine, farSql(some, bounds));
      wages.farAbove += Number(above);
      wages.farBelow += Number(below);
    }
  }
}

/** What is left to ask of a span that was cut; what is known goes to the wages. */
function narrower(
  { lower }: Span,
  pieces: readonly Piece[],
  wages: EngineShape["wages"],
): Span[] {
  if (lower !== undefined) {
    let below = 0;
    const piece = pieces.find(({ wages }) => {
      if (below + wages > lower) return true;
      below += wages;
      return false;
    })!;
    if (piece.low < piece.high) {
      return [{ low: piece.low, high: piece.high, lower: lower - below }];
    }
    wages.medianIdr = piece.low;
    return [];
  }
  const many = pieces.filter(({ wages: count }) => standsForMany(count, wages.spells));
  for (const { low, high, wages: count } of many) {
    if (low === high) wages.frequent.set(low, count);
  }
  return many.filter(({ low, high }) => low < high);
}

/** The wages of each span, in pieces from the least on. */
async function piecesOf(
  engine: Engine,
  kept: readonly string[],
  spans: readonly Span[],
): Promise<Piece[][]> {
  const pieces = spans.map(() => new Map<number, Piece>());
  for (const some of kept) {
    for await (const row of engine.rows(piecesSql(some, spans))) {
      const [span, at, wages, low, high] = numbersIn(row, 5);
      const known = pieces[span]!.get(at) ?? { wages: 0, low, high };
      pieces[span]!.set(at, {
        wages: known.wages + wages,
        low: Math.min(known.low, low),
        high: Math.max(known.high, high),
      });
    }
  }
  return pieces.map((of) => [...of].sort(([a], [b]) => a - b).map(([, piece]) => piece));
}

function piecesSql(kept: string, spans: readonly Span[]): string {
  const values = spans.map(({ low, high }, at) => [
    at,
    double(low),
    double(high),
    double((high - low) / PIECES || 1),
  ]);
  return `select span, piece, count(*), min(wage), max(wage) from (
  select span, wage, least(floor((wage - low) / width), ${PIECES - 1}) as piece
  from (${kept}) as kept cross join (values ${
    valuesOf(values)
  }) as spans (span, low, high, width)
  where wage between low and high
) as pieces group by span, piece`;
}

function farSql(kept: string, [above, below]: readonly number[]): string {
  return `select count(case when wage > ${double(above!)} then 1 end),
  count(case when wage > 0 and wage < ${double(below!)} then 1 end)
from (${kept}) as kept`;
}
