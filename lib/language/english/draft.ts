import { formatMonth, type Month } from "@jkp/month";
import { quantities } from "./quantities.ts";

const { count, counted } = quantities;

/** What the draft of an extract says: what was understood, what is left to decide. */
export const draft = {
  /** Comments of a drafted `extract.toml`. */
  manifest: {
    heading: (by: string) =>
      `What this extract is. A draft of ${by}: look each line through.`,
    statistics: "A draft of extract init: look each line through.",
    name: "What you call it",
    provider: "Whose data they are",
    drawn: "Month in which it was drawn from the register",
    guess: (what: string, isSample: boolean) =>
      `; a guess: ${what}${isSample ? " in the sample" : ""}`,
    monthAfterLatest: "the month after the latest contribution",
    latestWritten: "the latest month that is written",
    monthAfterLatestOrClaim:
      "the month after the latest contribution, or the latest claim",
    firstOfClaims: "First month whose claims and benefits are all there",
    firstOfMembers:
      "First month for which every member is known, also who left soon after",
    earliestBenefit: "the earliest benefit",
    earliestContribution: "the earliest contribution",
    earliestLast: "the earliest last contribution",
    lastOfBenefits: "Last month whose benefits are all in",
    lastOfContributions: "Last month whose contributions are all in",
    latestBenefit: "the latest benefit",
    latestContribution: "the latest contribution",
    ofClaims:
      "A register of JKP claims alone: neither spells nor payments of contributions",
    ofPayments: "One row for each payment of a contribution",
    ofSpells: "One row for each spell of membership",
    synthetic: "true if the rows are made up, false if they were recorded",
    wageGrowth:
      "Growth of wages a year, a fraction, if wages are the last ones: 0.075 is 7.5 per cent",
    method: "How the data came to be: sample or register, who is left out",
    filesOfPayments: "Files of payments",
    filesOfSpells: "Files of spells",
    tables: "Further tables, by what they are",
    ledger: "How payments become spells",
    gapMonths: "Months without a payment that do not end a spell",
    employers: 'Wage of a month with several employers: "sum", or "main", the highest',
    repeats:
      'Payments that stand repeatedly: "add", or "once"; many are an error until you say',
  },

  /** The months that rows cover. */
  window: {
    goesOn: (latest: Month) =>
      `Who goes on has no last month: ${formatMonth(latest)} is the latest that is ` +
      "written. If the register was drawn later, write its last_month",
    rowsOf: (rows: number, month: Month) =>
      `${counted(rows, "row")} of ${formatMonth(month)}`,
    mistakes: (first: readonly string[], isMore: boolean) =>
      `Taken as mistakes: ${first.join(", ")}${isMore ? ", …" : ""}`,
    isAllIn: (month: Month, rows: number, before: Month, rowsBefore: number) =>
      `${formatMonth(month)} has ${counted(rows, "row")}, ${
        before === month - 1 ? "the month before" : formatMonth(before)
      } ${count(rowsBefore)}: is it all in? If not, write an earlier last_month`,
  },

  /** Why a file is in none of the tables. */
  left: {
    unreadable: (expected: string) => `it cannot be read: expected ${expected}`,
    unreadableGot: (expected: string, got: string) =>
      `it cannot be read: expected ${expected}, got ${got}`,
    unknown: (columns: readonly string[], isMore: boolean) =>
      `it has no columns of members (${columns.join(", ")}${isMore ? ", …" : ""})`,
    membersAlone: (member: string, columns: readonly string[], isMore: boolean) =>
      `it has members ("${member}"), but no months, wages, sex or birth under a usual ` +
      `name (${columns.join(", ")}${isMore ? ", …" : ""})`,
    noMonth: (
      member: string,
      wage: string,
      columns: readonly string[],
      isMore: boolean,
    ) =>
      `it has members ("${member}") and wages ("${wage}"), but no column of the month ` +
      `that they are for (${columns.join(", ")}${isMore ? ", …" : ""})`,
    sheet: (name: string, sheet: string) => `${name}, sheet ${sheet}`,
    lacks: (first: string, columns: string) =>
      `it seems to be like ${first}, but has no column ${columns}`,
    otherThan: (first: string, what: string, is: string, was: string) =>
      `it seems to be like ${first}, but has another ${what}: ${is}, not ${was}`,
    keys: {
      delimiter: "delimiter",
      encoding: "encoding",
      sheet: "sheet",
      headerRow: "row of the header",
    },
    none: "none",
    besideSpells: "it has payments, and there are spells, which are taken",
    besideNothing: {
      members: "it has members, and there are neither spells nor payments",
      claims: "it has claims, and there are neither spells nor payments",
    },
  },

  /** Why there is nothing to draft. */
  nothing: {
    expected:
      "a table of spells (member, first and last month) or of payments (member, month, " +
      "wage) or of claims of JKP (months of benefit): .csv, .csv.gz, .parquet or .xlsx",
    kinds: {
      spells: "spells",
      payments: "payments",
      members: "members",
      claims: "claims",
      jkp: "claims of JKP",
    },
    statistics: (files: string) =>
      `${files}: statistics, which need only an extract.toml`,
    noFile: "no such file",
  },

  /** What the command prints. */
  summary: {
    kinds: {
      spells: "Spells",
      payments: "Payments (form ledger)",
      members: "Members",
      claims: "JHT claims",
      jkp: "Claims of JKP",
    },
    table: (kind: string, files: string, rows: number, parts: string) =>
      `${kind}: ${files}, ${counted(rows, "row")}: ${parts}`,
    manyFiles: (first: string, last: string, files: number) =>
      `${first} … ${last}, ${files} files`,
    sheet: (sheet: string) => `sheet ${sheet}`,
    oneAMember: "one a member and month",
    oneAnEmployer: "one a member, employer and month",
    sex: (codes: string) => `sex ${codes}`,
    born: (form: string) => `born as ${form}`,
    reasons: (codes: string) => `reasons ${codes}`,
    outcomes: (codes: string) => `outcomes ${codes}`,
    inRupiah: "amounts in rupiah",
    inUnits: (unitIdr: number) => `amounts in units of ${count(unitIdr)} rupiah`,
    groupBy: (names: string) => `to group by ${names}`,
    unknown: "unknown",
    months: (first: Month, last: Month) =>
      `${formatMonth(first)} to ${formatMonth(last)}`,
    monthsUnknown: "months unknown",
    noClaims:
      "No table of claims: nobody is known to have been laid off, or to have claimed.",
    leftAside: (files: string) => `Left aside: ${files}.`,
    taken: "Taken so, unless you change it in mapping.toml:",
    andMore: (more: number) => `and ${more} more`,
    drafted: (manifest: string, ofWages: string) =>
      `Drafted: ${manifest} and mapping.toml. ${ofWages}`,
    /** What is to be known of wages, by what the main table is. */
    wages: {
      jkp:
        "Claims of JKP alone give no statistics of members: experience --jkp reads them.",
      payments: "Mean wages of members are those of the payments for each month.",
      others:
        "A spell has its last wage in all its months, which is too much for early ones, " +
        "until you write wage_growth_per_year.",
    },
    nothing: "Nothing has to be decided before it can be read.",
    nothingElse: "Nothing else has to be decided before it can be read.",
    toDecide: "To be decided in mapping.toml:",
    next: (folder: string) => `Next: deno task extract check ${folder}`,
    nextJkp: (folder: string) =>
      `Next: deno task extract check ${folder}, then deno task experience --jkp ${folder}`,
    statistics: (files: string) => `Statistics, already counted: ${files}.`,
    draftedStatistics: (manifest: string) =>
      `Drafted: ${manifest}. Look through its months and who provided the figures, and ` +
      "write true for synthetic if they were made up.",
    nextStatistics: (folder: string) => `Next: deno task valuation init ${folder}`,
  },

  /** What `extract map` prints. */
  map: {
    written: (file: string, columns: number) =>
      `Mapping written to ${file}: ${columns} columns found.`,
    missing: (columns: string) => `Still to be filled in: ${columns}.`,
    questions: (questions: number) =>
      `Questions that stand in its comments: ${questions}.`,
    leftAsItIs: (file: string) => `${file} is there, and left as it is.`,
    draftedEmpty: (file: string) =>
      `${file} drafted. Still to be filled in: extract_month, first_month, last_month.`,
    drafted: (file: string, first: Month, last: Month) =>
      `${file} drafted: months ${formatMonth(first)} to ${
        formatMonth(last)
      }, as in the ` +
      "first rows. Look it through.",
    next: (folder: string) => `Next: deno task extract check ${folder}`,
  },
};
