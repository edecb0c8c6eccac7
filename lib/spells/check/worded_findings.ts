import type { Problem } from "@jkp/problem";
import type { Finding } from "./finding.ts";

/** Findings as problems of an error. */
export function wordedFindings(errors: readonly Finding[]): Problem[] {
  return errors.map(problemOf);
}

/** Findings to be worded as problems of an error: those of the same words once. */
export class WordedFindings {
  readonly #most: number;
  readonly #problems = new Map<string, { readonly problem: Problem; times: number }>();
  #told = 0;

  /** @param most How many are worded. */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many findings were worded, those of the same words among them. */
  get told(): number {
    return this.#told;
  }

  /** The problems, with how often each stands. */
  get problems(): Problem[] {
    return [...this.#problems.values()].map(({ problem, times }) => {
      if (times === 1) return problem;
      const often = `${times.toLocaleString("en")} times`;
      const { received } = problem;
      return {
        ...problem,
        received: received === undefined ? often : `${received} (${often})`,
      };
    });
  }

  /** Takes a finding in, as long as there is room for its words. */
  add(finding: Finding): void {
    const isFull = this.#problems.size === this.#most;
    if (isFull && finding.row !== undefined) return; // a row stands for itself
    const problem = problemOf(finding);
    const key = JSON.stringify(problem);
    const known = this.#problems.get(key);
    if (known === undefined && isFull) return;
    if (known !== undefined) known.times++;
    else this.#problems.set(key, { problem, times: 1 });
    this.#told++;
  }
}

function problemOf({ file, row, column, expected, value }: Finding): Problem {
  const place = [
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return {
    file,
    ...(place.length === 0 ? {} : { place: place.join(", ") }),
    expected,
    ...(value === undefined ? {} : { received: value || "nothing" }),
  };
}
