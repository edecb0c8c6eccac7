import { removeUnfinished, watchUnfinished } from "@jkp/files/write";

/** Signals that ask a process to end, and the exit code that a shell knows for each. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Windows knows only the first. */
const SIGNALS = Object.entries(EXIT_CODES)
  .slice(0, Deno.build.os === "windows" ? 1 : undefined) as [Deno.Signal, number][];

const TO_LINE_START = new TextEncoder().encode("\r\x1b[K");

/** What has to end first, such as a program that this one started. */
const endings = new Set<() => Promise<unknown>>();

let hasUnfinished = false;
let isListening = false;
let isEnding = false;

/**
 * Ends the process in good order when it is asked to, with nothing half-written and no
 * program left that it started. Asked again, it ends at once. While there is nothing to
 * put in order, the system ends it, even in the midst of a long computation.
 */
export function endOnSignals(): void {
  watchUnfinished((isAny) => {
    hasUnfinished = isAny;
    listenIfNeeded();
  });
}

/** Runs what has to be ended if the process is asked to end meanwhile. */
export async function endedOnSignals<Result>(
  end: () => Promise<unknown>,
  run: () => Promise<Result>,
): Promise<Result> {
  endings.add(end);
  listenIfNeeded();
  try {
    return await run();
  } finally {
    endings.delete(end);
    listenIfNeeded();
  }
}

function listenIfNeeded(): void {
  const isNeeded = hasUnfinished || endings.size > 0 || isEnding;
  if (isNeeded === isListening) return;
  isListening = isNeeded;
  for (const [signal, listener] of LISTENERS) {
    if (isNeeded) Deno.addSignalListener(signal, listener);
    else Deno.removeSignalListener(signal, listener);
  }
}

const LISTENERS = SIGNALS.map(([signal, code]) =>
  [signal, () => void endWith(code)] as const
);

async function endWith(code: number): Promise<void> {
  if (isEnding) Deno.exit(code);
  isEnding = true;
  removeUnfinished();
  if (Deno.stderr.isTerminal()) Deno.stderr.writeSync(TO_LINE_START);
  await Promise.allSettled([...endings].map((end) => end()));
  removeUnfinished();
  Deno.exit(code);
}
