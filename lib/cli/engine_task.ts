import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `engine` command. */
export const engineCommand = commandOf("engine", {
  build: "count a table of spells where it is into a statistics extract",
});

if (import.meta.main) {
  await runCommand(engineCommand);
}
