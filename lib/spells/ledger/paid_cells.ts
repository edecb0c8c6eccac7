import type { DataFrame } from "nodejs-polars";
import type { PaidCell, PaidMonths } from "../count/paid_wages.ts";
import { hashWords } from "../decode/encoded_frame.ts";
import { polars } from "../source/polars.ts";

const { col, lit } = polars;

/** Gets what members paid for, some members at a time. */
export type PaidRead = (paid: PaidMonths) => void;

/** Adds up the wages that payments themselves say, by the month that they are for. */
export class PaidCells {
  readonly #findsLargest: boolean;
  readonly #paidRead: PaidRead | undefined;
  readonly #cells: PaidCell[] = [];

  /**
   * @param findsLargest Whether the two largest wages of each cell are looked for.
   * @param paidRead Gets every member and month, too.
   */
  constructor(findsLargest = false, paidRead?: PaidRead) {
    this.#findsLargest = findsLargest;
    this.#paidRead = paidRead;
  }

  /**
   * Takes contributions of some members in: a row a member and month with `at`, `month` and
   * `wage`, sorted; and who they are: `at`, `member`, `sex` and `birth`. A month without a
   * payment that a spell runs over has the wage of the month before.
   */
  add(months: DataFrame, members: DataFrame, gapMonths: number): void {
    const years = col("month").cast(polars.Int32).minus(col("birth").cast(polars.Int32))
      .div(lit(12)).floor().cast(polars.Int32);
    const whole: DataFrame = bridged(months.select("at", "month", "wage"), gapMonths)
      .join(members.select("at", "member", "sex", "birth"), { on: "at", how: "inner" });
    this.#paidRead?.(paidMonths(whole));
    const paid = whole
      .select(col("month"), col("sex"), years.alias("age"), col("wage"));
    const wages = [
      polars.len().alias("members"),
      col("wage").cast(polars.Int64).sum().cast(polars.Utf8).alias("sum"),
    ];
    const cells: DataFrame = this.#findsLargest
      ? paid.sort("wage", true).groupBy(CELL).agg(
        ...wages,
        col("wage").first().alias("largest"),
        col("wage").head(2).last().alias("second"),
      )
      : paid.groupBy(CELL).agg(...wages);
    for (const row of cells.toRecords()) {
      const { month, sex, age, members, largest, second } = row;
      const found = [largest, second].slice(0, Number(members)).map(Number);
      this.#cells.push({
        month: Number(month),
        sex: Number(sex),
        age: Number(age),
        members: Number(members),
        wagesIdr: BigInt(String(row.sum)),
        largest: this.#findsLargest ? found : [],
      });
    }
  }

  /** Members who paid and their wages, by month, sex and age: a cell may stand repeatedly. */
  get cells(): readonly PaidCell[] {
    return this.#cells;
  }
}

/** Rows of `member`, `month`, `sex`, `birth` and `wage` as columns. */
function paidMonths(rows: DataFrame): PaidMonths {
  const whole = rows.select(
    ...["month", "sex", "birth"].map((name) => col(name).cast(polars.Int32)),
    col("wage").cast(polars.Float64),
  );
  const words = hashWords(rows.getColumn("member").toTypedArray());
  // Copies: they are polars'.
  const numbers = (name: string) => Int32Array.from(whole.getColumn(name).toTypedArray());
  return {
    memberHash: words.filter((_, at) => at % 2 === 1),
    month: numbers("month"),
    sex: numbers("sex"),
    birthMonth: numbers("birth"),
    wageIdr: Float64Array.from(whole.getColumn("wage").toTypedArray()),
  };
}

/** Months with a wage, those among them that spells run over. */
function bridged(months: DataFrame, gapMonths: number): DataFrame {
  if (gapMonths === 0) return months;
  const isSame = col("at").eq(col("at").shift(-1));
  const toNext = polars.when(isSame).then(col("month").shift(-1).minus(col("month")))
    .otherwise(lit(1));
  const marked: DataFrame = months.withColumn(toNext.alias("toNext"));
  const isBridged = col("toNext").gt(lit(1)).and(col("toNext").ltEq(lit(1 + gapMonths)));
  const steps = Array.from({ length: gapMonths }, (_, i) => i + 1).map((step) =>
    marked.filter(isBridged.and(col("toNext").gt(lit(step))))
      .withColumn(col("month").plus(lit(step)).cast(months.getColumn("month").dtype))
  );
  return polars.concat([marked, ...steps]).drop("toNext");
}

/** What cells are told apart by. */
const CELL = ["month", "sex", "age"];
