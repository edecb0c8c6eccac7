import { noteUnfinished } from "@jkp/files/write";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import type { DataFrame } from "nodejs-polars";

/**
 * A folder on disk for what does not fit into memory; it is gone when this is disposed of,
 * and when the process is asked to end before.
 */
export class Scratch {
  readonly folder: string;
  readonly #forget: () => void;

  /** Makes a folder in the system's own for temporary files, which `TMPDIR` names. */
  constructor() {
    this.folder = Deno.makeTempDirSync({ prefix: "jkp_ledger_" });
    this.#forget = noteUnfinished(() => this.#remove());
  }

  [Symbol.dispose](): void {
    this.#remove();
    this.#forget();
  }

  #remove(): void {
    Deno.removeSync(this.folder, { recursive: true });
  }

  /** Writes a frame into the folder; gives the path. */
  write(name: string, frame: DataFrame): string {
    const path = join(this.folder, name);
    try {
      frame.writeParquet(path, { compression: "lz4" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DataError([{
        file: this.folder,
        expected: "room on disk to sort the ledger (TMPDIR may name another folder)",
        received: reason.split("\n")[0]!,
      }]);
    }
    return path;
  }
}
