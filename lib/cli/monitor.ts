import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `monitor` command. */
export const monitorCommand = commandOf({
  extracts: {
    about: "set a later extract's new months beside what an earlier one lets expect",
    load: async () => (await import("./monitor_extracts.ts")).monitorExtractsCommand,
  },
  valuation: {
    about: "set what came beside what a valuation expects",
    load: async () => (await import("./monitor_valuation.ts")).monitorValuationCommand,
  },
  valuations: {
    about: "keep a dated series of valuations, and take two of them apart",
    load: async () => (await import("./monitor_valuations.ts")).monitorValuationsCommand,
  },
});

if (import.meta.main) {
  await runCommand(monitorCommand);
}
