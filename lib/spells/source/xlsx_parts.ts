import { saidError, type Words } from "@jkp/language";
import { DataError } from "@jkp/problem";
import { Buffer } from "node:buffer";
import { ArchiveError, reasonOf, ZipParts } from "./zip_parts.ts";

/** What a workbook may hold at most: packed, and unpacked. */
const MOST_FILE_BYTES = 128 * 2 ** 20;
const MOST_UNPACKED_BYTES = 384 * 2 ** 20;

/** The parts of a workbook that stand at a fixed place. */
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** Parts that say what cells hold: texts, and which numbers are dates. */
const SHARED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(styles|sharedStrings)\.xml)$/;

/** One sheet of a workbook as XML, and the workbook with no sheet besides. */
export interface SheetParts {
  readonly name: string;
  readonly xml: string;
  /** An archive of what was unpacked and found undamaged: all that a reader needs. */
  readonly workbook: Buffer;
}

type SourceWords = Words["extract"]["source"];

/** A sheet in the list of the workbook. */
interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

/**
 * Unpacks one sheet of a workbook with what its cells refer to: the one named, or the
 * first that is not hidden.
 * @throws {DataError} If it is no workbook, damaged, too large, or has no such sheet.
 */
export async function sheetParts(path: string, wanted?: string): Promise<SheetParts> {
  const refused = (say: (words: SourceWords) => [expected: string, received: string]) =>
    saidError([({ extract }) => {
      const [expected, received] = say(extract.source);
      return { file: path, expected, received };
    }]);
  const { size } = await Deno.stat(path);
  if (size > MOST_FILE_BYTES) {
    throw refused(({ workbookOfAtMost, megabytes }) => [
      workbookOfAtMost(MOST_FILE_BYTES / 2 ** 20),
      megabytes(Math.round(size / 2 ** 20)),
    ]);
  }
  try {
    const parts = new ZipParts(await Deno.readFile(path), MOST_UNPACKED_BYTES);
    const [workbook, relations] = [WORKBOOK, RELATIONS].map((name) => {
      const bytes = parts.unpack(name);
      if (bytes === undefined) throw new ArchiveError(({ lacks }) => lacks(name));
      return bytes;
    });
    const sheets = listedSheets(textOf(workbook!));
    const sheet = wanted === undefined
      ? sheets.find(({ isHidden }) => !isHidden)
      : sheets.find(({ name }) => name === wanted);
    if (sheet === undefined) {
      throw refused(({ shownSheet, sheet, hidden }) => [
        wanted === undefined ? shownSheet : sheet(wanted),
        sheets.map(({ name, isHidden }) => isHidden ? hidden(name) : name).join(", "),
      ]);
    }
    const place = placeOf(sheet, textOf(relations!));
    const bytes = place === undefined ? undefined : parts.unpack(place);
    if (bytes === undefined) {
      throw refused(({ workbook, lacksSheet }) => [workbook, lacksSheet(sheet.name)]);
    }
    const { zipSync } = await import("fflate"); // loaded where there is a workbook
    const shared = parts.names.filter((name) => SHARED.test(name))
      .map((name): [string, Uint8Array] => [name, parts.unpack(name)!]);
    const kept = Object.fromEntries([
      ...shared,
      [WORKBOOK, workbook!],
      [RELATIONS, relations!],
      [place!, bytes],
    ]);
    return {
      name: sheet.name,
      xml: textOf(bytes),
      workbook: Buffer.from(zipSync(kept, { level: 0 })),
    };
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw refusedFor(path, error);
  }
}

/**
 * Names of the sheets of a workbook that are not hidden, in its order.
 * @throws {DataError} If it is no workbook.
 */
export async function shownSheets(path: string): Promise<string[]> {
  try {
    const parts = new ZipParts(await Deno.readFile(path), MOST_UNPACKED_BYTES);
    const workbook = parts.unpack(WORKBOOK);
    if (workbook === undefined) throw new ArchiveError(({ lacks }) => lacks(WORKBOOK));
    return listedSheets(textOf(workbook)).filter(({ isHidden }) => !isHidden)
      .map(({ name }) => name);
  } catch (error) {
    throw refusedFor(path, error);
  }
}

/** That a file is no workbook, for what was found wrong with it. */
function refusedFor(path: string, error: unknown): DataError {
  return saidError([(words) => ({
    file: path,
    expected: words.extract.source.workbook,
    received: reasonOf(error)(words),
  })]);
}

/** The sheets in the order of the workbook; charts have no cells and are none. */
function listedSheets(workbook: string): ListedSheet[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes]) => ({
    name: attributeOf(attributes!, "name") ?? "",
    relation: attributeOf(attributes!, "\\w+:id") ?? "",
    isHidden: /hidden/i.test(attributeOf(attributes!, "state") ?? ""),
  }));
}

/** Where a sheet stands in the archive. */
function placeOf(sheet: ListedSheet, relations: string): string | undefined {
  const found = [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)]
    .map(([, attributes]) => attributes!)
    .find((attributes) => attributeOf(attributes, "Id") === sheet.relation);
  const target = found === undefined ? undefined : attributeOf(found, "Target");
  if (target === undefined) return undefined;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** An attribute of a tag, its entities replaced. */
function attributeOf(attributes: string, name: string): string | undefined {
  const [, , text] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes) ??
      [];
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
