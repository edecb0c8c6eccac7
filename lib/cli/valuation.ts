import { runCommand } from "./run_command.ts";
import { commandOf } from "./sub_commands.ts";

/** The `valuation` command. */
export const valuationCommand = commandOf({
  compare: {
    about: "take the difference between two valuations apart",
    load: async () => (await import("./valuation_compare.ts")).valuationCompareCommand,
  },
  experience: {
    about: "hold a valuation against what happened in JKP",
    load: async () =>
      (await import("./valuation_experience.ts")).valuationExperienceCommand,
  },
  init: {
    about: "draft a valuation file for an extract of one's own",
    load: async () => (await import("./valuation_init.ts")).valuationInitCommand,
  },
});

if (import.meta.main) {
  await runCommand(valuationCommand);
}
