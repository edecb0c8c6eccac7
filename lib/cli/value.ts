import { namesIn } from "@jkp/files/read";
import { capitalized, filesOf } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { designNames } from "@jkp/scheme/read";
import { comparisonExhibits, schemeComparison } from "@jkp/study";
import { CHANGEABLE_NAMES, OUT_OF_WORK_MEASURES } from "@jkp/valuation";
import {
  readValuation,
  readValuationFile,
  readWithAllDesigns,
  REPORT_VALUATION,
} from "@jkp/valuation/read";
import { join } from "node:path";
import { command } from "./command.ts";
import type { Written } from "./description.ts";
import { DOCUMENT_PATHS, documentUncertainty } from "./document_uncertainty.ts";
import { howSure } from "./how_sure.ts";
import { keyOfRun } from "./result_key.ts";
import { LANG_OF_FILES, refuseSameNames, wholeNumber } from "./options.ts";
import { olderPdf, writeOutputs } from "./outputs.ts";
import { runCommand } from "./run_command.ts";
import {
  SUMMARY_FILE,
  summaryFiles,
  summaryText,
  valuationFiles,
} from "./valuation_document.ts";
import { OTHER_EXTRACT, READING } from "./valuation_options.ts";
import { inLines } from "./screen.ts";
import { readSetting } from "./settings.ts";
import { answerOfDesigns, designsText } from "./value_designs.ts";
import {
  answerInWords,
  comparisonJson,
  comparisonText,
  rulesTakenText,
  runningFundText,
  valuationInFull,
  valuationInShort,
  valuationsJson,
} from "./value_outputs.ts";

/**
 * The `value` command: it throws if a single design cannot be valued, and lists it among
 * several.
 */
