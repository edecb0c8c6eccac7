import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endedOnSignals } from "./interrupts.ts";

/** The program below which others run that are to end with their parent. */
export const ATTACHED: string = fileURLToPath(new URL("attached.py", import.meta.url));

/** A program that ended. */
export interface Ended {
  readonly code: number;
  /** What it said on standard error, if that was kept. */
  readonly stderr: string;
}

/**
 * Runs a program of a Python environment that ends when this process does, even if this
 * one is killed. Asked to end, it gets the time to end what it started itself.
 *
 * @param programs The folder of the environment's programs.
 * @param keepsStderr Whether what it says on standard error is kept, not shown.
 */
export async function runAttached(
  programs: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  keepsStderr: boolean,
): Promise<Ended> {
  const child = new Deno.Command(join(programs, "python"), {
    args: [ATTACHED, ...args],
    env,
    ...(keepsStderr ? { stdin: "null", stdout: "null", stderr: "piped" } : {}),
  }).spawn();
  const end = async () => {
    child.kill("SIGTERM");
    await child.status;
  };
  return await endedOnSignals(end, async () => {
    const stderr = keepsStderr ? await new Response(child.stderr).text() : "";
    const { code } = await child.status;
    return { code, stderr };
  });
}
