import type { Column, Figure, Series, Table } from "@jkp/exhibit";
import { valueInWords } from "@jkp/problem";
import { projectionTable, ratesTable, survivalFigure } from "@jkp/study";
import type { SurvivalCurve } from "@jkp/survival";
import type { SchemeValuations, Valuation } from "@jkp/valuation";
import { frameRows } from "./frame_rows.ts";
import {
  headingOf,
  PLAIN,
  recordsTable,
  recordTable,
  valuesTable,
} from "./plain_tables.ts";

/** A figure of a notebook's cell: what is left out is filled in. */
export type FigureDraft =
  & Partial<Omit<Figure, "series">>
  & { readonly series: readonly SeriesDraft[] };

/** A line of a {@link FigureDraft}. */
export type SeriesDraft = Partial<Series> & Pick<Series, "y">;

/**
 * The tables and figures that show a value of a notebook's cell, whatever it is.
 *
 * @param value Anything.
 * @throws {RangeError} If there is nothing to show of it.
 */
export function exhibitsOf(value: unknown): (Table | Figure)[] {
  const exhibits = exhibitsFound(value);
  const isEmpty = exhibits.some((each) => "columns" in each && each.columns.length === 0);
  if (isEmpty) throw cannotShow(value);
  return exhibits;
}

function exhibitsFound(value: unknown): (Table | Figure)[] {
  if (isList(value)) return [tableOfList(Array.from(value))];
  if (value instanceof Set) return [tableOfList([...value])];
  if (!isRecord(value)) throw cannotShow(value);
  if (isSeries(value)) return [tableOfList(value.toArray())];
  const rows = frameRows(value);
  if (rows !== undefined) return [recordsTable(rows.rows, rows)];
  if (isTable(value)) return [tableOf(value)];
  if (isFigure(value)) return [figureOf(value)];
  if (isCurve(value)) return [survivalFigure({ "": value })];
  if (isEstimate(value)) return [survivalFigure({ "": curveOf(value) })];
  if (isValuation(value)) {
    const source = sourceOf(value);
    return [ratesTable(value, source), projectionTable(value, source)];
  }
  if (isRun(value)) return [runTable(value)];
  if (value instanceof Map) return [recordTable(Object.fromEntries(value))];
  const isNoData = value instanceof Promise || Object.keys(value).length === 0 ||
    unfinishedFrame(value) !== undefined;
  if (isNoData) throw cannotShow(value);
  return [recordTable(value)];
}

/** A table of a notebook's cell: of columns only their keys must be given. */
type TableDraft =
  & Partial<Omit<Table, "columns">>
  & Pick<Table, "rows">
  & { readonly columns: readonly (Partial<Column> & Pick<Column, "key">)[] };

/** What a table left out. */
function tableOf(draft: TableDraft): Table {
  return {
    ...PLAIN,
    ...draft,
    columns: draft.columns.map((each) => ({ title: headingOf(each.key), ...each })),
  };
}

/** What a figure left out. */
export function figureOf(draft: FigureDraft): Figure {
  if (draft.series.length === 0) throw cannotShow(draft);
  const series = draft.series.map((each: SeriesDraft, i): Series => {
    if (!isRecord(each) || !isList(each.y)) {
      throw new RangeError(
        "Cannot show a figure: series as { name, x, y } are wanted, got " +
          valueInWords(each),
      );
    }
    const y = Array.from(each.y);
    return {
      name: `Series ${i + 1}`,
      mark: "line",
      ...each,
      x: Array.from(each.x ?? y.map((_, place) => place)),
      y,
    };
  });
  return {
    id: "figure",
    number: "",
    title: "",
    xTitle: "",
    yTitle: "",
    yUnit: "",
    decimals: 2,
    isStacked: false,
    notes: [],
    source: "",
    ...draft,
    series,
  };
}

function tableOfList(values: readonly unknown[]): Table {
  if (values.length === 0) throw cannotShow(values);
  if (values.every(isList)) {
    return recordsTable(
      values.map((each) => Object.fromEntries(Array.from(each).entries())),
    );
  }
  const isOfRecords = values.every((each) =>
    isRecord(each) && !(each instanceof Date) && !(each instanceof Promise)
  );
  return isOfRecords
    ? recordsTable(values as readonly Readonly<Record<string, unknown>>[])
    : valuesTable(values);
}

