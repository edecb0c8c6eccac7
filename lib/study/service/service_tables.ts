import { sumSimple } from "simple-statistics";
import { type SpellManifest, TERMINATION_REASONS } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import {
  leaverEligibility,
  type LeaverKey,
  type Leavers,
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
import { INVENTED_BREAKS, labelOfExtract, syntheticLabel } from "../data_labels.ts";

const KEY_TITLES: Readonly<Record<LeaverKey, string>> = {
  reason: "Reason",
  sex: "Sex",
  ageGroup: "Age",
};

/** What was counted of service: members who meet rules, and those who left. */
export interface CountedService {
  readonly shares: readonly ServiceShareRow[];
  readonly leavers: Leavers;
}

/**
 * The tables of a study of service: members and leavers who meet rules, and wages.
 *
 * @param counted What `ServiceShares` and `LeaverCounts` counted, with the same rules.
 * @param by What to split leavers by.
 * @param manifest The extract's.
 * @returns Members of the last month, leavers, and wages of leavers beside members'.
 */
export function serviceTables(
  { shares, leavers }: CountedService,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
): Table[] {
  return [
    memberTable(shares, manifest),
    eligibilityTable(leavers, by, manifest),
    wageTable(leavers, by, manifest),
  ];
}

/** Active members of the last month who meet each rule in it. */
function memberTable(rows: readonly ServiceShareRow[], manifest: SpellManifest): Table {
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
    rows: [...groups].map(([rule, of]) => ({
      rule: serviceRuleInWords(rule),
      members: Math.round(total(of, "members")),
      meeting: Math.round(total(of, "meeting")),
      share: 100 * total(of, "meeting") / total(of, "members"),
    })),
    notes: [
      "The month itself counts as one of service.",
      ...notesOnBreaks(last.map(({ rule }) => rule), manifest),
    ],
    source: sourceLine(labelOfExtract(manifest)),
  };
}

function eligibilityTable(
  counted: Leavers,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
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
    rows: rows.map((row) => ({
      ...keyCells(row, by),
      rule: serviceRuleInWords(row.rule),
      claims: Math.round(row.claims),
      share: 100 * row.share,
      lower: numberOrNull(100 * row.lower),
      upper: numberOrNull(100 * row.upper),
      dispersion: numberOrNull(row.dispersion),
    })),
    notes: [
      `Leavers: members with a claim for ${
        TERMINATION_REASONS.join(" or ")
      }; the rule is ` +
      "applied to the last month of their spell.",
      "95 % interval: Wilson's, of the effective number of leavers (Kish) divided by the " +
      "dispersion of months around the share, 1 at least (quasi-binomial); leavers in " +
      "fewer than 12 months: no interval.",
      ...notesOnBreaks(counted.rules, manifest),
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
      claims: Math.round(row.claims),
      leavers: Math.round(row.meanWageIdr),
      active: Math.round(row.activeMeanWageIdr),
      ratio: row.ratio,
    })),
    notes: [
      "Active members of the same months, sexes and ages, each as often as there are leavers.",
    ],
    source: sourceLine(labelOfExtract(manifest)),
  };
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

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
