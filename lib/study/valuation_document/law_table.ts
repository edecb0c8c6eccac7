import { capitalized, sectionInWords, type Table } from "@jkp/exhibit";
import { formatMonth, type Month } from "@jkp/month";
import type { Scheme } from "@jkp/scheme";
import { ruleInWords } from "./law_words.ts";

/** What stands in columns of its own. */
const APART = ["from", "source", "note", "text"];

/** A version of a section, whichever it is. */
type Version = Readonly<Record<string, unknown>> & {
  readonly from: Month;
  readonly source: string;
  readonly note: string | null;
  readonly text?: string;
};

/** What a scheme's sources leave open, how it was taken, and how else it could be. */
export function openPointsTable({ name, title, source, openPoints }: Scheme): Table {
  return {
    id: `open_points_${name}`,
    number: "",
    title: `${title}: what the sources leave open`,
    columns: [
      { key: "section", title: "Section" },
      { key: "from", title: "From" },
      { key: "question", title: "Question" },
      { key: "taken", title: "Taken" },
      { key: "otherwise", title: "Otherwise" },
      { key: "source", title: "Source" },
    ],
    rows: openPoints.map((point) => ({
      section: capitalized(sectionInWords(point.section)),
      from: formatMonth(point.from),
      question: point.question,
      taken: point.taken,
      otherwise: point.otherwise,
      source: point.source,
    })),
    notes: [],
    source,
  };
}

/** A scheme's rules and their changes by month, a row a version of a section. */
export function lawTable({ name, title, source, sections }: Scheme): Table {
  return {
    id: `law_${name}`,
    number: "",
    title,
    columns: [
      { key: "section", title: "Section" },
      { key: "from", title: "In force from" },
      { key: "rule", title: "Rule" },
      { key: "source", title: "Source" },
      { key: "note", title: "What is open, or how it was read" },
    ],
    rows: Object.entries(sections).flatMap(([section, versions]) =>
      (versions as readonly unknown[] as readonly Version[]).map((version) => ({
        section: capitalized(sectionInWords(section)),
        from: formatMonth(version.from),
        rule: versionInWords(version),
        source: version.source,
        note: version.note ?? "",
      }))
    ),
    notes: ["Rates are of the wage, amounts the scheme's currency."],
    source,
  };
}

function versionInWords({ text, ...version }: Version): string {
  const values = Object.entries(version).filter(([key]) => !APART.includes(key));
  const words = ruleInWords(Object.fromEntries(values));
  const parts = [text ?? "", words].filter((part) => part !== "");
  return parts.length === 0 ? "none" : parts.join(": ");
}
