import { type StatisticsExtract, TERMINATION_REASONS } from "@jkp/extract";
import { formatMonth, type Month, monthOf, yearOf } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";
import { type OpenStatistics, printedAmount } from "@jkp/open";
import { sumSimple } from "simple-statistics";
import { type MarginRow, marginRow } from "../statistics/margins.ts";
import { marginsFiles } from "../statistics/margins_files.ts";
import {
  monthOfText,
  type Period,
  type RecentFact,
  recentFacts,
} from "./recent_facts.ts";
import { CUMULATIVE, periodOfShares, WITH_REASONS } from "./totals.ts";

/** How a printed number is read in the extract. */
interface Reading {
  readonly title: string;
  readonly unit: string;
  readonly achieved: number;
  readonly note: string;
  /** Why it may differ. */
  readonly reason?: string;
}

/**
 * Compares an extract that was carried forward with every number printed since that it was
 * brought to.
 *
 * @param extract The extract.
 * @param structure The statistics that it has its structure from.
 * @param open The open statistics, which hold the printed numbers.
 * @returns One row a printed number.
 * @throws {RangeError} If a fact is missing or stands twice.
 *
 * @example Layoffs of January to July 2024: 30.63 per cent of JHT claims
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { carriedMargins, carryForward } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const open = await loadOpenStatistics();
 * const structure = await readShippedExtract();
 * const rows = carriedMargins(carryForward(structure, open, 2025), structure, open);
 * const layoffs = rows.find(({ published }) =>
 *   published.cell === "share_of_claims/layoff/2024-01..2024-07"
 * )!;
 * assertEquals(layoffs.published.published, "30.63 per cent");
 * assertEquals(layoffs.achieved.toFixed(2), "30.63");
 * ```
 */
export function carriedMargins(
  extract: StatisticsExtract,
  structure: StatisticsExtract,
  open: OpenStatistics,
): MarginRow[] {
  const facts = recentFacts(open);
  const membersIn = (month: Month) =>
    sumSimple(rowsOf(extract, month).map(({ members }) => members));
  const [january2023, december2023, february2025] = [
    monthOf(2023, 1),
    monthOf(2023, 12),
    monthOf(2025, 2),
  ] as const;
  const growth2023 = (membersIn(december2023) / membersIn(january2023)) **
    (24 / (december2023 - january2023));
  const claimsOf = (reason: string, period: Period) => claimsIn(extract, reason, period);
  const shareOf = (reason: string, period: Period) =>
    facts.shareOfClaims(reason, periodOfShares(period)).value;
  const meanWage2019 = meanWageOf(
    structure.active.filter(({ month }) => yearOf(month) === 2019),
  );
  return [
    rowOf(facts.jhtMembers2023, {
      title: "Members of JHT, all, December 2023",
      unit: "persons",
      achieved: membersIn(december2023),
      note: "",
    }),
    rowOf(facts.jhtWageEarners2023, {
      title: "Wage earners in JHT, December 2023",
      unit: "persons",
      achieved: facts.jhtWageEarners2021.value * growth2023,
      note: "those of December 2021 times the growth of the extract's members",
    }),
    rowOf(facts.wageEarners2025, {
      title: "Wage earners in BPJS-TK, February 2025",
      unit: "persons",
      achieved: facts.wageEarners2023.value * membersIn(february2025) /
        membersIn(december2023),
      note: "those of December 2023 times the growth of the extract's members",
    }),
    ...CUMULATIVE.flat().map((period) =>
      rowOf(facts.claims(period), {
        title: `JHT claims for all reasons, ${period.join(" to ")}`,
        unit: "claims",
        achieved: sumSimple(TERMINATION_REASONS.map((r) => claimsOf(r, period))) /
          sumSimple(TERMINATION_REASONS.map((r) => shareOf(r, period))),
        note: "layoffs and resignations over their share, " +
          periodOfShares(period).join(" to "),
        reason: "claims for each reason are whole",
      })
    ),
    ...WITH_REASONS.flatMap((period) =>
      TERMINATION_REASONS.map((reason) =>
        rowOf(facts.shareOfClaims(reason, period), {
          title: `JHT claims for ${reason}, ${period.join(" to ")}`,
          unit: "% of claims for all reasons",
          achieved: claimsOf(reason, period) / facts.claims(period).value,
          note: `of the printed ${facts.claims(period).printed}`,
        })
      )
    ),
    ...[2023, 2024, 2025].map((year) => {
      const wage = meanWageOf(rowsOf(extract, monthOf(year, 8)));
      return rowOf(facts.meanWageOfAugust(year), {
        title: `Mean wage of employees (Sakernas), August ${year}`,
        unit: "rupiah a month",
        achieved: facts.meanWageOfAugust(2019).value * wage / meanWage2019,
        note: "that of August 2019 times the growth of the extract's mean wage; " +
          `itself ${Math.round(wage)} in ${formatMonth(monthOf(year, 8))}`,
      });
    }),
  ];
}

