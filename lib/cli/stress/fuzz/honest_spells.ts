import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import { join } from "node:path";
import polars from "nodejs-polars";
import { stringify } from "smol-toml";
import { CONTRACT_COLUMNS } from "../contract_columns.ts";
import type { Table } from "./mutant.ts";
import type { Random } from "./random.ts";

let shipped: readonly (readonly string[])[] | undefined;

/** The rows of the shipped extract, read once. */
function shippedRows(): readonly (readonly string[])[] {
  if (shipped !== undefined) return shipped;
  const file = join(SHIPPED_SPELLS_FOLDER, "spells-0001.parquet");
  const frame = polars.readParquet(file).select(...CONTRACT_COLUMNS);
  return shipped = frame.rows().map((row: unknown[]) =>
    row.map((cell) => String(cell ?? ""))
  );
}

/** Some neighbours of the shipped extract, with all their spells. */
export function drawSpells(random: Random): Table {
  const all = shippedRows();
  let from = random.below(all.length - 60);
  while (all[from]![0] === all[from - 1]?.[0]) from++;
  let to = from + 4 + random.below(28);
  while (all[to]?.[0] === all[to - 1]?.[0]) to++;
  const isOfDigits = random.happens(0.3);
  const hasWeight = random.happens(0.5);
  const hasNote = random.happens(0.3);
  const rows = all.slice(from, to).map(([id, ...cells]) => [
    isOfDigits ? id!.slice(1) : id!,
    ...cells,
    ...(hasWeight ? [random.pick(["1", "1000", "2.5", "0.4"])] : []),
    ...(hasNote ? [random.pick(["", "x", "baris"])] : []),
  ]);
  const header = [
    ...CONTRACT_COLUMNS,
    ...(hasWeight ? ["weight"] : []),
    ...(hasNote ? ["note"] : []),
  ];
  return { header, rows };
}

/** What a manifest says, by key of the file. */
export type ManifestKeys = Readonly<Record<string, unknown>>;

/** The manifest of an extract that holds the drawn spells. */
export function drawManifest(random: Random): ManifestKeys {
  return {
    name: "fuzz",
    provider: "JKP Lab (synthetic)",
    extract_month: "2020-01",
    first_month: random.pick(["2016-01", "2018-01", "2019-07"]),
    last_month: "2019-12",
    form: "spells",
    synthetic: true,
    method: "drawn from the shipped extract",
    ...(random.happens(0.5) ? { wage_growth_per_year: 0.075 } : {}),
  };
}

/** A manifest as text. */
export function manifestText(keys: ManifestKeys): string {
  return stringify(keys);
}
