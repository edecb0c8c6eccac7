import { dataInWords, type Table } from "@jkp/exhibit";
import {
  elapsedStock,
  survivalAt,
  type SurvivalCurve,
  survivalQuantile,
  tellsSurvival,
} from "@jkp/survival";
import type { MeasuredTime, TimeOutOfWork } from "@jkp/valuation";

/** Months that a table reports. */
const MONTHS = [3, 6, 9, 12, 24, 36] as const;

/** The survival of an elapsed stock; `null` where it has none who have just left. */
export function stockOrNull(
  stock: Parameters<typeof tellsSurvival>[0],
): SurvivalCurve | null {
  return tellsSurvival(stock) ? elapsedStock(stock).curve : null;
}

/**
 * Both measures of the time out of work side by side, with what each is.
 *
 * @param times The measures.
 * @param source Where the data come from.
 * @returns Fractions still out of work after some months, and medians.
 * @see ILO (2021), section 1.2.3, which reads the stock.
 *
 * @example Of the inactive contributors, 81 per cent stay so for 6 months, and 69 for 12
 * ```ts
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { timeOutOfWorkTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { inactivity, ...data } = studyExperience(await readShippedExtract());
 * const stock = { curve: inactivity!.curve, data };
 * const { rows } = timeOutOfWorkTable({ stock, spells: null }, "an example");
 * assertEquals(rows[1]!.stock, { value: 81, decimals: 1 });
 * assertEquals(rows[3]!.stock, { value: 69, decimals: 1 });
 * ```
 */
export function timeOutOfWorkTable(
  times: TimeOutOfWork,
  source: string,
): Table {
  const [stock, spells] = [times.stock?.curve ?? null, times.spells?.curve ?? null];
  const share = (curve: SurvivalCurve | null, month: number) => {
    const isSeen = curve !== null && month <= curve.points.at(-1)!.time;
    return isSeen ? { value: 100 * survivalAt(curve, month), decimals: 1 } : null;
  };
  const median = (curve: SurvivalCurve | null) => {
    const value = curve === null ? null : survivalQuantile(curve, 0.5);
    return value === null ? null : { value, decimals: 1 };
  };
  return {
    id: "time_out_of_work",
    number: "",
    title: "Time out of work, by two measures",
    columns: [
      { key: "measure", title: "Still without contribution" },
      { key: "stock", title: "Elapsed stock" },
      ...(times.spells === null ? [] : [{ key: "spells", title: "Completed spells" }]),
    ],
    rows: [
      ...MONTHS.map((month) => ({
        measure: `After ${month} months, %`,
        stock: share(stock, month),
        spells: share(spells, month),
      })),
      {
        measure: "Median, months",
        stock: median(stock),
        spells: median(spells),
      },
    ],
    notes: [
      ...definitions(times),
      times.valued === undefined
        ? "A valuation takes the elapsed stock, unless it is told to take the spells."
        : `The valuation takes ${
          times.valued === "stock" ? "the elapsed stock" : "the completed spells"
        }.`,
    ],
    source,
  };
}

/** What the measures are, and of whose data. */
function definitions({ stock, spells }: TimeOutOfWork): string[] {
  const of = (time: MeasuredTime | null) =>
    time === null ? "" : ` (${dataInWords(time.data)})`;
  return [
    `Elapsed stock${of(stock)}: members without contribution and without a claim at ` +
    "the end of the last month, by months since the last contribution, over those of the " +
    "first such month, as if as many left in every month. Any claim takes a member out, " +
    "one for layoff too.",
    `Completed spells${of(spells)}: Kaplan–Meier of each time without contribution, ` +
    "from its first month to the next contribution or to a claim for retirement, " +
    "disability, death or leaving the country. A claim for layoff does not end it." +
    (spells === null ? " Not shown, since no member-level extract was named." : ""),
  ];
}
