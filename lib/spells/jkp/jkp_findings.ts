import { DataError, furtherProblems, type Problem } from "@jkp/problem";
import type { JkpWarning } from "./jkp_claims.ts";

/** How many errors are worded one by one. */
const MOST_WORDED = 20;

/** A row of a file. */
export interface PlacedRow {
  readonly file: string;
  readonly row: number;
}

/** Gathers what is wrong with a register, and what is doubtful. */
export class JkpFindings {
  readonly #errors: Problem[] = [];
  readonly #warnings = new Map<string, { found: number } & PlacedRow>();
  #found = 0;

  /** Takes something that makes the register unusable. */
  error(problem: Problem): void {
    this.#found++;
    if (this.#errors.length < MOST_WORDED) this.#errors.push(problem);
  }

  /** Takes something wrong with a cell. */
  cell({ file, row }: PlacedRow, column: string, expected: string, value: string): void {
    const received = value.trim() === "" ? "nothing" : value;
    this.error({ file, place: `row ${row}, column ${column}`, expected, received });
  }

  /** Takes something that is counted as it stands. */
  warning(meaning: string, { file, row }: PlacedRow): void {
    const known = this.#warnings.get(meaning);
    if (known !== undefined) known.found++;
    else this.#warnings.set(meaning, { found: 1, file, row });
  }

  get warnings(): JkpWarning[] {
    return [...this.#warnings].map(([meaning, warning]) => ({ meaning, ...warning }));
  }

  /**
   * @param path Folder of the register.
   * @throws {DataError} With the first errors and the number of the others, if any.
   */
  throwIfAny(path: string): void {
    if (this.#found === 0) return;
    const further = this.#found - this.#errors.length;
    throw new DataError([
      ...this.#errors,
      ...(further === 0 ? [] : [furtherProblems(path, further)]),
    ]);
  }
}
