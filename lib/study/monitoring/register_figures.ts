import {
  type CompletenessMonth,
  jkpExperience,
  type MonthlyFigure,
} from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import type { JkpRegister } from "@jkp/spells";
import { jkpCompleteness } from "../quality/completeness_tables.ts";

/** Standard deviations from the middle to an end of the intervals of completeness, 95 %. */
const TO_AN_END = 1.96;

/**
 * Figures by month of a register of JKP claims: claims, those paid for each month, and what
 * they were paid; with the fraction that is recorded, where payments are dated. The month in
 * which the register was drawn is left out, for it is not over.
 *
 * @param register The register.
 * @returns A figure a quantity and month.
 *
 * @example Two were paid for March 2024, 4.05 million
 * ```ts
 * import { figuresOfRegister } from "@jkp/study";
 * import { formatMonth } from "@jkp/month";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = figuresOfRegister(await readJkpRegister(await exampleJkpFolder()));
 * const march = figures.filter(({ from }) => formatMonth(from) === "2024-03");
 * assertEquals(march.map(({ quantity, value }) => [quantity, value]), [
 *   ["claims", 1],
 *   ["recipients", 2],
 *   ["benefits_idr", 4_050_000],
 * ]);
 * ```
 */
export function figuresOfRegister(register: JkpRegister): MonthlyFigure[] {
  const { manifest } = register;
  const complete = jkpCompleteness(register);
  const source = `${manifest.name}, drawn in ${formatMonth(manifest.extractMonth)}`;
  const { byMonth } = jkpExperience(register);
  return byMonth.filter(({ month }) => month < manifest.extractMonth)
    .flatMap(({ month, claims, recipients, amountIdr }): MonthlyFigure[] => {
      const at = (months?: readonly CompletenessMonth[]) =>
        fractionOf(months?.find((each) => each.month === month));
      const of = { from: month, to: month, source };
      const paid = at(complete.recipients?.months);
      return [
        { ...of, quantity: "claims", value: claims, ...at(complete.claims?.months) },
        { ...of, quantity: "recipients", value: recipients, ...paid },
        ...(amountIdr === undefined
          ? []
          : [{ ...of, quantity: "benefits_idr" as const, value: amountIdr, ...paid }]),
      ];
    });
}

/** The fraction recorded, and its relative standard error from its interval. */
function fractionOf(
  month: CompletenessMonth | undefined,
): Pick<MonthlyFigure, "reported" | "reportedError"> {
  if (month === undefined || month.completed === 0) return {};
  const { reported, lower, upper } = month;
  const error = (upper - lower) / (2 * TO_AN_END * reported);
  return { reported, ...(Number.isFinite(error) ? { reportedError: error } : {}) };
}
