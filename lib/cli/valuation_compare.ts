import { formatNumber, tableToText } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import { UsageError } from "@jkp/problem";
import { reconciliationTable } from "@jkp/study";
import { mainRole, reconcile, type Reconciliation } from "@jkp/valuation";
import { designNames } from "@jkp/scheme/read";
import { readValuation } from "@jkp/valuation/read";
import { command } from "./command.ts";
import { inLines } from "./screen.ts";

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
      : `${inLines(answerInWords(reconciliation), width)}\n\n` +
        tableToText(reconciliationTable(reconciliation, source), { width }),
  );
});

/** From which rate to which, and what moves it most; where a fund hides it, without it. */
function answerInWords({ from, to, steps }: Reconciliation): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const percent = (rate: number) => formatNumber(100 * rate, 2);
  const isHidden = steps.some(({ suggestedRate }) => suggestedRate === 0);
  const [what, rate, change] = isHidden
    ? ["break-even rate without the fund", "breakEvenRate", "breakEvenChange"] as const
    : ["suggested rate", "suggestedRate", "change"] as const;
  const [most] = steps.slice(1)
    .toSorted((one, other) => Math.abs(other[change]) - Math.abs(one[change]));
  const moved = most === undefined || most[change] === 0
    ? "no step changes it"
    : `the largest step is ${most.parts.join(" and ")}, ${percent(most[change])} points`;
  return `From ${from.file.name} to ${to.file.name} the ${what} goes from ` +
    `${percent(first[rate])} to ${percent(last[rate])} per cent of insurable earnings; ` +
    `${moved}.`;
}
