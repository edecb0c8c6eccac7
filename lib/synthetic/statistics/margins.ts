import {
  type Published,
  type PublishedRow,
  publishedRow,
  publishedValue,
} from "@jkp/published";
import {
  AGE_GROUPS,
  type AgeGroup,
  SERVICE_MONTHS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { type ExtractMeans, extractMeans, meanOverAges } from "./extract_means.ts";
import { nominalWageGrowth2020, REASON_WORDS, SEX_WORDS } from "./targets.ts";

/** How near an extract comes to one printed number. */
export interface MarginRow {
  /** What was printed, with its place, unit and rounding. */
  readonly published: PublishedRow;
  /** The same figure of the extract, in the printed unit. */
  readonly achieved: number;
  /** Achieved less published. */
  readonly difference: number;
  /** `within rounding`: it would be printed the same. */
  readonly status: "exact" | "within rounding" | "differs";
  /** How it is read and, if it differs, why; often empty. */
  readonly note: string;
}

/** A printed number with the extract's figure for it. */
interface Achieved {
  readonly item: string;
  readonly cell: string;
  readonly achieved: number;
  /** How the printed number is read. */
  readonly note?: string;
  /** Why the extract may differ from it. */
  readonly reason?: string;
}

/**
 * Compares an extract with every printed number that the synthetic one was fitted to.
 *
 * @param extract The extract.
 * @param published The printed numbers.
 * @returns One row a printed number.
 *
 * @example Women of 15 to 19 years, monthly average of 2019 (ILO 2021, Table 1.3)
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { marginsReport } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = marginsReport(await readShippedExtract(), await loadPublished());
 * const women = rows.find(({ published }) => published.cell === "15-19/female")!;
 * assertEquals([women.published.value, women.achieved], [165_129, 165_129]);
 * ```
 */
export function marginsReport(
  extract: StatisticsExtract,
  published: Published,
): MarginRow[] {
  const means = extractMeans(extract);
  return [
    ...memberMargins(means),
    ...wageMargins(means, 1 + nominalWageGrowth2020(published)),
    ...claimMargins(means),
    ...serviceMargins(means),
    ...inactivityMargins(extract),
  ].map((achieved) => compare(achieved, published));
}

function compare(
  { item, cell, achieved, note, reason }: Achieved,
  published: Published,
): MarginRow {
  const row = publishedRow(published, item, cell);
  const value = publishedValue(published, item, cell);
  return marginRow({ ...row, value }, { achieved, note, reason });
}

/** Sets an extract's figure beside a printed number. */
export function marginRow(
  published: PublishedRow & { readonly value: number },
  { achieved, note, reason }: {
    readonly achieved: number;
    readonly note?: string | undefined;
    readonly reason?: string | undefined;
  },
): MarginRow {
  const difference = achieved - published.value;
  const isExact = Math.abs(difference) <= 1e-9 * Math.abs(published.value);
  const isWithin = Math.abs(difference) <= published.tolerance;
  const status = isExact ? "exact" : isWithin ? "within rounding" : "differs";
  const notes = [note, status === "differs" ? reason : undefined];
  return {
    published,
    achieved,
    difference,
    status,
    note: notes.filter((text) => text !== undefined).join("; "),
  };
}

function memberMargins(means: ExtractMeans): Achieved[] {
  const in2019 = { fromYear: 2019 };
  const ages = ["20-24", "25-29", "30-34", "35-39"] as const;
  const cells = [...AGE_GROUPS, "total" as const].flatMap((age) => {
    const ageGroup = age === "total" ? undefined : age;
    return [...SEXES, undefined].map((sex) => ({
      item: "table_1_3",
      cell: `${age}/${sex === undefined ? "total" : SEX_WORDS[sex]}`,
      achieved: means.members({ ...in2019, sex, ageGroup }),
      ...(sex && ageGroup ? {} : { reason: "the printed parts sum to so much less" }),
    }));
  });
  const share2040 = sumSimple(
    ages.map((ageGroup) => means.members({ ...in2019, ageGroup })),
  ) / means.members(in2019);
  return [
    ...cells,
    fact("jht_contributors_2019", means.members(in2019)),
    {
      item: "text_3_2_3",
      cell: "contributors_2018_19",
      achieved: means.members({ fromYear: 2018 }),
    },
    fact("jht_share_20_40", 100 * share2040),
    fact("jht_members_20_30", 100 * means.youngMembers()),
  ];
}

function wageMargins(means: ExtractMeans, growth2020: number): Achieved[] {
  return SEXES.flatMap((sex) => {
    const insured = (ageGroup: AgeGroup) => means.insuredWage2019(sex, ageGroup);
    const insuredTotal = meanOverAges(
      insured,
      (age) => means.members({ sex, ageGroup: age }),
    );
    const reasons = TERMINATION_REASONS.map((reason) => {
      const wage = (ageGroup: AgeGroup) => means.claimWage2019(sex, ageGroup, reason);
      const total = meanOverAges(
        wage,
        (ageGroup) => means.claims({ sex, ageGroup, reason }),
      );
      return { category: REASON_WORDS[reason], wage, total, reason };
    });
    const allClaims = weightedMean(
      reasons.map(({ total }) => total),
      reasons.map(({ reason }) => means.claims({ sex, reason })),
    );
    const insuredAtClaimAges = meanOverAges(
      insured,
      (ageGroup) => means.claims({ sex, ageGroup }),
    );
    const in2020 = (item: string, category: string, wage2019: number) => ({
      item,
      cell: `total_earnings/${SEX_WORDS[sex]}/${category}`,
      achieved: wage2019 * growth2020,
    });
    return [
      { category: "insured_workers", wage: insured, total: insuredTotal },
      ...reasons,
    ].flatMap(({ category, wage, total }): Achieved[] => {
      const cell = (age: string) => `${age}/${SEX_WORDS[sex]}/${category}`;
      return [
        ...AGE_GROUPS.map((ageGroup) => ({
          item: "table_1_4",
          cell: cell(ageGroup),
          achieved: wage(ageGroup),
        })),
        {
          item: "table_1_4",
          cell: cell("total"),
          achieved: total,
          note: "earnings of 2019 weighted with the ages of 2016–19",
        },
      ];
    }).concat([
      {
        ...in2020("table_3_2", "insured_workers", insuredTotal),
        reason: "the total of Table 1.4 times 1.02 times 1.02 is so much more",
      },
      in2020("table_3_2", "layoffs_and_resignations", allClaims),
      in2020("table_3_5", "layoffs_and_resignations", insuredAtClaimAges),
    ]);
  });
}

function claimMargins(means: ExtractMeans): Achieved[] {
  const rates = means.rates();
  const { claims } = means;
  const since2018 = { fromYear: 2018 };
  return [
    ...[undefined, ...SEXES].flatMap((sex) => {
      const end = sex === undefined ? "" : `_${SEX_WORDS[sex]}`;
      return [
        ...TERMINATION_REASONS.map((reason) =>
          fact(`${REASON_WORDS[reason]}_per_month${end}`, claims({ sex, reason }))
        ),
        fact(
          `layoff_share${end}`,
          (100 * claims({ sex, reason: "layoff" })) / claims({ sex }),
        ),
      ];
    }),
    fact("jht_terminations_20_30", 100 * means.youngClaims({})),
    ...TERMINATION_REASONS.map((reason) =>
      fact(`jht_${REASON_WORDS[reason]}_20_30`, 100 * means.youngClaims({ reason }))
    ),
    { item: "text_3_2_3", cell: "terminations_2018_19", achieved: claims(since2018) },
    {
      item: "text_3_2_3",
      cell: "termination_rate_2018_19",
      achieved: (100 * claims(since2018)) / means.members(since2018),
    },
    fact("withdrawal_rate_avg", (100 * sumSimple(rates)) / rates.length),
    fact("withdrawal_rate_min", 100 * Math.min(...rates)),
    fact("withdrawal_rate_max", 100 * Math.max(...rates)),
  ];
}

function serviceMargins(means: ExtractMeans): Achieved[] {
  const note = "printed for 2015–19; here 2016–19";
  return [
    ...SERVICE_MONTHS.flatMap((months) =>
      [undefined, ...SEXES].map((sex) => ({
        ...fact(
          `service_${months}_${sex === undefined ? "total" : SEX_WORDS[sex]}`,
          100 * means.service(months, sex),
        ),
        note,
      }))
    ),
    {
      item: "text_3_2_2",
      cell: "withdrawers_12m_share",
      achieved: 100 * means.serviceOfClaimants(12),
    },
  ];
}

function inactivityMargins({ inactive }: StatisticsExtract): Achieved[] {
  const members = inactive.map((row) => row.members);
  const total = sumSimple(members);
  const mean = weightedMean(members.map((_, months) => months + 0.5), members);
  let [median, below] = [0, 0];
  while (below + members[median]! < total / 2) below += members[median++]!;
  const note = "time elapsed among those inactive at the end of 2019";
  return [
    ...[6, 9, 12, 24].map((months) =>
      fact(`survival_${months}`, (100 * members[months]!) / members[0]!)
    ),
    {
      ...fact("inactivity_mean", mean),
      note,
      reason: `printed as "about 20"; a longer mean would lift the median over 16`,
    },
    {
      ...fact("inactivity_median", median + (total / 2 - below) / members[median]!),
      note,
    },
  ];
}

/** A number stated in section 1.2.3. */
function fact(cell: string, achieved: number): Achieved {
  return { item: "text_1_2_3", cell, achieved };
}
