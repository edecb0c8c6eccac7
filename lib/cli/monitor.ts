import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `monitor` command. */
export const monitorCommand = commandOf({
  extracts: {
    about: "set a later extract's new months beside what an earlier one lets expect",
    load: async () => (await import("./monitor_extracts.ts")).monitorExtractsCommand,
  },
});

if (import.meta.main) {
  await runCommand(monitorCommand);
}
