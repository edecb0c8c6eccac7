import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { count } = quantities;

type Span = readonly [lowest: number, highest: number];

/** What is wanted of the files of a folder of members' data. */
export const extract = {
  /** Keys of `extract.toml`. */
  manifest: {
    textSuchAs: (example: string) => `a text such as "${example}"`,
    monthSuchAs: (example: string) => `a month as YYYY-MM, such as "${example}"`,
    recordedMonth: (span: readonly [first: Month, last: Month]) =>
      `a month from ${formatMonth(span[0])} to ${formatMonth(span[1])}`,
    checksum: "a SHA-256 checksum of 64 hexadecimal digits",
    checksums: (files: string) => `a table with the SHA-256 checksum of each of ${files}`,
    growth: (least: number, most: number) => `a fraction from ${least} to ${most}`,
    synthetic: "true if the rows are made up, or false if they were recorded",
    structureOnly: "true if no level in it is evidence, or false",
    wholeNumber: "a whole number",
    fileList: (example: string) => `a list of files, such as ["${example}"]`,
    oneFile: "at least one file",
    gap: (most: number) => `a whole number of months from 0 to ${most}`,
    employers: '"sum" or "main"',
    repeats: '"add" or "once"',
    form: '"spells", "ledger" or "jkp"',
    upTo: (month: Month, name: string) => `a month up to ${formatMonth(month)}, ${name}`,
    from: (month: Month, name: string) =>
      `a month from ${formatMonth(month)}, ${name}, on`,
    ledgerForm: 'form = "ledger" where there is a section [ledger]',
    jkpFiles: 'files of a register of JKP claims, such as ["klaim_jkp.csv"]',
    nothingBesideJkp: 'nothing, where form = "jkp": a register of JKP claims alone',
    aList: "a list",
  },

  /** Keys of `mapping.toml`. */
  mapping: {
    text: "a text",
    texts: "a list of texts",
    columnName: "a column's name",
    positive: "a positive number",
    oneOf: (values: string) => `one of ${values}`,
    tableOf: (known: string) => `a table of ${known}`,
    undecided: (known: string) =>
      `no such key: each of its codes after what it means, one of ${known}`,
    standardCode: (known: string) => `a standard code: one of ${known}`,
    codeOnce: "each code once, in small or capital letters",
    table: "a table",
    eitherOrConstant: (others: readonly string[]) =>
      `either ${others.join(" and ")}, or constant`,
    headerRow: ([first, last]: Span) => `a row from ${first} to ${last}`,
    firstYear: ([first, last]: Span) => `a year from ${first} to ${last}`,
    timeZone: 'a time zone, such as "Asia/Jakarta"',
    trueOrFalse: "true or false",
    marks: "thousands_separator other than decimal_mark",
    columnOnce: "each column of the file once",
    firstYearFor: ([first, last]: Span, form: string) =>
      `a year from ${first} to ${last}, from which two digits count, for ${form}`,
    notCarried: (place: string) =>
      `no column of the contract here; it goes under ${place}`,
    claimKey: "claim_id or claim_month, which tells claims apart",
    jkpForm: "benefit_month, and perhaps paid_on, where a row is a payment, or " +
      "first_benefit_month and months_paid where it is a claim",
    jkpSection: "a section [jkp.columns] that says how the register of claims is read",
  },

  /** Months that an extract does not cover. */
  outside: {
    check: "Cannot check the extract",
    months: (
      what: string,
      name: string,
      [first, last]: readonly [first: Month, last: Month],
      [from, to]: readonly [from: Month, to: Month],
    ) =>
      `${what}: months from ${formatMonth(first)} to ${
        formatMonth(last)
      }, as ${name} has ` +
      `them, are wanted, got ${formatMonth(from)} to ${formatMonth(to)}`,
  },

  /** Which files belong to an extract, and which columns. */
  folder: {
    fittingFile: "at least one file that fits the pattern",
    notAmong: (owner: string) => `a file that is not among ${owner}`,
    fileOfSpells: "at least one file of spells: .csv, .csv.gz, .parquet or .xlsx",
    ownFolder: "files of the extract's own folder",
    fileOnce: "each file once",
    ownFile: "a file of the extract's own folder",
    aLink: "a link",
    headerRow: (row: number) => `header_row = ${row}, where the header seems to stand`,
    delimiter: (quoted: string) => `delimiter = ${quoted}, which seems to part the cells`,
    readableColumn: "text, numbers or dates",
    unreadableKinds: {
      durations: "durations",
      lists: "lists",
      structures: "structures",
      "unknown values": "unknown values",
    },
    notJkpAlone: (path: string) =>
      '"spells" or "ledger": claims of JKP alone give no statistics of members, ' +
      `but deno task experience --jkp ${path} reads them`,
    carriedOnce: "a name that the main table does not carry",
    filesOf: (table: string) => `files of ${table}`,
    tableOf: (table: string) => `a table of ${table} under [tables] of extract.toml`,
    filesMapped: (files: string) => `${files}, for mapping.toml maps their columns`,
    saidByTable: (table: string) => `nothing, for the table of ${table} says it`,
    aColumn: "a column",
    columnOr: (table: string) => `a column, or ${table}`,
    neither: "neither",
    spellsOrLedger:
      'spells, as form = "spells" of extract.toml says; for one row a payment, write ' +
      'form = "ledger" there',
    seemsLedger: (paid: string, month: string) =>
      `a ledger, as it seems: "${paid}" beside "${month}"`,
    nothingWith: (measure: string) => `nothing with ${measure}`,
    roomOnDisk: "room on disk to sort the ledger (TMPDIR may name another folder)",
    monthsFirst: "months as YYYY-MM in the first column",
  },

  /** What a file of rows is, and why it cannot be read. */
  source: {
    ending: (endings: string) => `a name ending in ${endings}`,
    device: "a device or pipe",
    columnOnce: "each column once",
    twice: (name: string) => `${name} twice`,
    twiceInRow: (name: string, row: number) =>
      `${name} twice in row ${row}; write a header over two lines in one (or, in an ` +
      "extract, name the line that tells columns apart as header_row in mapping.toml)",
    header: "a header",
    emptyLine: "an empty line",
    quotedNames: "quotation marks around whole names, doubled inside them",
    namesWithoutBreaks:
      "names of columns without line breaks, or quoted_line_breaks in mapping.toml",
    readableCsv: "readable CSV text",
    longerLine: "a longer one",
    unpacksTo: (times: number) =>
      `a file that unpacks to at most ${times} times its size; unpack it if it is in order`,
    moreBytes: (bytes: number) => `more than ${count(bytes)} bytes`,
    parquet: "a Parquet file",
    damaged: "one that is damaged",
    withoutZone: (columns: string) =>
      "dates, or times without a zone, for on which day a moment was depends on " +
      `it (columns ${columns}); or time_zone in mapping.toml`,
    workbook: "a workbook (.xlsx)",
    headerAndRows: "a header and rows",
    emptySheet: "an empty sheet",
    sheetOfAtMost: (rows: number, cells: number) =>
      `at most ${count(rows)} rows and ${count(cells)} cells in a sheet; ` +
      "more go into CSV or Parquet",
    rows: (rows: number) => `${count(rows)} rows`,
    rowsAndColumns: (rows: number, columns: number) =>
      `${count(rows)} rows and ${count(columns)} columns`,
    workbookOfAtMost: (megabytes: number) =>
      `a workbook of at most ${megabytes} MB; more go into CSV or Parquet`,
    megabytes: (megabytes: number) => `${count(megabytes)} MB`,
    shownSheet: "a sheet that is not hidden",
    sheet: (name: string) => `a sheet ${name}`,
    hidden: (sheet: string) => `${sheet} (hidden)`,
    lacksSheet: (sheet: string) => `a workbook without its sheet ${sheet}`,
  },

  /** Why the archive that a workbook is cannot be unpacked. */
  archive: {
    none: "no ZIP archive",
    damaged: "a damaged archive",
    lacks: (part: string) => `an archive without ${part}`,
    twice: (part: string) => `an archive with ${part} twice`,
    tooLarge: (megabytes: number) => `more than ${count(megabytes)} MB when unpacked`,
    otherSum: (part: string) =>
      `${part} in it is damaged: its CRC-32 is not the one stated`,
    otherSize: (part: string) =>
      `${part} in it is damaged: it cannot be unpacked to its size`,
    unknownWay: (part: string) => `${part} in it is packed in an unknown way`,
  },
};
