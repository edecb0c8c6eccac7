import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract";
import { tableToText } from "@jkp/present";
import { UsageError } from "@jkp/problem";
import { projectionTable, ratesTable } from "@jkp/report";
import { readDesign } from "@jkp/scheme";
import {
  deriveAssumptions,
  fundAtSuggestedRate,
  READINGS,
  studyOptions,
  type Valuation,
  valueScheme,
} from "@jkp/valuation";
import { parseOptions, parseReading } from "./options.ts";
import { runCommand } from "./run_command.ts";
import { schemeJson, schemeText, schemeToValue } from "./value_scheme.ts";
import { applySettings, SETTINGS } from "./settings.ts";

const USAGE = `\
Usage: deno task value [options]

Values one design, or one scheme's rules, under one scenario.

  --scenario NAME|FILE  base, pessimistic, optimistic, or a TOML file  (default base)
  --design NAME|FILE    proposed_2021, or a TOML file          (default proposed_2021)
  --scheme NAME|FILE    in place of a design: jkp_2021 and others of data/schemes
  --extract DIR         a statistics extract          (default: the shipped synthetic one)
  --reading NAME        closest, national_odds or implied_rate                    (default closest)
  --set KEY=VALUE       change one assumption; may be given several times
  --json                print assumptions, design, choices, years and rates as JSON
  --help                this text

With --scheme, rules that cannot be valued are listed. Shares of leavers by rule of service
come from the shipped synthetic spells; benefitRate is that of the best paid month.

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
      design: { type: "string" },
      scheme: { type: "string" },
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
  if (values.scheme !== undefined && values.design !== undefined) {
    throw new UsageError("Cannot value both: --design or --scheme is wanted, got both");
  }
  const choices = READINGS[parseReading(values.reading)];
  const [extract, scenario, design] = await Promise.all([
    readStatisticsExtract(values.extract),
    readScenario(values.scenario),
    readDesign(values.design ?? "proposed_2021"),
  ]);
  const experience = studyExperience(extract, studyOptions(scenario, design));
  const derived = deriveAssumptions(experience, scenario, design, choices);
  const sourceOf = (title: string) =>
    `${scenario.title} scenario, ${title}, extract ` +
    `${extract.manifest.name}${extract.manifest.synthetic ? " (synthetic data)" : ""}, ` +
    `reading ${values.reading}`;
  if (values.scheme !== undefined) {
    const { earnings, leaverAges } = experience;
    const data = { scenario, earnings, leaverAges };
    const schemes = await schemeToValue(values.scheme, derived, data);
    const valued = schemes.map((scheme) => ({
      scheme,
      valuation: valueScheme(applySettings(scheme.assumptions, values.set)),
      source: sourceOf(scheme.title),
    }));
    const { valuation, source } = valued.at(-1)!;
    return print(
      values.json
        ? JSON.stringify(
          { ...valuationJson(valuation, source), scheme: schemeJson(valued) },
          null,
          2,
        )
        : valued.map((each) =>
          `${valuationText(each.valuation, each.source)}\n${schemeText(each.scheme)}`
        ).join("\n"),
    );
  }
  const valuation = valueScheme(applySettings(derived, values.set));
  const source = sourceOf(design.title);
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
  return [projectionTable(valuation, source), ratesTable(valuation, source)]
    .map((table) => tableToText(table))
    .join("\n");
}

if (import.meta.main) {
  await runCommand((args) => valueCommand(args, console.log));
}
