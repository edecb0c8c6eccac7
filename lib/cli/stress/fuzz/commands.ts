import type { CommandFunction } from "../../command.ts";
import { exitCodeOf } from "../../run_command.ts";
import { namesIn } from "../names_in.ts";
import type { Outcome } from "./mutant.ts";

/** The exit code of a command that says nothing. */
export function codeOf(
  command: CommandFunction,
  ...args: readonly string[]
): Promise<number> {
  return exitCodeOf((print) => command(args, print), () => {}, () => {});
}

/**
 * Runs a command that writes into a folder, if it writes: its exit code must be that of the
 * outcome, and nothing hidden or half written may be left.
 */
export async function runWriting(
  command: CommandFunction,
  args: readonly string[],
  out: string,
  { counts, found }: Outcome,
): Promise<string[]> {
  const isRefused = counts === undefined || found.some(({ isError }) => isError);
  const code = await codeOf(command, ...args);
  const wanted = isRefused ? 1 : 0;
  const names = namesIn(out);
  const litter = isRefused ? names : names.filter((name) => name.startsWith("."));
  return [
    ...(code === wanted ? [] : [`the command exits with ${code}, not ${wanted}`]),
    ...(litter.length === 0 ? [] : [`the command leaves ${litter}`]),
  ];
}
