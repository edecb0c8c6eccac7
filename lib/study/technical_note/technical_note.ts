import { checkArgument } from "@jkp/problem";
import {
  type Document,
  type DocumentPart,
  type DocumentSection,
  sectionInWords,
  type Table,
} from "@jkp/exhibit";
import { mainInputs, type SchemeValuation } from "@jkp/valuation";
import { processTable } from "../uncertainty/process_table.ts";
import { assumptionSources } from "../valuation_document/assumption_sources.ts";
import {
  type ValuationContent,
  valuationDocument,
} from "../valuation_document/valuation_document.ts";
import { mainValuation } from "./main_valuation.ts";
import { methodEquations } from "./method_equations.ts";
import { citationSection, type NoteOrigin, reproducibilitySection } from "./origin.ts";
import { reportingTable } from "./reporting_list.ts";
import { survivalTable } from "./survival_table.ts";
import { workedMonth } from "./worked_month.ts";

/** What a technical note says of a valuation. */
export interface TechnicalNoteContent extends ValuationContent {
  /** Where the report of 2021 contradicts itself, in case numbers of it are taken. */
  readonly errata: readonly Table[];
  /**
   * The results beside those that somebody printed, with what was fitted to them.
   * @default none: nobody printed results of this valuation
   */
  readonly besidePrinted?: readonly Table[];
  /** From what the note was made. */
  readonly origin: NoteOrigin;
}

/** Place of the last section, which says what of a report is missing. */
const LAST_PLACE = "isap";

/** A source that is the report. */
const REPORT = /ILO \(2021\)/;

/**
 * The technical note of any valuation: its document in long form, in the order of an
 * actuarial report, with the method as equations that are worked out for one month, each
 * assumption with its source, the errata of the report where numbers of it are taken, how to
 * repeat and to cite the results, and what of an actuarial report is missing.
 *
 * @param content What was valued, on what, and from what the note is made.
 * @returns A plain value with numbered sections, tables and figures.
 * @throws {RangeError} If no scheme could be valued.
 * @see International Actuarial Association, ISAP 1 (General actuarial practice).
 *
 * @example The method's equations, worked out, are what the program has
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { schemeComparison, technicalNote } from "@jkp/study";
 * import { resultKey } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const comparison = schemeComparison(await readValuation("report_2021"));
 * const { sections, isNumbered } = technicalNote({
 *   comparison,
 *   experience: terminationStudy(await readShippedExtract()),
 *   sources: [],
 *   errata: [],
 *   origin: {
 *     software: { title: "JKP Lab", authors: "JKP Lab contributors" },
 *     commit: null,
 *     day: null,
 *     versions: [],
 *     valuationFile: { name: "report_2021.toml", sha256: "0" },
 *     key: await resultKey(comparison, { code: "0", extractId: null }),
 *     commands: ["deno task note --valuation report_2021"],
 *   },
 * });
 * assertEquals([isNumbered, sections[4]!.title], [true, "Method"]);
 * const worked = sections[4]!.subsections!.find(({ id }) => id === "method_worked")!;
 * const { byEquation, program } = worked.tables![0]!.rows.at(-2)!;
 * assertEquals(byEquation, program);
 * ```
 */
export function technicalNote(content: TechnicalNoteContent): Document {
  checkArgument("write the technical note of a valuation", "a record of parts", content, [
    "comparison",
    "experience",
    "sources",
    "errata",
    "origin",
  ]);
  const { comparison, origin } = content;
  const document = valuationDocument(content);
  const worked = workedMonth(
    mainValuation(comparison),
    `JKP Lab: ${comparison.inWords}.`,
  );
  const { basis: { file, label } } = comparison;
  const sections = numberItems([
    about(content, sectionOf(document, "purpose")),
    law(document),
    data(content, sectionOf(document, "data")),
    sectionOf(document, "experience"),
    method(content, sectionOf(document, "method"), worked),
    assumptions(content, sectionOf(document, "assumptions")),
    sectionOf(document, "results"),
    sectionOf(document, "indicators"),
    ...document.sections.filter(({ id }) => id === "running_fund"),
    sectionOf(document, "scenarios"),
    ...besidePrinted(content),
    sectionOf(document, "sensitivity"),
    sectionOf(document, "how_sure"),
    sectionOf(document, "previous"),
    laterFacts(content, sectionOf(document, "data")),
    limits(sectionOf(document, "limits")),
    ...errata(content),
    reproducibilitySection(origin, comparison),
    citationSection(origin, comparison),
  ], (numberOf) => ({
    id: LAST_PLACE,
    title: "Against the standard of practice",
    tables: [reportingTable({
      isSynthetic: label.isSynthetic,
      hasQuality: (content.quality ?? []).length > 0 && !label.isSynthetic,
      hasPrevious: typeof content.previous === "object",
      hasLaterFacts: file.informationTo !== null,
      hasPaths: content.howSure !== undefined &&
        typeof content.howSure.economy !== "string",
      isWorkedOut: typeof worked !== "string",
      hasDay: origin.day !== null,
    }, numberOf)],
  }));
  return {
    ...document,
    title: `Technical note: ${document.title}`,
    summary: [
      ...(document.summary ?? []).slice(0, -1),
      "No actuary has signed or reviewed this note; the last section says what of an " +
      "actuarial report is missing.",
    ],
    sections,
    isNumbered: true,
    sheets: [],
  };
}

