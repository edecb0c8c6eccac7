import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `extract` command. */
export const extractCommand = commandOf("extract", {
  init: "say what a folder of files holds, and draft what it lacks",
  check: "what is wrong with a member-level extract",
  build: "count it into a statistics extract",
  merge: "add statistics extracts that were built part by part",
  map: "propose how its columns are to be read",
  synthesize: "make a labelled synthetic extract",
});

if (import.meta.main) {
  await runCommand(extractCommand);
}
