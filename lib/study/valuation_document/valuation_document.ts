import { checkArgument } from "@jkp/problem";
import {
  capitalized,
  dataInWords,
  type Document,
  type DocumentSection,
  type ProvenanceGroup,
  type Table,
} from "@jkp/exhibit";
import type { TerminationExperience } from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { mainInputs } from "@jkp/valuation";
import { standardPersonExhibits } from "../persons/standard_persons.ts";
import { standardWages } from "../persons/standard_wages.ts";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import {
  type ComparisonExhibits,
  comparisonExhibits,
} from "../schemes/comparison_exhibits.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { experienceFigures } from "../terminations/experience_figures.ts";
import { experienceTables } from "../terminations/experience_tables.ts";
import { assumptionPathsTable } from "../valuations/assumption_paths.ts";
import { assumptionsTable } from "./assumptions_table.ts";
import { type HowSureContent, howSureSection } from "./how_sure_section.ts";
import { valuationInShort } from "./in_short.ts";
import { lawTable, openPointsTable } from "./law_table.ts";
import { fundSection, indicatorSection, resultSection } from "./result_sections.ts";
import { statedLevelsTable } from "./stated_levels_table.ts";
import { laterFactsTable } from "./later_facts_table.ts";
import { methodSection } from "./method_section.ts";
import { valuationRatesTable } from "./result_exhibits.ts";
import { setInFile } from "./set_in_file.ts";
import { sensitivityTable } from "./sensitivity_table.ts";
import { valuationFormulas } from "./valuation_formulas.ts";

/** All that a valuation's document shows. */
export interface ValuationContent {
  /** What was valued, under which scenarios, on what. */
  readonly comparison: SchemeComparison;
  /** What the extract shows of terminations. */
  readonly experience: TerminationExperience;
  /**
   * The check of the data, as tables.
   * @default none: the document says so
   */
  readonly quality?: readonly Table[];
  /**
   * This valuation beside the one before it, or why they cannot be compared.
   * @default none: the document says so
   */
  readonly previous?: Table | string;
  /**
   * Over paths of the economy, and by the errors of the experience.
   * @default none: the document says so
   */
  readonly howSure?: HowSureContent;
  /** What it was made from. */
  readonly sources: readonly ProvenanceGroup[];
}

/** What levels of a valuation file are beside a synthetic extract. */
const STATED =
  "Levels that the valuation file states, from totals that offices printed and from " +
  "assumptions, stand in place of the extract's; what is not stated, the structure by sex " +
  "and age above all, is the extract's.";

/**
 * The document of any valuation, in the order that actuarial standards of practice expect:
 * purpose and result, law, data, experience, assumptions, method, results, indicators,
 * how results move and how sure they are, comparison, limits.
 *
 * @param content What was valued, and on what.
 * @returns A plain value: `documentFiles` makes page, workbook, tables and figures of it.
 * @throws {RangeError} If no scheme could be valued.
 * @see International Actuarial Association, ISAP 1 (General actuarial practice) and ISAP 2
 * (Financial analysis of social security programs).
 *
 * @example The answer stands first: 1.35 per cent for the proposal, in the base scenario
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { schemeComparison, valuationDocument } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { answer: [rates], sections } = valuationDocument({
 *   comparison: schemeComparison(await readValuation("report_2021")),
 *   experience: terminationStudy(await readShippedExtract()),
 *   sources: [],
 * });
 * assertEquals(Number(rates!.rows[1]!.suggested).toFixed(2), "1.35");
 * assertEquals(sections[0]!.id, "purpose");
 * ```
 */
