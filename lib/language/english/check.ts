import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { count, counted } = quantities;

/** A part of a whole: `96 of 210 members (46 %)`. */
const partOf = (part: number, total: number, noun: string) =>
  `${count(part)} of ${counted(total, noun)} (${Math.round((100 * part) / total)} %)`;

const rupiah = (amount: number) => `${count(amount)} rupiah`;

/** What is said of single rows, members and files of an extract. */
export const check = {
  /** What holds when a rule is kept, by the rule's name. */
  rules: {
    readable: "Manifest, mapping and files can be read",
    checksums: "Files are those of the manifest",
    files_once: "No file is delivered twice",
    files_filled: "Every file has rows",
    records: "Every line is a record",
    closing_rows: "No row is a sum of the others, or the header again",
    values_present: "Required cells are filled",
    values_readable: "Cells can be read",
    form_fits: "Rows are of the form that is stated",
    payment_months: "Payments are for plausible months",
    net_not_negative: "No month nets below nothing",
    payments_once: "No payment stands twice",
    payments_repeated: "Payments are not delivered twice",
    members_known: "The table of members has every member",
    members_once: "The table of members has each one once",
    members_paying: "Members of the table have payments",
    claims_close: "Claims of the table close a spell",
    birth_before_start: "Birth before the start",
    start_before_end: "Start not after the last month",
    no_future_months: "No month after the extract",
    claim_after_end: "Claim not before the last month",
    claim_with_reason: "Claim month and reason together",
    wage_positive: "Wages above 0",
    weight_positive: "Weights above 0",
    wage_possible: "Wages that somebody can have",
    weight_possible: "Weights that a sample can have",
    wage_plausible: "Wages plausible",
    age_covered: "Ages 15 to 69",
    spells_unique: "One spell a member and start month",
    spells_apart: "Spells of a member do not overlap",
    same_person: "Sex and birth stay the same",
    nothing_after_death: "No contribution after death",
    ids_alike: "Ids differ by more than zeros and case",
    rows_cut: "No file ends where a program cuts",
    window_filled: "Members in all of the window",
    members_by_month: "Members run on from month to month",
    last_months: "The last months are complete",
    starts_by_month: "Spells start in every month",
    claims_by_month: "Claims of a reason in every month",
    claims_present: "Leavers, claims, layoffs are there",
    values_varied: "No value stands for many",
    wage_level: "Wages of one unit and usual level",
    ids_of_persons: "Ids are of persons, each once",
    layoffs_spread: "No employer has most layoffs",
    jkp_register: "JKP claims can be read, and agree",
    jkp_plausible: "JKP claims plausible",
    control_totals: "Control totals agree",
    drift: "Near the previous extract",
  },

  /** What would have been accepted in a cell, a row or a file. */
  expected: {
    member: "the number of a member",
    employer: "the number of an employer",
    number: "a number",
    month: (form: string) => `a month as ${form}`,
    oneOf: (codes: readonly string[]) => `one of ${codes.join(", ")}`,
    birthBeforeStart: "a month before the start of the spell",
    startBeforeEnd: "a month not after the last month",
    lastMonth: (last: Month) => `a month up to ${formatMonth(last)}, the extract's last`,
    claimMonth: (drawn: Month) =>
      `a month up to ${formatMonth(drawn)}, when the extract was drawn`,
    claimAfterEnd:
      "a month not before the last month, or the reason other of a partial claim",
    claimWithReason:
      "a claim month where there is a reason, and none where there is none",
    wageAbove0: "a wage above 0",
    weightAbove0: "a weight above 0",
    wageAtMost: (mostIdr: number) => `at most ${rupiah(mostIdr)} a month`,
    weightBetween: (least: number, most: number) =>
      `a weight from ${least} to ${count(most)}`,
    wageBetween: (lowIdr: number, highIdr: number) =>
      `${count(lowIdr)} to ${rupiah(highIdr)} a month`,
    ageBetween: (youngest: number, oldest: number) =>
      `an age from ${youngest} to ${oldest} from start to last month`,
    spellOnce: "one spell a member and start month",
    spellAfter: "a month after the last month of the member's spells before",
    sameSex: "the sex of the member's spell before",
    sameBirth: "the birth month of the member's spell before",
    noneAfterDeath: "no spell after one that death ended",
    paymentMonth: (first: Month, drawn: Month) =>
      `a month from ${formatMonth(first)}, when the scheme began, to ` +
      `${formatMonth(drawn)}, when the extract was drawn`,
    lastPaidMonth: (months: number, drawn: Month) =>
      `a month from that of the payment on, and at most ${months} months, up to ` +
      formatMonth(drawn),
    lineAtMost: (bytes: number) => `a line of at most ${count(bytes)} bytes`,
    utf8: "UTF-8 text",
    quotes: "quotation marks around whole cells, doubled inside them",
    cellsAsInHeader: (cells: number) => `${cells} cells, as in the header`,
    seenCharacters: "a text without characters that are not seen",
    noControlCharacters: "text without control or zero-width characters",
    fifteenDigitsKept:
      "a number of at most 15 digits, for longer ones lose their last: text",
    fifteenDigitsRounded:
      "a number of at most 15 digits, for longer ones are rounded: text",
    failedFormula: "a value: the formula there failed",
    unsavedFormula: "a value: save the workbook in a spreadsheet program",
    atLeastOneRow: "at least one row",
    noClosingRow: "a member; this seems to be a sum of other rows",
    noHeaderAgain: "a member; this seems to be the header again",
    fewClosingRows: "a member and months, but in a few rows of sums",
    checksum: (sha256: string) => `SHA-256 ${sha256}, as extract.toml says`,
    fileOnce: "each file of a table once",
    differingIds: "ids that differ by more than leading zeros and case",
    controlTotal: (stated: number) => `${stated}, as stated`,
    controlTotalWithin: (stated: number, tolerance: number) =>
      `${stated}, as stated, within ${tolerance}`,
    near: (percent: number, before: number) =>
      `within ${percent} per cent of ${count(before)}`,
    atMost: (most: number) => `at most ${most}`,
    spellsForm: 'spells, as form = "spells" of extract.toml says',
  },

  /** What stands there, where that is no cell. */
  value: {
    none: "none",
    nothing: "nothing",
    cells: (cells: number) => `${cells} cells`,
    otherBytes: "other bytes",
    formulaAlone: "a formula without a result",
    noSuchFile: "no such file",
    sameContent: (other: string) => `the same content as ${other}`,
    personsUnderIds: (persons: number, ids: number) =>
      `${counted(persons, "person")} under ${counted(ids, "id")}`,
    noneInRows: (closing: number, rows: number) =>
      `none in ${counted(closing, "row")} of ${count(rows)}`,
    inTheRows: (value: number) => `${value} in the rows`,
    stabilityIndex: (index: number) => `population stability index ${index.toFixed(3)}`,
    seemsLedger: (ofOneMonth: number, rows: number) =>
      `a ledger, as it seems: ${count(ofOneMonth)} of ${counted(rows, "row")} are of ` +
      "one month",
    allRows: (rows: number, example: string) =>
      `all ${count(rows)} rows, such as ${example}`,
    someRows: (found: number, rows: number, example: string) =>
      `${count(found)} of ${count(rows)} rows, such as ${example}`,
    sameInRows: (further: number, row: number | undefined) =>
      `the same in ${count(further)} rows after row ${row}`,
  },

  /** What a finding may mean, and what to do. */
  meaning: {
    unitOfWages:
      "Wages may be in thousands, in millions or in another currency: set unit_idr of " +
      "monthly_wage_idr in mapping.toml.",
    impossibleWages:
      "The column may hold another number than the wage of a month, or its decimal mark " +
      "was lost: look at mapping.toml.",
    otherDates:
      "The column may hold another date than that of birth, or years of two digits be " +
      "taken for another century: look at mapping.toml.",
    otherReading:
      "Not the rows but how they are read may be wrong: another column, code or form of " +
      "dates than the mapping says. Look at mapping.toml.",
    countedNowhere: "It is counted nowhere.",
    columnsLost:
      "Columns of members and months may have been lost, or stand under other names.",
    copiedFile:
      "A copy, or a file sent in place of another: of another month perhaps. It is " +
      "passed over here. Ask for the right file, or move this one away.",
    ledger: (touching: number, repeated: number, negative: number) =>
      `${count(touching)} rows follow on another of their member, ${
        count(repeated)
      } of ` +
      `them in the same month; ${count(negative)} have wages below 0. For one row a ` +
      'payment or month, write form = "ledger" into extract.toml, and give ' +
      "contribution_month in mapping.toml the column of the month.",
  },

  /** Why a rule was not checked, or not for all. */
  reason: {
    noPrevious: "no previous extract was given",
    noCommonMonth: "the previous extract has no month in common",
    noControlTotals: (file: string) => `there is no ${file}`,
    partCounted: "a part of the members is counted",
    noChecksums: (files: string, first: string) =>
      `none is stated for ${files}: ask the provider for SHA-256 checksums, and put each ` +
      `into extract.toml under [sha256], as "${first}" = "64 digits"`,
    noUsableRow: "no row can be used",
    noEmployers: "no column of employers is carried",
    partialClaims: (claims: number) =>
      `${
        counted(claims, "claim")
      } before the last month with the reason other: taken as ` +
      "partial ones, after which the member went on, so that they close nothing",
    missingCells: "cells that it needs are not there",
    noReadableRow: "no row could be read",
  },

  /** What was done with rows that are no errors. */
  remark: {
    countedOnce: (copy: string, first: string) =>
      `${copy} holds the same as ${first}, and was counted once.`,
  },

  /** Of a ledger: members and their months, when payments are netted. */
  ledger: {
    notNegative: "payments of a member, month and employer that come to 0 or more",
    rupiah,
    times: (wageIdr: number, times: number) => `${rupiah(wageIdr)}, ${times} times`,
    once: "each payment of an employer and month of payment once: they are added",
    afterClaim: "contributions after the claim",
    noneAfterClaim: "no contribution after a claim for death",
    several: "several",
    onePerson: "one sex, month of birth and label for each member",
    idle: (idle: number, members: number, example: string | undefined) =>
      `none for ${counted(idle, "member")} of ${count(members)}, such as ${example}`,
    contributionsOfEach: "contributions of each member",
    idleMeaning:
      "They are counted nowhere. Their payments may be missing, or lie outside the months " +
      "of the extract.",
    standAgain: (payments: number, of: number, wagesIdr: number) =>
      `${counted(payments, "payment")} of ${count(of)} ` +
      `${payments === 1 ? "stands" : "stand"} again, with ${rupiah(wagesIdr)} of wages`,
    countedOnce: (stand: string) => `${stand}: each counted once.`,
    added: (stand: string) => `${stand}: added.`,
    againAtMost: (percent: number) =>
      `at most ${percent} % of payments to stand again, for one member, employer and ` +
      "month, with one amount and month of payment",
    againMeaning:
      "They are added, so that wages are too high if rows were delivered twice. " +
      'If they were, write repeats = "once" under [ledger] of extract.toml; if members ' +
      'are paid several equal wages a month, repeats = "add".',
    goingOn: (claims: number) => `${count(claims)} with contributions after it`,
    early: (claims: number) => `${count(claims)} before the first payment`,
    further: (claims: number) => `${count(claims)} after another claim closed the spell`,
    openClaims: (open: number, claims: number) =>
      `${count(open)} of ${counted(claims, "claim")}`,
    closes: "each claim to close the last spell that began in its month or before",
    openMeaning: (why: readonly string[]) =>
      `Of these ${why.join(", ")}. They are counted nowhere, and rates are too low by ` +
      "them. Months of claims may be others than those of the events, payments may be " +
      "missing, or claims stand twice; partial claims need a code of their own in the " +
      "mapping.",
    ofTable: "a member of the table of members",
    withPayments: "a member with payments",
    strangers: (members: number, rows: number, allRows: number, example: string) =>
      `${counted(members, "member")} in ${counted(rows, "row")} of ${count(allRows)}, ` +
      `such as ${example}`,
    strangersMeaning:
      "Numbers of members may be written otherwise in the two tables: with other zeros in " +
      "front, letters or marks. Look at both columns.",
    inRows: (member: string, rows: number) => `${member} in ${counted(rows, "row")}`,
    moreMembers: (members: number) => `${counted(members, "member")} more`,
  },

  /** The verdict and its table. */
  verdict: {
    title: "Rules and how they came out",
    notKeptTitle: "Rules not kept",
    rule: "Rule",
    holds: "What holds when it is kept",
    state: "State",
    found: "Found",
    checked: "Checked",
    notChecked: "Not checked",
    states: {
      passed: "passed",
      failed: "failed",
      warned: "warned",
      "not checked": "not checked",
    },
    severities: { error: "error", warning: "warning" },
    someNotChecked: (rows: number) => `${count(rows)} not checked`,
    source: (folder: string, rows: number, members: number) =>
      `${folder}: ${count(rows)} rows, ${count(members)} members`,
    total: (errors: number, warnings: number) =>
      `${errors === 0 ? "No errors" : counted(errors, "error")}, ` +
      `${counted(warnings, "warning")}.`,
    kept: (kept: number, rules: number) => `${kept} of ${rules} rules are kept.`,
    allFindings: "All findings:",
    firstFindings: (ofEach: number, found: number) =>
      `The first ${ofEach} findings of each rule, of ${count(found)} in all:`,
    row: (row: number) => `row ${row}`,
    finding: (rule: string, severity: string, place: string, expected: string) =>
      `${rule} (${severity}): ${place}: expected ${expected}`,
    got: (value: string) => `, got ${value}`,
    files: (summary: string, findings: string) =>
      `Every rule: ${summary}; every finding: ${findings}.`,
    namesMembers: (findings: string) => `${findings} names members: keep it inside.`,
    noErrors: "no errors",
    see: (errors: number, findings: string) => `${count(errors)}; see ${findings}`,
    allPaymentsRecorded: (percent: number) =>
      `Payments: of every month ${percent} % or more are recorded, as far as their dates tell.`,
  },
};

/** Words that several subjects of a check take. */
export const checkQuantities = { partOf, rupiah };
