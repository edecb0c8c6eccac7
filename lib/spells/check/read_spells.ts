import { DataError, furtherProblems, throwIfAny } from "@jkp/problem";
import { refuseMonthsOutside, type SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { openRegister, type Register } from "../folder/open_register.ts";
import { cutSpells } from "../register/cut_spells.ts";
import type { PaidCell, PaidMonths } from "../count/paid_wages.ts";
import { countingRepeatsOnce } from "../ledger/payment_limits.ts";
import type { MemberPart } from "../register/member_part.ts";
import type { SpellColumns } from "../spell_columns.ts";
import type { RuleName } from "./finding.ts";
import { type QualityReport, qualityReport } from "./quality_report.ts";
import { readRegister, type ScratchPlanned } from "./read_register.ts";
import { type RowsSeen, withoutErrors } from "./read_spell_files.ts";
import { Stated, STATED_RULES } from "./stated.ts";
import { Tally } from "./tally.ts";
import { WordedFindings } from "./worded_findings.ts";
import { MOST_LEFT_OUT, tooManyLeftOut } from "./too_many_left_out.ts";

/** Something that counts members with all their spells, part by part. */
export interface SpellCounter {
  /** Takes some members in; spells sorted by member and start, none overlapping. */
  add(spells: SpellColumns): void;
  /** Takes in what members of a ledger paid for; before their spells. */
  addPaid?(paid: PaidMonths): void;
}

/** What to do with rows that are wrong, and how to follow the reading. */
export interface ReadSpellsOptions {
  /**
   * Whether rows with errors are left out; if not, any error stops the reading. Files and
   * payments that seem to have been delivered twice are counted once then.
   * @default {false}
   */
  readonly leavesOutErrors?: boolean;
  /**
   * Share of the rows that may be left out at most, as a fraction: rows with errors are
   * seldom like the others.
   * @default {0.01}
   */
  readonly mostLeftOut?: number;
  /**
   * Last month that counters see, as if the extract had been drawn then: where the payments
   * of later months have not all come in.
   * @default the extract's last month
   */
  readonly lastMonth?: Month | undefined;
  /**
   * Carried columns that the counters look at. All are read and checked; to number what
   * stands in them takes time.
   * @default all
   */
  readonly carried?: readonly string[];
  /**
   * Which of the members are counted, by hash of their numbers: all rows are read and checked,
   * but those of others are in no count, and in no memory. Control totals are not compared.
   * @default all
   */
  readonly part?: MemberPart | undefined;
  /**
   * Whether the two largest wages among the payments of each cell are looked for.
   * @default {false}
   */
  readonly findsLargestWages?: boolean;
  /** Called as rows are read. */
  readonly rowsSeen?: RowsSeen;
  /** Told before a ledger is sorted on disk: where, and how much room it may take. */
  readonly scratchPlanned?: ScratchPlanned;
}

/** What was read. */
export interface SpellsRead {
  readonly manifest: SpellManifest;
  /** Rows of the files: spells, or payments of a ledger. */
  readonly rows: number;
  /** Those of them that are blank, or sums of others. */
  readonly blankRows: number;
  /** Spells found in them. */
  readonly spells: number;
  readonly members: number;
  /** Rows that were not counted. */
  readonly rowsLeftOut: number;
  /** What the rules found. */
  readonly quality: QualityReport;
  /** Members with payments for a month, and their wages; of a ledger alone. */
  readonly paidCells: readonly PaidCell[];
}

/** How many findings an error words one by one. */
const MOST_WORDED = 20;

/**
 * Reads a member-level extract and hands its members to counters.
 *
 * Every row is checked on the way. Members come in parts, each of whole members. The id of
 * a member alone says in which part it is, so that results do not depend on the order of
 * rows or files.
 *
 * @param extract Folder of the extract, or the extract as `openRegister` gives it.
 * @param counters What counts; they hold nothing useful if the reading fails.
 * @param options What to do with wrong rows.
 * @returns What was read.
 * @throws {DataError} If the extract cannot be read, a checksum or control total is not as
 * stated, or it has errors and these are not to be left out, or are in too many rows: the
 * first 20 of them and the number of the others. If no row is left.
 * @throws {RangeError} If a last month is asked for that the extract does not cover.
 *
 * @example Of two members who stopped contributing, one comes back
 * ```ts
 * import { exampleFolder } from "../example_folder.ts";
 * import { readSpells } from "@jkp/spells/read";
 * import { InactivityCounts } from "@jkp/spells";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = new InactivityCounts({ observedTo: monthOf(2019, 12) });
 * await readSpells(await exampleFolder(), [counts]);
 * const [all] = counts.result();
 * const { entered, ended, stillInactive } = all!.flow;
 * assertEquals([entered, ended.return, stillInactive], [2, 1, 1]);
 * ```
 */
export async function readSpells(
  extract: string | Register,
  counters: readonly SpellCounter[],
  options: ReadSpellsOptions = {},
): Promise<SpellsRead> {
  const { leavesOutErrors = false, mostLeftOut = MOST_LEFT_OUT, rowsSeen } = options;
  const given = typeof extract === "string" ? await openRegister(extract) : extract;
  const folder = leavesOutErrors
    ? { ...given, manifest: countingRepeatsOnce(given.manifest) }
    : given;
  const { path, manifest } = folder;
  const { lastMonth = manifest.lastMonth } = options;
  const { firstMonth } = manifest;
  refuseMonthsOutside("Cannot read the extract", manifest, { firstMonth, lastMonth });
  const asOf = lastMonth === manifest.lastMonth
    ? (spells: SpellColumns) => spells
    : (spells: SpellColumns) => cutSpells(spells, lastMonth, manifest.wageGrowthPerYear);
  const errors = new WordedFindings(MOST_WORDED);
  const tally = new Tally((finding) => {
    if (finding.severity === "error") errors.add(finding);
  });
  const stated = await Stated.read(folder, tally);
  throwIfAny(errors.problems); // the rows of another file say nothing
  let counted = 0;
  const ofPaid = counters.filter(({ addPaid }) => addPaid !== undefined);
  const size = await readRegister(folder, tally, {
    rowsSeen,
    lastMonth: options.lastMonth,
    carried: options.carried,
    scratchPlanned: options.scratchPlanned,
    findsLargestWages: options.findsLargestWages,
    part: options.part,
    ...(ofPaid.length === 0 ? {} : {
      paidRead: (paid) => ofPaid.forEach((counter) => counter.addPaid!(paid)),
    }),
    partRead: (part) => {
      if (options.part === undefined) stated.add(part);
      const spells = withoutErrors(part);
      const seen = asOf(spells);
      for (const counter of counters) counter.add(seen);
      counted += spells.member.length;
    },
  });
  const { rows, blankRows, members } = size;
  if (options.part === undefined) stated.finish(rows, size.wageTotalIdr);
  else tally.explain("control_totals", tally.words.check.reason.partCounted);
  const quality = qualityReport(rows, members, tally);
  const rowsLeftOut = size.unusablePayments + size.spells - counted;
  const mayBeLeftOut = leavesOutErrors &&
    NEVER_LEFT_OUT.every((rule) => tally.of(rule).found === 0);
  const isTooMany = rowsLeftOut > mostLeftOut * (rows - blankRows);
  if (quality.errors > 0 && (!mayBeLeftOut || isTooMany)) {
    throw new DataError([
      ...(mayBeLeftOut
        ? [tooManyLeftOut(path, rowsLeftOut, rows - blankRows, mostLeftOut)]
        : []),
      ...errors.problems,
      ...(quality.errors > errors.told
        ? [furtherProblems(path, quality.errors - errors.told)]
        : []),
    ]);
  }
  if (counted === 0) {
    throw new DataError([{
      file: path,
      expected: "at least one row that can be counted",
      received: `none of ${rows.toLocaleString("en")}`,
    }]);
  }
  const { spells, paidCells = [] } = size;
  return {
    manifest,
    rows,
    blankRows,
    spells,
    members,
    rowsLeftOut,
    quality,
    paidCells,
  };
}

/** Findings of these rules are not about single rows, so leaving rows out mends nothing. */
const NEVER_LEFT_OUT: readonly RuleName[] = ["readable", ...STATED_RULES];