/** A section of the valuation's document. */
function sectionOf({ sections }: Document, id: string): DocumentSection {
  return sections.find((section) => section.id === id)!;
}

/** Where survival out of work is from. */
function survivalSource(
  comparison: TechnicalNoteContent["comparison"],
  main: SchemeValuation,
): string {
  return assumptionSources([main], comparison).survival;
}

function titleOf(
  { inputs }: TechnicalNoteContent["comparison"],
  scenarioName: string,
): string {
  return inputs.find(({ scenario }) => scenario.name === scenarioName)!.scenario.title;
}

function about(
  { comparison: { basis: { file } } }: TechnicalNoteContent,
  purpose: DocumentSection,
): DocumentSection {
  return {
    id: "about",
    title: "About this note",
    subsections: [
      { id: "about_purpose", title: "Purpose and scope", ...saidIn(purpose) },
      {
        id: "about_users",
        title: "Users and authors",
        paragraphs: [
          "This note is for those who check, use or cite the valuation: actuaries, auditors, " +
          "statisticians, and who decides on unemployment insurance in Indonesia. It is no " +
          "advice to any of them.",
          `Nobody commissioned it. The program makes it from the valuation file ${file.name}: ` +
          "every number in it is computed, or stands in a file that names its source. Who " +
          "sends it on as work of their own says so, and answers for the assumptions.",
          "No actuary has signed it, none has reviewed it, and it gives no opinion on whether " +
          "the assumptions are fit for a decision. Tests of the program do not stand in for " +
          "that.",
        ],
      },
      {
        id: "about_reliance",
        title: "Reliance on others",
        paragraphs: [
          "Laws, public statistics, and numbers of the International Labour Organization are " +
          "taken as they are printed, each with its place. They were compared with each other " +
          "where they are printed twice; nobody audited them.",
          "Nobody prescribed an assumption or a method. The rules of the law that is valued " +
          "are as enacted or proposed.",
        ],
      },
    ],
  };
}

/** What a section says, without its place. */
function saidIn({ paragraphs, tables, figures }: DocumentPart): Omit<
  DocumentPart,
  "id" | "title"
> {
  return {
    ...(paragraphs === undefined ? {} : { paragraphs }),
    ...(tables === undefined ? {} : { tables }),
    ...(figures === undefined ? {} : { figures }),
  };
}

/** The law, and how its rules were taken. */
function law(document: Document): DocumentSection {
  const section = sectionOf(document, "law");
  const taken = sectionOf(document, "method").subsections ?? [];
  return { ...section, subsections: [...section.subsections ?? [], ...taken] };
}

function data(
  { comparison: { basis: { label, file } } }: TechnicalNoteContent,
  section: DocumentSection,
): DocumentSection {
  const stated = file.content.experience !== undefined;
  return {
    ...section,
    paragraphs: [
      ...section.paragraphs ?? [],
      "Whether they suffice: " +
      (!label.isSynthetic
        ? "how far a figure of theirs can be wrong stands under How sure."
        : stated
        ? "not by themselves. Levels come from totals that offices printed; the structure by " +
          "sex, age and service rests on the synthetic extract, and is an assumption."
        : "to show the method, and to compare it with the report with which the extract was " +
          "made to agree; not for a decision."),
    ],
    tables: (section.tables ?? []).filter(({ id }) => id !== "later_facts"),
  };
}

/** The method; `worked` is the table of a month that is worked out, or why there is none. */
function method(
  { comparison }: TechnicalNoteContent,
  section: DocumentSection,
  worked: Table | string,
): DocumentSection {
  const main = mainValuation(comparison);
  const survival = survivalSource(comparison, main);
  return {
    id: section.id,
    title: "Method",
    paragraphs: [
      ...section.paragraphs ?? [],
      `Values below are those of the ${
        mainInputs(comparison).scenario.title
      } scenario and ` +
      `of ${main.rules.title}.`,
    ],
    subsections: [
      ...methodEquations(main, {
        main: mainInputs(comparison).scenario,
        alsoFollow: comparison.valued.filter(({ rules, valuation: { assumptions } }) =>
          rules === main.rules && assumptions.followsUnemployment !== false
        ).map(({ scenarioName }) => titleOf(comparison, scenarioName)),
      }, survival),
      {
        id: "method_worked",
        title: "The equations worked out",
        ...(typeof worked === "string" ? { paragraphs: [worked] } : { tables: [worked] }),
      },
      {
        id: "method_choices",
        title: "What was left open",
        tables: section.tables ?? [],
      },
    ],
  };
}

