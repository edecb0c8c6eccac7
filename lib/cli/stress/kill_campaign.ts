import { sha256OfFile } from "@jkp/files/read";
import { sweepStaging } from "@jkp/files/write";
import { dirname, join } from "node:path";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ROOT } from "../jupyter.ts";
import type { Campaign, CampaignOptions, CampaignResult } from "./campaign.ts";
import { namesIn } from "./names_in.ts";

/** A command that writes, in two forms that write the same files with other contents. */
export interface KilledCommand {
  readonly task: string;
  readonly forms: readonly [readonly string[], readonly string[]];
  /** The option that says where to write, and the path below the target. */
  readonly out: readonly [option: string, path: string];
}

const SPELLS = "data/extracts/jht_2019_spells";
const MEMBERS = "data/claims/members";

/** Commands that write, with what makes them quick. */
export const KILLED_COMMANDS: readonly KilledCommand[] = [
  {
    task: "claim",
    forms: formsOf(
      [
        `${MEMBERS}/contributions.csv`,
        ...["--terminations", `${MEMBERS}/terminations.csv`],
      ],
      ["--design", "jkp_2021"],
      ["--design", "proposed_2021"],
    ),
    out: ["--out", "claims.csv"],
  },
  {
    task: "extract",
    forms: formsOf(["synthesize"], ["--seed", "5"], ["--seed", "6"]),
    out: ["--out", "."],
  },
  {
    task: "extract",
    forms: formsOf(
      ["synthesize", "--members", "1000", "--format", "csv"],
      ["--seed", "5"],
      ["--seed", "6"],
    ),
    out: ["--out", "."],
  },
  {
    task: "extract",
    forms: formsOf(["check"], [SPELLS], ["data/extracts/broken_example"]),
    out: ["--out", "."],
  },
  {
    task: "extract",
    forms: formsOf(["build", SPELLS, "--publish"], ["--threshold", "10"], [
      "--threshold",
      "20",
    ]),
    out: ["--out", "."],
  },
  {
    task: "service",
    forms: formsOf([SPELLS], ["--rule", "12/24"], ["--rule", "6/12"]),
    out: ["--out", "."],
  },
  {
    task: "inactivity",
    forms: formsOf([SPELLS], ["--at", "6"], ["--at", "12"]),
    out: ["--out", "."],
  },
  {
    task: "experience",
    forms: formsOf(["--by"], ["reason,ageGroup"], ["reason,sex,ageGroup"]),
    out: ["--out", "."],
  },
  {
    task: "value",
    forms: formsOf(
      ["--design", "jkp_2021", "--design", "proposed_2021", "--scenario", "base"],
      ["--set", "involuntaryShare=0.3"],
      ["--set", "involuntaryShare=0.4"],
    ),
    out: ["--out", "."],
  },
  {
    task: "reproduce",
    forms: formsOf(["--only", "3.7"], ["--reading", "closest"], [
      "--reading",
      "implied_rate",
    ]),
    out: ["--out", "."],
  },
];

/** Ends commands at random moments, and looks at what is left. */
export const killCampaign: Campaign = {
  about: `Ends commands that write, by Ctrl-C, by a polite signal and by force, at random
    moments; the next start must find no litter, and a set that is all old or all new.`,
  usualCount: 200,
  run: (options) => killCommands(KILLED_COMMANDS, options),
};

/** The signals, and the exit code that a shell knows for each. */
const SIGNALS = [["SIGINT", 130], ["SIGTERM", 143], ["SIGKILL", 137]] as const;

/** Milliseconds after a command has begun to write in which it is killed, half the time. */
const WRITING_MS = 20;

/** A kill that comes too late is tried again, but not for ever. */
const MOST_TRIES = 5;

/** Ends each of some commands in turn; gives what was not as it should be. */
export async function killCommands(
  commands: readonly KilledCommand[],
  { count, seed, say }: CampaignOptions,
): Promise<CampaignResult> {
  const random = uniform(seed);
  const faults: string[] = [];
  const tried: Record<string, number> = {};
  const note = (kind: string) => tried[kind] = (tried[kind] ?? 0) + 1;
  for (const [index, killed] of commands.entries()) {
    const kills = Math.floor(count / commands.length) +
      Number(index < count % commands.length);
    if (kills === 0) continue;
    const target = await Target.of(killed);
    const isEnough = (killed: number, tries: number) =>
      killed >= kills || tries >= MOST_TRIES * kills;
    for (let done = 0, tries = 0; !isEnough(done, tries); tries++) {
      const [signal, code] = SIGNALS[Math.floor(random() * SIGNALS.length)]!;
      const isWriting = random() < 0.5;
      const delay = random() * (isWriting ? WRITING_MS : 1.1 * target.milliseconds);
      const { ended, problems } = await target.kill(signal, code, isWriting, delay);
      note(`${signal}, ${ended}`);
      if (ended === "killed") done++;
      faults.push(
        ...problems.map((problem) =>
          `${target.name}, ${signal} ${isWriting ? "in writing" : "at"} ` +
          `${delay.toFixed(0)} ms: ${problem}`
        ),
      );
    }
    say(`${target.name}: ${kills} kills, ${faults.length} faults so far`);
    await target.remove();
  }
  return { tried, faults };
}

