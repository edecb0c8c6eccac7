import { UsageError } from "@jkp/problem";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { dirname } from "node:path";
import { command, type Given } from "./command.ts";
import type { Description } from "./description.ts";
import { parseTimes } from "./options.ts";
import { exitCodeOf, faultWords } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { usageText } from "./usage.ts";

const DESCRIPTION = {
  name: "curve",
  summary: "Draws a curve.",
  operand: { word: "FILE", about: "durations, one a row" },
  options: {
    column: { value: "COL", about: "what to draw", isRequired: true },
    firstOnly: { about: "only the first of each member" },
    at: { value: "LIST", about: "times", default: "6,12", read: parseTimes },
    by: { value: "LIST", about: "groups", default: "sex", mayBeEmpty: true },
    reading: {
      value: "NAME",
      about: "of Annex I",
      choices: ["closest", "national_odds", "implied_rate"],
      defaultWords: "both",
    },
    design: {
      value: "NAME",
      about: "whose rules",
      isMultiple: true,
      default: ["jkp"],
      names: () => Promise.resolve(["jkp", "korea", "a", "b"]),
    },
    rule: { value: "RULE", about: "of service", isMultiple: true },
  },
  notes: ["Nothing else."],
} as const satisfies Description;

/** What the command was given, or what it printed instead of running. */
async function read(...args: string[]) {
  const results: (Given<typeof DESCRIPTION> | string)[] = [];
  await command(DESCRIPTION, async (given) => {
    await Promise.resolve(results.push(given));
  })(args, (text) => results.push(text));
  assertEquals(results.length, 1);
  return results[0]!;
}

const refused = (message: string, ...args: string[]) =>
  assertRejects(() => read("a.csv", "--column", "months", ...args), UsageError, message);

Deno.test("command() reads options by their description when they are left out", async () => {
  const given = await read("a.csv", "--column", "months");
  if (typeof given === "string") throw new Error(given);
  assertEquals(given.operand, "a.csv");
  assertEquals(given.values, {
    column: "months",
    firstOnly: false,
    at: [6, 12],
    by: "sex",
    reading: undefined,
    design: ["jkp"],
    rule: [],
  });
});

Deno.test("command() takes several values, flags and empty values where they may be", async () => {
  const given = await read(
    ...["a.csv", "--column=months", "--first-only", "--at", "3", "--by", ""],
    ...["--design", "a", "--design", "b", "--reading", "closest"],
  );
  if (typeof given === "string") throw new Error(given);
  const { firstOnly, at, by, design, reading } = given.values;
  assertEquals([firstOnly, at, by, design, reading], [
    true,
    [3],
    "",
    ["a", "b"],
    "closest",
  ]);
});

Deno.test("command() throws a UsageError that says what is wrong and what was meant", async () => {
  await refused(
    "--design wants a value, got nothing\n\nUsage: deno task curve",
    "--design=",
  );
  await refused("--reading wants a value, got nothing", "--reading");
  await refused(
    "--by is wanted once, got sex and age",
    ...["--by", "sex", "--first-only", "--first-only", "--by=age"],
  );
  await refused("--design wants a value, got --first-only", "--design", "--first-only");
  await refused("--design wants a value, got -1", "--design", "-1");
  await refused("increasing numbers such as 6,12,24 are wanted, got -1", "--at", "-1");
  await refused("--first-only wants no value, got 1", "--first-only=1");
  await refused("Unknown option --colour\n\nUsage", "--colour");
  await refused("Unknown option -c\n", "-c");
  await refused("(did you mean --first-only?)", "--fist-only");
  await refused(
    "Cannot report times: increasing numbers such as 6,12,24 are wanted, got 6,3\n" +
      "--reading wants closest, national_odds or implied_rate, got closets " +
      "(did you mean closest?)",
    ...["--reading", "closets", "--at", "6,3"],
  );
  await refused(
    "Unknown option --desing (did you mean --design?)\n--column wants a value, got " +
      "nothing\n--reading wants closest, national_odds or implied_rate, got best\n" +
      "--design wants jkp, korea, a, b or a path, got corea (did you mean korea?)\n\nUsage",
    ...["--desing", "jkp", "--column", "", "--reading", "best", "--design", "corea"],
  );
  await read("a.csv", "--column", "a", "--design", "my/corea", "--design", "corea.toml");
  await refused("curve FILE --column COL [options] is wanted, got a.csv --col", "more");
  await assertRejects(
    () => read("--column", "a"),
    UsageError,
    "is wanted, got --column a",
  );
  await assertRejects(() => read("a.csv"), UsageError, "is wanted, got a.csv");
});

Deno.test("command() prints its usage for --help, whatever else is missing", async () => {
  assertEquals(
    await read("--help"),
    `\
Usage: deno task curve FILE --column COL [options]

Draws a curve.

  FILE            durations, one a row
  --column COL    what to draw
  --first-only    only the first of each member
  --at LIST       times (default 6,12)
  --by LIST       groups (default sex)
  --reading NAME  of Annex I: closest, national_odds or implied_rate (default:
                  both)
  --design NAME   whose rules; may be given several times (default jkp)
  --rule RULE     of service; may be given several times
  --help          this text
  --trace         after a fault of the program: where it arose, to report it

Nothing else.`,
  );
});

