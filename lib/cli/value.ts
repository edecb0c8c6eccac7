import { SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { writeFilesTogether } from "@jkp/files/write";
import { UsageError } from "@jkp/problem";
import { schemesCoverage } from "@jkp/study";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import { valueSchemes } from "@jkp/valuation";
import { parseOptions, parseReading } from "./options.ts";
import { runCommand } from "./run_command.ts";
import { applySettings, SETTINGS } from "./settings.ts";
import { readValueInputs } from "./value_inputs.ts";
import {
  comparisonFiles,
  comparisonItems,
  comparisonJson,
  comparisonText,
  valuationsJson,
  valuationsText,
} from "./value_outputs.ts";

const USAGE = `\
Usage: deno task value [options]

Values one design under one scenario in full, or several side by side.

  --scenario NAME|FILE  base, pessimistic, optimistic, or a TOML file; may be given several
                        times               (default base; of several designs, all three)
  --design NAME|FILE    a file of data/designs, or a TOML file; may be given several times;
                        all for every file of data/designs        (default proposed_2021)
  --extract DIR         a statistics extract          (default: the shipped synthetic one)
  --spells DIR          a member-level extract, asked who meets a rule of service that the
                        statistics do not count       (default: the shipped synthetic one)
  --reading NAME        closest, national_odds or implied_rate           (default closest)
  --set KEY=VALUE       change one assumption; may be given several times
  --out DIR             of several designs, also write tables and figure here
  --json                print assumptions, design, choices, years and rates as JSON
  --help                this text

Rules that change in the years of the projection are valued as they change. Rules that
cannot be valued are listed. A range of durations is valued at both ends.

Keys for --set: ${Object.keys(SETTINGS).join(", ")}
benefitRate is that of the best paid month, the others stay in proportion.`;

/**
 * The `value` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If a file cannot be used.
 * @throws {RangeError} If a single design cannot be valued; of several it is listed.
 */
export async function valueCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      scenario: { type: "string", multiple: true, default: [] },
      design: { type: "string", multiple: true, default: [REPORT_DESIGN] },
      extract: { type: "string", default: SHIPPED_EXTRACT_FOLDER },
      spells: { type: "string" },
      reading: { type: "string", default: "closest" },
      set: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  if (positionals.length > 0) {
    throw new UsageError(
      `Cannot value ${positionals.join(" ")}: options only\n\n${USAGE}`,
    );
  }
  const { schemes, rulesInTime, scenarios, open, basis } = await readValueInputs({
    designs: values.design,
    scenarios: values.scenario,
    extract: values.extract,
    spells: values.spells,
    reading: parseReading(values.reading),
  });
  const valuations = valueSchemes(
    rulesInTime,
    scenarios.map((inputs) => applySettings(inputs, values.set)),
  );
  const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));
  if (schemes.length > 1 || scenarios.length > 1) {
    const coverage = schemesCoverage(rulesInTime.map((rules) => rules[0]!), open);
    const items = comparisonItems(valuations, coverage, basis);
    const files = values.out === undefined ? undefined : await comparisonFiles(items);
    if (files !== undefined) await writeFilesTogether(values.out!, files);
    if (values.json) return printJson(comparisonJson(valuations, basis));
    print(comparisonText(items));
    if (files !== undefined) print(`${files.size} files written to ${values.out}/.`);
    return;
  }
  if (values.out !== undefined) {
    throw new UsageError("--out wants several designs or scenarios, got one of each");
  }
  const { valued, leftOut } = valuations;
  for (const { rules: { name }, reason } of leftOut) {
    throw new RangeError(`Cannot value ${name}: ${reason}`);
  }
  const source = `${scenarios[0]!.scenario.title} scenario, ${schemes[0]!.title}, ` +
    basis;
  return values.json
    ? printJson(valuationsJson(valued, rulesInTime[0]![0]!, source))
    : print(valuationsText(valued, source));
}

if (import.meta.main) {
  await runCommand((args) => valueCommand(args, console.log));
}
