import { EXACT_SUMS_FILE } from "@jkp/extract";
import { UsageError } from "@jkp/problem";
import { mergeParts } from "@jkp/spells/read";
import { basename, resolve } from "node:path";
import { command } from "./command.ts";
import { inLines } from "./screen.ts";
import { writeStatistics } from "./write_statistics.ts";

/** The `extract merge` command. */
export const extractMergeCommand = command({
  name: "extract merge",
  summary: `Adds statistics extracts that were built part by part, each with --sums of
      extract build or engine build, or with extract build --part, into that of the whole
      register, to the last digit. Each member must be in one part alone: parts by province or
      by number of the member, not by year.`,
  operand: { word: "DIR", about: "the parts", isMany: true },
  options: {
    out: { value: "DIR", about: "where to write the whole", isRequired: true },
    sums: { about: `write ${EXACT_SUMS_FILE} too, to add more parts later` },
  },
  notes: [
    `Provider, months, growth of wages and the rules of a ledger must agree. The whole is not
      for publication: who earns most of a cell's wages stands in no file.`,
  ],
  wanted: (got) => `two folders or more and --out are wanted, got ${got}`,
}, async ({ operand: folders, values: { out, sums }, width }, print, letGo) => {
  if (folders.length < 2) {
    throw new UsageError(
      `extract merge wants two folders or more, got ${folders.join(" ") || "none"}`,
    );
  }
  const again = folders.find((folder) => resolve(folder) === resolve(out));
  if (again !== undefined) {
    throw new UsageError(`--out wants another folder than the parts, got ${out}`);
  }
  const { extract, counted } = await mergeParts(folders, basename(resolve(out)));
  letGo("ffi", "env", "sys");
  await writeStatistics(out, { extract, counted }, { hasSums: sums });
  letGo("write");
  const { manifest } = extract;
  const lines = [
    `${manifest.synthetic ? "Synthetic statistics" : "Statistics"} extract of ` +
    `${folders.length} parts written to ${out}.`,
    manifest.method.trim(),
    `Next: deno task valuation init ${out}`,
  ];
  for (const line of lines) print(inLines(line, width));
});
