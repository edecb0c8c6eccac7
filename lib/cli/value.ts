import { writeFilesTogether } from "@jkp/files/write";
import { filesOf } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { schemesCoverage } from "@jkp/study";
import { CHANGEABLE_NAMES, valueSchemes } from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { runCommand } from "./run_command.ts";
import { EXTRACT, READING } from "./valuation_options.ts";
import { applySettings } from "./settings.ts";
import { readValueInputs } from "./value_inputs.ts";
import {
  comparisonItems,
  comparisonJson,
  comparisonText,
  valuationsJson,
  valuationsText,
} from "./value_outputs.ts";

/**
 * The `value` command: it throws if a single design cannot be valued, and lists it among
 * several.
 */
export const valueCommand = command({
  name: "value",
  summary: "Values one design under one scenario in full, or several side by side.",
  options: {
    scenario: {
      value: "NAME|FILE",
      about: "base, pessimistic, optimistic, or a TOML file",
      isMultiple: true,
      defaultWords: "base; of several designs, all three",
    },
    design: {
      value: "NAME|FILE",
      about: "a file of data/designs, or a TOML file; all for every file of data/designs",
      isMultiple: true,
      default: [REPORT_DESIGN],
    },
    extract: EXTRACT,
    spells: {
      value: "DIR",
      about:
        `a member-level extract, asked who meets a rule of service that the statistics
          do not count`,
      defaultWords: "the shipped synthetic one",
    },
    reading: READING,
    set: { value: "KEY=VALUE", about: "change one assumption", isMultiple: true },
    out: { value: "DIR", about: "of several designs, also write tables and figure here" },
    json: { about: "print assumptions, design, choices, years and rates as JSON" },
  },
  notes: [
    `Rules that change in the years of the projection are valued as they change. Rules
      that cannot be valued are listed. A range of durations is valued at both ends.`,
    `Keys for --set: ${
      CHANGEABLE_NAMES.join(", ")
    }. benefitRate is that of the best paid month, the others stay in proportion.`,
  ],
  wanted: (got) => `Cannot value ${got}: options only`,
}, async ({ values }, print) => {
  const { schemes, rulesInTime, scenarios, open, basis } = await readValueInputs({
    designs: values.design,
    scenarios: values.scenario,
    extract: values.extract,
    spells: values.spells,
    reading: values.reading,
  });
  const valuations = valueSchemes(
    rulesInTime,
    scenarios.map((inputs) => applySettings(inputs, values.set)),
  );
  const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));
  if (schemes.length > 1 || scenarios.length > 1) {
    const coverage = schemesCoverage(rulesInTime.map((rules) => rules[0]!), open);
    const items = comparisonItems(valuations, coverage, basis);
    const files = values.out === undefined
      ? undefined
      : await filesOf(items.tables, [items.figure]);
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
});

if (import.meta.main) {
  await runCommand(valueCommand);
}
