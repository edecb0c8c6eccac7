import { namesIn } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { tableToCsv, tableToText } from "@jkp/exhibit";
import { titledIn, wordsOf } from "@jkp/language";
import { didYouMean, readTogether, UsageError } from "@jkp/problem";
import type { Claim } from "@jkp/entitlement";
import { readClaim, readClaims } from "@jkp/entitlement/read";
import { designNames, readScheme } from "@jkp/scheme/read";
import { decidedClaimsTable } from "@jkp/study/claims";
import { decideMembers, membersSummary } from "./claim_members.ts";
import { toClaimOptions } from "./claim_options.ts";
import { decidePerson, personJson, personText } from "./claim_person.ts";
import { command } from "./command.ts";
import { flagOf } from "./description.ts";
import { LANG, monthOption, refuseSameNames } from "./options.ts";
import { OWNER_ONLY } from "./outputs.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";

/** The `claim` command. */
export const claimCommand = command({
  name: "claim",
  summary: [
    "What a member is entitled to when an employment ends, and which rule decides.",
    `HISTORY is one person's claim as a TOML file (or the name of an example of
      data/claims: four_contracts, footnote_19), or a CSV file with the contributions of
      many members.`,
  ],
  operand: { word: "HISTORY", names: () => namesIn("claims") },
  options: {
    design: {
      value: "NAME|FILE",
      about: "whose rules: jkp_2021, proposed_2021, japan and others, or a TOML file",
      isMultiple: true,
      default: ["jkp_2021"],
      names: designNames,
    },
    month: {
      value: "YYYY-MM",
      about: "month whose rules hold",
      defaultWords: "of the termination",
      read: monthOption("--month"),
    },
    quantity: {
      value: "NAME=AMOUNT",
      about: "what limits are multiples of, such as minimum_wage=1570922",
      isMultiple: true,
      defaultWords: "such limits are left out",
    },
    longest: {
      about:
        "the longest duration where the source gives a range (default: the shortest)",
    },
    terminations: {
      value: "FILE",
      about: "with a CSV: the ends of employment, one row a member",
    },
    earlierClaims: { value: "FILE", about: "with a CSV: claims that were paid before" },
    member: { value: "ID", about: "with a CSV: this member alone, in full" },
    out: {
      value: "FILE",
      about: `with a CSV: where to write a row for each claim and design; it names
          members: keep it inside`,
    },
    json: { about: "print as JSON" },
    lang: LANG,
  },
  notes: [
    `A TOML file has [[contributions]] with first_month, last_month and wage;
      [termination] with month, reason, and claim_month and severance_pay if wanted; and
      may have [[claims]], [member] and [employer]. CSV files have the same keys as
      columns, and member_id. data/claims/README.md shows every key. Wages are those
      before any ceiling, a month, in the currency of the design.`,
    `A gap: a run of contributions ends with its last_month, and months between two runs
      are months without contribution. Months may also be listed one by one, with month in
      place of first_month and last_month. Then none may be missing: a month without
      contribution is listed with the wage "none" (in a CSV: none).`,
    `A file with problems is refused with all of them: file, place, value, what was
      expected. Exits with 0 whether the member is entitled or not.`,
  ],
  wanted: (got, words) => words.wanted(words.oneHistory, got),
  bilingual: "arguments",
}, async (given, print, letGo) => {
  const { operand: history, values, width, screenLanguage, usageWords } = given;
  const { usage } = usageWords;
  if (values.out === undefined) letGo("write");
  const { terminations, earlierClaims, member } = values;
  const isCsv = history.endsWith(".csv");
  for (const option of ["terminations", "earlierClaims", "member", "out"] as const) {
    if (isCsv || values[option] === undefined) continue;
    throw new UsageError(usage.wants(flagOf(option), usage.historyCsv, history));
  }
  if (isCsv && terminations === undefined) {
    throw new UsageError(usage.wants(history, "--terminations", usage.nothing));
  }
  if (member !== undefined && values.out !== undefined) {
    throw new UsageError(usage.wanted(usage.memberOrOut, usage.both));
  }
  const read = await readTogether(values.design.map(readScheme));
  refuseSameNames("design", read, usageWords);
  const language = values.lang ?? (values.json ? "en" : screenLanguage);
  const designs = read.map((design) => titledIn(design, language));
  const options = toClaimOptions(values, language, designs, usageWords);
  const printPerson = (claim: Claim) => {
    const decisions = decidePerson(claim, designs, options);
    print(
      values.json
        ? JSON.stringify(personJson(claim, decisions), null, 2)
        : personText(claim, decisions, width, language),
    );
  };
  if (terminations === undefined) return printPerson(await readClaim(history));
  const { claims, membersLeftOut } = await readClaims({
    contributions: history,
    terminations,
    ...(earlierClaims === undefined ? {} : { earlierClaims }),
  });
  if (member !== undefined) {
    const claim = claims.find(({ title }) => title === member);
    if (claim !== undefined) return printPerson(claim);
    const ids = claims.map(({ title }) => title);
    const meant = didYouMean(member, ids, usageWords.problem);
    throw new UsageError(
      usage.wants("--member", usage.memberOf(terminations), `${member}${meant}`),
    );
  }
  const decisions = decideMembers(claims, designs, options);
  const decided = () => decidedClaimsTable(claims, decisions, options.month);
  if (values.out !== undefined) {
    writeFileWhole(values.out, tableToCsv(decided()), OWNER_ONLY);
    letGo("write");
  }
  if (values.json) return print(JSON.stringify({ claims: decided().rows }, null, 2));
  print(
    tableToText(membersSummary(decisions, options, history, membersLeftOut), { width }),
  );
  if (values.out !== undefined) {
    const rows = claims.length * designs.length;
    print(inLines(wordsOf(language).claim.many.written(rows, values.out), width));
  }
});

if (import.meta.main) {
  await runCommand(claimCommand);
}
