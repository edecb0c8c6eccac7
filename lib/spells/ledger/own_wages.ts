import type { Month } from "@jkp/month";
import type { DataFrame } from "nodejs-polars";
import { polars } from "../source/polars.ts";

const { col } = polars;

/** Contributions of a month, and what their wages come to. */
export interface WagesOfMonth {
  readonly memberMonths: number;
  readonly wagesIdr: number;
}

/** Adds up the wages that payments themselves say, by the month that they are for. */
export class OwnWages {
  readonly #months = new Map<Month, WagesOfMonth>();

  /** Takes contributions of some members in: a row a member and month. */
  add(months: DataFrame): void {
    const sums = months.groupBy("month")
      .agg(polars.len().alias("members"), col("wage").sum().alias("wages"));
    const column = (name: string) =>
      sums.getColumn(name).cast(polars.Float64).toArray() as number[];
    const [members, wages] = [column("members"), column("wages")];
    column("month").forEach((month, i) => {
      const known = this.#months.get(month);
      this.#months.set(month, {
        memberMonths: members[i]! + (known?.memberMonths ?? 0),
        wagesIdr: wages[i]! + (known?.wagesIdr ?? 0),
      });
    });
  }

  /** Contributions and wages by month. */
  get months(): ReadonlyMap<Month, WagesOfMonth> {
    return this.#months;
  }
}
