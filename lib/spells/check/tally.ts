import { type Language, problemsIn, type Words, wordsOf } from "@jkp/language";
import { type DataError, shownValue } from "@jkp/problem";
import { type Finding, type FindingSink, type RuleName, RULES } from "./finding.ts";

/** How far a rule was checked, and what was found. */
export interface RuleTally {
  /** Rows, members or figures that were checked. */
  checked: number;
  /** Those that could not be: a cell that the rule needs is not there. */
  notChecked: number;
  /** Those that break the rule. */
  found: number;
}

/** The place of a row or cell, in any of the languages. */
const PLACE = /^(?:row|baris) (\d+)(?:, (?:column|kolom) (.*))?$/s;

/** A finding of a rule that is told apart. */
type BareFinding = Omit<Finding, "rule" | "severity">;

/** Passes findings on and counts them by rule. */
export class Tally {
  readonly #sink: FindingSink;
  readonly #tallies = new Map<RuleName, RuleTally>();
  readonly #reasons = new Map<RuleName, string>();
  readonly #leftOut = new Set<RuleName>();
  readonly #remarks: string[] = [];
  #rename = (finding: BareFinding): BareFinding => finding;

  /** In which findings, reasons and remarks are worded. */
  readonly words: Words;

  /**
   * @param sink Where findings go.
   * @param language In which they are worded.
   */
  constructor(sink: FindingSink, language: Language = "en") {
    this.#sink = sink;
    this.words = wordsOf(language);
  }

  /** Counts of a rule; all 0 if it was never looked at. */
  of(rule: RuleName): RuleTally {
    const known = this.#tallies.get(rule);
    if (known !== undefined) return known;
    const tally = { checked: 0, notChecked: 0, found: 0 };
    this.#tallies.set(rule, tally);
    return tally;
  }

  /** Counts what was checked and what could not be. */
  checked(rule: RuleName, checked: number, notChecked = 0): void {
    const tally = this.of(rule);
    tally.checked += checked;
    tally.notChecked += notChecked;
  }

  /** Says why a rule was not checked, or not for all that it is about, or what was left. */
  explain(rule: RuleName, reason: string): void {
    this.#reasons.set(rule, reason);
  }

  /** Leaves out rules that are not for such an extract: no verdict names them. */
  leaveOut(rules: Iterable<RuleName>): void {
    for (const rule of rules) this.#leftOut.add(rule);
  }

  /** Whether a rule is for such an extract. */
  isFor(rule: RuleName): boolean {
    return !this.#leftOut.has(rule);
  }

  /** Why a rule was not checked, if anybody said. */
  reasonOf(rule: RuleName): string | undefined {
    return this.#reasons.get(rule);
  }

  /** Says in a sentence what was done with rows that are no errors. */
  remark(sentence: string): void {
    this.#remarks.push(sentence);
  }

  /** What was said of the whole so far. */
  get remarks(): readonly string[] {
    return this.#remarks;
  }

  /** Passes the problems of an error on as findings of a rule. */
  findAll(rule: RuleName, error: DataError | undefined): void {
    if (error === undefined) return;
    for (const { file, place, expected, received } of problemsIn(error, this.words)) {
      const [, row, ofCell] = PLACE.exec(place ?? "") ?? [];
      const column = row === undefined ? place : ofCell;
      this.find(rule, {
        file,
        ...(row === undefined ? {} : { row: Number(row) }),
        ...(column === undefined ? {} : { column }),
        ...(received === undefined ? {} : { value: received }),
        expected,
      });
    }
  }

  /** Has findings that come up meanwhile renamed: those of files that nobody knows. */
  async renaming<Result>(
    rename: (finding: BareFinding) => BareFinding,
    run: () => Promise<Result>,
  ): Promise<Result> {
    this.#rename = rename;
    try {
      return await run();
    } finally {
      this.#rename = (finding) => finding;
    }
  }

  /** Passes a finding on and counts it; what it shows of the file is fit to be shown. */
  find(rule: RuleName, found: BareFinding): void {
    this.of(rule).found++;
    const finding = this.#rename(found);
    const { key, value } = finding;
    this.#sink({
      rule,
      severity: RULES[rule].severity,
      ...finding,
      ...(key === undefined ? {} : { key: shownValue(key) }),
      ...(value === undefined ? {} : { value: shownValue(value) }),
    });
  }
}
