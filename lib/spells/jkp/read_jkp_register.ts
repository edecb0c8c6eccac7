import { MANIFEST_FILE, parseSpellManifest, type SpellManifest } from "@jkp/extract";
import { isThere, readText, requireFolder, sha256OfFile } from "@jkp/files/read";
import {
  type JkpColumns,
  parseJkpMapping,
  STANDARD_TABLES,
  type TableMapping,
} from "@jkp/mapping";
import {
  type Language,
  problemsIn,
  problemsOf,
  type Said,
  saidError,
  saidIfAny,
  saidTogether,
  wordsOf,
} from "@jkp/language";
import { DataError, type Problem } from "@jkp/problem";
import { join, relative } from "node:path";
import { copiesAmong } from "../check/copied_files.ts";
import { openFiles, type ReadableFile } from "../folder/open_files.ts";
import { MAPPING_FILE } from "../folder/read_mapping.ts";
import { tableFiles } from "../folder/table_files.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import { ClaimsOfRows } from "./claims_of_rows.ts";
import type { JkpRegister } from "./jkp_claims.ts";
import { JkpFindings } from "./jkp_findings.ts";
import { type JkpReading, jkpReading, sourcesOfJkp } from "./jkp_reading.ts";
import { HashNumbers, jkpRows } from "./jkp_rows.ts";

/**
 * Reads the register of JKP claims of a folder, every row checked: the files that
 * `tables.jkp` of `extract.toml` names, one row a payment or one row a claim, under
 * `[jkp.columns]` of `mapping.toml`. It is held in memory as a whole.
 *
 * Payments are netted by claim and month that they are for: one that was taken back is none.
 *
 * @param path The folder.
 * @param rowsSeen Called as rows are read.
 * @param language In which its warnings are worded.
 * @returns Claims, and benefits by month where a row is a payment.
 * @throws {DataError} If manifest, mapping or files cannot be read, or with what is wrong by
 * file, row and column: the first 20 and the number of the others. If there is no row.
 *
 * @example Three claims, made up: to the end, to a job, and running
 * ```ts
 * import { exampleJkpFolder } from "../example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { claims, benefits } = await readJkpRegister(await exampleJkpFolder());
 * assertEquals([...claims.monthsPaid], [6, 2, 1]);
 * assertEquals(benefits!.amountIdr[0], 2_250_000);
 * ```
 */
export async function readJkpRegister(
  path: string,
  rowsSeen: (rows: number) => void = () => {},
  language: Language = "en",
): Promise<JkpRegister> {
  await requireFolder(path);
  const manifestFile = join(path, MANIFEST_FILE);
  const manifest = parseSpellManifest(manifestFile, await readText(manifestFile));
  const names = manifest.tables?.jkp;
  if (names === undefined) {
    throw saidError([({ jkp, files }) => ({
      file: manifestFile,
      place: "tables.jkp",
      expected: jkp.expected.files,
      received: files.nothing,
    })]);
  }
  const mappingFile = join(path, MAPPING_FILE);
  const mapping = await isThere(mappingFile)
    ? parseJkpMapping(mappingFile, await readText(mappingFile))
    : undefined;
  const { files, columns } = await openRegisterFiles(
    path,
    { ...manifest, files: names },
    mapping,
  );
  saidIfAny(await otherFiles(path, files, manifest.sha256));
  saidIfAny(await copiedFiles(path, files));
  const findings = new JkpFindings();
  const members = new HashNumbers();
  const { extractMonth } = manifest;
  const context = { members, claimIds: new HashNumbers(), findings, extractMonth };
  const arePayments = columns.benefit_month !== undefined;
  const gathered = new ClaimsOfRows(
    { arePayments, columns: namesOf(columns), extractMonth },
    findings,
  );
  let rows = 0;
  for (const { file, reading } of files) {
    const error = await untilUnreadable(file.rows(sourcesOfJkp(reading)), (batch) => {
      for (const row of jkpRows(batch, file.path, reading, context)) gathered.add(row);
      rows += batch.frame.height;
      rowsSeen(rows);
    });
    if (error !== undefined) problemsOf(error).forEach((each) => findings.error(each));
  }
  const { claims, benefits } = gathered.finish();
  findings.throwIfAny(path);
  if (claims.member.length === 0) {
    throw saidError([({ jkp, files }) => ({
      file: path,
      expected: jkp.expected.oneClaim,
      received: files.none,
    })]);
  }
  return {
    manifest,
    rows,
    members: members.size,
    claims,
    ...(arePayments ? { benefits } : {}),
    hasClaimMonths: columns.claim_month !== undefined,
    hasPaymentDates: columns.paid_on !== undefined,
    warnings: findings.warningsIn(wordsOf(language)),
  };
}

