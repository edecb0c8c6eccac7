import { filesOf, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { serviceSummary } from "@jkp/study";
import { studyService } from "@jkp/study/read";
import type { ServiceRule } from "@jkp/spells";
import { command } from "./command.ts";
import { fromMonth, namesOption, toMonth } from "./options.ts";
import { publicationFiles, PUBLISH, THRESHOLD, writeApart } from "./publishing.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";

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
      about: `months of contribution wanted, a slash, and the last months that they lie
          in; if wanted, a slash and how many of them in a row`,
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
      read: namesOption("--by", ["reason", "sex", "ageGroup"]),
    },
    from: fromMonth("first month of leavers"),
    to: toMonth("last month, as if the extract had been drawn then"),
    out: { value: "DIR", about: "folder to write to", default: "outputs/service" },
    full: { about: "print all tables" },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  wanted: (got) => `one folder is wanted, got ${got}`,
}, async ({ operand: folder, values, width }, print, letGo) => {
  const { by, rule: rules, from: firstMonth, to: lastMonth } = values;
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  const publishedFrom = values.publish ? values.threshold : undefined;
  const tables = await studyService(folder, {
    rules,
    by,
    publishedFrom,
    firstMonth,
    lastMonth,
  }, {
    rowsSeen: progress.rowsSeen,
    scratchPlanned: progress.scratchPlanned,
  }).finally(progress.end);
  letGo("ffi", "env", "sys");
  const files = await (values.publish
    ? publicationFiles("Service of members and leavers", tables, [])
    : filesOf(tables));
  const written = await writeApart(values.out, files, values.publish);
  letGo("write");
  const { sentences, table } = serviceSummary(tables);
  print(inLines(sentences.join("\n"), width, 2) + "\n");
  for (const each of values.full ? tables : [table]) {
    print(tableToText(each, { width }));
  }
  print(
    values.full ? `${written} files written to ${values.out}/.` : inLines(
      `Counts of members, wages and how intervals were found: ${written} files in ` +
        `${values.out}/, or --full.`,
      width,
    ),
  );
});

/** A rule of service: 12/24, or 12/24/6 with months in a row. */
function parseRule(text: string): ServiceRule {
  const numbers = text.split("/").map((part) => /^\d+$/.test(part) ? Number(part) : NaN);
  const [months = NaN, withinMonths = NaN, consecutiveMonths = 1] = numbers;
  const refuse = (what: string): never => {
    throw new UsageError(`--rule wants ${what}, got ${text}`);
  };
  if (numbers.length < 2 || numbers.length > 3 || numbers.some(Number.isNaN)) {
    return refuse(
      "12/24 (12 months of contribution in the last 24) or 12/24/6 (6 of them in a row)",
    );
  }
  if (months < 1 || consecutiveMonths < 1) return refuse("1 month or more");
  if (months > withinMonths) {
    return refuse(
      `no more months of contribution than it looks at: ${months} cannot lie in the ` +
        `last ${withinMonths}`,
    );
  }
  if (consecutiveMonths > months) {
    return refuse(
      `no more months in a row than in all: ${consecutiveMonths} of ${months} cannot be`,
    );
  }
  return {
    months,
    withinMonths,
    ...(numbers.length === 2 ? {} : { consecutiveMonths }),
  };
}

if (import.meta.main) {
  await runCommand(serviceCommand);
}
