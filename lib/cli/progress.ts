import { printableLine } from "@jkp/problem";

/** Shows which step a long command is at: one line that changes, or nothing in a pipe. */
export interface Progress {
  /** Says which step begins. */
  step(text: string): void;
  /** Says how far the step is. */
  update(text: string): void;
  /** Says how many rows the step has read. */
  rowsSeen(rows: number): void;
  /**
   * Says where a ledger will be sorted, how much room on disk that may take, and what killed
   * processes had left there.
   */
  scratchPlanned(folder: string, bytes: number, leftovers: readonly string[]): void;
  /** Clears the line. */
  end(): void;
}

/** Room on disk that is too little to be spoken of. */
const LEAST_SAID_BYTES = 100_000_000;

const ENCODER = new TextEncoder();

/** A progress display on standard error, for people at a terminal only. */
export function showProgress(
  steps: number,
  isTerminal: boolean = Deno.stderr.isTerminal(),
): Progress {
  let done = 0;
  const write = (text: string) => {
    if (isTerminal) {
      Deno.stderr.writeSync(ENCODER.encode(`\r\x1b[K${printableLine(text)}`));
    }
  };
  const said = (text: string) =>
    Deno.stderr.writeSync(
      ENCODER.encode(`${isTerminal ? "\r\x1b[K" : ""}${printableLine(text)}\n`),
    );
  const update = (text: string) => write(`[${done}/${steps}] ${text}`);
  return {
    step: (text) => write(`[${++done}/${steps}] ${text}`),
    update,
    rowsSeen: (rows) => update(`${rows.toLocaleString("en")} rows read`),
    scratchPlanned: (folder, bytes, leftovers) => {
      if (leftovers.length > 0) {
        said(`Removed, left by a process that was killed: ${leftovers.join(", ")}.`);
      }
      if (bytes < LEAST_SAID_BYTES) return;
      said(
        `The ledger is sorted on disk: up to ${
          (bytes / 1e9).toFixed(1)
        } GB in ${folder}, ` +
          "gone afterwards. TMPDIR names another place.",
      );
    },
    end: () => write(""),
  };
}