/**
 * The comparison as files: `margins.csv`, with keys, and `margins.md`, in words, which
 * say what no printed total holds.
 *
 * @param rows The comparison.
 * @returns File name to content.
 *
 * @example What stands first in it
 * ```ts
 * import { carriedMarginsFiles } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const words = carriedMarginsFiles([]).get("margins.md")!;
 * assertEquals(words.split("\n")[2], "**Structure only: no level of it is evidence.**");
 * ```
 */
export function carriedMarginsFiles(rows: readonly MarginRow[]): Map<string, string> {
  return marginsFiles(rows, {
    before: [
      "# Margins of the synthetic extract jht_2025",
      "",
      "**Structure only: no level of it is evidence.**",
      "",
      "The numbers printed since 2021 (`data/open`) that the structure of 2019 was brought",
      "to, and what the extract gives. The tolerance is half a unit of the last printed",
      "digit. Shares are in per cent; all else in base units.",
    ],
    after: [
      "",
      "No total is printed of what follows; it is carried on:",
      "",
      "- shares of sexes and ages among members: of 2019, in every month;",
      "- members of JHT but for December 2023;",
      "- proportions between claim rates of sexes and ages: of 2016–19;",
      "- reasons of claims but for January to August 2024;",
      "- claims of October to December 2024 and of June to December 2025;",
      "- ratios between wages of sexes, ages and reasons: of 2019;",
      "- growth of insured wages: that of all employees; none after August 2025;",
      "- service by sex and age: of 2019;",
      "- the curve of inactivity: of 2019.",
      "",
      "The total of 2023 is printed beside figures of the first half of 2024, and may be",
      "of another period. Claims are of all members of JHT, also those who are no wage",
      "earners.",
    ],
  });
}

/** A printed fact beside the extract's figure for it. */
function rowOf(
  fact: RecentFact,
  { title, unit, achieved, note, reason }: Reading,
): MarginRow {
  const amount = printedAmount(fact.printed);
  if (amount === undefined) {
    throw new RangeError(`${fact.table} ${fact.cell}: cannot read ${fact.printed}`);
  }
  const scale = unit.startsWith("%") ? 100 : 1;
  return marginRow({
    item: fact.table,
    cell: fact.cell,
    title,
    unit,
    published: fact.printed,
    value: scale * fact.value,
    decimals: unit.startsWith("%") ? 2 : 0,
    tolerance: Number((scale * amount.lastDigit / 2).toPrecision(12)),
    repeats: "",
    locator: `data/open/${fact.table}.csv, ${fact.publisher}`,
    note: "",
  }, {
    achieved: scale * achieved,
    note: note === "" ? undefined : note,
    reason,
  });
}

function rowsOf({ active }: StatisticsExtract, month: Month) {
  return active.filter((row) => row.month === month);
}

function meanWageOf(rows: StatisticsExtract["active"]): number {
  return weightedMean(
    rows.map(({ meanWageIdr }) => meanWageIdr),
    rows.map(({ members }) => members),
  );
}

function claimsIn(
  { withdrawals }: StatisticsExtract,
  reason: string,
  [from, to]: Period,
): number {
  const rows = withdrawals.filter((row) =>
    row.reason === reason && row.month >= monthOfText(from) &&
    row.month <= monthOfText(to)
  );
  return sumSimple(rows.map(({ claims }) => claims));
}
