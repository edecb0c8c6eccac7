import { join } from "node:path";
import { apiPages } from "./api/api_pages.ts";
import { command } from "./command.ts";
import { writeOutputs } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

/** The `api` command. */
export const apiCommand = command({
  name: "api",
  summary: `Writes pages of every function that notebooks and scripts can import, with the
      page of lib/README.md first. They need no network and no server.`,
  options: {
    out: {
      value: "DIR",
      about: "folder to write to",
      default: "outputs/api",
    },
  },
}, async ({ values }, print, letGo) => {
  const progress = showProgress(1);
  try {
    progress.step("Documenting the faces");
    const pages = await apiPages();
    letGo("run");
    const count = writeOutputs(values.out, pages);
    print(`Open ${join(values.out, "index.html")}; ${count.toLocaleString("en")} files.`);
  } finally {
    progress.end();
  }
});

if (import.meta.main) await runCommand(apiCommand);
