import { isThere } from "@jkp/files/read";
import { writeFilesTogether } from "@jkp/files/write";
import { formatMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import { MOST_PROJECTION_YEARS } from "@jkp/valuation";
import {
  DRAFTED_SCENARIO,
  draftValuation,
  type ValuationDraft,
} from "@jkp/valuation/read";
import { basename, dirname, join } from "node:path";
import { command } from "./command.ts";
import { wholeNumber } from "./options.ts";
import { inLines } from "./screen.ts";

/** The `valuation init` command; it writes over no file. */
export const valuationInitCommand = command({
  name: "valuation init",
  summary:
    `Drafts a valuation file for an extract, statistics or single members. Years and months
      are read off the extract: the last whole calendar year is the base year, the last two
      are studied, contributions begin in the January after. What has to be decided stands
      as comments with an example. If no scenario of data/scenarios is of these years, one
      to be filled in is written beside it.`,
  operand: { word: "DIR", about: "folder of the extract, with its extract.toml" },
  options: {
    out: {
      value: "FILE",
      about: "where to write it; it must not be there yet",
      defaultWords: "valuation.toml in the folder of the extract",
    },
    years: {
      value: "N",
      about: "years to project",
      default: "10",
      read: wholeNumber("--years", 1, MOST_PROJECTION_YEARS),
    },
  },
  notes: ["deno task value --valuation FILE then says all that is missing, by key."],
  wanted: (got) => `one folder is wanted, got ${got}`,
}, async ({ operand: folder, values, width }, print, letGo) => {
  const { out = join(folder, "valuation.toml"), years } = values;
  if (!out.endsWith(".toml")) {
    throw new UsageError(`--out wants a file ending in .toml, got ${out}`);
  }
  if (await isThere(out)) {
    throw new UsageError(`--out wants a file that is not there yet, got ${out}`);
  }
  const draft = await draftValuation(folder, out, years);
  const scenario = join(dirname(out), DRAFTED_SCENARIO);
  const isKept = draft.scenario !== null && await isThere(scenario);
  writeFilesTogether(
    dirname(out),
    new Map([
      ...(draft.scenario === null || isKept
        ? []
        : [[DRAFTED_SCENARIO, draft.scenario] as const]),
      [basename(out), draft.valuation],
    ]),
    { last: basename(out) },
  );
  letGo("write");
  for (const line of summary(draft, { out, scenario, isKept })) {
    print(inLines(line, width, 2));
  }
});

function summary(
  { manifest, readOff, undecided, fund, scenario }: ValuationDraft,
  files: { readonly out: string; readonly scenario: string; readonly isKept: boolean },
): string[] {
  const { name, firstMonth, lastMonth, synthetic } = manifest;
  const months = `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
  const filled = files.isKept
    ? "is there, and left as it is."
    : 'written: each "?" in it wants a number.';
  return [
    `Valuation drafted: ${files.out}, of ${
      synthetic ? "synthetic " : ""
    }extract ${name}, ` +
    `${months}.`,
    "Read off:",
    ...readOff.map(([key, value]) => `  ${key} = ${value}`),
    `To be decided: ${undecided.join(", ")}.`,
    ...(scenario === null ? [] : [
      `No scenario of data/scenarios is of these years. ${files.scenario} ${filled}`,
    ]),
    ...(fund === null ? [] : [fund]),
    `Next: deno task value --valuation ${files.out}`,
  ];
}
