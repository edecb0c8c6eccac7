import { MANIFEST_FILE, parseSpellManifest, type SpellManifest } from "@jkp/extract";
import { readText, requireFolder } from "@jkp/files/read";
import {
  type JoinedMapping,
  type LedgerMapping,
  type MappingFormat,
  STANDARD_TABLES,
} from "@jkp/mapping";
import { type Said, saidError, saidIfAny } from "@jkp/language";
import { type Problem, readTogether } from "@jkp/problem";
import { join } from "node:path";
import { sumSimple } from "simple-statistics";
import type { LedgerFolder } from "../ledger/ledger_folder.ts";
import type { Table } from "../ledger/read_table.ts";
import {
  claimsReading,
  joinedReading,
  membersReading,
  paymentsReading,
  problemsOfTable,
  sourcesOfTable,
  type TableReading,
} from "../ledger/table_reading.ts";
import { openFiles } from "./open_files.ts";
import { kindOf, MAPPING_FILE, readMapping, seemingKind } from "./read_mapping.ts";
import { openSpells, type SpellFolder } from "./spell_folder.ts";
import { type TableFiles, tableFiles } from "./table_files.ts";
import { isLedgerMapping, withoutOthers } from "./without_others.ts";

/** A member-level extract, open for reading: spells, or what spells are made of. */
export type Register = SpellFolder | LedgerFolder;

/**
 * Opens a member-level extract of any form: manifest, mapping, and the header of each file.
 * What reads spells takes both what this gives: of a ledger of payments, or of tables that
 * are to be joined, the spells are made when they are read.
 *
 * @param path Folder with `extract.toml`, the files, and `mapping.toml` where the columns
 * have other names.
 * @returns The extract.
 * @throws {DataError} With every problem of manifest, mapping and headers.
 *
 * @example An extract with Indonesian columns
 * ```ts
 * import { BROKEN_SPELLS_FOLDER, openRegister } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest, files } = await openRegister(BROKEN_SPELLS_FOLDER);
 * assertEquals(manifest.form, "spells");
 * assertEquals(files[0]!.file.columns[1], "Jenis Kelamin");
 * ```
 */
export async function openRegister(path: string): Promise<Register> {
  await requireFolder(path);
  const manifestFile = join(path, MANIFEST_FILE);
  const toml = readText(manifestFile);
  const manifest = toml.then((text) => parseSpellManifest(manifestFile, text));
  await manifest.then(({ form }) => refuseJkpAlone(path, form), () => {});
  const kind = manifest.then(kindOf, async () => seemingKind(await toml.catch(() => "")));
  const [read, mapping] = await readTogether([
    manifest,
    kind.then((each) => readMapping(path, each)),
  ]);
  const names = await tableFiles(path, read);
  const problems: Said<Problem>[] = [];
  const register = "tables" in mapping
    ? await openLedger(path, read, mapping, names, problems)
    : await openSpells(path, read, mapping, names.main, problems);
  saidIfAny(problems);
  return register;
}

/** @throws {DataError} Of a register of JKP claims alone: there are no members in it. */
function refuseJkpAlone(path: string, form: SpellManifest["form"]): void {
  if (form !== "jkp") return;
  throw saidError([({ extract }) => ({
    file: join(path, MANIFEST_FILE),
    place: "form",
    expected: extract.folder.notJkpAlone(path),
    received: '"jkp"',
  })]);
}

/** Opens the tables of a ledger, or of spells that are to be joined. */
async function openLedger(
  path: string,
  manifest: SpellManifest,
  mapping: LedgerMapping | JoinedMapping,
  names: TableFiles,
  problems: Said<Problem>[],
): Promise<LedgerFolder> {
  const { tables, format } = mapping;
  const hasMembers = names.members.length > 0;
  const hasClaims = names.claims.length > 0;
  const own = withoutOthers(mapping, { hasMembers, hasClaims }, problems, {
    manifest: join(path, MANIFEST_FILE),
    mapping: join(path, MAPPING_FILE),
    filesOf: (table) => ({ extract }) => extract.folder.filesOf(table),
    orTable: (table) => ({ extract }) => extract.folder.tableOf(table),
  });
  const open = async (
    files: readonly string[],
    format: MappingFormat,
    readingOf: (has: (column: string) => boolean) => TableReading,
  ): Promise<Table> => ({
    files: await openFiles(path, files, format, (file) => {
      const reading = readingOf((column) => file.columns.includes(column));
      return {
        reading,
        sources: sourcesOfTable(reading),
        problems: problemsOfTable(reading, file.columns, file.path),
      };
    }, problems),
    headerRow: format.headerRow,
  });
  const { extractMonth, lastMonth } = manifest;
  const main = await open(
    names.main,
    format,
    (has) =>
      isLedgerMapping(own)
        ? paymentsReading(own, has, extractMonth)
        : joinedReading(own, has, lastMonth),
  );
  const ofMembers = tables.members ?? { ...STANDARD_TABLES.members, format };
  const members = hasMembers
    ? await open(names.members, ofMembers.format, (has) => membersReading(ofMembers, has))
    : undefined;
  const ofClaims = tables.claims ?? { ...STANDARD_TABLES.claims, format };
  const claims = hasClaims
    ? await open(
      names.claims,
      ofClaims.format,
      () => claimsReading(ofClaims, extractMonth),
    )
    : undefined;
  problems.push(...carriedTwice(path, main, members));
  const sizes = names.main.map((name) =>
    Deno.stat(join(path, name)).then(({ size }) => size, () => 0)
  );
  return {
    path,
    manifest,
    main,
    ...(members === undefined ? {} : { members }),
    ...(claims === undefined ? {} : { claims }),
    files: [main, members, claims].flatMap((table) => table?.files ?? []),
    bytes: sumSimple(await Promise.all(sizes)),
  };
}

/** Names under which both the main table and that of members carry a column. */
function carriedTwice(
  path: string,
  main: Table,
  members: Table | undefined,
): Said<Problem>[] {
  const namesOf = ({ files }: Table) =>
    new Set(files.flatMap(({ reading }) => Object.keys(reading.carried)));
  const ofMembers = members === undefined ? new Set<string>() : namesOf(members);
  return [...namesOf(main)].filter((name) => ofMembers.has(name)).map(
    (name) => ({ extract }) => ({
      file: join(path, MAPPING_FILE),
      place: `members.carried.${name}`,
      expected: extract.folder.carriedOnce,
      received: JSON.stringify(name),
    }),
  );
}
