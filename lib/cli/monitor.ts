import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `monitor` command. */
export const monitorCommand = commandOf("monitor", {
  extracts: "set a later extract's new months beside what an earlier one lets expect",
  valuation: "set what came beside what a valuation expects",
  valuations: "keep a dated series of valuations, and take two of them apart",
});

if (import.meta.main) {
  await runCommand(monitorCommand);
}
