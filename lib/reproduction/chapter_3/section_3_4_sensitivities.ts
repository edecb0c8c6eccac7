import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

/** Our names for the changes of section 3.4, by the names in the published data. */
const CHANGES = {
  benefit_45: "benefit_rate_45",
  benefit_60: "benefit_rate_60",
  duration_3: "duration_3",
  duration_9: "duration_9",
} as const;

const NINE_MONTHS = "footnote 26 hints at another survival after month 6, not printed";

/** Section 3.4: one parameter changed at a time. */
export const section34: ReportItem = {
  item: "text_3_4",
  number: "section 3.4",
  title: "Impact of a change to the parameters",
  cells: (results) => ({
    sens_benefit_45: suggested(results, "benefit_45"),
    sens_benefit_60: suggested(results, "benefit_60"),
    sens_duration_3: suggested(results, "duration_3"),
    sens_duration_9: suggested(results, "duration_9"),
  }),
};

/** The suggested rate after a change, in per cent. */
export function suggested(results: ReportResults, change: keyof typeof CHANGES) {
  return sensitivity(results, change, "suggestedRate");
}

/** The change of the suggested rate, in percentage points. */
export function difference(results: ReportResults, change: keyof typeof CHANGES) {
  return sensitivity(results, change, "difference");
}

function sensitivity(
  { sensitivities }: ReportResults,
  change: keyof typeof CHANGES,
  figure: "suggestedRate" | "difference",
) {
  const found = sensitivities.find(({ name }) => name === CHANGES[change])!;
  return model(
    100 * found[figure],
    change === "duration_9" ? NINE_MONTHS : "in proportion to the base suggested rate",
  );
}