export function valuationDocument(content: ValuationContent): Document {
  checkArgument("write the document of a valuation", "a record of its parts", content, [
    "comparison",
    "experience",
    "sources",
  ]);
  const { comparison, experience, sources } = content;
  const { valued, leftOut, basis: { file, label, saidOver }, changes, inWords } =
    comparison;
  const set = Object.keys(changes).filter((name) => !(name in file.changes));
  const over = [...saidOver, ...(set.length === 0 ? [] : [`set: ${set.join(", ")}`])];
  if (valued.length === 0) {
    const reasons = leftOut.map(({ rules, reason }) => `${rules.name}: ${reason}`);
    throw new RangeError(
      `Cannot write the document of a valuation: a scheme that can be valued is wanted, ` +
        `got ${reasons.join("; ")}`,
    );
  }
  const source = `JKP Lab: ${inWords}.`;
  const stated = statedLevelsTable(comparison, source);
  const exhibits = comparisonExhibits(comparison);
  return {
    title: file.title,
    lead: [
      `Actuarial valuation as of ${dateInWords(file.valuationDate)}, of the law as of ` +
      `${dateInWords(file.lawAsOf)}, on ${dataInWords(label)}.`,
      ...(over.length === 0 ? [] : [
        `Not as ${file.name} has it, but with other values of these: ${over.join("; ")}.`,
      ]),
      ...setInFile(comparison),
      ...(file.informationTo === null ? [] : [
        `Facts up to ${dateInWords(file.informationTo)} were known.`,
      ]),
    ],
    summary: valuationInShort(comparison, stated !== null, content.howSure),
    data: label,
    ...(stated === null ? {} : { banner: STATED }),
    answer: [valuationRatesTable(valued, source)],
    sections: [
      purpose(content),
      law(comparison),
      data(content),
      {
        id: "experience",
        title: "Experience",
        paragraphs: [...experience.basis, ...experience.notes].map(sentence),
        tables: experienceTables(experience),
        figures: experienceFigures(experience).map((figure) => ({
          ...figure,
          number: "",
        })),
      },
      assumptions(comparison, stated, source),
      methodSection(comparison, source),
      resultSection(comparison, source),
      indicatorSection(comparison, source),
      ...fundSection(comparison, source),
      sensitivity(comparison, exhibits, source),
      scenarios(exhibits),
      howSureSection(content.howSure),
      previous(content),
      limits(comparison, stated !== null, exhibits),
    ],
    provenance: sources,
    sheets: valuationFormulas(comparison),
  };
}

function purpose({ comparison }: ValuationContent): DocumentSection {
  const { valued, basis: { file, schemes } } = comparison;
  const { years, assumptions: { terms } } = valued[0]!.valuation;
  const titles = schemes.map(({ title }) => title);
  return {
    id: "purpose",
    title: "Purpose",
    paragraphs: [
      `What contribution rate pays for ${titles.join("; ")}, from ${
        formatMonth(terms.firstContributionMonth)
      } on, with first benefits in ${
        formatMonth(terms.firstBenefitMonth)
      }? The projection has the years ${years[0]!.year} to ${
        years.at(-1)!.year
      }, and is ` +
      `made as of ${dateInWords(file.valuationDate)}.`,
      `The suggested rate ends with a reserve of ${terms.reserveMultiple} times the ` +
      "expenses of the last year.",
      ...(file.content.notes ?? []),
    ],
  };
}

function law(
  { basis: { schemes }, rulesInTime, inputs }: SchemeComparison,
): DocumentSection {
  const [first] = inputs;
  const month = first!.terms.firstBenefitMonth;
  const persons = rulesInTime.map((rules) => {
    const { wages, quantities, notes } = standardWages(rules[0]!.currency, first!);
    const inForce = Math.max(0, rules.findLastIndex((each) => each.month <= month));
    return standardPersonExhibits(rules.slice(inForce), {
      wages,
      month,
      notes,
      calculation: { quantities },
    });
  });
  return {
    id: "law",
    title: "Law and its changes",
    paragraphs: [
      "A row holds from its month on, until a later row of the same section.",
    ],
    tables: schemes.flatMap((scheme) => [
      lawTable(scheme),
      ...(scheme.openPoints.length === 0 ? [] : [openPointsTable(scheme)]),
    ]),
    subsections: [{
      id: "standard_persons",
      title: "What standard persons are paid",
      tables: persons.map(({ table }) => table),
      figures: persons.flatMap(({ figure }) => figure ?? []),
    }],
  };
}

