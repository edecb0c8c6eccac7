import { formatMonth, type Month } from "@jkp/month";
import { capitalized } from "../capitalized.ts";
import { dateByLocale } from "../date_format.ts";
import { quantities } from "./quantities.ts";

const { percent } = quantities;

/** A valuation's summary and its main tables. */
export const valuation = {
  /** A rate with as many decimals as it has, four at most. */
  rate: (rate: number) => `${Number((100 * rate).toFixed(4))} %`,
  percent2: (rate: number) => percent(rate, 2),
  /** A scenario, by its title. */
  date: (date: string) => dateByLocale("en-GB", date),
  /** An extract of which no level is evidence, by its name. */
  structureOnly: (name: string) => `${name} (structure only, no level)`,
  data: (extractName: string, isSynthetic: boolean) =>
    `${isSynthetic ? "synthetic data, " : ""}extract ${extractName}`,
  upTo: (title: string, months: number) => `${title}, up to ${months} months`,
  list: (texts: readonly string[]) => new Intl.ListFormat("en-GB").format(texts),
  /** A rupiah amount in the unit that shows it. */
  amount: (value: number, unit: string) => `${value.toFixed(1)} ${unit} rupiah`,
  units: {
    thousand: "thousand",
    persons: "persons",
    trillion: "trillion",
    billion: "billion",
    million: "million",
  },
  inRupiah: (unit: string) => `${unit} rupiah`,
  months: "months",
  times: "times",
  years: "years",
  ofWages: "% of wages",
  none: "none",

  inShort: {
    computedOne: (title: string) => `“${title}”`,
    computedSome: (schemes: number) => `${schemes} schemes`,
    computed: (
      what: string,
      firstYear: number,
      lastYear: number,
      scenarios: number,
      data: string,
    ) =>
      `Benefits, administration and fund of ${what} were projected for the years ` +
      `${firstYear} to ${lastYear} under ${scenarios} ` +
      `${scenarios === 1 ? "scenario" : "scenarios"}, on ${data}.`,
    reserve: (multiple: number) =>
      `a reserve of ${multiple} times the last year's expenses`,
    rateFor: (rate: string, scheme: string) => `${rate} for ${scheme}`,
    ratesOfSome: (
      scenario: string,
      reserve: string,
      rates: readonly string[],
      isBetween: boolean,
    ) =>
      `In the ${scenario} scenario the level contribution rate that pays for all and ` +
      `leaves ${reserve} is${isBetween ? " between" : ""} ${rates.join(" and ")}, of ` +
      "insurable earnings.",
    withoutFund: (rate: string) =>
      `, and without that fund ${rate} would just pay for the years`,
    noContribution: (scenario: string, fund: string, reserve: string, alone: string) =>
      `In the ${scenario} scenario no contribution is needed: the fund of ${fund} at the ` +
      `start pays for benefits and administration, and leaves at least ${reserve}${alone}.`,
    contribution: (
      scenario: string,
      rate: string,
      fund: string | null,
      reserve: string,
      minimum: string,
      alone: string,
    ) =>
      `In the ${scenario} scenario a level contribution of ${rate} of insurable ` +
      `earnings${fund === null ? "" : `, with the fund of ${fund} at the start,`} pays ` +
      `benefits and administration, and leaves ${reserve}; ${minimum} would do without a ` +
      `reserve${alone}.`,
    of: (scheme: string) => `for ${scheme}: `,
    inScenario: (scenario: string) => `in the ${scenario} scenario`,
    atRate: (rate: string, lasts: string, inMain: string) =>
      `at ${rate} ${lasts} ${inMain}`,
    andSoIn: (scenarios: string) => `, and so in ${scenarios}`,
    inOthers: (scenarios: string, lasts: string) => `in ${scenarios} ${lasts}`,
    lastsToEnd: "the fund lasts to the end of the projection",
    overdrawn: (year: number) => `the fund is overdrawn in ${year}`,
    noOwnRate: (of: string, lasts: string) =>
      capitalized(`${of}the law names no rate of its own; ${lasts}.`),
    ownRate: (
      of: string,
      inMain: string,
      rate: string,
      isLess: boolean,
      lasts: string,
    ) =>
      capitalized(
        `${of}${inMain} the law's own rate, ${rate} of wages, is ` +
          `${isLess ? "less" : "more"} than what is needed; ${lasts}.`,
      ),
    rateOf: (rate: string, scenario: string) => `${rate} (${scenario})`,
    range: (lowest: string, highest: string) =>
      "over the scenarios, to which no probability is attached, the rate goes from " +
      `${lowest} to ${highest}; `,
    recorded: "the data are recorded",
    structureOnly:
      "the extract is synthetic and gives the structure by sex and age alone, while levels " +
      "are stated in the valuation file with their sources",
    synthetic: "the data are synthetic, and no rate is evidence about Indonesia",
    howSure: (of: string, range: string, data: string) =>
      `${capitalized(of + range + data)}.`,
    whereToLook:
      "The rates stand in the table below; each year's numbers under Results by year, what " +
      "would move them under Sensitivity, how sure they are under How sure, what they do not " +
      "say under Limits, and where each input comes from under Assumptions and Provenance.",
  },

  rates: {
    title: "Contribution rates on insurable earnings, benefits and administration",
    scheme: "Scheme",
    scenario: "Scenario",
    suggested: "Suggested rate",
    minimum: "Minimum rate",
    breakEven: "Break-even rate",
    breakEvenAlone: "Break-even without the fund",
    keeping: "Reserve kept in every year",
    longest: "Longest benefit",
    own: "The law's own rate",
    trial: "Trial rate",
    exhaustion: "Exhausted at the trial rate",
    note:
      "Suggested: a level rate that ends with the reserve wanted. Minimum: one that ends " +
      "with nothing, and is never overdrawn. Break-even: one that ends with nothing, " +
      "whatever comes between; below 0 where the opening fund pays for everything. Without " +
      "the fund: the same, if the fund began with nothing. Reserve kept: a level rate with " +
      "which every year with benefits ends with the reserve wanted, counted in expenses of " +
      "that year. Exhausted: the first year that ends overdrawn; n.a. if there is none.",
  },

  projection: {
    title: "Projection by financial year",
    ofScenario: (scenario: string, title: string) =>
      `${capitalized(scenario)} scenario: ${title.toLowerCase()}`,
    year: "Year",
    members: "Members",
    beneficiaries: "Beneficiaries",
    demographic: "Demographic ratio",
    earnings: "Insurable earnings",
    benefits: "Benefits",
    payg: "PAYG cost rate",
    fund: "Fund",
    reserve: "Reserve ratio",
    note: (administration: string) =>
      `Money in rupiah. PAYG cost rate with administration, which is ${administration} of ` +
      "insurable earnings. Fund at the suggested rate, at the end of the year.",
    schemeYears: (year: number, first: Month, last: Month) =>
      `Years are the scheme's: ${year} is ${formatMonth(first)} to ${
        formatMonth(last)
      }. ` +
      "What is assumed by year, returns too, is of the calendar year in which it begins.",
  },

  fund: {
    /** Of the rate that the fund is tried at: the law's, or another in its place. */
    status: { paid: "paid", tried: "tried" },
    costTitle: (rate: string, status: string) =>
      `PAYG cost rate, benefits and administration, beside the ${rate} ${status}`,
    costNote: "Expenses of the year over its insurable earnings.",
    ratesTitle: "Rates that balance, with and without the fund",
    withFund: "Break-even with the fund",
    sevenYears: "Seven-year rate",
    overYears: (years: number) => `Rate over ${years} years`,
    toNothing: (rate: string) => `${rate}, to nothing`,
    expensesLeft: (rate: string) => `${rate}, a year's expenses left`,
    atEnd: "Fund at the end",
    monthsCovered: "Months of claims covered at the start",
    belowZero:
      "A rate below 0: the fund and its returns pay for everything, and so much of each " +
      "year's earnings could be given back before the fund is used up. Seven years as " +
      "Canada sets its rate.",
    monthsNote:
      "Months covered: the opening fund over a twelfth of the first year's benefits.",
    affordsTitle: (rate: string) => `What ${rate} affords on its own, the fund left out`,
    recognised: "Terminations recognised",
    affordable: "Affordable",
    benefitRate: "Benefit rate",
    duration: "Duration",
    affordsNote:
      "One at a time, all else as it is, over all years of the projection, none of which " +
      "ends overdrawn. 100 per cent and 24 months are the most that is looked at.",
    shockTitle: (rate: string) =>
      `Multiple of benefits that exhausts the fund by the end of a year, at ${rate}`,
    shockNote:
      "Benefits of every year from the first on are multiplied. Below 1: exhausted " +
      "without a shock.",
    reserveTitle: (rate: string) => `Fund at the start with which ${rate} lasts`,
    stress: "Stress",
    lasting: (years: number) => `${years} years`,
    now: "Fund now",
    reserveNote: "0 where contributions alone pay for the stress in all of these years.",
  },

  covered: {
    title: "Who is covered",
    registered: "Registered",
    byLaw: "By law, at most",
    ofEmployees: "% of employees",
    coverage: "Coverage",
    entitled: "Leavers entitled",
    leftOut: "Leavers whom a rule leaves out",
    notCovered: "Not covered",
    tooFew: "Too few contributions",
    tooFewInARow: "Too few in a row",
    beneficiaries: "Beneficiaries, last year",
    replacement: "Benefit over last wage",
    scenarioNote: (scenario: string) => `Figures of the ${scenario} scenario.`,
    coverageNote: (year: number) => `Coverage: members and employees of ${year}.`,
    statedNote:
      "Too few contributions: all covered leavers who are not paid, for whatever reason, " +
      "by the share that the valuation file states.",
    sumNote:
      "Entitled and left out by a rule add up to 100. Not covered: no month of benefit for " +
      "that reason or age.",
  },

  page: {
    title: (title: string) => `Summary: ${title}`,
    asOf: (valued: string, law: string, data: string) =>
      `Actuarial valuation as of ${valued}, of the law as of ${law}, on ${data}.`,
    otherThan: (name: string, over: string) =>
      `Not as ${name} has it, but with other values of these: ${over}.`,
    informationTo: (date: string) => `Facts up to ${date} were known.`,
    source: (name: string, data: string) => `JKP Lab: valuation ${name}, ${data}.`,
    coverageSource: (source: string) => `${source} Coverage: data/open.`,
    question: "Question",
    purpose: (titles: string, first: Month, firstBenefit: Month) =>
      `What contribution rate pays for ${titles}, from ${
        formatMonth(first)
      } on, with first ` +
      `benefits in ${formatMonth(firstBenefit)}?`,
    years: "Results by year",
    fund: (status: string) => `The fund and the rate that is ${status}`,
    limits: "Limits",
    limitsText:
      "Scenarios are no forecast, and no probability is attached to them. Behaviour does " +
      "not answer to the law.",
    syntheticLimits: "The data are synthetic: no rate here is evidence about Indonesia.",
    statedLimits:
      "The extract is synthetic and gives the structure by sex and age alone; levels are " +
      "stated in the valuation file, and rates are worth what these levels are.",
    whole: (file: string) =>
      `The whole document, with law, data, assumptions, method and sensitivity, is ${file}.`,
    sources: "Sources",
    valuation: "Valuation",
    ofScenario: (title: string) => `${title} scenario`,
    keyAndLaw: "Key of the results",
    key: "Key",
    noKey: "none: the extract's folder keeps no number",
    lawAsOf: "Law as of",
    open: (file: string) => `Open ${file}.`,
    written: (files: number, folder: string) => `${files} files in ${folder}/.`,
  },
};
