import {
  capitalized,
  type CellValue,
  type Column,
  type Document,
  type DocumentSection,
  type ProvenanceGroup,
  type Table,
} from "@jkp/exhibit";
import { inSentence, type Language, type Words, wordsOf } from "@jkp/language";
import { isRunningScheme, mainInputs } from "@jkp/valuation";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { LAST_YEAR_OF_COVERAGE } from "../schemes/scheme_coverage.ts";
import { schemesTable } from "../schemes/schemes_table.ts";
import { resultsInShort } from "./in_short.ts";
import { keyOf, valuationRatesTable } from "./result_exhibits.ts";
import { nameOf, projectionTables } from "./result_sections.ts";
import { runningFundTables, trialStatus } from "./running_fund_tables.ts";
import { statedLevelsTable } from "./stated_levels_table.ts";
import { titlesIn } from "./titles_in.ts";

/**
 * A valuation's summary and main tables in one language: the answer, each year's numbers,
 * the fund, who is covered, and what the numbers do not say. Titles of designs, and what
 * a valuation file says in words of its own, stay as their files have them.
 *
 * @param comparison What was valued.
 * @param options The language, the file that holds the whole document, and what the
 * valuation was made from.
 * @returns A plain value, as `valuationDocument` gives one.
 * @throws {RangeError} If no scheme could be valued.
 *
 * @example The answer in Indonesian: 1.35 per cent for the proposal of 2021
 * ```ts
 * import { schemeComparison, valuationSummary } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 *
 * const comparison = schemeComparison(await readValuation("report_2021"));
 * const { answer, summary } = valuationSummary(comparison, {
 *   language: "id",
 *   whole: "report.html",
 *   sources: [],
 * });
 * assertStringIncludes(summary![1]!, "Dalam skenario dasar iuran tetap 1,35 persen");
 * assertEquals(answer[0]!.columns[1]!.title, "Tingkat yang disarankan");
 * ```
 */
export function valuationSummary(
  given: SchemeComparison,
  { language, whole, sources }: {
    readonly language: Language;
    readonly whole: string;
    readonly sources: readonly ProvenanceGroup[];
  },
): Document {
  const comparison = titlesIn(given, language);
  const words = wordsOf(language).valuation;
  const { page } = words;
  const { valued, basis: { file, label, saidOver }, changes } = comparison;
  if (valued.length === 0) {
    throw new RangeError(
      "Cannot write the summary of a valuation: a scheme that can be valued is wanted, " +
        "got none",
    );
  }
  const data = words.data(label.extractName, label.isSynthetic);
  const source = page.source(file.name, data);
  const statesLevels = statedLevelsTable(comparison, source) !== null;
  const set = Object.keys(changes).filter((name) => !(name in file.changes));
  const over = [...saidOver, ...set].join("; ");
  return {
    title: page.title(file.title),
    language,
    lead: [
      page.asOf(words.date(file.valuationDate), words.date(file.lawAsOf), data),
      ...(over === "" ? [] : [page.otherThan(file.name, over)]),
      ...(file.informationTo === null
        ? []
        : [page.informationTo(words.date(file.informationTo))]),
    ],
    summary: [
      ...resultsInShort(comparison, statesLevels, words),
      words.inShort.whereToLook,
    ],
    data: label,
    ...(statesLevels ? { banner: page.statedLimits } : {}),
    answer: [valuationRatesTable(valued, source, language)],
    sections: [
      purpose(comparison, words),
      years(comparison, source, language),
      ...fund(comparison, source, language),
      {
        id: "covered",
        title: words.covered.title,
        tables: [coveredTable(comparison, page.coverageSource(source), language)],
      },
      {
        id: "limits",
        title: page.limits,
        paragraphs: [
          ...(!label.isSynthetic
            ? []
            : [statesLevels ? page.statedLimits : page.syntheticLimits]),
          page.limitsText,
          page.whole(whole),
        ],
      },
    ],
    provenance: sources,
  };
}

function purpose(
  { valued, basis: { schemes } }: SchemeComparison,
  { page }: Words["valuation"],
): DocumentSection {
  const { terms } = valued[0]!.valuation.assumptions;
  const titles = schemes.map(({ title }) => title).join("; ");
  const { firstContributionMonth: first, firstBenefitMonth } = terms;
  return {
    id: "purpose",
    title: page.question,
    paragraphs: [page.purpose(titles, first, firstBenefitMonth)],
  };
}

/** Members, cost and fund of each year, a table a scenario. */
function years(
  { valued }: SchemeComparison,
  source: string,
  language: Language,
): DocumentSection {
  const words = wordsOf(language).valuation;
  const groups = bySchemeAndDuration(valued);
  return {
    id: "results",
    title: words.page.years,
    subsections: groups.map((group) => ({
      id: `results_${keyOf(group[0]!)}`,
      title: nameOf(group[0]!, groups, words),
      tables: projectionTables(group, source, language),
    })),
  };
}

/** What the fund does to the rate, of a scheme that has one at the start. */
function fund(
  { valued, basis: { file } }: SchemeComparison,
  source: string,
  language: Language,
): DocumentSection[] {
  if (!isRunningScheme(file.terms)) return [];
  const words = wordsOf(language).valuation;
  const [first] = bySchemeAndDuration(valued);
  return [{
    id: "running_fund",
    title: words.page.fund(trialStatus(first![0]!, words)),
    tables: runningFundTables(first!, source, language),
  }];
}

/** Which of the columns of schemes side by side say who is covered, and who is paid. */
const COVERED = [
  ...["registered", "byLaw", "entitled", "contingency", "service", "inARow"],
  ...["beneficiaries", "replacement"],
];

/** Who is registered, who is paid, and whom which rule leaves out: a row a scheme. */
function coveredTable(
  comparison: SchemeComparison,
  source: string,
  language: Language,
): Table {
  const all = wordsOf(language).valuation;
  const words = all.covered;
  const { name: shown, title } = mainInputs(comparison).scenario;
  const percent = { unit: "%", decimals: 1 };
  const registered = { unit: words.ofEmployees, decimals: 1, group: words.coverage };
  const leftOut = { ...percent, group: words.leftOut };
  const { rows } = schemesTable(comparison, source, {
    coverage: comparison.coverage,
    shown,
  });
  return {
    id: "who_is_covered",
    number: "",
    title: words.title,
    columns: [
      { key: "title", title: all.rates.scheme },
      { key: "registered", title: words.registered, ...registered },
      { key: "byLaw", title: words.byLaw, ...registered },
      { key: "entitled", title: words.entitled, ...percent },
      { key: "contingency", title: words.notCovered, ...leftOut },
      { key: "service", title: words.tooFew, ...leftOut },
      { key: "inARow", title: words.tooFewInARow, ...leftOut },
      { key: "beneficiaries", title: words.beneficiaries },
      { key: "replacement", title: words.replacement, ...percent },
    ] satisfies Column[],
    rows: rows.map((row): Record<string, CellValue> => ({
      title: row.title!,
      ...Object.fromEntries(COVERED.map((key) => [key, row[key] ?? null])),
    })),
    notes: [
      capitalized(words.scenarioNote(inSentence(title))),
      ...(comparison.coverage.length === 0
        ? []
        : [words.coverageNote(LAST_YEAR_OF_COVERAGE)]),
      ...(comparison.basis.file.content.experience?.eligible_share === undefined
        ? []
        : [words.statedNote]),
      words.sumNote,
    ],
    source,
    language,
  };
}
