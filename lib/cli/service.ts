import { writeFilesTogether } from "@jkp/files/write";
import { tableToCsv, tableToMarkdown, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { studyService } from "@jkp/study/read";
import type { LeaverKey, ServiceRule } from "@jkp/spells";
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

/**
 * The `service` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If the extract cannot be read, or has errors.
 * @throws {RangeError} If a rule contradicts itself.
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
  const rules = values.rule.map(parseRule);
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  const tables = await studyService(folder, { rules, by }, {
    rowsSeen: (rows) => progress.update(`${rows.toLocaleString("en")} rows read`),
  }).finally(progress.end);
  const files = new Map(tables.flatMap((table): [string, string][] => [
    [`${table.id}.csv`, tableToCsv(table)],
    [`${table.id}.md`, tableToMarkdown(table)],
  ]));
  await writeFilesTogether(values.out, files);
  for (const table of tables) print(tableToText(table));
  print(`${files.size} files written to ${values.out}/.`);
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

if (import.meta.main) {
  await runCommand((args) => serviceCommand(args, console.log));
}
