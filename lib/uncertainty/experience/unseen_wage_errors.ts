import { type BySex, bySex, SEX_BY_KEY, type StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import type { ExperienceErrors } from "./experience_errors.ts";

/**
 * What a bootstrap of members misses of the error of leavers' mean wages, as relative standard
 * errors. The mean is put together from those of ages and reasons, each with its part in the
 * claims of the whole window, and members counted more or less often leave the mean of a cell
 * with one claim where it is. Of a cell with n of them exponential weights show on average
 * (n − 1) / (n + 1) of the variance σ² / n (Dirichlet moments), so that 2 / (n + 1) of it is
 * missing.
 *
 * σ is that within cells, relative to their means, of all cells together, and cells are taken
 * to have one mean: that of a cell with one claim tells little of either. Records are taken to
 * stand for equally many persons. It is the error of all leavers: of layoffs or resignations
 * alone, with fewer claims a cell, more is missing.
 *
 * @param extract Statistics without numbers of records.
 * @param year The year whose wages are taken.
 * @param errors The errors of the figures, which have records and the spread of wages.
 * @returns By sex, fractions of the mean wage; 0 for a sex of which nobody claimed in the year.
 * @see Rubin (1981), The Bayesian bootstrap, Ann. Statist. 9; Rao and Wu (1988), Resampling
 * inference with complex survey data, JASA 83, on strata of few.
 */
export function unseenWageErrors(
  { withdrawals }: Pick<StatisticsExtract, "withdrawals">,
  year: number,
  { wages, records }: Pick<ExperienceErrors, "wages" | "records">,
): BySex<number> {
  return bySex((sex) => {
    const own = withdrawals.filter((row) =>
      row.sex === SEX_BY_KEY[sex] && row.claims > 0 &&
      (row.reason === "layoff" || row.reason === "resignation")
    );
    const claimsIn = (rows: typeof own) => sumSimple(rows.map(({ claims }) => claims));
    const ofYear = (rows: typeof own) =>
      rows.filter(({ month }) => yearOf(month) === year);
    const cells = [...Map.groupBy(own, (row) => `${row.ageGroup}|${row.reason}`).values()]
      .map((rows) => ({ claims: claimsIn(rows), inYear: ofYear(rows) }))
      .filter(({ inYear }) => inYear.length > 0)
      .map(({ claims, inYear }) => ({ claims, claimsOfYear: claimsIn(inYear) }));
    const recordsOfYear = records.claimsOfBaseYear[sex];
    if (cells.length === 0 || recordsOfYear === 0) return 0;
    const personsARecord = sumSimple(cells.map(({ claimsOfYear }) => claimsOfYear)) /
      recordsOfYear;
    const all = sumSimple(cells.map(({ claims }) => claims));
    const missing = cells.map(({ claims, claimsOfYear }) => {
      const count = Math.max(1, claimsOfYear / personsARecord);
      return (claims / all) ** 2 * 2 / (count * (count + 1));
    });
    const variation = wages.leavers[sex] * Math.sqrt(recordsOfYear);
    return variation * Math.sqrt(sumSimple(missing));
  });
}
