import { countInWords } from "@jkp/exhibit";
import { readStatisticsExtract } from "@jkp/extract/read";
import { wordsOf } from "@jkp/language";
import { UsageError } from "@jkp/problem";
import {
  buildInEngine,
  parseTrinoAddress,
  readSpellTable,
  trinoEngine,
} from "@jkp/spells/engine";
import type { Finding, QualityReport } from "@jkp/spells";
import { resolve } from "node:path";
import { command } from "./command.ts";
import { endedOnSignals } from "./interrupts.ts";
import { ENGINE_VARIABLES } from "./engine.ts";
import { fromMonth, LEAVE_OUT_AT_MOST, toMonth } from "./options.ts";
import { showProgress } from "./progress.ts";
import { PUBLISH, THRESHOLD } from "./publishing.ts";
import { inLines } from "./screen.ts";
import { SHOWN_OF_A_RULE, wordFinding } from "./word_finding.ts";
import { SUMS, writeStatistics } from "./write_statistics.ts";

/** Steps of the work: columns, several tables, the check, the counts. */
const STEPS = 4;

/** Rows with errors that are named at most. */
const MOST_EXAMPLES = 100;

/** The `engine build` command. */
export const engineBuildCommand = command({
  name: "engine build",
  summary:
    `Checks and counts a table of spells, or a ledger of payments, in a Trino cluster, and
      writes the statistics extract that extract build would make of the same rows. What
      leaves the cluster are counts and sums of wages by month, sex and age, what the whole
      looks like, and how many rows break which rule; with --publish the two largest wages
      of each cell; with --examples keys of rows.`,
  operand: { word: "ADDRESS" },
  options: {
    table: {
      value: "NAME",
      about: `table of spells in the schema of the address, or of payments where
          extract.toml has form = "ledger"`,
      isRequired: true,
    },
    members: {
      value: "NAME",
      about: "table of members with sex and birth month, where they stand apart",
    },
    claims: { value: "NAME", about: "table of JHT claims, where they stand apart" },
    extract: {
      value: "DIR",
      about: `folder with the extract.toml of the table, and a mapping.toml where its
          columns are not those of the contract`,
      isRequired: true,
    },
    out: { value: "DIR", about: "where to write the statistics", isRequired: true },
    leaveOutErrors: {
      about:
        `count without the rows that have errors; if not given, they stop it. What is left
          is no random sample`,
    },
    leaveOutAtMost: LEAVE_OUT_AT_MOST,
    examples: {
      value: "N",
      about: `where errors stop it, name up to N rows by member and start month: these
          leave the cluster`,
      default: "0",
      read: parseExamples,
    },
    from: fromMonth("first month that is counted"),
    to: toMonth("last month that is counted, as if the table had been drawn then"),
    parts: {
      value: "N",
      about: `ask in N parts, by hash of the member: so many times less memory in the
          cluster, and the table is read so many times more`,
      default: "1",
      read: parseParts,
    },
    previous: {
      value: "DIR",
      about: "statistics extract of an earlier date, to see what has moved",
    },
    sums: SUMS,
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  notes: [
    `ADDRESS is trino://host:port/catalog/schema. The user is taken from the variable
      TRINO_USER, with a password from TRINO_PASSWORD or a token from TRINO_TOKEN. The
      connection has TLS, but to this machine itself.`,
  ],
  wanted: (got) => `an address, --table, --extract and --out are wanted, got ${got}`,
}, async ({ operand, values, width }, print, letGo) => {
  const { table, extract: folder, out, publish, threshold, from, to, parts } = values;
  if (resolve(folder) === resolve(out)) {
    throw new UsageError(`--out wants another folder than --extract, got ${out}`);
  }
  if (values.sums && publish) {
    throw new UsageError("--sums writes every number unrounded: not with --publish");
  }
  const address = parseTrinoAddress(operand);
  const who = whoAsks();
  const source = await readSpellTable(folder, {
    table,
    members: values.members,
    claims: values.claims,
  });
  const previous = values.previous === undefined
    ? undefined
    : await readStatisticsExtract(values.previous);
  const ending = new AbortController();
  const progress = showProgress(
    STEPS - ("tables" in source.mapping ? 0 : 1) + (publish ? 1 : 0),
  );
  const engine = trinoEngine(address, {
    ...who,
    signal: ending.signal,
    progress: ({ rowsRead, share }) =>
      progress.update(
        `${share === undefined ? "waiting" : `${Math.round(100 * share)} %`}, ${
          rowsRead.toLocaleString("en")
        } rows read in the cluster`,
      ),
  });
  const work = buildInEngine(engine, source, {
    firstMonth: from,
    lastMonth: to,
    leavesOutErrors: values.leaveOutErrors,
    mostLeftOut: values.leaveOutAtMost,
    examples: values.examples,
    isForPublication: publish,
    parts,
    previous,
    step: progress.step,
  });
  const end = async () => {
    ending.abort();
    await work.catch(() => {});
  };
  const built = await endedOnSignals(end, () => work).finally(progress.end);
  const { extract, quality, findings } = built;
  letGo("env");
  await writeStatistics(out, built, {
    ...(publish ? { threshold } : {}),
    hasSums: values.sums,
  });
  const unasked = quality.outcomes.filter(({ state }) => state === "not checked");
  const lines = [
    `Statistics ${publish ? "for publication" : "extract"} written to ${out}.`,
    extract.manifest.method.trim(),
    `${countInWords(quality.warnings, "warning")}${quality.warnings === 0 ? "." : ":"}`,
    ...warningsInWords(quality, findings),
    `Not asked of the cluster: ${unasked.map(({ rule }) => rule).join(", ")}.`,
    ...(publish ? [] : [`Next: deno task reproduce --extract ${out}`]),
  ];
  for (const line of lines) print(inLines(line, width));
});

/** The first warnings of each rule; of rows that break one, their number alone is known. */
function warningsInWords(
  { outcomes }: QualityReport,
  findings: readonly Finding[],
): string[] {
  const warned = outcomes.filter(({ state }) => state === "warned");
  return warned.flatMap(({ rule, title, found }) => {
    const worded = findings.filter((finding) => finding.rule === rule);
    if (worded.length === 0) {
      return [`  ${rule} (warning): ${title}: not in ${countInWords(found, "row")}`];
    }
    const more = worded.length - SHOWN_OF_A_RULE;
    return [
      ...worded.slice(0, SHOWN_OF_A_RULE).map((each) =>
        wordFinding(each, wordsOf("en").check)
      ),
      ...(more > 0 ? [`  ${rule} (warning): ${more} more`] : []),
    ];
  });
}

/** Who asks, from the environment. */
function whoAsks() {
  const [user, password, token] = ENGINE_VARIABLES.map((name) =>
    Deno.env.get(name) || undefined
  );
  if (user === undefined) {
    throw new UsageError("the variable TRINO_USER is wanted: who asks the cluster");
  }
  if (password !== undefined && token !== undefined) {
    throw new UsageError(
      "one of the variables TRINO_PASSWORD and TRINO_TOKEN is wanted, got both",
    );
  }
  return { user, password, token };
}

function parseParts(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`--parts wants a whole number from 1 to 999, got ${text}`);
}

function parseExamples(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= MOST_EXAMPLES) return Number(text);
  throw new UsageError(
    `--examples wants a whole number from 0 to ${MOST_EXAMPLES}, got ${text}`,
  );
}
