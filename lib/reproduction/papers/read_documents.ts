import { dataFile, readText } from "@jkp/files/read";
import { parseTable } from "@jkp/files";
import { loadOpenStatistics } from "@jkp/open/read";
import { DataError, didYouMean, type Problem, throwIfAny } from "@jkp/problem";
import { loadPublishedDocuments } from "@jkp/published/read";
import type { Published } from "@jkp/published";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { dirname, join } from "node:path";
import {
  type Binding,
  BINDING_COLUMNS,
  placeOf,
  readBinding,
  type Reference,
} from "./binding.ts";
import type { DocumentTable } from "./document_table.ts";
import { parseDocumentsFile } from "./documents_file.ts";
import { type Format, formatsWith } from "./formats.ts";
import { anyPlace, knownPaths, lookupIn } from "./lookup.ts";
import type { Sources } from "./sources.ts";

/** The papers' printed cells, and all that ours are made from. */
export interface Documents extends Sources {
  /** The papers' tables, in their order. */
  readonly tables: readonly DocumentTable[];
  /** Where our part of each cell comes from. */
  readonly bindings: readonly Binding[];
  /** How values are written, by name. */
  readonly formats: ReadonlyMap<string, Format>;
}

const DESCRIPTION = dataFile("published/documents", "documents");

/**
 * Reads the tables of the ILO's papers of 2020 and 2023 as printed, where our part of each
 * cell comes from, and the rules of the designs that it comes from, each in the month of
 * its paper: March 2020 and March 2023.
 *
 * @param folder A folder with `documents.toml` and one CSV file a table.
 * @default {folder: "data/published/documents of the project"}
 * @returns Everything that {@link documentTables} needs.
 * @throws {DataError} With every cell, by file and row, that is not bound, or is bound to
 * a design, a path or a format that there is not; with everything that is wrong with a
 * file.
 *
 * @example The ceiling of the proposed policy
 * ```ts
 * import { readDocuments } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const { rules } = await readDocuments();
 * const { insurableEarnings } = rules.get("proposed_2023@2023-03")!;
 * assertEquals(insurableEarnings.ceiling.amountPerMonth, 9_559_600);
 * ```
 */
export async function readDocuments(folder = dirname(DESCRIPTION)): Promise<Documents> {
  const file = join(folder, "documents.toml");
  const description = parseDocumentsFile(file, await readText(file));
  const printed = await loadPublishedDocuments(folder);
  const problems: Problem[] = itemProblems(file, printed, [
    ...description.withoutTable,
    ...description.tables.map(({ item }) => item),
  ]);
  const bindings: Binding[] = [];
  const printedItems = new Set(printed.rows.map(({ item }) => item));
  for (const table of description.tables.filter(({ item }) => printedItems.has(item))) {
    const path = join(folder, `${table.item}.csv`);
    const text = await readText(path);
    for (const row of parseTable(path, text, BINDING_COLUMNS)) {
      const { binding, problems: ofRow } = readBinding(path, row, table);
      problems.push(...ofRow);
      if (binding !== null) bindings.push(binding);
    }
  }
  const references = bindings.flatMap(({ ours, remark }) => [...ours, ...remark])
    .filter((part) => typeof part === "object");
  const designs = await readDesigns(references);
  const sources = { printed, open: await loadOpenStatistics(), rules: designs.rules };
  const formats = formatsWith(description.vocabularies);
  throwIfAny([
    ...problems,
    ...designs.problems,
    ...referenceProblems(references, designs.refused, sources, formats),
  ]);
  return { ...sources, tables: description.tables, bindings, formats };
}

/** Printed items that no table is of, and tables without printed items. */
function itemProblems(
  file: string,
  { rows }: Published,
  described: readonly string[],
): Problem[] {
  const printed = new Set(rows.map(({ item }) => item));
  return [
    ...[...printed].filter((item) => !described.includes(item)).map((item) => ({
      file,
      place: "papers",
      expected: `a table with the item ${item}, whose cells are printed`,
      received: "none",
    })),
    ...described.filter((item) => !printed.has(item)).map((item) => ({
      file,
      place: "papers",
      expected: "an item with printed cells",
      received: item,
    })),
  ];
}

/** The rules of every design that something is bound to, in its month. */
async function readDesigns(references: readonly Reference[]) {
  const folder = dirname(dataFile("designs", "any"));
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name.split(".")[0]!);
  const rules = new Map<string, Rules>();
  const refused = new Map<string, Pick<Problem, "expected" | "received">>();
  const problems: Problem[] = [];
  const designs = new Map(references.map(({ design }) => [design?.key, design]));
  for (const design of designs.values()) {
    if (design === null) continue;
    const { key, name, month } = design;
    if (!names.includes(name)) {
      const expected = `a design of data/designs${didYouMean(name, names)}`;
      refused.set(key, { expected, received: name });
      continue;
    }
    try {
      rules.set(key, rulesAt(await readScheme(name), month));
    } catch (error) {
      if (error instanceof DataError) problems.push(...error.problems);
      else if (error instanceof RangeError) {
        refused.set(key, { expected: "a month with rules", received: key });
      } else throw error;
    }
  }
  return { rules, refused, problems };
}

/** Designs, paths and formats that there are not, and formats of something else. */
function referenceProblems(
  references: readonly Reference[],
  refused: ReadonlyMap<string, Pick<Problem, "expected" | "received">>,
  sources: Sources,
  formats: ReadonlyMap<string, Format>,
): Problem[] {
  const lookup = lookupIn(sources);
  const known = knownPaths(references, sources, lookup);
  return references.flatMap((reference): Problem[] => {
    const { design, path, as } = reference;
    const problem = (
      part: "path" | "as",
      expected: string,
      received: string,
    ) => [{ ...placeOf(reference, part), expected, received }];
    if (design !== null && !sources.rules.has(design.key)) {
      const why = refused.get(design.key);
      return why === undefined ? [] : [{ ...placeOf(reference, "design"), ...why }];
    }
    if (!known.has(anyPlace(path))) {
      const expected = `a path into the rules or a computation${
        didYouMean(path, [...known])
      }`;
      return problem("path", expected, path);
    }
    const format = formats.get(as);
    if (format === undefined) {
      return problem("as", `a format${didYouMean(as, [...formats.keys()])}`, as);
    }
    if (format.accepts(lookup(reference))) return [];
    const expected = `a path to ${format.of}${as === "" ? "" : `, as ${as} is for that`}`;
    return problem("path", expected, path);
  });
}
