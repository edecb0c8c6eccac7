import { filedView, valueColumn } from "@jkp/explorer";
import { EXPLORED_VALUATIONS, readExplorerData } from "@jkp/explorer/read";
import { explorerPage } from "@jkp/explorer/write";
import { formatNumber, percent } from "@jkp/exhibit";
import { namesIn } from "@jkp/files/read";
import { writeFilesTogether } from "@jkp/files/write";
import { isRunningScheme, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { command } from "./command.ts";
import { refuseSameNames } from "./options.ts";
import { keyOfRun } from "./result_key.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";

/** What it writes. */
const PAGE = "explorer.html";

/**
 * The `explorer` command. It needs a bundler, which the commands' lock has not: `reproduce`
 * does not write its page.
 */
export const explorerCommand = command({
  name: "explorer",
  summary:
    `Writes a page in which designs, scenarios and assumptions are changed and valued side
      by side. It needs no network and no other file.`,
  options: {
    valuation: {
      value: "NAME|FILE",
      about: "a file of data/valuations, or a TOML file; the page begins with the first",
      isMultiple: true,
      names: () => namesIn("valuations"),
      defaultWords: EXPLORED_VALUATIONS.join(" and "),
    },
    out: { value: "DIR", about: "folder to write to", default: "outputs" },
  },
  wanted: (got) => `Cannot make an explorer of ${got}: options only`,
}, async ({ values, width }, print, letGo) => {
  const names = values.valuation.length === 0 ? EXPLORED_VALUATIONS : values.valuation;
  refuseSameNames("valuation", names.map((name) => ({ name })));
  const data = await readExplorerData(names);
  const runs = await Promise.all(names.map((name) => readValuation(name)))
    .then((all) => all.map((basis) => runValuation(basis)));
  letGo("ffi");
  const keys = await Promise.all(
    runs.map(async (run) => [
      run.basis.file.name,
      (await keyOfRun(run, { keepsId: false })).key,
    ]),
  );
  const html = await explorerPage(data, {
    keys: Object.fromEntries(keys.filter(([, key]) => key !== null)),
  });
  letGo("env", "sys");
  writeFilesTogether(values.out, new Map([[PAGE, html]]));
  const size = formatNumber(new TextEncoder().encode(html).length / 1e3);
  const rates = data.valuations.map((valuation) => {
    const { name } = valuation.file;
    const { columns: [column], trialRate } = filedView(data, name);
    const { suggestedRate, valuation: { years: [first] } } = valueColumn(
      valuation,
      column!,
      trialRate,
    );
    return isRunningScheme(valuation.file.terms)
      ? `${name} (as filed a cost of ${percent(first!.paygCostRate, 3)} in ${
        first!.year
      })`
      : `${name} (as filed ${percent(suggestedRate, 2)} suggested)`;
  });
  print(inLines(
    `${join(values.out, PAGE)} written, ${size} kB: ${
      rates.join(" and ")
    }. Open it in a ` +
      "browser.",
    width,
  ));
});

if (import.meta.main) await runCommand(explorerCommand);
