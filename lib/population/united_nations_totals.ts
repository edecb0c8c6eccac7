import { cell } from "@jkp/files";
import { readTable } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { type BySex, bySex, type SexKey } from "@jkp/extract";
import { SEX_KEYS } from "@jkp/extract";
import type { YearlyPath } from "@jkp/month";
import { fileURLToPath } from "node:url";

const FILE = new URL(
  "../../data/open/population/wpp2024_population_totals.csv",
  import.meta.url,
);

/**
 * Loads people of all ages by sex of World Population Prospects 2024, in the middle of each
 * year: the mean of the two turns of the year, which are what it gives.
 *
 * @returns People in thousands, by year.
 * @throws {DataError} If the file is malformed, or a year is missing.
 * @see `data/open/population/README.md` for source and credit.
 *
 * @example The United Nations of 2024 have 285.7 million people in Indonesia in mid-2025
 * ```ts
 * import { valueInYear } from "@jkp/month";
 * import { loadUnitedNationsTotals } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { male, female } = await loadUnitedNationsTotals();
 * const thousands = valueInYear(male, 2025) + valueInYear(female, 2025);
 * assertAlmostEquals(thousands / 1e3, 285.7, 0.05);
 * ```
 */
export async function loadUnitedNationsTotals(): Promise<BySex<YearlyPath>> {
  const file = fileURLToPath(FILE);
  const rows = await readTable(file, {
    year: ["year", cell.year],
    sex: ["sex", cell.oneOf(SEX_KEYS)],
    thousands: ["thousands_31_december", cell.number],
  });
  const pathOf = (sex: SexKey): YearlyPath => {
    const own = rows.filter((row) => row.sex === sex);
    const firstYear = own[0]?.year ?? NaN;
    if (own.length < 2 || own.some(({ year }, i) => year !== firstYear + i)) {
      throw new DataError([{
        file,
        place: sex,
        expected: "two years or more, one after the other",
        received: own.map(({ year }) => year).join(", ") || "none",
      }]);
    }
    return {
      firstYear: firstYear + 1,
      values: own.slice(1).map(({ thousands }, i) => (own[i]!.thousands + thousands) / 2),
    };
  };
  return bySex(pathOf);
}
