import { formatMonth, type Month } from "@jkp/month";
import { checkQuantities } from "./check.ts";
import { quantities } from "./quantities.ts";

const { count, counted } = quantities;
const { partOf, rupiah } = checkQuantities;

/** What would be usual in some months: of several it is their sum. */
const usually = (usual: number, months: number, others: string) =>
  months === 1
    ? `about ${count(Math.round(usual))}, as in ${others}`
    : `about ${
      count(Math.round(usual))
    } in these ${months} months together, by the rate ` +
      `of ${others}`;

/** What is said of an extract as a whole: its months, and values that stand for many. */
export const shape = {
  months: (from: Month, to: Month) =>
    from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`,
  /** What is usual, by the other months, or by those before. */
  usualOfOthers: (usual: number, months: number) =>
    usually(usual, months, "the other months"),
  usualOfBefore: (usual: number, months: number) =>
    usually(usual, months, "the months before"),

  window: {
    nobodyAfter: (month: Month) => `nobody after ${formatMonth(month)}`,
    mostBefore: (most: number, month: Month) =>
      `${counted(most, "member")} at most before ${formatMonth(month)}`,
    mostAfter: (most: number, month: Month) =>
      `${counted(most, "member")} at most after ${formatMonth(month)}`,
    membersFrom: (month: Month) =>
      `members from ${formatMonth(month)} on, the window's first month`,
    membersTo: (month: Month) =>
      `members up to ${formatMonth(month)}, the window's last month`,
    meaning:
      "The window is longer than the data, or files are missing. Set first_month " +
      "and last_month of extract.toml to the months that the data cover, or ask for the " +
      "rest.",
  },

  members: {
    value: (members: number) => counted(members, "member"),
    around: (members: number) =>
      `about ${counted(members, "member")}, as in the months around`,
    missing:
      "Contributions of the month are missing from the extract, and members look as if " +
      "they had left and come back. Ask for the month again.",
    twice:
      "The month may stand twice, or rows of another kind are in the extract. Look at " +
      "the rows that cover this month alone.",
    step:
      "A branch, a kind of member or a file begins or ends here: rates before and after " +
      "are of different people. Ask what was drawn, or cut the window there: extract " +
      "build --from and --to.",
    spellsEnd: (spells: number) => `${counted(spells, "spell")} end`,
    bulkEnds: "Last months were put in for unknown ones, records were closed in bulk, " +
      "or a large employer closed. Ask which; a rate of the month is not one of others.",
    leave: (members: number) => `${counted(members, "member")} leave`,
    lateMeaning: (cut: Month) =>
      "Payments of the last months have not all come in, so that members look as if they " +
      `had left. Cut the window: extract build --to ${formatMonth(cut)}, or draw the ` +
      "extract again some months later.",
    claims: (claims: number) => counted(claims, "claim"),
    lateClaimsMeaning: (cut: Month) =>
      "Claims of the last months have not all been entered. Cut the window: extract build " +
      `--to ${formatMonth(cut)}, or draw the extract again some months later.`,
  },

  series: {
    starts: (starts: number) => `${count(starts)} starts`,
    claimsFor: (claims: number, reason: string) =>
      `${count(claims)} claims for ${reason}`,
    missingClaims:
      "Claims of these months are missing from the extract, or stand under another " +
      "reason or month. Ask for them, or cut the window: extract build --from and --to.",
    missingSpells:
      "Spells of these months are missing from the extract, or stand under another " +
      "reason or month. Ask for them, or cut the window: extract build --from and --to.",
    bulkClaims:
      "Claims were entered in bulk, their month is when they were entered, or a large " +
      "employer closed. Ask which; a rate of the month is not one of other months.",
    bulkStarts:
      "Members were entered in bulk or taken over from another system: their service " +
      "before is not seen. Ask which.",
  },

  /** Reasons of claims, as a sentence names them. */
  reasons: {
    layoff: "layoff",
    resignation: "resignation",
    retirement: "retirement",
    disability: "disability",
    death: "death",
    left_country: "left country",
    other: "other",
  },

  sex: {
    ofAll: (sex: string, members: number) =>
      `${sex} for all ${counted(members, "member")}`,
    expected: "members of both sexes",
    meaning: "The codes of the mapping may be wrong, a constant stands for a missing " +
      "column, or one sex was left out when the extract was drawn. Rates by sex cannot be " +
      "found.",
  },
  births: {
    month: (month: Month, part: number, members: number) =>
      `${formatMonth(month)} for ${partOf(part, members, "member")}`,
    spread: "births spread over the months",
    monthMeaning:
      "The month may stand for unknown births. Rates at the ages of these members " +
      "are not theirs: ask for the births, or leave the members out.",
    calendarMonth: (calendarMonth: number, part: number, members: number) =>
      `month ${calendarMonth} of the year for ${partOf(part, members, "member")}`,
    allMonths: "births in all months of the year",
    calendarMeaning:
      "The year alone was known and the month was put in. Ages are wrong by up to " +
      "a year, rates by age are blurred; nothing to do unless full dates can be had.",
  },
  starts: {
    month: (month: Month, part: number, spells: number) =>
      `${formatMonth(month)} for ${partOf(part, spells, "spell")}`,
    expected: "spells that start in many months",
    meaning: (month: Month) =>
      "Earlier months were cut off, or the month is that of a change of systems. " +
      "Service before it is not seen, so that who meets a rule of service is counted too " +
      `low: ask for earlier contributions, or say history_from = "${
        formatMonth(month)
      }" ` +
      "in extract.toml, so that service is asked only where it can be seen.",
  },
  claims: {
    none: (ended: number) => `no claims of ${counted(ended, "spell")} that ended`,
    some: "claims of some who left",
    noneMeaning:
      "The table of claims was not joined, or its ids differ. Without it there " +
      "are no terminations: nothing can be valued.",
    nobodyLeft: (members: number) => `none of ${counted(members, "member")} left`,
    someLeft: "members who left in the window",
    nobodyLeftMeaning:
      "The extract holds those alone who still contribute. Rates of leaving " +
      "cannot be found: ask for everybody who contributed in the window.",
    noneFor: (reason: string, claims: number, other: string) =>
      `no claims for ${reason}, ${count(claims)} for ${other}`,
    bothReasons: "claims for layoff and for resignation",
    noneForMeaning:
      "A code of the mapping may be missing or wrong, or the provider does not " +
      "tell the two apart. Without layoffs an unemployment benefit has no claimants.",
    sameMonth: (part: number, claims: number) =>
      `month of the last contribution in ${partOf(part, claims, "claim")}`,
    later: "claims some time after the last contribution",
    sameMonthMeaning:
      "The month of claim was filled from the last month, or the last month from " +
      "the claim. How long members wait before they claim cannot be found.",
  },
  ids: {
    noReturn: (members: number) =>
      `none of ${counted(members, "member")} with a second spell`,
    someReturn: "some who left and came back",
    noReturnMeaning:
      "The id may be of an employment instead of a person, or the last spell " +
      "alone was drawn. Time out of work and service are wrong then: ask for an id of " +
      "persons and for all their spells.",
    copies: (copies: number, spells: number) =>
      `${partOf(copies, spells, "spell")} equal to one under another id`,
    differ: "spells that differ between members",
    copiesMeaning:
      "The same persons may stand in the extract twice, under two kinds of ids. " +
      "Look whether two files hold the same rows.",
  },
  weights: {
    largest: (weight: number, percent: number) =>
      `${count(weight)} for one spell: ${percent} % of all weights`,
    expected: "weights of a sample, none of them deciding alone",
    meaning:
      "The weight may be a slip or another number, such as a wage. Results are those " +
      "of this member: look at the row.",
  },
  employers: {
    layoffs: (part: number, all: number, employer: string) =>
      `${partOf(part, all, "layoff")} by ${employer}`,
    expected: "layoffs of many employers",
    meaning:
      "One employer closed or let many go. The rate of the month is its own, and a " +
      "projection should not expect it every year; look also whether its claims were " +
      "entered by mistake.",
  },
  wages: {
    median: (medianIdr: number) => `a median of ${rupiah(Math.round(medianIdr))} a month`,
    between: (lowIdr: number, highIdr: number) =>
      `${rupiah(Math.round(lowIdr))} to ${rupiah(Math.round(highIdr))}`,
    levelMeaning:
      "Wages may be in thousands or in another currency, or of a year, a week or " +
      "a day. Set the unit in mapping.toml, or ask.",
    above: (part: number, spells: number, times: number, medianIdr: number) =>
      `${partOf(part, spells, "wage")} more than ${times} times above the median of ` +
      rupiah(Math.round(medianIdr)),
    below: (part: number, spells: number, times: number, medianIdr: number) =>
      `${partOf(part, spells, "wage")} more than ${times} times below the median of ` +
      rupiah(Math.round(medianIdr)),
    oneUnit: "wages of one unit",
    twoUnits: "Two units may stand in one column, or a decimal mark was lost in some " +
      "rows. Look whether these rows are of one file, office or period.",
    frequent: (wageIdr: number, part: number, spells: number) =>
      `${rupiah(Math.round(wageIdr))} for ${partOf(part, spells, "spell")}`,
    differ: "wages that differ",
    frequentMeaning:
      "The wage may stand for unknown ones, be a ceiling, or be a minimum wage " +
      "under which employers report. Mean earnings and benefits are those of this wage.",
    largest: (wageIdr: number, part: number, spells: number) =>
      `${rupiah(Math.round(wageIdr))}, the largest, for ${partOf(part, spells, "spell")}`,
    fewLargest: "a largest wage that few have",
    cutMeaning:
      "Wages were cut at a ceiling. Means of earnings are too low, and a design " +
      "with another ceiling cannot be valued: ask for full wages.",
    monthMedian: (medianIdr: number, spells: number) =>
      `a median of about ${rupiah(Math.round(medianIdr))} among ` +
      `${counted(spells, "spell")} that end`,
    around: (usualIdr: number) =>
      `about ${rupiah(Math.round(usualIdr))}, as in the months around`,
    monthMeaning:
      "Wages of the month are of another unit, or who left is of another kind. " +
      "Look whether they come from one file or one employer.",
  },
  draw: {
    noShort: (longer: number) =>
      `no spells of one or two months, ${count(longer)} of four to six`,
    everyLength: "spells of every length",
    noShortMeaning:
      "Short spells were left out when the extract was drawn. Rates of leaving in " +
      "the first months are too low: ask for all spells.",
    allClaimed: (ended: number) => `claims of all ${counted(ended, "spell")} that ended`,
    someUnclaimed: "some who left and have not claimed",
    allClaimedMeaning:
      "Leavers were drawn from the table of claims. Time out of work cannot be " +
      "found, and who left without claim is missing: ask for everybody who contributed.",
    nobodyYounger: (years: number) => `nobody starts younger than ${years}`,
    someYounger: (years: number) => `some who start before ${years}`,
    nobodyOlder: (years: number) => `nobody is older than ${years}`,
    someOlder: (years: number) => `some who contribute beyond ${years}`,
    agesMeaning:
      "Ages were left out when the extract was drawn, or births are wrong. Rates " +
      "at these ages cannot be found, and those of all members are of the others.",
  },
  rows: {
    sheet: (rows: number) => `${counted(rows, "row")}, as many as a sheet of Excel holds`,
    exactly: (rows: number) => `exactly ${counted(rows, "row")}`,
    byChance: "a number of rows that chance gives",
    meaning:
      "The file may have been cut by a program or by the limit of a query. Ask how " +
      "many rows it should have, and state them in control_totals.csv.",
  },
};
