import type { Table } from "@jkp/exhibit";

/** What the note has of one item that a standard asks of a report. */
interface Reported {
  readonly item: string;
  /** The section where it stands, by its place; `null` where it is missing. */
  readonly place: string | null;
  readonly state: "given" | "in part" | "missing";
  readonly what: string;
}

/** What of a note depends on the valuation. */
export interface ReportingState {
  readonly isSynthetic: boolean;
  /** Whether single records were checked. */
  readonly hasQuality: boolean;
  readonly hasPrevious: boolean;
  readonly hasLaterFacts: boolean;
  readonly hasPaths: boolean;
  /** Whether the equations are worked out for a month. */
  readonly isWorkedOut: boolean;
  readonly hasDay: boolean;
}

/**
 * What International Standard of Actuarial Practice 1 asks of an actuary's report, and what
 * of it stands in the note.
 *
 * @param state What depends on the valuation.
 * @param sectionOf The section that has a place, such as "section 3".
 */
export function reportingTable(
  state: ReportingState,
  sectionOf: (place: string) => string,
): Table {
  return {
    id: "isap_1",
    number: "",
    title: "What ISAP 1 asks of a report, and what of it is here",
    columns: [
      { key: "item", title: "Asked" },
      { key: "state", title: "State" },
      { key: "where", title: "Where" },
      { key: "what", title: "What is here, and what is not" },
    ],
    rows: reported(state).map(({ item, place, state, what }) => ({
      item,
      state,
      where: place === null ? "nowhere" : sectionOf(place),
      what,
    })),
    notes: [
      "The items are those of the standard's sections on appropriate practices and on " +
      "communication, in our words. A program cannot comply with a standard of practice; " +
      "an actuary who uses this note can, and this list says what is left to do.",
    ],
    source:
      "International Actuarial Association, ISAP 1, General Actuarial Practice (2012, " +
      "revised 2018).",
  };
}

function reported(state: ReportingState): readonly Reported[] {
  return [
    {
      item: "Who asked for the work, and the intended users",
      place: "about",
      state: "in part",
      what: "Intended users are named. Nobody asked for it.",
    },
    {
      item: "Scope and intended use",
      place: "about",
      state: "given",
      what: "The question, the law, the years and the terms.",
    },
    {
      item: "Knowledge of the circumstances: law and practice",
      place: "law",
      state: "given",
      what: "Each rule with its month and source, and what the sources leave open.",
    },
    {
      item: "Data: sources, validation, modifications, deficiencies, sufficiency",
      place: "data",
      state: state.hasQuality ? "given" : "in part",
      what: state.isSynthetic
        ? "What the data are, and that they are synthetic: there are no records of persons " +
          "to check."
        : state.hasQuality
        ? "Origin, checks of single records by rule, and how far a figure can be wrong."
        : "Origin, and how far a figure can be wrong. Single records were not at hand to " +
          "check.",
    },
    {
      item: "Methodology",
      place: "method",
      state: "given",
      what: "As equations with their values, and each decision that was left open.",
    },
    {
      item: "Assumptions, and who set them",
      place: "assumptions",
      state: "given",
      what: "Each with its source. The valuation file sets them; none is prescribed.",
    },
    {
      item: "Whether assumptions are consistent and reasonable",
      place: "assumptions",
      state: "missing",
      what:
        "Printed, inferred and assumed values are told apart; no actuary gives an opinion " +
        "on them.",
    },
    {
      item: "Results",
      place: "results",
      state: "given",
      what: "Rates before the contents; members, benefits and fund by year and scenario.",
    },
    {
      item: "Potential variability of results, and what is material to them",
      place: "how_sure",
      state: state.hasPaths ? "given" : "in part",
      what: state.hasPaths
        ? "Single movements, scenarios, stresses, and distributions over paths with their " +
          "standard errors."
        : "Single movements and scenarios; no distribution.",
    },
    {
      item: "Comparison with the previous valuation",
      place: "previous",
      state: state.hasPrevious ? "given" : "missing",
      what: state.hasPrevious
        ? "The way from its rates to these, part by part."
        : "The valuation file names no previous one.",
    },
    {
      item: "Subsequent events",
      place: "later_facts",
      state: state.hasLaterFacts ? "in part" : "missing",
      what: state.hasLaterFacts
        ? "Facts printed after the valuation date, up to the day that the file names. What " +
          "they would do to the rates is not valued."
        : "No facts after the valuation date were looked at.",
    },
    {
      item: "Reliance on others",
      place: "about",
      state: "given",
      what: "Printed numbers are taken as printed, each with its place.",
    },
    {
      item: "Assumptions or methods prescribed by others, or by law",
      place: "about",
      state: "given",
      what: "None beyond the rules of the law that is valued.",
    },
    {
      item: "Model governance: is the model fit, tested, and documented",
      place: "reproducibility",
      state: "in part",
      what: `The program is open, its tests run with it, and the equations are ${
        state.isWorkedOut ? "worked out" : "written, not worked out,"
      } here. Nobody outside has validated it.`,
    },
    {
      item: "Peer review",
      place: null,
      state: "missing",
      what: "No actuary has reviewed this note.",
    },
    {
      item: "Limits and restrictions of use",
      place: "limits",
      state: "given",
      what: "What is not valued, and what the numbers do not say. No restriction on " +
        "distribution.",
    },
    {
      item: "Deviation from the standard",
      place: "isap",
      state: "given",
      what: "This list.",
    },
    {
      item: "Date of the report",
      place: "citation",
      state: state.hasDay ? "in part" : "missing",
      what: state.hasDay
        ? "The day of the program's commit: the same inputs give the same note on any day."
        : "The program stands in no git checkout: the note has no day.",
    },
    {
      item: "Author, capacity and qualification",
      place: null,
      state: "missing",
      what: "No actuary signs. The program's authors are named under how to cite.",
    },
  ];
}
