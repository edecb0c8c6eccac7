import { tableToText } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import { UsageError } from "@jkp/problem";
import { reconciliationTable } from "@jkp/study";
import { mainRole, reconcile } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { command } from "./command.ts";

/** The `valuation compare` command. */
export const valuationCompareCommand = command({
  name: "valuation compare",
  summary:
    `Takes the difference between two valuations apart: time, data, law, assumptions and
      method of the first are exchanged for those of the second, one after the other, and
      together they are the whole difference. Of several designs the first is compared.`,
  operand: { word: "VALUATION", isMany: true, names: () => namesIn("valuations") },
  options: {
    fromScenario: {
      value: "ROLE",
      about: "scenario of the first valuation",
      defaultWords: "base",
    },
    toScenario: {
      value: "ROLE",
      about: "scenario of the second valuation",
      defaultWords: "base",
    },
    json: { about: "print the steps as JSON" },
  },
  wanted: (got) => `two valuations are wanted, got ${got}`,
}, async ({ operand: names, values }, print, letGo) => {
  letGo("write");
  if (names.length !== 2) {
    throw new UsageError(
      `two valuations are wanted, got ${names.join(" ") || "nothing"}`,
    );
  }
  const [from, to] = await Promise.all(names.map((name) => readValuation(name)));
  letGo("ffi", "env", "sys");
  const reconciliation = reconcile(from!, to!, [
    values.fromScenario ?? mainRole(from!),
    values.toScenario ?? mainRole(to!),
  ]);
  const { roles, steps } = reconciliation;
  const source = `JKP Lab: ${from!.inWords}; then ${to!.inWords}.`;
  print(
    values.json
      ? JSON.stringify({ source, names, roles, steps }, null, 2)
      : tableToText(reconciliationTable(reconciliation, source)),
  );
});
