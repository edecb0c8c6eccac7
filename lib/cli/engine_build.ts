import { countInWords } from "@jkp/exhibit";
import { MANIFEST_FILE, publishableFiles } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import {
  buildInEngine,
  parseTrinoAddress,
  readSpellTable,
  trinoEngine,
} from "@jkp/spells/engine";
import { resolve } from "node:path";
import { command } from "./command.ts";
import { endedOnSignals } from "./interrupts.ts";
import { monthOption } from "./options.ts";
import { showProgress } from "./progress.ts";
import { PUBLISH, THRESHOLD, writeApart } from "./publishing.ts";

/** Steps of the work: columns, the check, the counts. */
const STEPS = 3;

/** The `engine build` command. */
export const engineBuildCommand = command({
  name: "engine build",
  summary:
    `Checks and counts a table of spells in a Trino cluster, and writes the statistics
      extract that extract build would make of the same rows. Nothing leaves the cluster
      that is not a count.`,
  operand: { word: "ADDRESS" },
  options: {
    table: {
      value: "NAME",
      about: "table of spells in the schema of the address",
      isRequired: true,
    },
    extract: {
      value: "DIR",
      about: `folder with the extract.toml of the table, and a mapping.toml where its
          columns are not those of the contract`,
      isRequired: true,
    },
    out: { value: "DIR", about: "where to write the statistics", isRequired: true },
    from: {
      value: "MONTH",
      about: "first month that is counted",
      defaultWords: "the extract's first",
      read: monthOption("--from"),
    },
    to: {
      value: "MONTH",
      about: "last month that is counted, as if the table had been drawn then",
      defaultWords: "the extract's last",
      read: monthOption("--to"),
    },
    parts: {
      value: "N",
      about: `ask in N parts, by hash of the member: so many times less memory in the
          cluster, and the table is read so many times more`,
      default: "1",
      read: parseParts,
    },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  notes: [
    `ADDRESS is trino://host:port/catalog/schema. The user is taken from TRINO_USER, a
      token from TRINO_TOKEN. The connection has TLS, but to this machine itself.`,
  ],
  wanted: (got) => `an address, --table, --extract and --out are wanted, got ${got}`,
}, async ({ operand, values }, print, letGo) => {
  const { table, extract: folder, out, publish, threshold, from, to, parts } = values;
  if (resolve(folder) === resolve(out)) {
    throw new UsageError(`--out wants another folder than --extract, got ${out}`);
  }
  const address = parseTrinoAddress(operand);
  const user = Deno.env.get("TRINO_USER");
  if (user === undefined || user === "") {
    throw new UsageError("the variable TRINO_USER is wanted: who asks the cluster");
  }
  const source = await readSpellTable(folder, table);
  const ending = new AbortController();
  const progress = showProgress(STEPS);
  const engine = trinoEngine(address, {
    user,
    token: Deno.env.get("TRINO_TOKEN"),
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
    parts,
    step: progress.step,
  });
  const end = async () => {
    ending.abort();
    await work.catch(() => {});
  };
  const { extract, quality } = await endedOnSignals(end, () => work)
    .finally(progress.end);
  letGo("env");
  const files = publish
    ? publishableFiles(extract, { threshold, largest: undefined })
    : await statisticsExtractFiles(extract);
  await writeApart(
    out,
    files,
    publish,
    (folder, all) => writeFilesTogether(folder, all, { last: MANIFEST_FILE }),
  );
  const unasked = quality.outcomes.filter(({ state }) => state === "not checked").length;
  print(`Statistics ${publish ? "for publication" : "extract"} written to ${out}.`);
  print(extract.manifest.method.trim());
  print(
    `${countInWords(quality.warnings, "warning")}; ${
      countInWords(unasked, "rule")
    } of extract check not asked of the cluster.`,
  );
  if (!publish) print(`Next: deno task reproduce --extract ${out}`);
});

function parseParts(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`--parts wants a whole number from 1 to 999, got ${text}`);
}
