import type { DataFrame, LazyDataFrame } from "nodejs-polars";
import { sumSimple } from "simple-statistics";
import { polars } from "../source/polars.ts";
import type { Scratch } from "./scratch.ts";

/** Name of the column that says which part a row goes to. */
const PART = "part";

/** How rows are parted. */
export interface Parting {
  readonly scratch: Scratch;
  /** What the rows are, in one word. */
  readonly name: string;
  readonly parts: number;
  /** Rows that are gathered before they are written to their parts. */
  readonly gatheredRows: number;
  /** What is done to rows before they are written. */
  readonly reduce?: ((rows: DataFrame) => DataFrame) | undefined;
}

/**
 * Rows parted by the hash of their member, on scratch disk: each part holds all rows of its
 * members.
 */
export class PartedRows {
  readonly #how: Parting;
  readonly #written: string[][];
  #gathered: DataFrame[] = [];

  constructor(how: Parting) {
    this.#how = how;
    this.#written = Array.from({ length: how.parts }, () => []);
  }

  /** Takes rows in, with their member's hash as `member`. */
  add(rows: DataFrame): void {
    if (rows.height === 0) return;
    this.#gathered.push(rows);
    const height = sumSimple(this.#gathered.map((each) => each.height));
    if (height >= this.#how.gatheredRows) this.#flush();
  }

  /** The rows of a part, in no order; `undefined` if there are none. */
  part(part: number): LazyDataFrame | undefined {
    this.#flush();
    const files = this.#written[part]!.map((path) =>
      polars.scanParquet(path, { glob: false, hivePartitioning: false })
    );
    if (files.length <= 1) return files[0];
    return polars.concat(files) as unknown as LazyDataFrame;
  }

  #flush(): void {
    if (this.#gathered.length === 0) return;
    const { parts: count, reduce = (all) => all } = this.#how;
    const rows = reduce(polars.concat(this.#gathered));
    this.#gathered = [];
    if (count === 1) return this.#write(0, rows);
    const parts = polars.lit(count).cast(polars.UInt64);
    const parted = rows.withColumn(
      polars.col("member").modulo(parts).cast(polars.Int32).alias(PART),
    );
    for (let part = 0; part < count; part++) {
      const own = parted.filter(polars.col(PART).eq(polars.lit(part))).drop(PART);
      if (own.height > 0) this.#write(part, own);
    }
  }

  #write(part: number, rows: DataFrame): void {
    const number = this.#written[part]!.length;
    const { name, scratch } = this.#how;
    const file = `${name}-${part}-${number}.parquet`;
    this.#written[part]!.push(scratch.write(file, rows));
  }
}
