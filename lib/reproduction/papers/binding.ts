import { cell, type LocatedRow, type RowOf } from "@jkp/files";
import { formatMonth, type Month, parseMonth } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import type { Basis, DocumentTable } from "./document_table.ts";

/**
 * The columns that bind the cells of a table: which cells, and where our part comes from.
 */
export const BINDING_COLUMNS = {
  item: ["item", cell.anything],
  cell: ["cell", cell.anything],
  basis: ["basis", cell.anything],
  design: ["design", cell.anything],
  path: ["path", cell.anything],
  as: ["as", cell.anything],
  remark: ["remark", cell.anything],
  if_different: ["if_different", cell.anything],
} as const;

type BindingRow = RowOf<typeof BINDING_COLUMNS>;
type BindingColumn = keyof BindingRow;

/** A design in a month; its key is `jkp_2021@2023-03`. */
export interface DesignAt {
  readonly key: string;
  readonly name: string;
  readonly month: Month;
}

/** A value that a path leads to, and how it is written. */
export interface Reference {
  /**
   * The design with the rules that the path leads into; `null` for the paper's printed
   * cells.
   */
  readonly design: DesignAt | null;
  /** `referenceWage.months`, or a computation and a path into what it gives. */
  readonly path: string;
  /** A format or vocabulary; empty for the value as it is. */
  readonly as: string;
  readonly file: string;
  readonly line: number;
  /** The column of the text that it stands in; `null` if it has columns of its own. */
  readonly column: string | null;
}

/** Where a part of a reference stands. */
export function placeOf(
  { file, line, column }: Pick<Reference, "file" | "line" | "column">,
  part: "design" | "path" | "as",
): Pick<Problem, "file" | "place"> {
  return { file, place: `row ${line}, column ${column ?? part}` };
}

/** A text with values in it. One value alone stays a number if it is one. */
export type Wording = readonly (string | Reference)[];

/** Where our part of a printed cell comes from. */
export interface Binding {
  readonly item: string;
  readonly cell: string;
  readonly basis: Basis;
  /** Nothing where the cell is only quoted. */
  readonly ours: Wording;
  /** What to know of ours; of a quoted cell, why it is only quoted. */
  readonly remark: Wording;
  /** Why it differs, said where it does. */
  readonly ifDifferent: string;
}

/** Which columns each basis needs, and which it cannot have. */
const COLUMNS_OF: Readonly<
  Record<Basis, { needs: BindingColumn[]; bars: BindingColumn[] }>
> = {
  rule: { needs: ["design", "path"], bars: [] },
  computed: { needs: ["design", "path"], bars: [] },
  words: { needs: ["design"], bars: [] },
  arithmetic: { needs: ["path"], bars: ["design"] },
  quoted: { needs: ["remark"], bars: ["design", "path", "as", "if_different"] },
};

/** `{path}`, `{path|as}`, `{design:path|as}` within a text. */
const PLACEHOLDER = /\{(?:([^{}|:]+):)?([^{}|:]+)(?:\|([^{}|]+))?\}/;

/** Reads where the cell of a row comes from, with what is wrong with the row. */
export function readBinding(
  file: string,
  { line, row: cells }: LocatedRow<BindingRow>,
  table: DocumentTable,
): { readonly binding: Binding | null; readonly problems: readonly Problem[] } {
  const { basis, path, as, remark } = cells;
  const isWording = as.includes("{");
  const problems: Problem[] = [];
  const refuse = (column: BindingColumn, expected: string, received = cells[column]) =>
    problems.push({
      file,
      place: `row ${line}, column ${column}`,
      expected,
      received: received || "nothing",
    });

  if (cells.item !== table.item) refuse("item", `${table.item}, as the file is named`);
  const columns = isBasis(basis) ? COLUMNS_OF[basis] : undefined;
  if (columns === undefined) {
    refuse("basis", `one of ${Object.keys(COLUMNS_OF).join(", ")}`);
  }
  for (const column of columns?.needs ?? []) {
    const isGiven = cells[column] !== "" || (column === "path" && isWording);
    if (!isGiven) refuse(column, `a ${column}, since the basis is ${basis}`);
  }
  for (const column of columns?.bars ?? []) {
    if (cells[column] !== "") refuse(column, `nothing, since the basis is ${basis}`);
  }
  if (basis === "words" && (path === "") !== isWording) {
    refuse("path", "either a path, or a wording with {paths} in the column as");
  }
  const design = cells.design === "" ? null : designAt(cells.design, table.month);
  if (design === undefined) refuse("design", "a design, or a design@YYYY-MM");

  const wordingOf = (column: BindingColumn, text: string): Wording =>
    text.split(/(\{[^{}]*\})/).filter((part) => part !== "").map((part) => {
      if (!/[{}]/.test(part)) {
        if (column === "as" && /\d/.test(part)) {
          refuse(column, "numbers as {paths}, none of its own", part);
        }
        return part;
      }
      const [, other, of, format = ""] = PLACEHOLDER.exec(part) ?? [];
      const own = other === undefined ? design : designAt(other, table.month);
      if (of === undefined || own === undefined) {
        refuse(column, "{path}, {path|as} or {design:path|as}", part);
      }
      return { design: own ?? null, path: of ?? "", as: format, file, line, column };
    });
  const single = { design: design ?? null, path, as, file, line, column: null };
  const binding = {
    item: table.item,
    cell: cells.cell,
    basis: basis as Basis,
    ours: basis === "quoted" ? [] : isWording ? wordingOf("as", as) : [single],
    remark: wordingOf("remark", remark),
    ifDifferent: cells.if_different,
  };
  return { binding: problems.length === 0 ? binding : null, problems };
}

function isBasis(text: string): text is Basis {
  return Object.hasOwn(COLUMNS_OF, text);
}

/** `jkp_2021` in the paper's month, or `jkp_2021@2025-02`. */
function designAt(text: string, usual: Month): DesignAt | undefined {
  const [name = "", monthText, ...others] = text.split("@");
  const month = monthText === undefined ? usual : parseMonth(monthText);
  if (!/^\w+$/.test(name) || month === undefined || others.length > 0) return undefined;
  return { key: `${name}@${formatMonth(month)}`, name, month };
}
