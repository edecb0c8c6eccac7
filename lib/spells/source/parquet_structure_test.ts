import { assert, assertEquals } from "@std/assert";
import { exampleFolder } from "../example_folder.ts";
import { isWholeParquet } from "./parquet_structure.ts";
import { polars } from "./polars.ts";

/** A Parquet file of three columns, one of lists. */
function written(folder: string): string {
  const path = `${folder}/whole.parquet`;
  polars.DataFrame({
    id: ["a", "b", null, "d"],
    wage: [1.5, 2, 3, null],
    months: [[1, 2], [], [3], [4, 5, 6]],
  }).writeParquet(path, { compression: "snappy" });
  return path;
}

Deno.test("isWholeParquet() takes files of columns and lists, and the shipped ones", async () => {
  assert(isWholeParquet(written(await exampleFolder())));
  assert(isWholeParquet("data/extracts/jht_2019_spells/spells-0001.parquet"));
});

Deno.test("isWholeParquet() finds a file that was cut, and no Parquet file, at each length", async () => {
  const folder = await exampleFolder();
  const bytes = await Deno.readFile(written(folder));
  const path = `${folder}/cut.parquet`;
  for (let length = 0; length < bytes.length; length += 7) {
    await Deno.writeFile(path, bytes.subarray(0, length));
    assertEquals(isWholeParquet(path), false, `${length} bytes`);
  }
});

Deno.test("isWholeParquet() finds a footer that says other numbers, and any flip of its length", async () => {
  const folder = await exampleFolder();
  const bytes = await Deno.readFile(written(folder));
  const path = `${folder}/flipped.parquet`;
  for (let bit = 0; bit < 64; bit++) { // the length of the footer, and the mark
    const flipped = bytes.slice();
    flipped[bytes.length - 8 + (bit >> 3)]! ^= 1 << (bit & 7);
    await Deno.writeFile(path, flipped);
    assertEquals(isWholeParquet(path), false, `bit ${bit}`);
  }
  const [atFirstPage, lowestFlip] = [4, 1 << 1];
  const flipped = bytes.slice();
  flipped[atFirstPage + 1]! ^= lowestFlip; // the kind of the first page
  await Deno.writeFile(path, flipped);
  assertEquals(isWholeParquet(path), false);
});
