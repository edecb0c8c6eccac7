import type { AgeBands, Rules } from "@jkp/scheme";
import { entitlement } from "@jkp/entitlement";
import { computed, percentRule, rule } from "./document_cell.ts";
import type { DocumentCells, DocumentTable } from "./document_table.ts";

/** Minimum and maximum benefit of each bracket in Japan, by the calculator. */
export const OPTIONS_TABLE_2: DocumentTable = {
  item: "options2020_table_02",
  number: "Table 2",
  title:
    "Minimum and maximum benefit and replacement rate of unemployment benefit in Japan",
  stub: "Age and bracket",
  titles: {
    wage_from: "Wage per day, from",
    wage_to: "Wage per day, to",
    rate_from: "Replacement rate, from",
    rate_to: "Replacement rate, to",
    benefit_from: "Benefit per day, from",
    benefit_to: "Benefit per day, to",
    age_29_or_below: "29 or below",
    age_30_to_44: "30 to 44",
    age_45_to_59: "45 to 59",
    age_60_to_64: "60 to 64",
  },
  notes: [
    "Wages above the last bracket: the file has where it ends, ours is one yen on.",
  ],
  cells({ japan }) {
    const { benefit } = japan;
    if (benefit.kind !== "graded") return {};
    return Object.assign({}, ...benefit.ages.map((ages) => cellsOf(japan, ages)));
  },
};

function cellsOf(japan: Rules, { ageFrom, ageTo, bands }: AgeBands): DocumentCells {
  const row = ageFrom === 0 ? `age_${ageTo}_or_below` : `age_${ageFrom}_to_${ageTo}`;
  const age = ageTo ?? ageFrom;
  const cells: Record<string, DocumentCells[string]> = {};
  bands.forEach(({ wageFrom, wageTo, rateFrom, rateTo }, i) => {
    const bracket = `${row}/bracket_${i + 1}`;
    cells[`${bracket}/wage_from`] = rule(wageFrom);
    cells[`${bracket}/wage_to`] = rule(wageTo);
    cells[`${bracket}/rate_from`] = percentRule(rateFrom);
    cells[`${bracket}/rate_to`] = percentRule(rateTo);
    cells[`${bracket}/benefit_from`] = computed(dailyBenefit(japan, age, wageFrom));
    cells[`${bracket}/benefit_to`] = computed(dailyBenefit(japan, age, wageTo));
  });
  const above = bands.at(-1)!.wageTo + 1;
  const bracket = `${row}/bracket_${bands.length + 1}`;
  cells[`${bracket}/wage_from`] = computed(above);
  cells[`${bracket}/benefit_from`] = computed(dailyBenefit(japan, age, above));
  // However high the wage: the benefit rises no more.
  cells[`${bracket}/benefit_to`] = computed(dailyBenefit(japan, age, 10 * above));
  return cells;
}

/** Benefit a day after a year on one daily wage. */
function dailyBenefit(japan: Rules, age: number, dailyWage: number): number {
  const { benefit, month } = japan;
  const days = benefit.kind === "graded" ? benefit.daysPerMonth : 1;
  const contributions = [{
    firstMonth: month - 11,
    lastMonth: month,
    wage: days * dailyWage,
  }];
  const { benefits } = entitlement(japan, { contributions, member: { age } }, {
    month,
    reason: "involuntary",
  });
  return benefits[0]! / days;
}
