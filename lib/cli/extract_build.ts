import { publishableFiles } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { buildStatistics } from "@jkp/spells/read";
import type { BuiltStatistics, ReadSpellsOptions } from "@jkp/spells";
import { resolve } from "node:path";
import { command } from "./command.ts";
import { showProgress } from "./progress.ts";

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
          is no random sample`,
    },
    leaveOutAtMost: {
      value: "SHARE",
      about: "with --leave-out-errors: fraction of the rows that may be left out",
      default: "0.01",
      read: parseShare,
    },
    publish: {
      about:
        `write tables for publication instead: small cells are suppressed, and others so
          that no total gives them away`,
    },
    threshold: {
      value: "N",
      about: "persons that a published cell holds at least",
      default: "10",
      read: parseThreshold,
    },
  },
  wanted: (got) => `a folder and --out are wanted, got ${got}`,
}, async ({ operand: folder, values }, print) => {
  const { out } = values;
  if (resolve(folder) === resolve(out)) {
    throw new UsageError(`--out wants another folder than the extract's, got ${out}`);
  }
  const built = await build(folder, {
    leavesOutErrors: values.leaveOutErrors,
    mostLeftOut: values.leaveOutAtMost,
  });
  const files = values.publish
    ? publishableFiles(built.extract, { threshold: values.threshold })
    : await statisticsExtractFiles(built.extract);
  await writeFilesTogether(out, files);
  for (const line of summary(built, out, values.publish)) print(line);
});

/** Persons that a published cell holds at least. */
function parseThreshold(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--threshold wants a whole number of 1 or more, got ${text}`);
}

/** A fraction of rows. */
function parseShare(text: string): number {
  const share = Number(text);
  if (/^[\d.]+$/.test(text) && share > 0 && share <= 1) return share;
  throw new UsageError(
    `--leave-out-at-most wants a fraction above 0, up to 1, for example 0.05, got ${text}`,
  );
}

async function build(
  folder: string,
  errors: Pick<ReadSpellsOptions, "leavesOutErrors" | "mostLeftOut">,
): Promise<BuiltStatistics> {
  const progress = showProgress(1);
  progress.step(`counting ${folder}`);
  try {
    return await buildStatistics(folder, {
      ...errors,
      rowsSeen: (rows) => progress.update(`${rows.toLocaleString("en")} rows read`),
    });
  } finally {
    progress.end();
  }
}

function summary(built: BuiltStatistics, out: string, isPublished: boolean): string[] {
  const { extract: { manifest }, quality } = built;
  const kind = manifest.synthetic ? "Synthetic statistics" : "Statistics";
  const label = isPublished ? `${kind} for publication` : `${kind} extract`;
  return [
    `${label} written to ${out}.`,
    manifest.method.trim(),
    ...(quality.warnings === 0
      ? []
      : [`${quality.warnings.toLocaleString("en")} warnings: see extract check.`]),
    ...(isPublished ? [] : [`Next: deno task reproduce --extract ${out}`]),
  ];
}
