/** What is wrong with files, their tables and their keys. */
export const files = {
  aFile: "a file",
  nothingThere: "nothing there",
  aFolder: "a folder",
  noSuchFolder: "no such folder",
  fileToWrite: "a file, to be written",
  folderToWrite: "a folder to write to",
  noPlace: "a place where none can be made",
  utf8File: "a UTF-8 text file",
  nothing: "nothing",
  none: "none",

  /** Where in a file. */
  place: {
    row: (row: number) => `row ${row}`,
    rows: (first: number, last: number) => `rows ${first} to ${last}`,
    cell: (row: number, column: string) => `row ${row}, column ${column}`,
    column: (column: string) => `column ${column}`,
    header: "header",
    sheet: (name: string) => `sheet ${name}`,
    line: (line: number, column: number) => `line ${line}, column ${column}`,
  },

  /** TOML files, and the values that a schema has. */
  toml: {
    wellFormed: "well-formed TOML",
    noSuchKey: "no such key",
    value: "a value",
    validValue: "a valid value",
    oneOf: (values: string) => `one of ${values}`,
    kinds: {
      string: "a text",
      number: "a number",
      boolean: "true or false",
      Array: "a list",
      Object: "a table",
    },
    emptyList: "an empty list",
    list: "a list",
    table: "a table",
    series: "a typed array or series (an array is wanted)",
  },

  /** CSV tables, read by the names of their columns. */
  table: {
    wellFormed: "well-formed CSV",
    lineEnds: "lines that end in LF, or in CR and LF",
    returnsAlone: "CR alone",
    column: (name: string, meant: string) => `a column "${name}"${meant}`,
    columnOnce: "each column once",
    again: (name: string) => `"${name}" again`,
    emptyFile: "an empty file",
    onlyColumns: (known: string) => `only columns of ${known}`,
    cellsAsInHeader: (cells: number) => `${cells} cells, as in the header`,
    seenCharacters: "a text without characters that are not seen",
    oneRow: "at least one row",
    keyOnce: (row: number) => `a key that stands once (it stands in row ${row})`,
    noRowAfter: (row: number) => `no row after row ${row}`,
  },

  /** What a cell holds. */
  cell: {
    anything: "a text or nothing",
    text: "a text",
    number: "a number",
    percent: "a number in per cent",
    year: "a year of four digits",
    count: "a whole number of 0 or more",
    month: "a month as YYYY-MM",
    notNegative: "a number of 0 or more",
    either: (one: string, other: string) => `${one} or ${other}`,
    oneOf: (choices: string) => `one of ${choices}`,
    orNothing: (expected: string) => `${expected} or nothing`,
  },
};
