import { removeUnfinished } from "@jkp/files/write";

/** Signals that ask a process to end, and the exit code that a shell knows for each. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Windows knows only the first. */
const SIGNALS = Object.entries(EXIT_CODES)
  .slice(0, Deno.build.os === "windows" ? 1 : undefined) as [Deno.Signal, number][];

const TO_LINE_START = new TextEncoder().encode("\r\x1b[K");

/** What has to end first, such as a program that this one started. */
const endings = new Set<() => Promise<unknown>>();

/**
 * Ends the process when it is asked to, with nothing half-written and no program left that
 * it started. Asked again, it ends at once.
 */
export function endOnSignals(): void {
  let isEnding = false;
  for (const [signal, code] of SIGNALS) {
    Deno.addSignalListener(signal, async () => {
      removeUnfinished();
      if (isEnding) Deno.exit(code);
      isEnding = true;
      if (Deno.stderr.isTerminal()) Deno.stderr.writeSync(TO_LINE_START);
      await Promise.allSettled([...endings].map((end) => end()));
      removeUnfinished();
      Deno.exit(code);
    });
  }
}

/** Runs what has to be ended if the process is asked to end meanwhile. */
export async function endedOnSignals<Result>(
  end: () => Promise<unknown>,
  run: () => Promise<Result>,
): Promise<Result> {
  endings.add(end);
  try {
    return await run();
  } finally {
    endings.delete(end);
  }
}