export const valueCommand = command({
  name: "value",
  summary: "Values one design under one scenario in full, or several side by side.",
  options: {
    valuation: {
      value: "NAME|FILE",
      about:
        `a file of data/valuations, or a TOML file: data, law, scenarios and terms. The
        other options are said over it. All that it values is put side by side`,
      names: () => namesIn("valuations"),
      defaultWords: REPORT_VALUATION,
    },
    scenario: {
      value: "NAME|FILE",
      about: "a scenario of the valuation, one of data/scenarios, or a TOML file",
      isMultiple: true,
      names: scenarioNames,
      defaultWords: "of one design base; of several, all of the valuation",
    },
    design: {
      value: "NAME|FILE",
      about: "a file of data/designs, or a TOML file; all for every file of data/designs",
      isMultiple: true,
      names: async () => [...await designNames(), "all"],
      defaultWords: "those of the valuation",
    },
    extract: OTHER_EXTRACT,
    spells: {
      value: "DIR",
      about:
        `a member-level extract, asked who meets a rule of service that the statistics
          do not count, and how long spells without contribution last`,
      defaultWords:
        "the valuation's; else with synthetic statistics the shipped one, with recorded none",
    },
    inactivity: {
      value: "MEASURE",
      about: "time out of work: by the stock of the statistics, or by completed spells",
      choices: OUT_OF_WORK_MEASURES,
      defaultWords: "the valuation's: stock, if it does not say",
    },
    reading: READING,
    set: {
      value: "KEY=VALUE",
      about: "change one assumption; the rates without any change stand beside",
      isMultiple: true,
      read: readSetting,
    },
    out: {
      value: "DIR",
      about:
        `of a valuation that is named, where its document goes; of several designs, also
        write tables and figure here`,
      defaultWords: "outputs/valuations/NAME; else nothing is written",
    },
    process: {
      value: "NAME|FILE",
      about:
        `how the economy may turn out, for the document of a valuation that is named: a file
        of data/processes, or a TOML file`,
      names: () => namesIn("processes"),
      defaultWords: "that of the valuation's name, if there is one",
    },
    paths: {
      value: "N",
      about: "how many paths of the economy that document draws",
      defaultWords: String(DOCUMENT_PATHS),
      read: wholeNumber("--paths", 16, 1_000_000),
    },
    full: {
      about:
        `print all that a screen has no room for: how rules are taken, what is not valued,
          time out of work by two measures`,
    },
    json: { about: "print assumptions, design, choices, years and rates as JSON" },
    lang: {
      ...LANG_OF_FILES,
      about: `id: of a valuation that is named, also write its summary and main tables in
          Indonesian (${SUMMARY_FILE}), and print these; the document is in English`,
    },
  },
  notes: [
    `Rules that change in the years of the projection are valued as they change. Rules
      that cannot be valued are listed. A range of durations is valued at both ends.`,
    `Keys for --set: ${
      CHANGEABLE_NAMES.join(", ")
    }. benefitRate is that of the best paid month, the others stay in proportion.`,
  ],
  wanted: (got) => `Cannot value ${got}: options only`,
}, async ({ values, width }, print, letGo) => {
  const isNamed = values.valuation !== undefined;
  const unsaid = (["json", "full"] as const).find((name) => values[name]);
  if (values.lang === "id" && (!isNamed || unsaid !== undefined)) {
    throw new UsageError(
      `--lang id wants --valuation NAME${unsaid ? `, and no --${unsaid}` : ""}: it ` +
        "writes the summary of a valuation that is named",
    );
  }
  const writes = values.out !== undefined || isNamed && !values.json;
  const hasDocument = isNamed && writes;
  for (const name of ["process", "paths"] as const) {
    if (values[name] === undefined || hasDocument) continue;
    throw new UsageError(
      `--${name} is for the document that --valuation writes, and none is written`,
    );
  }
  if (!writes) letGo("write");
  const takesAll = values.design.includes("all");
  const isOne = !isNamed && !takesAll && values.design.length < 2;
  const scenarios = values.scenario.length === 0 && isOne ? ["base"] : values.scenario;
  const valuation = values.valuation ?? REPORT_VALUATION;
  const options = {
    designs: values.design.length === 0 ? undefined : values.design,
    scenarios: scenarios.length === 0 ? undefined : scenarios,
    extract: values.extract,
    spells: values.spells,
    reading: values.reading,
    timeOutOfWork: values.inactivity,
    showsSpells: isOne && scenarios.length === 1,
  };
  const { basis, unfit } = takesAll
    ? await readWithAllDesigns(valuation, options)
    : { basis: await readValuation(valuation, options), unfit: [] };
  letGo("ffi"); // Polars is loaded by now, if it is needed
  if (!writes) letGo("env", "sys");
  refuseSameNames("design", basis.schemes);
  refuseSameNames("scenario", basis.scenarios.map(({ scenario }) => scenario));
  refuseSameNames("set", values.set.flatMap(Object.keys).map((name) => ({ name })));
  const isSingle = basis.schemes.length === 1 && basis.scenarios.length === 1;
  if (isSingle && !isNamed && values.out !== undefined) {
    throw new UsageError("--out wants several designs or scenarios, got one of each");
  }
  const compared = schemeComparison(basis, Object.assign({}, ...values.set));
  const comparison = { ...compared, leftOut: [...compared.leftOut, ...unfit] };
  const isInFull = isSingle && (!isNamed || values.json);
  for (const { rules: { name }, reason } of isInFull ? comparison.leftOut : []) {
    throw new RangeError(`Cannot value ${name}: ${reason}`);
  }
  const key = await keyOfRun(comparison, { keepsId: writes }); // after all refusals
  const exhibits = isInFull ? undefined : comparisonExhibits(comparison);
  const out = values.out ?? join("outputs", "valuations", basis.file.name);
  // The shipped extract is made up: how sure it is would say nothing of Indonesia.
  const isOwn = values.extract !== undefined || !basis.label.isSynthetic;
  const sure = isOwn && (writes || !values.json) ? howSure(comparison) : undefined;
  const files = !writes ? undefined : hasDocument
    ? await valuationFiles(
      comparison,
      key,
      await documentUncertainty(comparison, {
        madeBy: { task: "value", valuation },
        paths: values.paths ?? DOCUMENT_PATHS,
        process: values.process,
        experience: sure,
      }),
    )
    : await filesOf(
      [...exhibits!.tables, ...(sure?.table === undefined ? [] : [sure.table])],
      [exhibits!.figure],
    );
  const isIndonesian = values.lang === "id" && comparison.valued.length > 0;
  if (files !== undefined && isIndonesian) {
    for (const [path, content] of await summaryFiles(comparison, key)) {
      files.set(path, content);
    }
  }
  const removeOlderPdf = olderPdf(out, files ?? new Map());
  const written = files === undefined ? 0 : writeOutputs(out, files);
  const removed = removeOlderPdf();
  letGo("env", "sys", "write");
  if (isIndonesian) return print(summaryText(comparison, { out, written, width }));
  const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));
  const answer = [
    basis.schemes.length === 1
      ? answerInWords(comparison) + (isOwn ? "" : ` ${NO_INTERVAL}`)
      : answerOfDesigns(comparison),
    sure === undefined ? "" : `\n${sure.words}`,
  ].join("");
  if (exhibits === undefined) {
    const [{ scenario }, scheme] = [basis.scenarios[0]!, basis.schemes[0]!];
    const source = `${scenario.title} scenario, ${scheme.title}, ${comparison.inWords}`;
    return values.json ? printJson(valuationsJson(comparison, key, source)) : print(
      `${inLines(answer, width)}\n\n` +
        (values.full ? valuationInFull : valuationInShort)(comparison, source, width),
    );
  }
  if (values.json) return printJson(comparisonJson(comparison, key));
  const open = hasDocument ? `\nOpen ${join(out, "report.html")}.` : "";
  const isOneScheme = basis.schemes.length === 1;
  print(inLines(answer + open, width) + "\n");
  const isAll = isOneScheme && !values.full;
  const fund = isNamed && (isAll || values.full)
    ? runningFundText(comparison, { width, isAll })
    : "";
  if (comparison.valued.length > 0 && (fund === "" || !isAll)) {
    print(designsText(comparison, width));
  }
  if (fund !== "") print(fund);
  if (values.full || comparison.valued.length === 0) {
    print(comparisonText(exhibits, width));
  }
  if (values.full) print(rulesTakenText(comparison, width));
  if (removed !== "") print(inLines(removed, width));
  const further = "who is covered, how rules are taken, what is not valued and all else";
  print(inLines(
    hasDocument
      ? `${capitalized(further)} is in the document: ${written} files in ${out}/.`
      : (values.full ? "" : `--full adds ${further}; `) +
        (written === 0
          ? "--out DIR writes tables and figure."
          : `${written} files written to ${out}/.`),
    width,
  ));
});

/** Said of synthetic data, in place of an interval. */
const NO_INTERVAL = "No interval: synthetic data.";

/** Scenarios of the project, and the roles of those of the valuation. */
async function scenarioNames(written: Written): Promise<readonly string[]> {
  const name = written.get("valuation")?.at(-1) ?? REPORT_VALUATION;
  const roles = await readValuationFile(name).then(
    ({ scenarios }) => Object.keys(scenarios),
    () => [], // what is wrong with it is said where the valuation is read
  );
  return [...new Set([...await namesIn("scenarios"), ...roles])];
}

if (import.meta.main) {
  await runCommand(valueCommand);
}
