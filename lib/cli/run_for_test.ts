import { exitCodeOf } from "./run_command.ts";

/** What a command left behind. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a task of the project as its user does, with the task's own permissions: a process
 * of its own, for what only a process shows.
 */
export async function runTask(...args: readonly string[]): Promise<CommandResult> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/**
 * Runs a command in this process, through the code that turns what goes wrong into an
 * exit code.
 */
export async function runHere(
  command: (args: readonly string[], print: (text: string) => void) => Promise<void>,
  ...args: readonly string[]
): Promise<CommandResult> {
  const printed: string[] = [];
  const errors: string[] = [];
  const code = await exitCodeOf(
    (print) => command(args, print),
    (text) => printed.push(text),
    (text) => errors.push(text),
  );
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
  return { code, stdout: text(printed), stderr: text(errors) };
}
