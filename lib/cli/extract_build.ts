import { publishableFiles } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { buildStatistics } from "@jkp/spells/read";
import type { BuiltStatistics } from "@jkp/spells";
import { resolve } from "node:path";
import { parseOptions } from "./options.ts";
import { showProgress } from "./progress.ts";

const USAGE = `\
Usage: deno task extract build DIR --out DIR [options]

Counts a member-level extract into a statistics extract, which every other command reads.

  --out DIR           where to write it
  --leave-out-errors  count without the rows that have errors; if not given, they stop it
  --publish           write tables for publication instead: small cells are suppressed,
                      and others so that no total gives them away
  --threshold N       persons that a published cell holds at least       (default 10)
  --help              this text`;

/** Persons that a published cell holds at least, if nothing else is said. */
const THRESHOLD = "10";

/**
 * The `extract build` command.
 *
 * @param args Its arguments.
 * @param print Where its lines go.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If the extract cannot be read, or has errors.
 */
export async function extractBuildCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      out: { type: "string" },
      "leave-out-errors": { type: "boolean", default: false },
      publish: { type: "boolean", default: false },
      threshold: { type: "string", default: THRESHOLD },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  const [folder] = positionals;
  const { out } = values;
  if (folder === undefined || positionals.length > 1 || out === undefined) {
    const received = args.join(" ") || "nothing";
    throw new UsageError(`a folder and --out are wanted, got ${received}\n\n${USAGE}`);
  }
  if (resolve(folder) === resolve(out)) {
    throw new UsageError(`--out wants another folder than the extract's, got ${out}`);
  }
  if (!/^[1-9]\d{0,5}$/.test(values.threshold)) {
    throw new UsageError(
      `--threshold wants a whole number of 1 or more, got ${values.threshold}`,
    );
  }
  const built = await build(folder, values["leave-out-errors"]);
  const files = values.publish
    ? publishableFiles(built.extract, { threshold: Number(values.threshold) })
    : await statisticsExtractFiles(built.extract);
  await writeFilesTogether(out, files);
  for (const line of summary(built, out, values.publish)) print(line);
}

async function build(
  folder: string,
  leavesOutErrors: boolean,
): Promise<BuiltStatistics> {
  const progress = showProgress(1);
  progress.step(`counting ${folder}`);
  try {
    return await buildStatistics(folder, {
      leavesOutErrors,
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
