import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `extract` command. */
export const extractCommand = commandOf({
  init: {
    about: "say what a folder of files holds, and draft what it lacks",
    load: async () => (await import("./extract_init.ts")).extractInitCommand,
  },
  check: {
    about: "what is wrong with a member-level extract",
    load: async () => (await import("./extract_check.ts")).extractCheckCommand,
  },
  build: {
    about: "count it into a statistics extract",
    load: async () => (await import("./extract_build.ts")).extractBuildCommand,
  },
  merge: {
    about: "add statistics extracts that were built part by part",
    load: async () => (await import("./extract_merge.ts")).extractMergeCommand,
  },
  map: {
    about: "propose how its columns are to be read",
    load: async () => (await import("./extract_map.ts")).extractMapCommand,
  },
  synthesize: {
    about: "make a labelled synthetic extract",
    load: async () => (await import("./extract_synthesize.ts")).extractSynthesizeCommand,
  },
});

if (import.meta.main) {
  await runCommand(extractCommand);
}
