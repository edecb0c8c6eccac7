import { filesOf, tableToText } from "@jkp/exhibit";
import { didYouMean, UsageError } from "@jkp/problem";
import { studyService } from "@jkp/study/read";
import type { LeaverKey, ServiceRule } from "@jkp/spells";
import { command } from "./command.ts";
import { publicationFiles, PUBLISH, THRESHOLD, writeApart } from "./publishing.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

const KEYS: Readonly<Record<string, LeaverKey>> = {
  reason: "reason",
  sex: "sex",
  age_group: "ageGroup",
};

/** The `service` command. */
export const serviceCommand = command({
  name: "service",
  summary:
    `Who would qualify: members and leavers of a member-level extract who meet a rule of
      service, and the last wages of leavers beside those of active members.`,
  operand: { word: "DIR" },
  options: {
    rule: {
      value: "RULE",
      about: "months/within, or months/within/consecutive",
      isMultiple: true,
      default: ["12/24", "12/24/6"],
      defaultWords:
        `12/24 and 12/24/6: twelve months in the last 24, without and with six of them
          in a row`,
      read: parseRule,
    },
    by: {
      value: "LIST",
      about: "of reason, sex and age_group",
      default: "reason,sex",
      mayBeEmpty: true,
      read: parseKeys,
    },
    out: { value: "DIR", about: "folder to write to", default: "outputs/service" },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  wanted: (got) => `one folder is wanted, got ${got}`,
}, async ({ operand: folder, values }, print, letGo) => {
  const { by, rule: rules } = values;
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  const publishedFrom = values.publish ? values.threshold : undefined;
  const tables = await studyService(folder, { rules, by, publishedFrom }, {
    rowsSeen: (rows) => progress.update(`${rows.toLocaleString("en")} rows read`),
  }).finally(progress.end);
  letGo("ffi", "env", "sys");
  const files = await (values.publish
    ? publicationFiles("Service of members and leavers", tables, [])
    : filesOf(tables));
  const written = await writeApart(values.out, files, values.publish);
  letGo("write");
  for (const table of tables) {
    print(tableToText(table));
  }
  print(`${written} files written to ${values.out}/.`);
});

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
      `--by wants any of ${Object.keys(KEYS).join(", ")}, got ${name}` +
        didYouMean(name, Object.keys(KEYS)),
    );
  });
}

if (import.meta.main) {
  await runCommand(serviceCommand);
}
