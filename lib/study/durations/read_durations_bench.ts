/**
 * Reading of two million durations, whole and by a thousand groups, from CSV and Parquet.
 *
 * @module
 */

import polars from "nodejs-polars";
import { readDurations } from "./read_durations.ts";

const ROWS = 2_000_000;
const GROUPS = 1000;

const folder = await Deno.makeTempDir();
const frame = polars.DataFrame({
  months: Int32Array.from({ length: ROWS }, (_, row) => row % 97),
  ended: Int32Array.from({ length: ROWS }, (_, row) => row % 2),
  kabupaten: Array.from({ length: ROWS }, (_, row) => `kab_${(row * 7919) % GROUPS}`),
});
frame.writeCSV(`${folder}/durations.csv`);
frame.writeParquet(`${folder}/durations.parquet`);
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

for (const format of ["csv", "parquet"]) {
  for (const by of [[], ["kabupaten"]]) {
    const split = by.length === 0 ? "whole" : `by ${GROUPS} groups`;
    Deno.bench(`${ROWS.toLocaleString("en")} durations of ${format}, ${split}`, {
      n: 3,
      warmup: 1,
    }, async () => {
      const columns = { duration: "months", event: "ended", by };
      await readDurations(`${folder}/durations.${format}`, columns);
    });
  }
}
