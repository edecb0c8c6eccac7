import { namesIn } from "@jkp/files/read";
import { filesOf } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { designNames } from "@jkp/scheme/read";
import { comparisonExhibits, OUT_OF_WORK_MEASURES, schemeComparison } from "@jkp/study";
import { readComparison } from "@jkp/study/read";
import { CHANGEABLE_NAMES } from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { refuseSameNames } from "./options.ts";
import { writeOutputs } from "./outputs.ts";
import { runCommand } from "./run_command.ts";
import { EXTRACT, READING } from "./valuation_options.ts";
import { readSetting } from "./settings.ts";
import {
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
      names: () => namesIn("scenarios"),
      defaultWords: "base; of several designs, all three",
    },
    design: {
      value: "NAME|FILE",
      about: "a file of data/designs, or a TOML file; all for every file of data/designs",
      isMultiple: true,
      default: [REPORT_DESIGN],
      names: async () => [...await designNames(), "all"],
    },
    extract: EXTRACT,
    spells: {
      value: "DIR",
      about:
        `a member-level extract, asked who meets a rule of service that the statistics
          do not count, and how long spells without contribution last`,
      defaultWords: "with synthetic statistics the shipped one, with recorded none",
    },
    inactivity: {
      value: "MEASURE",
      about: "time out of work: by the stock of the statistics, or by completed spells",
      choices: OUT_OF_WORK_MEASURES,
      default: "stock",
    },
    reading: READING,
    set: {
      value: "KEY=VALUE",
      about: "change one assumption; the rates without any change stand beside",
      isMultiple: true,
      read: readSetting,
    },
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
}, async ({ values }, print, letGo) => {
  if (values.out === undefined) letGo("env", "sys", "write");
  const designs = values.design.includes("all") ? await designNames() : values.design;
  const scenarios = values.scenario.length === 0 && designs.length === 1
    ? ["base"]
    : values.scenario;
  const inputs = await readComparison(designs, {
    ...(scenarios.length === 0 ? {} : { scenarios }),
    extract: values.extract,
    spells: values.spells,
    reading: values.reading,
    inactivity: values.inactivity,
    showsSpells: designs.length === 1 && scenarios.length === 1,
    changes: Object.assign({}, ...values.set),
  });
  letGo("ffi");
  refuseSameNames("design", inputs.schemes);
  refuseSameNames("scenario", inputs.scenarios.map(({ scenario }) => scenario));
  const comparison = schemeComparison(inputs);
  const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));
  if (inputs.schemes.length > 1 || inputs.scenarios.length > 1) {
    const exhibits = comparisonExhibits(comparison);
    const files = values.out === undefined
      ? undefined
      : await filesOf(exhibits.tables, [exhibits.figure]);
    const written = files === undefined ? 0 : writeOutputs(values.out!, files);
    letGo("env", "sys", "write");
    if (values.json) return printJson(comparisonJson(comparison));
    print(comparisonText(exhibits));
    if (written > 0) print(`${written} files written to ${values.out}/.`);
    return;
  }
  if (values.out !== undefined) {
    throw new UsageError("--out wants several designs or scenarios, got one of each");
  }
  const { leftOut } = comparison;
  for (const { rules: { name }, reason } of leftOut) {
    throw new RangeError(`Cannot value ${name}: ${reason}`);
  }
  const [{ scenario }, scheme] = [inputs.scenarios[0]!, inputs.schemes[0]!];
  const source = `${scenario.title} scenario, ${scheme.title}, ${inputs.basis}`;
  return values.json
    ? printJson(valuationsJson(comparison, source))
    : print(valuationsText(comparison, source));
});

if (import.meta.main) {
  await runCommand(valueCommand);
}
