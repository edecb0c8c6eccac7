import { marginsReport } from "@jkp/synthetic";
import type { BySex } from "@jkp/extract";
import { survivalAt } from "@jkp/survival";
import type { ReportItem } from "../item.ts";
import { experience, type ReproducedCells } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

/** Section 1.2.3: what the JHT records showed. */
export const section123: ReportItem = {
  item: "text_1_2_3",
  number: "section 1.2.3",
  title: "JHT membership and claims",
  cells: (results, published) => {
    const margins = marginsReport(results.extract, published)
      .filter((row) => row.published.item === "text_1_2_3")
      .map((row) => [
        row.published.cell,
        { ...experience(results, row.achieved), note: row.note },
      ]);
    return {
      ...Object.fromEntries(margins),
      ...earningsRatios(results),
      jht_share_employed: experience(results, shareOfEmployed(results)),
      survival_assumed_6: experience(
        results,
        100 * survivalAt(results.experience.inactivity.curve, 6),
        "we keep the 81 of figure 1.17",
      ),
    };
  },
  reasonForNone: "needs figures that are not in the extract",
};

/** Earnings of the laid off and of the resigned over members', by sex and averaged. */
function earningsRatios(results: ReportResults): ReproducedCells {
  const { earnings } = results.experience;
  const ratio = (leavers: BySex<number>) => {
    const share = earnings.maleShareOfLeavers;
    return 100 * (share * leavers.male / earnings.members.male +
      (1 - share) * leavers.female / earnings.members.female);
  };
  return {
    earn_ratio_layoffs: experience(results, ratio(earnings.layoffs)),
    earn_ratio_resigned: experience(results, ratio(earnings.resignations)),
  };
}

/** Members over employed persons, in per cent, in August of the year of the members. */
function shareOfEmployed({ experience: { members }, open }: ReportResults): number {
  const august = open.labour_force.find(({ month }) => month === `${members.year}-08`);
  return august === undefined ? NaN : 100 * members.average / august.employed;
}
