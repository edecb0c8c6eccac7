import { filedView, valueColumn } from "@jkp/explorer";
import { readExplorerData } from "@jkp/explorer/read";
import { explorerPage } from "@jkp/explorer/write";
import { formatNumber, percent } from "@jkp/exhibit";
import { writeFilesTogether } from "@jkp/files/write";
import { join } from "node:path";
import { command } from "./command.ts";
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
    out: { value: "DIR", about: "folder to write to", default: "outputs" },
  },
  wanted: (got) => `Cannot make an explorer of ${got}: options only`,
}, async ({ values, width }, print, letGo) => {
  const data = await readExplorerData();
  letGo("ffi");
  const html = await explorerPage(data);
  letGo("env", "sys");
  writeFilesTogether(values.out, new Map([[PAGE, html]]));
  const size = formatNumber(new TextEncoder().encode(html).length / 1e3);
  const rates = data.valuations.map((valuation) => {
    const { name } = valuation.file;
    const { columns: [column], trialRate } = filedView(data, name);
    const { valuation: { years: [first] } } = valueColumn(valuation, column!, trialRate);
    return `${name} (PAYG cost rate of ${first!.year} as filed: ${
      percent(first!.paygCostRate, 3)
    })`;
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
