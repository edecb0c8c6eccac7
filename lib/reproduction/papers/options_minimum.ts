import { publishedValue } from "@jkp/published";
import type { Rules } from "@jkp/scheme";
import { arithmetic, computed, quoted, rule } from "./document_cell.ts";
import type { DocumentCell, DocumentTable } from "./document_table.ts";

const ITEM = "options2020_table_05";

/** The share of the average wage that the table's last row is of, in its own label. */
const SHARE_OF_AVERAGE_WAGE = 0.5;

const OTHER_PERIOD = "the average wages of section 4.5 are of another month than the row";

/** What a minimum benefit could be. */
export const OPTIONS_TABLE_5: DocumentTable = {
  item: ITEM,
  number: "Table 5",
  title: "Possible options for minimum benefits in Indonesia (rupiah a month)",
  stub: "Parameter",
  titles: {
    half_of_minimum_wage: "50 per cent of minimum wage (2019)",
    half_of_average_wage: "50 per cent of average wage (August 2019)",
    old_age_pension: "Old-age pension (2020)",
    poverty_line: "Poverty line (March 2019)",
    minimum_wage_of_text: "Minimum wage, section 4.5 (2019)",
    average_wage_of_text: "Average wage, section 4.5 (February 2020)",
  },
  notes: [
    "The share of the minimum wage is a rule of a design file, the minimum wage is as " +
    "section 4.5 prints it. Half of the provincial average wages is in no design file.",
  ],
  cells(rules, documents) {
    const { base, minimumPovertyLine, minimumHalfWage, minimumHalfAverageWage } = rules;
    const share = minimumHalfWage.minimumBenefit?.limit.multiple ?? null;
    const halfOf = (place: string): DocumentCell => {
      if (share === null) return quoted("the design file has no multiple");
      const wage = publishedValue(documents, ITEM, `minimum_wage_of_text/${place}`);
      return computed(share * wage, "the file's share of the wage of section 4.5");
    };
    const average = (place: string) =>
      arithmetic(
        SHARE_OF_AVERAGE_WAGE *
          publishedValue(documents, ITEM, `average_wage_of_text/${place}`),
        "half of the wage of section 4.5, there of February 2020",
        OTHER_PERIOD,
      );
    return {
      "old_age_pension/national": rule(minimumOf(base)),
      "poverty_line/national": rule(minimumOf(minimumPovertyLine)),
      "half_of_minimum_wage/provincial_lowest": halfOf("provincial_lowest"),
      "half_of_minimum_wage/provincial_highest": halfOf("provincial_highest"),
      "half_of_average_wage/national": rule(minimumOf(minimumHalfAverageWage)),
      "half_of_average_wage/provincial_lowest": average("provincial_lowest"),
      "half_of_average_wage/provincial_highest": average("provincial_highest"),
    };
  },
};

function minimumOf({ minimumBenefit }: Rules): number | null {
  return minimumBenefit?.limit.amountPerMonth ?? null;
}