Deno.test("usageText() keeps every word and the width when texts are long", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((all) =>
    all.join(" ")
  );
  const widths = fc.integer({ min: 40, max: 90 });
  fc.assert(
    fc.property(text, widths, (about, width) => {
      const options = { out: { value: "DIR", about } };
      const usage = usageText({ name: "task", summary: about, options }, width);
      assert(usage.split("\n").every((line) => line.length <= width));
      assertEquals(
        usage.replace(/\s+/g, " "),
        `Usage: deno task task [options] ${about} --out DIR ${about} --help this text ` +
          "--trace after a fault of the program: where it arose, to report it",
      );
    }),
    { examples: [["a", 40]] },
  );
});

Deno.test("inLines() breaks what is too long, and leaves a line that fits as it is", () => {
  const said = [
    "a.csv: row 10,  column X: expected one of L, P, got X",
    "  key = a  b",
    "  key = a text that is too long",
  ].join("\n");
  assertEquals(inLines(said, 24, 2).split("\n"), [
    "a.csv: row 10,  column",
    "  X: expected one of L,",
    "  P, got X",
    "  key = a  b",
    "  key = a text that is",
    "    too long",
  ]);
});

Deno.test("a command that passes options on reads none of them", async () => {
  const seen: (readonly string[])[] = [];
  const lab = command(
    { name: "lab", summary: "Opens it.", passesOn: "its options" },
    async (
      { args },
    ) => {
      await Promise.resolve(seen.push(args));
    },
  );
  await lab(["--port", "8890"], () => {});
  assertEquals(seen, [["--port", "8890"]]);
  await lab(
    ["--help"],
    (text) => assertStringIncludes(text, "deno task lab [its options]"),
  );
});

/** What `exitCodeOf` makes of an error. */
async function exitWith(thrown: unknown): Promise<[code: number, said: string]> {
  const said: string[] = [];
  const code = await exitCodeOf(
    () => Promise.reject(thrown),
    () => {},
    (text) => said.push(text),
  );
  return [code, said.join("\n")];
}

Deno.test("exitCodeOf() says in a line what the system refuses", async () => {
  const path = `${await Deno.makeTempDir()}/.jkp-staging-1.lock`;
  const refusals: readonly (readonly [() => unknown, string])[] = [
    [
      () => Deno.writeTextFileSync("/dev/full", "x"),
      "Cannot use /dev/full: the disk is full",
    ],
    [() => Deno.readTextFileSync(path), `Cannot use ${dirname(path)}: there is no such`],
    [() => Deno.mkdirSync("/dev/full/x"), "a file stands where a folder is wanted"],
    [() => {
      throw new Error("Read-only file system (os error 30)");
    }, "Cannot go on: the disk is read-only"],
    [() => {
      throw new Error("Too many open files (os error 24): open 'a'");
    }, "Cannot use a: too many files are open"],
    [() => {
      throw new Deno.errors.PermissionDenied("no");
    }, "Cannot go on: reading or writing is not permitted"],
    [() => {
      throw new Deno.errors.NotCapable(
        'Requires all access to "/dev/shm/a", run again with the --allow-all flag',
      );
    }, "Cannot use /dev/shm/a: it is in a folder of the system"],
  ];
  for (const [refuse, words] of refusals) {
    try {
      refuse();
    } catch (error) {
      const [code, said] = await exitWith(error);
      assertEquals([code, said.split("\n").length], [1, 1]);
      assertStringIncludes(said, words);
    }
  }
});

Deno.test("exitCodeOf() throws what is a fault of the program, and faultWords() says so", async () => {
  for (
    const fault of [
      new TypeError("x is undefined"),
      new RangeError("Invalid array length"),
      new Deno.errors.NotCapable('Requires env access to "HOME"'),
      new Deno.errors.BadResource("Bad resource ID"),
    ]
  ) {
    await assertRejects(() => exitWith(fault), fault.constructor as typeof Error);
    const words = faultWords(fault, false);
    assertStringIncludes(words, "A fault of JKP Lab, not of your data");
    assertStringIncludes(words, "--trace");
    assert(!words.includes("    at "));
    assertStringIncludes(faultWords(fault, true), "    at ");
  }
  assertEquals(await exitWith(new RangeError("Cannot value x: …")), [
    1,
    "Cannot value x: …",
  ]);
});

Deno.test("exitCodeOf() lets no sign through that would steer a terminal", async () => {
  const printed: string[] = [];
  const code = await exitCodeOf(
    async (print) => await Promise.resolve(print("a\x1b[2Jb\u009b\n")),
    (text) => printed.push(text),
    () => {},
  );
  assertEquals([code, ...printed], [0, "a\\u001b[2Jb\\u009b\n"]);
});