/** What a command left: paths with checksums. */
type Contents = ReadonlyMap<string, string>;

/** A folder that a command writes to again and again, and is killed at it. */
class Target {
  #next = 1;

  private constructor(
    readonly name: string,
    private readonly killed: KilledCommand,
    private readonly folder: string,
    private readonly whole: readonly [Contents, Contents],
    /** How long the command takes undisturbed. */
    readonly milliseconds: number,
  ) {}

  /** Runs both forms undisturbed, to know what they write and how long they take. */
  static async of(killed: KilledCommand): Promise<Target> {
    const root = await Deno.makeTempDir({ prefix: "jkp-kill-" });
    const started = performance.now();
    const whole: Contents[] = [];
    for (const form of killed.forms) {
      const folder = join(root, "target");
      await start(killed, form, folder).status;
      whole.push(await contentsOf(folder));
    }
    const [first, second] = whole;
    const name = `${killed.task} ${killed.forms[0].join(" ")}`;
    if (first!.size === 0 || isSame(first!, second!)) {
      throw new RangeError(`Cannot kill ${name}: two forms that write are wanted`);
    }
    const time = (performance.now() - started) / 2;
    return new Target(name, killed, join(root, "target"), [first!, second!], time);
  }

  /** Starts the form that is not in place, kills it, and looks at what is left. */
  async kill(signal: Deno.Signal, code: number, isWriting: boolean, delay: number) {
    const child = start(this.killed, this.killed.forms[this.#next]!, this.folder);
    let isOver = false;
    child.status.then(() => isOver = true);
    while (isWriting && !isOver && (litterIn(this.folder)).length === 0) {
      await wait(1);
    }
    await wait(delay);
    if (!isOver) killIfThere(child, signal);
    const status = await child.status;
    const ended = status.code === code ? "killed" : "too late";
    const problems: string[] = [];
    const hasTidied = status.code !== code || signal !== "SIGKILL";
    if (hasTidied) problems.push(...this.#litter("left"));
    const isKnown = status.code === code || status.success || this.#fails(status.code);
    if (!isKnown) problems.push(`exit code ${status.code}`);
    if (hasTidied && await this.#form() === undefined) problems.push("a mixed set");
    // What the next start of any command does first.
    sweepStaging(this.folder);
    problems.push(...this.#litter("still there"));
    const form = await this.#form();
    if (form === undefined) problems.push("a mixed set after the next start");
    if (form === undefined || form === this.#next) this.#next = 1 - this.#next;
    return { ended, problems };
  }

  async remove(): Promise<void> {
    await Deno.remove(dirname(this.folder), { recursive: true });
  }

  /** `extract check` exits with 1 where it finds errors. */
  #fails(code: number): boolean {
    return code === 1 && this.killed.forms[this.#next]![0] === "check";
  }

  #litter(words: string): string[] {
    return litterIn(this.folder).map((name) => `${name} ${words}`);
  }

  /** Which form the files in place are of; nothing if they are of both. */
  async #form(): Promise<number | undefined> {
    const contents = await contentsOf(this.folder);
    const form = this.whole.findIndex((whole) => isSame(contents, whole));
    return form < 0 ? undefined : form;
  }
}

/** Starts a task with its own permissions, without the process of `deno task`. */
function start(
  { task, out: [option, path] }: KilledCommand,
  form: readonly string[],
  folder: string,
): Deno.ChildProcess {
  const { tasks } = JSON.parse(Deno.readTextFileSync(join(ROOT, "deno.json")));
  const [, ...words]: string[] = tasks[task].command.split(" ");
  return new Deno.Command(Deno.execPath(), {
    args: [...words, ...form, option, join(folder, path)],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

async function contentsOf(folder: string): Promise<Contents> {
  const contents = new Map<string, string>();
  const names = namesIn(folder);
  for (const name of names.filter((name) => !isHidden(name))) {
    const path = join(folder, name);
    const { isDirectory } = await Deno.stat(path);
    if (!isDirectory) contents.set(name, (await sha256OfFile(path))!);
    else {
      const inner = await contentsOf(path);
      inner.forEach((checksum, below) => contents.set(join(name, below), checksum));
    }
  }
  return contents;
}

function isSame(one: Contents, other: Contents): boolean {
  return one.size === other.size &&
    [...one].every(([path, checksum]) => other.get(path) === checksum);
}

function litterIn(folder: string): string[] {
  return namesIn(folder).filter(isHidden);
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name.endsWith(".part");
}

function formsOf(
  common: readonly string[],
  one: readonly string[],
  other: readonly string[],
): KilledCommand["forms"] {
  return [[...common, ...one], [...common, ...other]];
}

/** A process may end just before it is killed. */
function killIfThere(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Numbers from 0 to 1 by chance, the same for a seed. */
function uniform(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
