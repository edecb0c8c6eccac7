import { sumSimple } from "simple-statistics";
import {
  isServiceSeen,
  labelOfExtract,
  roundedMean,
  type SpellManifest,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import {
  leaverEligibility,
  type LeaverKey,
  type Leavers,
  type LeaverWages,
  leaverWages,
  type ServiceRule,
  type ServiceShareRow,
} from "@jkp/spells";
import {
  type CellValue,
  type Column,
  serviceRuleInWords,
  sourceLine,
  type Table,
} from "@jkp/exhibit";
import { INVENTED_BREAKS, syntheticLabel } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";
import type { ServiceSuppression } from "./service_suppression.ts";

/** How intervals of leavers' shares are found. */
export const INTERVAL_NOTE =
  "95 % interval: Wilson's, of the effective number of leavers (Kish) divided by the " +
  "dispersion of months around the share, 1 at least (quasi-binomial); leavers in fewer " +
  "than 12 months: no interval.";

const KEY_TITLES: Readonly<Record<LeaverKey, string>> = {
  reason: "Reason",
  sex: "Sex",
  ageGroup: "Age",
};

/** What was counted of service: members who meet rules, and those who left. */
export interface CountedService {
  readonly shares: readonly ServiceShareRow[];
  readonly leavers: Leavers;
  /** Claims that were not counted, for the extract does not reach back so far. */
  readonly unseenClaims: number;
  /** What is to be said of service that the extract seems not to hold. */
  readonly caution?: string | undefined;
}

/**
 * The tables of a study of service: members and leavers who meet rules, and wages.
 *
 * @param counted What `ServiceShares` and `LeaverCounts` counted, with the same rules.
 * @param by What to split leavers by.
 * @param manifest The extract's.
 * @param suppression What is not to be shown, for publication.
 * @returns Members of the last month, leavers, and wages of leavers beside members'.
 */
export function serviceTables(
  counted: CountedService,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
  suppression?: ServiceSuppression,
): Table[] {
  const { shares, leavers, caution } = counted;
  const cautions = caution === undefined ? [] : [caution];
  const unseen = [...unseenNote(counted, manifest), ...cautions];
  return [
    memberTable(shares, manifest, cautions, suppression),
    eligibilityTable(leavers, by, manifest, unseen, suppression),
    wageTable(leavers, by, manifest, unseen, suppression),
  ];
}

/** Who is left out, for the extract does not hold the months that a rule looks at. */
function unseenNote(
  { unseenClaims, leavers }: CountedService,
  { historyFrom }: SpellManifest,
): string[] {
  if (unseenClaims === 0) return [];
  const months = Math.max(...leavers.rules.map((rule) => rule.withinMonths));
  return [
    `Left out: ${Math.round(unseenClaims).toLocaleString("en")} leavers whose last ` +
    `${months} months begin before ${
      formatMonth(historyFrom!)
    }, from where contributions ` +
    "are known.",
  ];
}

/** Active members of the last month who meet each rule in it. */
function memberTable(
  rows: readonly ServiceShareRow[],
  manifest: SpellManifest,
  cautions: readonly string[],
  suppression?: ServiceSuppression,
): Table {
  const last = rows.filter(({ month }) => month === manifest.lastMonth);
  const groups = Map.groupBy(last, ({ rule }) => rule);
  const total = (of: readonly ServiceShareRow[], key: "members" | "meeting") =>
    sumSimple(of.map((row) => row[key]));
  return {
    id: "service_members",
    number: "",
    title: `Active members who meet a rule in ${formatMonth(manifest.lastMonth)}` +
      syntheticLabel(manifest.synthetic),
    columns: [
      { key: "rule", title: "Rule" },
      { key: "members", title: "Active members" },
      { key: "meeting", title: "Meet it" },
      { key: "share", title: "Share", unit: "%", decimals: 1 },
    ],
    rows: [...groups].map(([rule, of], i) => {
      const hidden = suppression?.members[i];
      const isSeen = isServiceSeen(manifest, manifest.lastMonth, rule.withinMonths - 1);
      const meeting = hidden?.meeting || !isSeen ? null : total(of, "meeting");
      return {
        rule: serviceRuleInWords(rule),
        members: hidden?.members ? null : Math.round(total(of, "members")),
        meeting: meeting === null ? null : Math.round(meeting),
        share: meeting === null ? null : 100 * meeting / total(of, "members"),
      };
    }),
    notes: [
      "The month itself counts as one of service.",
      ...cautions,
      ...notesOnBreaks(last.map(({ rule }) => rule), manifest),
      ...publicationNotes(suppression),
    ],
    source: sourceLine(labelOfExtract(manifest)),
  };
}

function eligibilityTable(
  counted: Leavers,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
  unseen: readonly string[],
  suppression?: ServiceSuppression,
): Table {
  const interval = { group: "Interval", unit: "%", decimals: 1 };
  const rows = [...leaverEligibility(counted, by), ...totals(counted, by)];
  return {
    id: "service_leavers",
    number: "",
    title: `Leavers who meet a rule, ${windowOf(manifest)}`,
    columns: [
      ...keyColumns(by),
      { key: "rule", title: "Rule" },
      { key: "claims", title: "Leavers" },
      { key: "share", title: "Meet it", unit: "%", decimals: 1 },
      { key: "lower", title: "Lower", ...interval },
      { key: "upper", title: "Upper", ...interval },
      { key: "dispersion", title: "Dispersion", decimals: 1 },
    ],
    rows: rows.map((row) => {
      const hidden = suppression?.leavers(row);
      const isHidden = hidden?.shares[counted.rules.indexOf(row.rule)] ?? false;
      const ofShare = (value: number) => isHidden ? null : numberOrNull(value);
      return {
        ...keyCells(row, by),
        rule: serviceRuleInWords(row.rule),
        claims: hidden?.claims ? null : Math.round(row.claims),
        share: ofShare(100 * row.share),
        lower: ofShare(100 * row.lower),
        upper: ofShare(100 * row.upper),
        dispersion: ofShare(row.dispersion),
      };
    }),
    notes: [
      `Leavers: members with a claim for ${
        TERMINATION_REASONS.join(" or ")
      }; the rule is ` +
      "applied to the last month of their spell.",
      INTERVAL_NOTE,
      ...unseen,
      ...notesOnBreaks(counted.rules, manifest),
      ...publicationNotes(suppression),
    ],
    source: sourceLine(labelOfExtract(manifest)),
  };
}

/** What a rule of months in a row rests on in synthetic spells. */
function notesOnBreaks(
  rules: readonly ServiceRule[],
  { synthetic }: SpellManifest,
): string[] {
  const isAsked = rules.some(({ consecutiveMonths = 1 }) => consecutiveMonths > 1);
  return synthetic && isAsked ? [`In a row: ${INVENTED_BREAKS}`] : [];
}

function totals(counted: Leavers, by: readonly LeaverKey[]) {
  return by.length === 0 ? [] : leaverEligibility(counted);
}

function wageTable(
  counted: Leavers,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
  unseen: readonly string[],
  suppression?: ServiceSuppression,
): Table {
  const wage = { unit: "rupiah a month" };
  const rows = [
    ...leaverWages(counted, by),
    ...(by.length === 0 ? [] : leaverWages(counted)),
  ];
  return {
    id: "service_wages",
    number: "",
    title: `Last wages of leavers beside those of active members, ${windowOf(manifest)}`,
    columns: [
      ...keyColumns(by),
      { key: "claims", title: "Leavers" },
      { key: "leavers", title: "Leavers' mean wage", ...wage },
      { key: "active", title: "Active members' mean wage", ...wage },
      { key: "ratio", title: "Ratio", decimals: 3 },
    ],
    rows: rows.map((row) => ({
      ...keyCells(row, by),
      ...(suppression === undefined ? wageCells(row) : publishedWages(row, suppression)),
    })),
    notes: [
      "Active members of the same months, sexes and ages, each as often as there are leavers.",
      ...unseen,
      ...publicationNotes(suppression),
    ],
    source: sourceLine(labelOfExtract(manifest)),
  };
}

function wageCells(row: LeaverWages): Record<string, CellValue> {
  return {
    claims: Math.round(row.claims),
    leavers: Math.round(row.meanWageIdr),
    active: Math.round(row.activeMeanWageIdr),
    ratio: row.ratio,
  };
}

/** Mean wages as far as they are shown, rounded; their ratio is that of rounded ones. */
function publishedWages(
  row: LeaverWages,
  suppression: ServiceSuppression,
): Record<string, CellValue> {
  const { records, claims, wage, activeWage } = suppression.leavers(row);
  const leavers = wage ? NaN : roundedMean(row.meanWageIdr, records);
  const active = activeWage ? NaN : roundedMean(row.activeMeanWageIdr, records);
  return {
    claims: claims ? null : Math.round(row.claims),
    leavers: numberOrNull(leavers),
    active: numberOrNull(active),
    ratio: numberOrNull(leavers / active),
  };
}

/** What was done for publication. */
function publicationNotes(suppression?: ServiceSuppression): string[] {
  if (suppression === undefined) return [];
  const { threshold, percent } = suppression;
  return [
    `For publication: every number is of ${threshold} records (rows of the register) or ` +
    "more, or of none, by itself, as what groups leave of all, and as what two rules " +
    "differ by; others are n.a. Zeros are not protected. Mean wages: by the p% rule, " +
    `p = ${percent}, with three significant digits, two of fewer than 100 records.`,
  ];
}

function keyColumns(by: readonly LeaverKey[]): Column[] {
  return by.map((key) => ({ key, title: KEY_TITLES[key] }));
}

function keyCells(
  row: Partial<Record<LeaverKey, string>>,
  by: readonly LeaverKey[],
): Record<string, CellValue> {
  return Object.fromEntries(by.map((key) => [key, row[key] ?? "all"]));
}

function windowOf(manifest: SpellManifest): string {
  const { firstMonth, lastMonth } = manifest;
  return `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}${
    syntheticLabel(manifest.synthetic)
  }`;
}
