import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `valuation` command. */
export const valuationCommand = commandOf("valuation", {
  compare: "take the difference between two valuations apart",
  experience: "hold a valuation against what happened in JKP",
  init: "draft a valuation file for an extract of one's own",
});

if (import.meta.main) {
  await runCommand(valuationCommand);
}
