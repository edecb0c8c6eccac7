/**
 * Extracts whose whole says something that no row does, or that hold too little for some
 * result, each through the commands that its user would call. The files stand in `cases/`;
 * `CASES` is the list.
 *
 * @module
 */

import { terminationRates } from "@jkp/experience";
import { readStatisticsExtract } from "@jkp/extract/read";
import { assert, assertStringIncludes } from "@std/assert";
import { sumSimple } from "simple-statistics";
import { type Case, CASES_FOLDER, extract, testCases } from "./cases_for_test.ts";
import { experienceCommand } from "./experience.ts";
import { runHere } from "./run_for_test.ts";

const NO_TEST =
  "Log-rank test of equal survival: spells of two groups, at risk when some " +
  "end and others do not, are wanted.";
const NO_ENTRANTS = "nobody of t is inactive for 0 months";

const CASES: readonly Case[] = [
  {
    file: "edge_complete",
    command: "check",
    expected: "nothing to ask about",
    findings: [],
    says: ["No errors, 0 warnings"],
  },
  {
    file: "edge_late",
    command: "check",
    expected:
      "payments of the last months are late: a warning, and how to cut the window",
    findings: ["last_months | 2019-09 to 2019-11 | 35 members leave"],
    says: ["have not all come in", "Cut the window: extract build --to 2019-08"],
  },
  {
    file: "edge_late",
    command: "build",
    expected: "a window that ends where payments are complete",
    options: ["--to", "2019-08"],
    says: ["Cut to 2016-01 to 2019-08, of 2016-01 to 2019-12."],
  },
  {
    file: "edge_late",
    command: "build",
    expected: "no months that the extract does not cover",
    options: ["--to", "2020-03"],
    says: ["months from 2016-01 to 2019-12, as lag1619 has them, are wanted"],
    code: 1,
  },
  {
    file: "base_ok",
    command: "inactivity",
    expected: "three inactivities, two of which go on",
    options: ["--to", "2019-12"],
    says: ["All: 3 inactivities, 2 not ended; median 7 months."],
  },
  ...[["--to", "2020-06"], ["--from", "2016-12"]].map((options): Case => ({
    file: "base_ok",
    command: "inactivity",
    expected: `no months that the data do not cover: ${options.join(" ")}`,
    options,
    says: ["Cannot study inactivity: months from 2017-01 to 2019-12, as t has them"],
    code: 1,
  })),
  {
    file: "base_ok",
    command: "experience",
    expected: "rates, although nobody is inactive for 0 months",
    says: [
      "Crude rates a month",
      "- Graduation, layoff M: members of 3 age groups",
    ],
  },
  {
    file: "base_ok",
    command: "value",
    expected: "in words, that the stock does not tell how long inactivity lasts",
    says: [NO_ENTRANTS, "has to come from completed spells"],
    code: 1,
  },
  {
    file: "e_edge",
    command: "experience",
    expected: "claims at an age that nobody contributed at are left out, with a note",
    says: ["- Rates, layoff M 30-34: 3 claims and no member at that age"],
  },
  {
    file: "e_edge",
    command: "inactivity",
    expected: "no distribution of inactivities that did not end",
    options: ["--by", "sex"],
    says: ["M: no distribution is fitted"],
  },
  { file: "e_edge", command: "service", expected: "it finishes" },
  {
    file: "e_onesex",
    command: "experience",
    expected: "what of one sex cannot be found is a note",
    says: [
      "- Graduation, layoff F: members of 3 age groups or more are wanted",
      "got members of 0",
    ],
  },
  { file: "e_onesex", command: "inactivity", expected: "it finishes" },
  { file: "e_onesex", command: "service", expected: "it finishes" },
  {
    file: "e_onesex",
    command: "value",
    expected: "in words, who is not there",
    says: ["Cannot value proposed_2021: nobody who leaves has enough service"],
    code: 1,
  },
  {
    file: "g_same",
    command: "inactivity",
    expected: "no test of groups that all end at once",
    options: ["--by", "sector"],
    says: [NO_TEST, "a: 2 inactivities, 0 not ended", "a: no distribution is fitted"],
  },
  {
    file: "g_same",
    command: "experience",
    expected: "rates of 0",
    says: ["got members of 1 and claims of 0 of 11 age groups"],
  },
  { file: "g_same", command: "service", expected: "no leavers, and it finishes" },
  {
    file: "g_same",
    command: "value",
    expected: "in words, that nobody claimed",
    says: ["nobody of t claimed after a layoff or resignation in 2018 to 2019"],
    code: 1,
  },
];

testCases(CASES);

Deno.test("rates of an extract cut where payments are late are those of the complete one", async () => {
  const out = await Deno.makeTempDir();
  const statistics = async (name: string, ...options: string[]) => {
    const built = `${out}/${name}${options.length}`;
    await extract("build", `${CASES_FOLDER}${name}`, "--out", built, ...options);
    return await readStatisticsExtract(built);
  };
  const complete = await statistics("edge_complete");
  const [late, cut] = [
    await statistics("edge_late"),
    await statistics("edge_late", "--to", "2019-08"),
  ];
  const rateOf = (extract: typeof cut) => terminationRates(extract).rates[0]!;
  const [ofCut, ofComplete] = [rateOf(cut), rateOf(complete)];
  const error = Math.sqrt(
    ofCut.claims / ofCut.exposureMonths ** 2 +
      ofComplete.claims / ofComplete.exposureMonths ** 2,
  );
  assert(Math.abs(ofCut.ratePerMonth - ofComplete.ratePerMonth) < 1.96 * error);
  // Those who stopped in the last three months, as a share of members.
  const stopped = ({ inactive, active, manifest }: typeof cut) =>
    sumSimple(inactive.slice(0, 3).map(({ members }) => members)) /
    sumSimple(
      active.filter(({ month }) => month === manifest.lastMonth).map((row) =>
        row.members
      ),
    );
  assert(stopped(late) > 4 * stopped(complete), "late payments look like leavers");
  assert(stopped(cut) < 2 * stopped(complete) + 0.02);
  await Deno.remove(out, { recursive: true });
});

Deno.test("experience --publish does not say of how few something is not found", async () => {
  const out = await Deno.makeTempDir();
  await extract("build", `${CASES_FOLDER}e_edge`, "--out", `${out}/built`);
  const { stdout } = await runHere(
    experienceCommand,
    ...["--extract", `${out}/built`, "--out", `${out}/public`, "--publish"],
  );
  assertStringIncludes(stdout, "- Rates, layoff M 30-34: too few data.");
  assert(!/\b3 claims/.test(stdout), stdout);
  await Deno.remove(out, { recursive: true });
});
