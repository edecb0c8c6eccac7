import { type Said, saidError, type Words } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import type { JkpWarning } from "./jkp_claims.ts";

/** How many errors are worded one by one. */
const MOST_WORDED = 20;

/** A row of a file. */
export interface PlacedRow {
  readonly file: string;
  readonly row: number;
}

/** What is doubtful, in words of a language. */
type Doubt = (words: Words["jkp"]["doubt"]) => string;

/** Gathers what is wrong with a register, and what is doubtful. */
export class JkpFindings {
  readonly #errors: Said<Problem>[] = [];
  readonly #warnings = new Map<
    string,
    { readonly doubt: Doubt; found: number } & PlacedRow
  >();
  #found = 0;

  /** Takes something that makes the register unusable. */
  error(problem: Said<Problem>): void {
    this.#found++;
    if (this.#errors.length < MOST_WORDED) this.#errors.push(problem);
  }

  /** Takes something wrong with a cell. */
  cell(
    { file, row }: PlacedRow,
    column: string,
    expected: Said<string>,
    value: string | Said<string>,
  ): void {
    this.error((words) => {
      const { place, nothing } = words.files;
      const text = typeof value === "string" ? value : value(words);
      return {
        file,
        place: place.cell(row, column),
        expected: expected(words),
        received: text.trim() === "" ? nothing : text,
      };
    });
  }

  /** Takes something that is counted as it stands. */
  warning(
    name: keyof Words["jkp"]["doubt"],
    doubt: Doubt,
    { file, row }: PlacedRow,
  ): void {
    const known = this.#warnings.get(name);
    if (known !== undefined) known.found++;
    else this.#warnings.set(name, { doubt, found: 1, file, row });
  }

  /** What was doubtful, in words of a language. */
  warningsIn({ jkp }: Words): JkpWarning[] {
    return [...this.#warnings.values()].map(({ doubt, ...warning }) => ({
      meaning: doubt(jkp.doubt),
      ...warning,
    }));
  }

  /**
   * @param path Folder of the register.
   * @throws {DataError} With the first errors and the number of the others, if any.
   */
  throwIfAny(path: string): void {
    if (this.#found === 0) return;
    const further = this.#found - this.#errors.length;
    throw saidError([
      ...this.#errors,
      ...(further === 0 ? [] : [({ jkp }: Words) => ({
        file: path,
        expected: jkp.expected.noFurther,
        received: jkp.value.more(further),
      })]),
    ]);
  }
}