function assumptions(
  content: TechnicalNoteContent,
  section: DocumentSection,
): DocumentSection {
  const { comparison, howSure } = content;
  const main = mainValuation(comparison);
  const survival = survivalSource(comparison, main);
  return {
    ...section,
    paragraphs: [
      "The valuation file sets the assumptions; whoever wrote it answers for them. A source " +
      "says where it can whether a value is printed, inferred from printed ones, or assumed.",
      ...section.paragraphs ?? [],
    ],
    tables: [
      ...section.tables ?? [],
      survivalTable(main, survival),
      ...(howSure === undefined || typeof howSure.economy === "string"
        ? []
        : [processTable(howSure.economy.process)]),
    ],
  };
}

/** The results beside printed ones, which they were in part fitted to. */
function besidePrinted({ besidePrinted = [] }: TechnicalNoteContent): DocumentSection[] {
  return besidePrinted.length === 0 ? [] : [{
    id: "beside_printed",
    title: "Beside the printed report",
    paragraphs: [
      "A rate that equals the printed one shows nothing where the data, a scalar or a choice " +
      "was fitted to it: the marks below say of each which it is.",
    ],
    tables: besidePrinted,
  }];
}

/** What was printed after the valuation date. */
function laterFacts(
  { comparison: { basis: { file } } }: TechnicalNoteContent,
  section: DocumentSection,
): DocumentSection {
  const tables = (section.tables ?? []).filter(({ id }) => id === "later_facts");
  return {
    id: "later_facts",
    title: "After the valuation date",
    paragraphs: file.informationTo === null
      ? [
        "The valuation file names no day up to which facts were known, so that none after " +
        "the valuation date were looked at.",
      ]
      : tables.length === 0
      ? ["No facts are known that were printed after the valuation date."]
      : [
        "Facts that were printed after the valuation date are listed. Nothing is computed " +
        "from them but what the valuation file says, and what they would do to the rates is " +
        "not valued.",
      ],
    tables,
  };
}

function limits(section: DocumentSection): DocumentSection {
  return {
    ...section,
    paragraphs: [
      ...section.paragraphs ?? [],
      "There is no restriction on distribution. A rate that is quoted without its scenario, " +
      "its law and what the data are says less than it seems to.",
    ],
  };
}

/** Where the report contradicts itself, if the valuation takes numbers of it. */
function errata(content: TechnicalNoteContent): readonly DocumentSection[] {
  const { comparison, errata: tables } = content;
  const { inputs, basis: { file } } = comparison;
  const from = Object.entries(assumptionSources(comparison.valued, comparison))
    .filter(([, source]) => REPORT.test(String(source)))
    .map(([name]) => sectionInWords(name));
  const scenarios = inputs.map(({ scenario }) => scenario)
    .filter(({ source }) => REPORT.test(source)).map(({ title }) => title);
  if (tables.length === 0 || from.length + scenarios.length === 0) return [];
  const list = (words: readonly string[]) => new Intl.ListFormat("en-GB").format(words);
  return [{
    id: "errata",
    title: "Errata of the report of 2021",
    paragraphs: [
      `Of the ILO's report of 2021 this valuation, ${file.name}, takes or cites: ` + [
        ...(from.length === 0 ? [] : [`under the names of assumptions, ${list(from)}`]),
        ...(scenarios.length === 0
          ? []
          : [`the economy of the scenarios ${list(scenarios)}`]),
      ].join("; ") + ".",
      "The report contradicts itself in the places below. They follow from its own printed " +
      "numbers; the model has no part in them.",
    ],
    tables,
  }];
}

/**
 * Numbers tables and figures by their section, and adds a last section that may speak of the
 * others by number.
 */
function numberItems(
  sections: readonly DocumentSection[],
  last: (numberOf: (place: string) => string) => DocumentSection,
): readonly DocumentSection[] {
  const places = [...sections.map(({ id }) => id), LAST_PLACE];
  const numberOf = (place: string) => `section\u00a0${places.indexOf(place) + 1}`;
  return [...sections, last(numberOf)].map((section, i) => {
    let [tables, figures] = [0, 0];
    const of = (part: DocumentPart): DocumentPart => ({
      ...part,
      tables: (part.tables ?? []).map((table) => ({
        ...table,
        number: `${i + 1}.${++tables}`,
      })),
      figures: (part.figures ?? []).map((figure) => ({
        ...figure,
        number: `${i + 1}.${++figures}`,
      })),
    });
    return {
      ...of(section),
      ...(section.subsections === undefined
        ? {}
        : { subsections: section.subsections.map(of) }),
    };
  });
}
