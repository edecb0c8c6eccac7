import {
  type ActualExpectedStudy,
  actualToExpected,
  type ExpectedRate,
  parseExpectedRates,
  STUDY_SPLITS,
  type StudySplit,
  type TerminationExperience,
  terminationStudy,
} from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { readText } from "@jkp/files/read";
import { formatMonth } from "@jkp/month";
import {
  experienceFiles,
  experienceInFull,
  experienceInShort,
  experiencePublication,
} from "./experience_outputs.ts";
import { command } from "./command.ts";
import { howSureOfExtract } from "./how_sure.ts";
import { JKP_OPTION, refuseWithJkp, studyJkp } from "./experience_jkp.ts";
import {
  inWords,
  LATE_OPTIONS,
  refuseLateChoices,
  type StillToReport,
  stillToReport,
  stillToReportTables,
} from "./experience_late.ts";
import { PUBLISH, refuseJson, THRESHOLD, writeApart } from "./publishing.ts";
import { namesOption, typedName } from "./options.ts";
import { publishableExperience } from "@jkp/study";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { EXTRACT } from "./valuation_options.ts";

/** The `experience` command; it writes nothing if a file cannot be used. */
export const experienceCommand = command({
  name: "experience",
  summary:
    `Experience study of terminations: crude, credible and graduated monthly rates, the
      course of the year, actual against expected claims, and claims that come late. With
      --jkp, what a register of JKP claims shows.`,
  options: {
    extract: EXTRACT,
    by: {
      value: "LIST",
      about: "of reason, sex and age_group; rates are graduated over age",
      default: STUDY_SPLITS.map(typedName).join(),
      mayBeEmpty: true,
      read: parseSplits,
    },
    expected: {
      value: "FILE",
      about: `CSV of expected rates: rate_per_month, a fraction, and any of month, sex,
          age_group and reason`,
    },
    ...LATE_OPTIONS,
    jkp: JKP_OPTION,
    out: { value: "DIR", about: "folder to write to", default: "outputs/experience" },
    full: { about: "print all tables, and how everything was found" },
    json: { about: "print the study as JSON" },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  wanted: (got) => `Cannot study ${got}: options alone are wanted`,
}, async ({ values, args, width }, print, letGo) => {
  const { by, jkp } = values;
  refuseJson(values.publish, values.json);
  if (jkp !== undefined) {
    refuseWithJkp(args);
    return print(await studyJkp(jkp, values, width, letGo));
  }
  letGo("ffi");
  refuseLateChoices(values, values.publish);
  const progress = showProgress(3);
  try {
    progress.step("Reading the extract");
    const extract = await readStatisticsExtract(values.extract);
    const expected = values.expected === undefined
      ? undefined
      : parseExpectedRates(values.expected, await readText(values.expected));
    const toCome = await stillToReport(values, extract);
    const further = stillToReportTables(toCome);
    progress.step("Studying terminations");
    const whole = terminationStudy(extract, { by });
    const compared = expected && compare(extract, expected, by);
    const { study, comparison } = values.publish
      ? publishableExperience(whole, compared, extract, values.threshold)
      : { study: whole, comparison: compared };
    const isOwn = values.extract !== SHIPPED_EXTRACT_FOLDER;
    const sure = isOwn && !values.publish ? howSureOfExtract(extract) : undefined;
    const files = await (values.publish ? experiencePublication : experienceFiles)(
      study,
      comparison,
      sure?.table === undefined ? further : [...further, sure.table],
    );
    letGo("env", "sys");
    progress.step("Writing files");
    const written = await writeApart(values.out, files, values.publish);
    letGo("write");
    progress.end();
    print(
      values.json
        ? json(study, comparison, toCome)
        : (values.full ? experienceInFull : experienceInShort)({
          study,
          comparison,
          further,
          sure: sure?.words,
          folder: values.out,
          written,
        }, width),
    );
  } finally {
    progress.end();
  }
});

function parseSplits(list: string): StudySplit[] {
  const named = namesOption("--by", STUDY_SPLITS)(list);
  return STUDY_SPLITS.filter((split) => named.includes(split));
}

/** Actual to expected, split as the study; by reason only if the expected rates are. */
function compare(
  extract: StatisticsExtract,
  expected: readonly ExpectedRate[],
  by: readonly StudySplit[],
): ActualExpectedStudy {
  const isByReason = expected[0]?.reason !== undefined;
  return actualToExpected(extract, expected, {
    by: by.filter((split) => split !== "reason" || isByReason),
  });
}

/**
 * The study as JSON: months in words, values that are no number as null, and so p-values
 * of synthetic data, which would test how these were made.
 */
function json(
  study: TerminationExperience,
  comparison: ActualExpectedStudy | undefined,
  toCome: StillToReport,
): string {
  const { firstMonth, lastMonth, ...rest } = study;
  const window = {
    firstMonth: formatMonth(firstMonth),
    lastMonth: formatMonth(lastMonth),
  };
  const all = {
    ...window,
    ...rest,
    ...(comparison && { actualToExpected: comparison }),
    ...inWords(toCome),
    ...(study.isSynthetic ? { pValues: "withheld: the data are synthetic" } : {}),
  };
  const withheld = study.isSynthetic ? ["pValue", "dispersedPValue"] : [];
  return JSON.stringify(
    all,
    (key, value) => withheld.includes(key) ? null : value,
    2,
  );
}

if (import.meta.main) {
  await runCommand(experienceCommand);
}
