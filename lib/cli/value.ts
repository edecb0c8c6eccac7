import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract";
import { tableToText } from "@jkp/present";
import { UsageError } from "@jkp/problem";
import type { Table } from "@jkp/report";
import { readDesign } from "@jkp/scheme";
import {
  deriveAssumptions,
  READINGS,
  rollForward,
  studyOptions,
  type Valuation,
  valueScheme,
} from "@jkp/valuation";
import { parseOptions, parseReading } from "./options.ts";
import { runCommand } from "./run_command.ts";
import { applySettings, SETTINGS } from "./settings.ts";

const USAGE = `\
Usage: deno task value [options]

Values one design under one scenario.

  --scenario NAME|FILE  base, pessimistic, optimistic, or a TOML file  (default base)
  --design NAME|FILE    proposed_2021, or a TOML file          (default proposed_2021)
  --extract DIR         a statistics extract          (default: the shipped synthetic one)
  --reading NAME        closest, national_odds or implied_rate                    (default closest)
  --set KEY=VALUE       change one assumption; may be given several times
  --json                print assumptions, design, choices, years and rates as JSON
  --help                this text

Keys for --set: ${Object.keys(SETTINGS).join(", ")}`;

/**
 * The `value` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If a file cannot be used.
 */
export async function valueCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      scenario: { type: "string", default: "base" },
      design: { type: "string", default: "proposed_2021" },
      extract: { type: "string", default: SHIPPED_EXTRACT_FOLDER },
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
  const [extract, scenario, design] = await Promise.all([
    readStatisticsExtract(values.extract),
    readScenario(values.scenario),
    readDesign(values.design),
  ]);
  const experience = studyExperience(extract, studyOptions(scenario, design));
  const assumptions = applySettings(
    deriveAssumptions(experience, scenario, design, choices),
    values.set,
  );
  const valuation = valueScheme(assumptions);
  const source = `${scenario.title} scenario, ${design.title}, extract ` +
    `${extract.manifest.name}${extract.manifest.synthetic ? " (synthetic data)" : ""}, ` +
    `reading ${values.reading}`;
  print(
    values.json
      ? JSON.stringify(valuationJson(valuation, source), null, 2)
      : valuationText(valuation, source),
  );
}

/** What `--json` prints: the assumptions first, then what follows from them. */
function valuationJson(valuation: Valuation, source: string) {
  const { design, choices, ...assumptions } = valuation.assumptions;
  return {
    source,
    assumptions,
    design,
    choices,
    years: valuation.years,
    financing: valuation.financing,
    fundAtSuggestedRate: fundAtSuggestedRate(valuation),
    transition: valuation.transition,
  };
}

function valuationText(valuation: Valuation, source: string): string {
  const fund = fundAtSuggestedRate(valuation);
  const projection: Table = {
    id: "projection",
    number: "",
    title: "Projection by financial year",
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      { key: "members", title: "Members", unit: "thousand" },
      { key: "beneficiaries", title: "Beneficiaries", unit: "thousand" },
      { key: "demographic", title: "Demographic ratio", unit: "%", decimals: 2 },
      { key: "benefits", title: "Benefits", unit: "trillion Rp", decimals: 2 },
      { key: "payg", title: "PAYG cost rate", unit: "%", decimals: 2 },
      { key: "fund", title: "Fund", unit: "trillion Rp", decimals: 1 },
      { key: "reserve", title: "Reserve ratio", unit: "years", decimals: 2 },
    ],
    rows: valuation.years.map((year, i) => ({
      year: year.year,
      members: year.members / 1e3,
      beneficiaries: year.beneficiaries / 1e3,
      demographic: 100 * year.demographicRatio,
      benefits: year.benefitsIdr / 1e12,
      payg: 100 * year.paygCostRate,
      fund: fund[i]!.closingIdr / 1e12,
      reserve: fund[i]!.reserveRatio,
    })),
    notes: ["Fund at the suggested rate with administration, at the end of the year."],
    source,
  };
  const { benefit_only: benefits, benefit_and_administrative: all } = valuation.financing;
  const rates: Table = {
    id: "rates",
    number: "",
    title: "Contribution rates",
    columns: [
      { key: "measure", title: "Of insurable earnings" },
      { key: "benefits", title: "Benefits only" },
      { key: "all", title: "Benefits and administration" },
    ],
    rows: [
      {
        measure: "Suggested rate, %",
        benefits: { value: 100 * benefits.suggestedRate, decimals: 2 },
        all: { value: 100 * all.suggestedRate, decimals: 2 },
      },
      {
        measure: "Minimum rate, %",
        benefits: { value: 100 * benefits.minimumRate, decimals: 2 },
        all: { value: 100 * all.minimumRate, decimals: 2 },
      },
      {
        measure: "Exhaustion at 1 %, year",
        benefits: yearCell(benefits.exhaustionYear),
        all: yearCell(all.exhaustionYear),
      },
    ],
    notes: [],
    source,
  };
  return `${tableToText(projection)}\n${tableToText(rates)}`;
}

function yearCell(year: number | null) {
  return year === null ? null : { value: year, decimals: 0, isGrouped: false };
}

function fundAtSuggestedRate({ years, financing, assumptions }: Valuation) {
  return rollForward(years, {
    contributionRate: financing.benefit_and_administrative.suggestedRate,
    expenseBasis: "benefit_and_administrative",
    flows: assumptions.choices.fundFlows,
  });
}

if (import.meta.main) {
  await runCommand((args) => valueCommand(args, console.log));
}
