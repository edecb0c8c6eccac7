import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract";
import { loadOpenStatistics } from "@jkp/open";
import { UsageError } from "@jkp/problem";
import { schemeMoney } from "@jkp/report";
import { readDesign, readScheme, type Rules, rulesBetween } from "@jkp/scheme";
import {
  deriveAssumptions,
  extractServiceShares,
  READINGS,
  serviceRuleOf,
  type ServiceShare,
  serviceShareOf,
  studyOptions,
  valueSchemes,
} from "@jkp/valuation";
import { parseOptions, parseReading } from "./options.ts";
import { runCommand } from "./run_command.ts";
import { applySettings, SETTINGS } from "./settings.ts";
import { valuationsJson, valuationsText } from "./value_outputs.ts";

/** The design that the report values: what others are set beside. */
const REPORT_DESIGN = "proposed_2021";

const USAGE = `\
Usage: deno task value [options]

Values one design under one scenario.

  --scenario NAME|FILE  base, pessimistic, optimistic, or a TOML file  (default base)
  --design NAME|FILE    a file of data/designs, or a TOML file (default proposed_2021)
  --extract DIR         a statistics extract          (default: the shipped synthetic one)
  --spells DIR          a member-level extract, asked who meets a rule of service that the
                        statistics do not count       (default: the shipped synthetic one)
  --reading NAME        closest, national_odds or implied_rate           (default closest)
  --set KEY=VALUE       change one assumption; may be given several times
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
 * @throws {RangeError} If the design cannot be valued.
 */
export async function valueCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      scenario: { type: "string", default: "base" },
      design: { type: "string", default: REPORT_DESIGN },
      extract: { type: "string", default: SHIPPED_EXTRACT_FOLDER },
      spells: { type: "string" },
      reading: { type: "string", default: "closest" },
      set: { type: "string", multiple: true, default: [] },
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
  const choices = READINGS[parseReading(values.reading)];
  const [extract, scenario, scheme, reportDesign, open] = await Promise.all([
    readStatisticsExtract(values.extract),
    readScenario(values.scenario),
    readScheme(values.design),
    readDesign(REPORT_DESIGN),
    loadOpenStatistics(),
  ]);
  const experience = studyExperience(extract, studyOptions(scenario, reportDesign));
  const assumptions = deriveAssumptions(experience, scenario, reportDesign, choices);
  // Rules decide who of those laid off and of those who resign is paid; all else is set
  // after them.
  const { involuntaryShare } = applySettings(assumptions, values.set);
  const { firstContributionMonth, projectionYears } = reportDesign;
  const rules = rulesBetween(
    scheme,
    firstContributionMonth,
    firstContributionMonth + 12 * projectionYears - 1,
  );
  const extractShares = extractServiceShares(extract);
  const { valued, leftOut } = valueSchemes([rules], [{
    assumptions: { ...assumptions, involuntaryShare },
    data: {
      scenario,
      earnings: experience.earnings,
      leaverAges: experience.leaverAges,
      ...schemeMoney(open),
      extractShares,
      serviceShares: await sharesOfSpells(values.spells, rules, extractShares),
    },
    change: (each) => ({
      ...applySettings(each, values.set),
      involuntaryShare: each.involuntaryShare,
    }),
  }]);
  for (const { rules: { name }, reason } of leftOut) {
    throw new RangeError(`Cannot value ${name}: ${reason}`);
  }
  const source = `${scenario.title} scenario, ${scheme.title}, extract ` +
    `${extract.manifest.name}${extract.manifest.synthetic ? " (synthetic data)" : ""}, ` +
    `reading ${values.reading}`;
  print(
    values.json
      ? JSON.stringify(valuationsJson(valued, source), null, 2)
      : valuationsText(valued, source),
  );
}

/** Shares of leavers by rules that the statistics do not count, and by the report's. */
async function sharesOfSpells(
  folder: string | undefined,
  rules: readonly Rules[],
  counted: readonly ServiceShare[],
): Promise<ServiceShare[]> {
  const asked = rules.map(serviceRuleOf).filter((rule) => rule !== null);
  if (asked.every((rule) => serviceShareOf(counted, rule) !== undefined)) return [];
  // What reads spells is loaded only now, for it takes a while.
  const [{ SHIPPED_SPELLS_FOLDER }, { serviceRuleShares }] = await Promise.all([
    import("@jkp/spells"),
    import("@jkp/study"),
  ]);
  const report = counted.map(({ rule }) => rule);
  return await serviceRuleShares(folder ?? SHIPPED_SPELLS_FOLDER, [...report, ...asked]);
}

if (import.meta.main) {
  await runCommand((args) => valueCommand(args, console.log));
}
