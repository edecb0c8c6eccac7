import { quantities } from "./quantities.ts";

const { count, counted, percent } = quantities;

/** What is asked of a file's columns, and what a mapping file says of itself. */
export const mapping = {
  /** What only the person who knows the file can say. */
  question: {
    sameName: (name: string) =>
      `Several columns are named "${name}": give them different names`,
    notReadable: (name: string, column: string) =>
      `"${name}" is named as ${column} would be, but none of its values can be read as such`,
    noColumn: (column: string) => `No column was found for ${column}`,
    noClaimMonth: (column: string) =>
      `No column was found for ${column}; if the file has none, write constant = "none"`,
    several: (name: string, column: string, others: string) =>
      `"${name}" was taken for ${column}; or is it ${others}?`,
    personalNumber: (name: string) =>
      `"${name}" seems to hold national identity numbers (NIK): a pseudonymous number ` +
      "should stand in their place",
    shortYears: (first: number, last: number) =>
      `Years have two digits and were taken for ${first} to ${last}: is it so?`,
    lineBreaks:
      "Some cells go over several lines inside quotation marks; quoted_line_breaks takes " +
      "each as one cell, and counts records as rows. If the marks are strays, remove it",
    timeZone: (distances: string, timeZone: string) =>
      `Times name their distance from UTC (${distances}): on which day they were was read ` +
      `from the clock of time_zone, ${timeZone}; is it so?`,
    blankTaken: (name: string, empty: number, rows: number) =>
      `"${name}" is empty in ${empty} of ${rows} rows, which was taken for "still ` +
      'active"; if it means anything else, remove blank',
    blankAsked: (name: string, empty: number, rows: number) =>
      `"${name}" is empty in ${empty} of ${rows} rows, while other cells say "still ` +
      'active": what does it mean? If the same, add blank = "active"',
    openEnd: (name: string) =>
      `Some texts of "${name}" were taken for "still active"; if they mean anything else, ` +
      "take them out of active",
    formOfNothing: (name: string, form: string) =>
      `"${name}" holds nothing in the sample: is its form ${form}?`,
    dateOrder: (name: string, forms: readonly string[]) =>
      `The dates of "${name}" can be read as ${forms.join(" and ")}: which is meant?`,
    noForm: (name: string, form: string) =>
      `Some values of "${name}" are no ${form} from 1900 to 2100; if they mean that there ` +
      "is none, add them to empty_marks",
    order: (later: string, earlier: string, column: string) =>
      `In most rows "${later}" lies before "${earlier}": is it ${column}?`,
    unitOfNothing: (name: string) =>
      `"${name}" holds no number in the sample: which unit does it have?`,
    unit: (name: string, median: number) =>
      `The median of "${name}" is ${median}: which unit does it have?`,
    numberMarks: (name: string) =>
      `Does the mark in "${name}" part thousands or decimals?`,
    noNumbers: (name: string) =>
      `Some values of "${name}" are no numbers as the format has them`,
    numericCodes: (name: string) =>
      `Does 1 mean male and 2 female in "${name}"? It was taken so`,
    codesOfNothing: (name: string) =>
      `"${name}" holds nothing in the sample: which codes does it have?`,
    codes: (name: string) => `What do these codes of "${name}" mean?`,
    hidden: (values: number) =>
      `${counted(values, "value")} not shown, for ${
        values === 1 ? "it" : "they"
      } may name somebody`,
  },

  /** Of several files, those that are not as most. */
  files: {
    otherForm: (form: string) => `as ${form}`,
    otherMarks: "with the marks of [format]",
    otherUnit: (unitIdr: number) => `in units of ${unitIdr} rupiah`,
    differ: (names: string, isOne: boolean, source: string, what: string) =>
      `${names} ${isOne ? "writes" : "write"} "${source}" otherwise than ${what}: one ` +
      "mapping reads all files, so change them, or make them an extract of their own",
    lack: (columns: string) => `lack ${columns}`,
    haveBesides: (columns: string) => `have ${columns} besides`,
    and: " and ",
    ofOne: "of this file",
    ofSome: (files: number) => `of ${files} files`,
    unlike: (names: string, of: string, what: string) =>
      `${names}: The columns ${of} ${what}: is it a table of its own, for [tables] of ` +
      "extract.toml, or none of this extract, to be left out of files?",
    otherFormat: (names: string, key: string) =>
      `${names}: Written otherwise than [format] says, with ${key}: one mapping reads all ` +
      "files, so change them, or make them an extract of their own",
    lookedAt: (some: number, all: number) =>
      `${some} of ${count(all)} files were looked at: are the others alike?`,
  },

  /** What speaks for a column, in words that follow its name. */
  found: {
    valuesAlone: (column: string) =>
      `does not say so, but its values look like ${column}`,
    exact: (column: string) => `is a usual name of ${column}`,
    contained: (column: string) => `contains a usual name of ${column}`,
    near: (column: string) => `is nearly a usual name of ${column}`,
    holdsNothing: "it holds nothing in the sample",
    areNumbers: (share: number) => `${percent(share, 0)} of its values are numbers`,
    hasCodes: (codes: number) => `it has ${codes} different codes`,
    readAs: (share: number, form: string) =>
      `${percent(share, 0)} of its values read as ${form}`,
    remark: (certainty: string, source: string, why: string) =>
      `${certainty}: "${source}" ${why}.`,
    certainties: { sure: "sure", likely: "likely", guess: "guess" },
  },

  /** Comments of a mapping file. */
  file: {
    about: (undecided: string) => [
      `A draft of extract init: look each line through. "${undecided}" and "undecided"`,
      "have to be decided; until then extract check refuses the file by their keys.",
    ],
    heading: [
      "Column mapping: how this file becomes the member-level extract, one row a membership",
      "spell. Codes and empty marks match trimmed, in small or capital letters. Where a file",
      'has no such column, sex, end_reason, claim_month ("none") and weight may be given as',
      '`constant = …` instead of `column = "…"`. Forms of months:',
    ],
    tables: {
      spells: "Spells: one row a membership spell.",
      payments: "Payments: one row a member, employer and month.",
      members: "Members: one row each.",
      claims: "JHT claims: one row each; those that pay out a part are `partial`.",
      jkp: "Claims of JKP: one row a payment, or one row a claim.",
    },
    columns: {
      member_id: "Pseudonymous number of the member.",
      sex: "What stands for male and female.",
      birth_month: "Month of birth.",
      start_month: "First contribution month of the spell.",
      last_month:
        'Last contribution month seen; blank = "active": an empty cell means none yet, and ' +
        "active = [ … ]: these texts do.",
      end_reason:
        "Reason of the JHT claim that closed the spell; none: no claim closed it.",
      claim_month: "Month of that claim.",
      monthly_wage_idr:
        "Last reported wage a month, before any ceiling; unit_idr: rupiah a unit.",
      weight: "How many members a row stands for; 1 if not given.",
      employer_id: "Number of the employer.",
      contribution_month: "Month that the payment is for, not the month of payment.",
      contribution_to_month: "Last month that it is for, where it may be for several.",
      paid_on: "Day or month of payment.",
      claim_id: "Number of the claim.",
      benefit_month: "Month that the payment is for.",
      first_benefit_month: "First month that was paid.",
      months_paid: "Months that were paid.",
      amount_idr: "What was paid; unit_idr: rupiah a unit.",
      outcome: "What became of the claim; an empty cell is a running claim.",
      outcome_month: "Month in which it ended.",
    },
    wageOfMonth: "Wage of the month; below 0 where a payment is taken back.",
    reasonOfClaim: "Reason of the claim.",
    monthOfClaim: "Month of the claim.",
    carried: "Columns to group by: name in the extract = name in the file.",
    format: "How the file is written. Delimiter and encoding are those of text files.",
    otherFormat: "What is written otherwise than above.",
    emptyMarks: "Cells that hold nothing, besides the empty cell.",
    unused: (names: string) => `Not used: ${names}`,
    toBeFilledIn: (asked: string) => `${asked}: to be filled in.`,
    unitIsOneOf: (units: string) => `unit_idr is one of ${units}`,
    writeCodes: (codes: string) =>
      `Write each of these after what it means, ${codes}, and take the line out.`,
  },
};
