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

/** What it means if a whole file breaks a rule. */
const MEANINGS: { readonly [rule in RuleName]?: string } = {
  wage_plausible: "Wages may be in thousands, in millions or in another currency: set " +
    "unit_idr of monthly_wage_idr in mapping.toml.",
  wage_possible: "The column may hold another number than the wage of a month, or its " +
    "decimal mark was lost: look at mapping.toml.",
  age_covered: "The column may hold another date than that of birth, or years of two " +
    "digits be taken for another century: look at mapping.toml.",
};

const OTHER_MEANING =
  "Not the rows but how they are read may be wrong: another column, " +
  "code or form of dates than the mapping says. Look at mapping.toml.";

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
      const count = found >= this.#records
        ? `all ${this.#records.toLocaleString("en")} rows`
        : `${found.toLocaleString("en")} of ${this.#records.toLocaleString("en")} rows`;
      const { key: _, row: __, value, ...place } = first!;
      this.#tally.find(rule, {
        ...place,
        value: `${count}, such as ${value === "" ? "nothing" : value}`,
        meaning: MEANINGS[rule] ?? OTHER_MEANING,
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
      value: `the same in ${further.toLocaleString("en")} rows after row ${
        findings.at(-1)!.row
      }`,
    });
  }
}
