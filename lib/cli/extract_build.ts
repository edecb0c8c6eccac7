import { countInWords } from "@jkp/exhibit";
import { EXACT_SUMS_FILE } from "@jkp/extract";
import { UsageError } from "@jkp/problem";
import { buildStatistics } from "@jkp/spells/read";
import type { BuildOptions, BuiltStatistics } from "@jkp/spells";
import { resolve } from "node:path";
import { command } from "./command.ts";
import { fromMonth, LEAVE_OUT_AT_MOST, toMonth } from "./options.ts";
import { PUBLISH, THRESHOLD } from "./publishing.ts";
import { showProgress } from "./progress.ts";
import { inLines } from "./screen.ts";
import { SUMS, writeStatistics } from "./write_statistics.ts";

/** The `extract build` command. */
export const extractBuildCommand = command({
  name: "extract build",
  summary:
    `Counts a member-level extract into a statistics extract, which every other command
      reads.`,
  operand: { word: "DIR" },
  options: {
    out: { value: "DIR", about: "where to write it", isRequired: true },
    leaveOutErrors: {
      about:
        `count without the rows that have errors; if not given, they stop it. What is left
          is no random sample. Files and payments that seem to have been delivered twice
          count once`,
    },
    leaveOutAtMost: LEAVE_OUT_AT_MOST,
    from: fromMonth("first month that is counted"),
    to: toMonth(
      `last month that is counted, as if the extract had been drawn then: where payments
          of the last months have not all come in`,
    ),
    sums: SUMS,
    part: {
      value: "I/N",
      about: `count the members of one of N parts alone, by hash of their numbers, with
          ${EXACT_SUMS_FILE}: for extract merge, where all of them are too many for one
          machine. All rows are read and checked`,
      read: parsePart,
    },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  wanted: (got) => `a folder and --out are wanted, got ${got}`,
}, async ({ operand: folder, values, width }, print, letGo) => {
  const { out } = values;
  if (resolve(folder) === resolve(out)) {
    throw new UsageError(`--out wants another folder than the extract's, got ${out}`);
  }
  const hasSums = values.sums || values.part !== undefined;
  if (hasSums && values.publish) {
    const option = values.sums ? "--sums" : "--part";
    throw new UsageError(`${option} writes every number unrounded: not with --publish`);
  }
  const built = await build(folder, {
    leavesOutErrors: values.leaveOutErrors,
    mostLeftOut: values.leaveOutAtMost,
    isForPublication: values.publish,
    firstMonth: values.from,
    lastMonth: values.to,
    part: values.part,
  });
  letGo("ffi", "env", "sys");
  await writeStatistics(out, built, {
    ...(values.publish ? { threshold: values.threshold } : {}),
    hasSums,
  });
  letGo("write");
  for (const line of summary(built, out, values)) print(inLines(line, width));
});

async function build(
  folder: string,
  options: Omit<BuildOptions, "rowsSeen" | "scratchPlanned">,
): Promise<BuiltStatistics> {
  const progress = showProgress(1);
  progress.step(`counting ${folder}`);
  const { rowsSeen, scratchPlanned } = progress;
  return await buildStatistics(folder, { ...options, rowsSeen, scratchPlanned })
    .finally(progress.end);
}

function summary(
  built: BuiltStatistics,
  out: string,
  { publish: isPublished, part }: {
    readonly publish: boolean;
    readonly part: BuildOptions["part"];
  },
): string[] {
  const { extract: { manifest }, quality } = built;
  const kind = manifest.synthetic ? "Synthetic statistics" : "Statistics";
  const label = isPublished ? `${kind} for publication` : `${kind} extract`;
  return [
    `${label} written to ${out}.`,
    manifest.method.trim().replace(/\s*\n\s*/g, " "),
    ...built.remarks,
    ...(built.caution === undefined ? [] : [`Note: ${built.caution}`]),
    ...(quality.warnings === 0
      ? []
      : [`${countInWords(quality.warnings, "warning")}: see extract check.`]),
    ...(isPublished ? [] : [nextStep(out, part)]),
  ];
}

function nextStep(out: string, part: BuildOptions["part"]): string {
  return part === undefined
    ? `Next: deno task valuation init ${out}`
    : `Next: deno task extract merge ${out} ..., with all ${part.parts} parts.`;
}

function parsePart(text: string): { readonly part: number; readonly parts: number } {
  const [part = NaN, parts = NaN] = /^[1-9]\d{0,2}\/[1-9]\d{0,2}$/.test(text)
    ? text.split("/").map(Number)
    : [];
  if (part <= parts) return { part, parts };
  throw new UsageError(`--part wants a part of some, as 1/8, up to 999, got ${text}`);
}