function runTable({ valued, leftOut }: SchemeValuations): Table {
  return {
    ...recordsTable(valued.map((each) => ({
      design: each.rules.name,
      scenario: each.scenarioName,
      duration: each.duration,
      suggested: 100 * each.suggestedRate,
      minimum: 100 *
        each.valuation.financing.benefit_and_administrative.minimumRate,
      benefits: each.benefitsIdr / 1e12,
    }))),
    id: "rates",
    title: "Contribution rates",
    columns: [
      { key: "design", title: "Design" },
      { key: "scenario", title: "Scenario" },
      { key: "duration", title: "Duration" },
      { key: "suggested", title: "Suggested rate", unit: "%", decimals: 2 },
      { key: "minimum", title: "Minimum rate", unit: "%", decimals: 2 },
      { key: "benefits", title: "Benefits", unit: "trillion rupiah", decimals: 1 },
    ],
    notes: leftOut.map(({ rules, reason }) => `${rules.name} is not valued: ${reason}.`),
  };
}

function sourceOf({ assumptions: { schemeName, scenarioName } }: Valuation): string {
  return `own calculations; design ${schemeName}, scenario ${scenarioName}`;
}

function curveOf(
  { time, survival }: Readonly<Record<"time" | "survival", ArrayLike<number>>>,
): SurvivalCurve {
  const points = Array.from(time, (t, i) => ({ time: t, survival: survival[i]! }));
  return {
    points: time[0] === 0 ? points : [{ time: 0, survival: 1 }, ...points],
    rule: "step",
  };
}

const WANTED = "a number, a text, a list, a record, a frame, a table, a figure, a " +
  "valuation or a survival curve";

export function cannotShow(value: unknown): RangeError {
  const got = gotInWords(value);
  return new RangeError(
    `Cannot show this: ${WANTED} is wanted, got ${got}`,
  );
}

function gotInWords(value: unknown): string {
  if (isList(value) && value.length === 0) return "an empty list";
  if (!isRecord(value)) return valueInWords(value);
  if (frameRows(value) !== undefined) return "an empty frame";
  if (isFigure(value)) return "a figure without series";
  if (isTable(value)) return "a table without columns";
  return unfinishedFrame(value) ?? valueInWords(value);
}

/** What has still to be made a frame, in words; `undefined` of anything else. */
function unfinishedFrame(value: AnyRecord): string | undefined {
  if (typeof value.collectSync === "function") {
    return "a lazy frame (is collectSync() missing?)";
  }
  if (typeof value.agg === "function") return "groups of a frame (is agg(…) missing?)";
  return "_expr" in value
    ? "an expression of polars (is a select(…) missing?)"
    : undefined;
}

type AnyRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is AnyRecord {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** A polars series, which is read at once: single values of it are slow. */
function isSeries(value: AnyRecord): value is AnyRecord & { toArray(): unknown[] } {
  return typeof value.toArray === "function" && "dtype" in value;
}

function isTable(value: AnyRecord): value is AnyRecord & TableDraft {
  return Array.isArray(value.columns) && Array.isArray(value.rows) &&
    value.columns.every((each) => isRecord(each) && typeof each.key === "string");
}

function isFigure(value: AnyRecord): value is AnyRecord & FigureDraft {
  return Array.isArray(value.series);
}

function isCurve(value: AnyRecord): value is AnyRecord & SurvivalCurve {
  return Array.isArray(value.points) && typeof value.rule === "string";
}

function isEstimate(
  value: AnyRecord,
): value is AnyRecord & Record<"time" | "survival", Float64Array> {
  return isList(value.time) && isList(value.survival) && "atRisk" in value;
}

function isValuation(value: AnyRecord): value is AnyRecord & Valuation {
  return "assumptions" in value && "years" in value && "financing" in value;
}

function isRun(value: AnyRecord): value is AnyRecord & SchemeValuations {
  return Array.isArray(value.valued) && Array.isArray(value.leftOut);
}
