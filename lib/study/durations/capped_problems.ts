import { DataError, furtherProblems, type Problem } from "@jkp/problem";

/** Problems that are worded; the rest are counted. */
const MOST_WORDED = 20;

/** Problems: the first are kept, the rest only counted. */
export class CappedProblems {
  readonly #worded: Problem[] = [];
  #more = 0;

  /** Takes a problem in. */
  add(problem: Problem): void {
    if (this.#worded.length < MOST_WORDED) this.#worded.push(problem);
    else this.#more++;
  }

  /** @throws {DataError} If there are any. */
  throwIfAny(file: string): void {
    if (this.#worded.length === 0) return;
    const more = this.#more === 0 ? [] : [furtherProblems(file, this.#more)];
    throw new DataError([...this.#worded, ...more]);
  }
}