/** The files of the register, each with how its rows are read. */
type OpenFiles = readonly ReadableFile<JkpReading>[];

/** Opens all files; without a mapping, the first says which columns there are. */
async function openRegisterFiles(
  path: string,
  manifest: SpellManifest,
  mapping: TableMapping<JkpColumns> | undefined,
): Promise<{ readonly files: OpenFiles; readonly columns: JkpColumns }> {
  const problems: Said<Problem>[] = [];
  let used = mapping;
  const files = await openFiles(
    path,
    await namesOfFiles(path, manifest),
    (mapping ?? STANDARD_TABLES.jkp).format,
    (file) => {
      used ??= standardFor(file.columns);
      const { reading, problems } = jkpReading(used, file.path, file.columns);
      return { reading, sources: sourcesOfJkp(reading), problems };
    },
    problems,
  );
  saidIfAny(problems);
  return { files, columns: used!.columns };
}

/** Names of the register's files: it is read for itself, whatever stands beside it. */
async function namesOfFiles(
  path: string,
  { tables: _, ...manifest }: SpellManifest,
): Promise<readonly string[]> {
  try {
    return (await tableFiles(path, manifest)).main;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw saidTogether((words) =>
      problemsIn(error, words).map((problem) =>
        problem.place === "files" ? { ...problem, place: "tables.jkp" } : problem
      )
    );
  }
}

/** Files that are not those of the manifest, as far as it has their checksums. */
async function otherFiles(
  path: string,
  files: OpenFiles,
  sha256: Readonly<Record<string, string>>,
): Promise<Said<Problem>[]> {
  const problems: Said<Problem>[] = [];
  for (const { file } of files) {
    const stated = Object.entries(sha256)
      .find(([name]) => join(path, name) === file.path)?.[1];
    if (stated === undefined) continue;
    const received = await sha256OfFile(file.path);
    if (received === stated) continue;
    problems.push(({ jkp }) => ({
      file: file.path,
      expected: jkp.expected.checksum(stated),
      ...(received === undefined ? {} : { received }),
    }));
  }
  return problems;
}

/** Files that hold the same as another: their benefits would count twice. */
async function copiedFiles(path: string, files: OpenFiles): Promise<Said<Problem>[]> {
  const copies = await copiesAmong(
    path,
    files.map(({ file, reading }) => ({ file, sources: sourcesOfJkp(reading) })),
  );
  return [...copies].map(([copy, first]) => ({ jkp }) => ({
    file: copy.path,
    expected: jkp.expected.fileOnce,
    received: jkp.value.sameContent(relative(path, first.path)),
  }));
}

/** The contract's own names: a row is a claim where a file has `months_paid`. */
function standardFor(held: readonly string[]): TableMapping<JkpColumns> {
  const { format, columns, carried } = STANDARD_TABLES.jkp;
  const { benefit_month, paid_on, first_benefit_month, months_paid, ...both } = columns;
  const { claim_id, claim_month, outcome_month, ...always } = both;
  const areClaims = held.includes("months_paid");
  const optional = {
    claim_id,
    claim_month,
    outcome_month,
    ...(areClaims ? {} : { paid_on }),
  };
  const there = Object.entries(optional).filter(([name]) => held.includes(name));
  return {
    format,
    columns: {
      ...always,
      ...Object.fromEntries(there),
      ...(held.includes("claim_id") ? {} : { claim_month: claim_month! }),
      ...(areClaims
        ? { first_benefit_month: first_benefit_month!, months_paid: months_paid! }
        : { benefit_month: benefit_month! }),
    },
    carried,
  };
}

/** Names in the file of the columns that are read, by ours. */
function namesOf(columns: JkpColumns): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) =>
      "column" in column ? [[name, column.column]] : []
    ),
  );
}
