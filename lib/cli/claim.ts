import { writeFileWhole } from "@jkp/files/write";
import { tableToCsv, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import type { Claim } from "@jkp/entitlement";
import { readClaim, readClaims } from "@jkp/entitlement/read";
import { readScheme } from "@jkp/scheme/read";
import { decideMembers, membersSummary, membersTable } from "./claim_members.ts";
import { parseClaimOptions, toClaimOptions, USAGE } from "./claim_options.ts";
import { decidePerson, personJson, personText } from "./claim_person.ts";
import { refuseSameNames } from "./options.ts";
import { runCommand } from "./run_command.ts";

/**
 * The `claim` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} With everything that is wrong with a file.
 * @throws {RangeError} If a design has no rules yet in the month.
 */
export async function claimCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const values = parseClaimOptions(args);
  if (values.help) return print(USAGE);
  const { history, terminations, "earlier-claims": earlierClaims, member } = values;
  const designs = await Promise.all(values.design.map(readScheme));
  refuseSameNames("design", designs);
  const options = toClaimOptions(values, designs);
  const printPerson = (claim: Claim) => {
    const decisions = decidePerson(claim, designs, options);
    print(
      values.json
        ? JSON.stringify(personJson(claim, decisions), null, 2)
        : personText(claim, decisions),
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
    throw new UsageError(`--member wants a member_id of ${terminations}, got ${member}`);
  }
  const decisions = decideMembers(claims, designs, options);
  const table = membersTable(claims, decisions, options);
  if (values.out !== undefined) await writeFileWhole(values.out, tableToCsv(table));
  if (values.json) return print(JSON.stringify({ claims: table.rows }, null, 2));
  print(tableToText(membersSummary(decisions, options, history, membersLeftOut)));
  if (values.out !== undefined) {
    print(`${table.rows.length.toLocaleString("en")} rows written to ${values.out}.`);
  }
}

if (import.meta.main) {
  await runCommand((args) => claimCommand(args, console.log));
}
