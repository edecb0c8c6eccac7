import type { Finding, RuleName } from "./finding.ts";
import type { Tally } from "./tally.ts";

/** A finding about one row, before it is counted. */
type RowFinding = Omit<Finding, "rule" | "severity">;

/**
 * Share of a file's rows from which a finding is about the file. Of wages in thousands, some
 * are large enough to look like small ones in rupiah.
 */
const WHOLE_FILE_SHARE = 0.9;

/** Rows from which that is told: of fewer, each is named. */
const FEWEST_ROWS = 20;

/** Findings of one rule and column that are held until the file is read. */
const MOST_HELD = 5_000;

/** What it means if a whole file breaks a rule; of others, that it is read otherwise. */
const MEANINGS: {
  readonly [rule in RuleName]?: "unitOfWages" | "impossibleWages" | "otherDates";
} = {
  wage_plausible: "unitOfWages",
  wage_possible: "impossibleWages",
  age_covered: "otherDates",
};

/** Findings of one rule in one column of the file. */
interface Held {
  readonly rule: RuleName;
  readonly findings: RowFinding[];
  found: number;
}

/**
 * Passes on what is found in the rows of one file. Where nearly all rows break a rule, that
 * is said once, for then the file is of another kind than its mapping says.
 */
export class FileFindings {
  readonly #tally: Tally;
  /** By rule and column; `undefined` where findings are passed on as they come. */
  readonly #held = new Map<string, Held | undefined>();
  #records = 0;

  /** @param tally Where findings go in the end. */
  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** Takes a finding about one row. */
  find(rule: RuleName, finding: RowFinding): void {
    const key = `${rule} ${finding.column}`;
    if (!this.#held.has(key)) this.#held.set(key, { rule, findings: [], found: 0 });
    const held = this.#held.get(key);
    if (held === undefined) return this.#tally.find(rule, finding);
    held.found++;
    if (held.findings.length < MOST_HELD) held.findings.push(finding);
  }

  /** Says that so many more records were looked at; passes on what is about single rows. */
  recordsRead(records: number): void {
    this.#records += records;
    for (const [key, held] of this.#held) {
      if (held === undefined || held.found >= WHOLE_FILE_SHARE * this.#records) continue;
      this.#release(held);
      this.#held.set(key, undefined);
    }
  }

  /** Passes on what is left when the file is read. */
  finish(): void {
    for (const held of this.#held.values()) {
      if (held === undefined) continue;
      if (this.#records < FEWEST_ROWS) {
        this.#release(held);
        continue;
      }
      const { rule, found, findings: [first] } = held;
      const words = this.#tally.words.check;
      const { key: _, row: __, value, ...place } = first!;
      this.#tally.find(rule, {
        ...place,
        value: found >= this.#records
          ? words.value.allRows(this.#records, value || words.value.nothing)
          : words.value.someRows(found, this.#records, value || words.value.nothing),
        meaning: words.meaning[MEANINGS[rule] ?? "otherReading"],
      });
    }
    this.#held.clear();
  }

  #release({ rule, findings, found }: Held): void {
    for (const finding of findings) this.#tally.find(rule, finding);
    const further = found - findings.length;
    if (further === 0) return;
    const { key: _, row: __, value: ___, ...place } = findings.at(-1)!;
    this.#tally.find(rule, {
      ...place,
      value: this.#tally.words.check.value.sameInRows(further, findings.at(-1)!.row),
    });
  }
}
