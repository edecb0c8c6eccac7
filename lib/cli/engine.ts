import { DataError } from "@jkp/problem";
import { parseTrinoAddress } from "@jkp/spells/engine";
import { fileURLToPath } from "node:url";
import { endedOnSignals, endOnSignals } from "./interrupts.ts";

/** Variables of the environment that say who asks. */
export const ENGINE_VARIABLES = ["TRINO_USER", "TRINO_PASSWORD", "TRINO_TOKEN"] as const;

const TASK = fileURLToPath(new URL("engine_task.ts", import.meta.url));

/**
 * Starts the task with leave to reach the one host that its arguments name, and no other:
 * Deno wants to know it before a process begins. Gives its exit code.
 */
async function startWithItsHost(args: readonly string[]): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--deny-run",
      "--deny-ffi",
      "--allow-read",
      "--allow-write",
      `--allow-env=${[...ENGINE_VARIABLES, "COLUMNS"].join()}`,
      netOf(args),
      TASK,
      ...args,
    ],
  }).spawn();
  const end = async () => {
    child.kill("SIGTERM");
    await child.status;
  };
  const { code } = await endedOnSignals(end, () => child.status);
  return code;
}

/** The permission for the host of an address; none where there is no address. */
function netOf(args: readonly string[]): string {
  try {
    const address = args.find((arg) => arg.includes("://")) ?? "";
    const { protocol, hostname, port } = new URL(parseTrinoAddress(address).origin);
    return `--allow-net=${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
  } catch (error) {
    if (error instanceof DataError) return "--deny-net"; // the task says what is wrong
    throw error;
  }
}

if (import.meta.main) {
  endOnSignals();
  Deno.exit(await startWithItsHost(Deno.args));
}
