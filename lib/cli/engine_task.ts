import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `engine` command. */
export const engineCommand = commandOf({
  build: {
    about: "count a table of spells where it is into a statistics extract",
    load: async () => (await import("./engine_build.ts")).engineBuildCommand,
  },
});

if (import.meta.main) {
  await runCommand(engineCommand);
}
