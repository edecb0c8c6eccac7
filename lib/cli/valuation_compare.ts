import { tableToText } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import { UsageError } from "@jkp/problem";
import { reconciliationTable } from "@jkp/study";
import { mainRole, reconcile } from "@jkp/valuation";
import { designNames } from "@jkp/scheme/read";
import { readValuation } from "@jkp/valuation/read";
import { command } from "./command.ts";

/** The `valuation compare` command. */
export const valuationCompareCommand = command({
  name: "valuation compare",
  summary:
    `Takes the difference between two valuations apart: time, data, law, assumptions and
      method of the first are exchanged for those of the second, one after the other, and
      together they are the whole difference. Of several designs the first is compared, or the
      one that is named.`,
  operand: { word: "VALUATION", isMany: true, names: () => namesIn("valuations") },
  options: {
    fromScenario: {
      value: "ROLE",
      about: "scenario of the first valuation",
      defaultWords: "base, or else its first",
    },
    toScenario: {
      value: "ROLE",
      about: "scenario of the second valuation",
      defaultWords: "base, or else its first",
    },
    fromDesign: {
      value: "NAME|FILE",
      about: "design of the first valuation, one of data/designs or a TOML file",
      names: designNames,
      defaultWords: "its first",
    },
    toDesign: {
      value: "NAME|FILE",
      about:
        "design of the second valuation; to compare two laws on one valuation, name it " +
        "twice",
      names: designNames,
      defaultWords: "its first",
    },
    json: { about: "print the steps as JSON" },
  },
  wanted: (got) => `two valuations are wanted, got ${got}`,
}, async ({ operand: names, values, width }, print, letGo) => {
  letGo("write");
  if (names.length !== 2) {
    throw new UsageError(
      `two valuations are wanted, got ${names.join(" ") || "nothing"}`,
    );
  }
  const designs = [values.fromDesign, values.toDesign];
  const [from, to] = await Promise.all(
    names.map((name, i) =>
      readValuation(name, {
        designs: designs[i] === undefined ? undefined : [designs[i]],
      })
    ),
  );
  letGo("ffi", "env", "sys");
  const reconciliation = reconcile(from!, to!, [
    values.fromScenario ?? mainRole(from!),
    values.toScenario ?? mainRole(to!),
  ]);
  const { roles, steps } = reconciliation;
  const sources = new Set([from!.inWords, to!.inWords]);
  const source = `JKP Lab: ${[...sources].join("; then ")}.`;
  print(
    values.json
      ? JSON.stringify({ source, names, roles, steps }, null, 2)
      : tableToText(reconciliationTable(reconciliation, source), { width }),
  );
});