function data({ comparison, quality = [] }: ValuationContent): DocumentSection {
  const { experience } = comparison.inputs[0]!;
  const { members, referenceYears: [first, last] } = experience;
  const later = laterFactsTable(comparison);
  return {
    id: "data",
    title: "Data and their quality",
    paragraphs: [
      `${capitalized(dataInWords(experience))}. Members are those of ${members.year}, ` +
      `terminations those of ${first === last ? first : `${first} to ${last}`}.`,
      ...experience.notes.map(sentence),
      ...(quality.length === 0
        ? ["No check of member-level records was given to this document."]
        : []),
    ],
    tables: [...quality, ...(later === null ? [] : [later])],
  };
}

function assumptions(
  comparison: SchemeComparison,
  stated: Table | null,
  source: string,
): DocumentSection {
  const { valued, inputs, basis: { schemes } } = comparison;
  const [first] = bySchemeAndDuration(valued);
  const title = first![0]!.rules.title;
  return {
    id: "assumptions",
    title: "Assumptions",
    paragraphs: schemes.length === 1
      ? []
      : [`What depends on the law is that of ${title}, the first of the schemes.`],
    tables: [
      assumptionsTable(first!, comparison),
      ...(stated === null ? [] : [stated]),
      ...first!.map(({ scenarioName, valuation }) => {
        const economy = inputs
          .find(({ scenario }) => scenario.name === scenarioName)!.scenario;
        return assumptionPathsTable(valuation, economy, source);
      }),
    ],
  };
}

function sensitivity(
  comparison: SchemeComparison,
  exhibits: ComparisonExhibits,
  source: string,
): DocumentSection {
  const base = mainInputs(comparison);
  const [, , ...changed] = exhibits.tables;
  const isValued = (rulesInTime: readonly Rules[]) =>
    comparison.valued.some(({ rules }) => rules === rulesInTime.at(-1));
  return {
    id: "sensitivity",
    title: "Sensitivity",
    tables: [
      ...comparison.rulesInTime.filter(isValued)
        .map((rules) => sensitivityTable(rules, base, source)),
      ...changed,
    ],
  };
}

function scenarios({ tables: [valued], figure }: ComparisonExhibits): DocumentSection {
  // One bar says less than the table.
  const isOne = figure.series[0]!.x.length === 1;
  return {
    id: "scenarios",
    title: "Scenarios and schemes side by side",
    tables: [valued],
    figures: isOne ? [] : [figure],
  };
}

function previous({ previous }: ValuationContent): DocumentSection {
  return {
    id: "previous",
    title: "Comparison with the previous valuation",
    paragraphs: typeof previous === "object"
      ? []
      : [previous ?? "No previous valuation is named."],
    tables: typeof previous === "object" ? [previous] : [],
  };
}

function limits(
  { basis: { label: { isSynthetic } } }: SchemeComparison,
  statesLevels: boolean,
  { tables: [, notValued] }: ComparisonExhibits,
): DocumentSection {
  return {
    id: "limits",
    title: "Limits",
    paragraphs: [
      ...(!isSynthetic
        ? []
        : statesLevels
        ? [`The extract is synthetic. ${STATED} Rates are worth what these levels are.`]
        : ["The data are synthetic: no rate here is evidence about Indonesia."]),
      "Scenarios are no forecast, and no probability is attached to them; the chances under " +
      "How sure are worth what the process is that they are drawn from. One thing at a " +
      "time is changed under Sensitivity; together changes do not add up. Behaviour does " +
      "not answer to the law.",
    ],
    tables: [notValued],
  };
}

/** A date such as `2020-12-31` as it is written. */
function dateInWords(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

function sentence(text: string): string {
  const words = capitalized(text);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
