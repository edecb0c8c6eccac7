import { TERMINATION_REASONS } from "@jkp/extract";
import { writeFilesTogether } from "@jkp/files";
import { formatMonth } from "@jkp/month";
import { tableToCsv, tableToMarkdown, tableToText } from "@jkp/present";
import { UsageError } from "@jkp/problem";
import type { CellValue, Column, Table } from "@jkp/report";
import {
  LeaverCounts,
  leaverEligibility,
  type LeaverKey,
  type Leavers,
  leaverWages,
  openSpellFolder,
  readSpells,
  type ServiceRule,
  type ServiceShareRow,
  ServiceShares,
  type SpellManifest,
} from "@jkp/spells";
import { parseOptions } from "./options.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

const USAGE = `\
Usage: deno task service DIR [options]

Who would qualify: members and leavers of a member-level extract who meet a rule of
service, and the last wages of leavers beside those of active members.

  --rule RULE  months/within, or months/within/consecutive; may be given several times
                               (default 12/24 and 12/24/6: twelve months in the last 24,
                               without and with six of them in a row)
  --by LIST    of reason, sex and age_group                       (default reason,sex)
  --out DIR    folder to write to                          (default outputs/service)
  --help       this text`;

const KEYS: Readonly<Record<string, LeaverKey>> = {
  reason: "reason",
  sex: "sex",
  age_group: "ageGroup",
};

const KEY_TITLES: Readonly<Record<LeaverKey, string>> = {
  reason: "Reason",
  sex: "Sex",
  ageGroup: "Age",
};

/**
 * The `service` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If the extract cannot be read, or has errors.
 * @throws {RangeError} If a rule contradicts itself.
 *
 * @example
 * ```ts
 * import { serviceCommand } from "./service.ts";
 * import { assert } from "@std/assert";
 *
 * await serviceCommand(["--help"], (text) => assert(text.startsWith("Usage")));
 * ```
 */
export async function serviceCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      rule: { type: "string", multiple: true, default: ["12/24", "12/24/6"] },
      by: { type: "string", default: "reason,sex" },
      out: { type: "string", default: "outputs/service" },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    const received = positionals.join(" ") || "nothing";
    throw new UsageError(`one folder is wanted, got ${received}\n\n${USAGE}`);
  }
  const by = parseKeys(values.by);
  const { manifest } = await openSpellFolder(folder);
  const window = { ...manifest, rules: values.rule.map(parseRule) };
  const shares = new ServiceShares(window);
  const leavers = new LeaverCounts({
    ...window,
    wageIndex: (month) => (1 + manifest.wageGrowthPerYear) ** (month / 12),
  });
  await read(folder, [shares, leavers]);
  const counted = leavers.result();
  const tables = [
    memberTable(shares.result(), manifest),
    eligibilityTable(counted, by, manifest),
    wageTable(counted, by, manifest),
  ];
  const files = new Map(tables.flatMap((table): [string, string][] => [
    [`${table.id}.csv`, tableToCsv(table)],
    [`${table.id}.md`, tableToMarkdown(table)],
  ]));
  await writeFilesTogether(values.out, files);
  for (const table of tables) print(tableToText(table));
  print(`${files.size} files written to ${values.out}/.`);
}

async function read(
  folder: string,
  counters: Parameters<typeof readSpells>[1],
): Promise<void> {
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  try {
    await readSpells(folder, counters, {
      rowsSeen: (rows) => progress.update(`${rows.toLocaleString("en")} rows read`),
    });
  } finally {
    progress.end();
  }
}

function parseRule(text: string): ServiceRule {
  const numbers = text.split("/").map(Number);
  const [months, withinMonths, consecutiveMonths] = numbers;
  const isRule = numbers.length >= 2 && numbers.length <= 3 &&
    numbers.every(Number.isInteger);
  if (!isRule) throw new UsageError(`--rule wants 12/24 or 12/24/6, got ${text}`);
  return {
    months: months!,
    withinMonths: withinMonths!,
    ...(consecutiveMonths === undefined ? {} : { consecutiveMonths }),
  };
}

function parseKeys(list: string): LeaverKey[] {
  const names = list.split(",").map((name) => name.trim()).filter((name) => name !== "");
  return names.map((name) => {
    const key = KEYS[name];
    if (key !== undefined) return key;
    throw new UsageError(
      `--by wants any of ${Object.keys(KEYS).join(", ")}, got ${name}`,
    );
  });
}

function wordRule({ months, withinMonths, consecutiveMonths = 1 }: ServiceRule): string {
  const all = months === withinMonths
    ? `${months} months in a row`
    : `${months} months in ${withinMonths}`;
  return consecutiveMonths === 1 ? all : `${all}, ${consecutiveMonths} in a row`;
}

/** Active members of the last month who meet each rule in it. */
function memberTable(rows: readonly ServiceShareRow[], manifest: SpellManifest): Table {
  const last = rows.filter(({ month }) => month === manifest.lastMonth);
  const groups = Map.groupBy(last, ({ rule }) => rule);
  const total = (of: readonly ServiceShareRow[], key: "members" | "meeting") =>
    of.reduce((sum, row) => sum + row[key], 0);
  return {
    id: "service_members",
    number: "",
    title: `Active members who meet a rule in ${formatMonth(manifest.lastMonth)}` +
      labelOf(manifest),
    columns: [
      { key: "rule", title: "Rule" },
      { key: "members", title: "Active members" },
      { key: "meeting", title: "Meet it" },
      { key: "share", title: "Share", unit: "%", decimals: 1 },
    ],
    rows: [...groups].map(([rule, of]) => ({
      rule: wordRule(rule),
      members: Math.round(total(of, "members")),
      meeting: Math.round(total(of, "meeting")),
      share: 100 * total(of, "meeting") / total(of, "members"),
    })),
    notes: ["The month itself counts as one of service."],
    source: sourceOf(manifest),
  };
}

function eligibilityTable(
  counted: Leavers,
  by: readonly LeaverKey[],
  manifest: SpellManifest,
): Table {
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
      { key: "standardError", title: "Standard error", unit: "%", decimals: 2 },
    ],
    rows: rows.map((row) => ({
      ...keyCells(row, by),
      rule: wordRule(row.rule),
      claims: Math.round(row.claims),
      share: 100 * row.share,
      standardError: 100 * row.standardError,
    })),
    notes: [
      `Leavers: members with a claim for ${
        TERMINATION_REASONS.join(" or ")
      }; the rule is ` +
      "applied to the last month of their spell.",
    ],
    source: sourceOf(manifest),
  };
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
    source: sourceOf(manifest),
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
  return `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}${labelOf(manifest)}`;
}

function labelOf({ synthetic }: SpellManifest): string {
  return synthetic ? " (synthetic data)" : "";
}

function sourceOf({ name, synthetic }: SpellManifest): string {
  const kind = synthetic ? "synthetic data, made and not recorded; extract" : "extract";
  return `JKP Lab: ${kind} ${name}.`;
}

if (import.meta.main) {
  await runCommand((args) => serviceCommand(args, console.log));
}
