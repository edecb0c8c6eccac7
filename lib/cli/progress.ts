import { printableLine } from "@jkp/problem";

/** Shows which step a long command is at: one line that changes, or nothing in a pipe. */
export interface Progress {
  /** Says which step begins. */
  step(text: string): void;
  /** Says how far the step is. */
  update(text: string): void;
  /** Says how many rows the step has read. */
  rowsSeen(rows: number): void;
  /** Clears the line. */
  end(): void;
}

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
  const update = (text: string) => write(`[${done}/${steps}] ${text}`);
  return {
    step: (text) => write(`[${++done}/${steps}] ${text}`),
    update,
    rowsSeen: (rows) => update(`${rows.toLocaleString("en")} rows read`),
    end: () => write(""),
  };
}
