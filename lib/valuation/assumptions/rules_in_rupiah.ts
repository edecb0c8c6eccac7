import { yearOf } from "@jkp/month";
import type { Benefit, BenefitLimit, Limit, ReferenceWage, Rules } from "@jkp/scheme";
import { inRupiah, type MoneyInputs, namedAmount } from "./limit_path.ts";

/**
 * A scheme's rules with every amount in rupiah, for Indonesian wages. Amounts of a scheme
 * abroad keep their multiple of the average wage. A multiple of a known amount, such as a
 * minimum wage, becomes an amount.
 *
 * @param rules The rules.
 * @param inputs Wages here, average wages abroad, and amounts that limits are a multiple of.
 * @returns The rules in rupiah. A multiple of an amount that is not known stays.
 * @throws {RangeError} If the average wage in the scheme's currency is not known.
 * @see ILO (2020), Exploring policy options, sections 4.6 and 6: limits follow wages.
 *
 * @example Thailand's ceiling is about the average wage
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { rulesInRupiah } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const thailand = rulesAt(await readScheme("thailand"), monthOf(2020, 3));
 * const { ceiling, floor } = rulesInRupiah(thailand, {
 *   ...await reportInputs("base"),
 *   data: { averageWages: { THB: { perMonth: 15_200, year: 2019, source: "an example" } } },
 * }).insurableEarnings;
 * assertAlmostEquals(ceiling.amountPerMonth! / floor.amountPerMonth!, 15_000 / 1_650);
 * ```
 */
export function rulesInRupiah(rules: Rules, inputs: MoneyInputs): Rules {
  const { currency, insurableEarnings, referenceWage, benefit, financing } = rules;
  const wageYear = inputs.data?.averageWages?.[currency]?.year;
  const rupiah = (amount: number): number => {
    const year = wageYear ?? yearOf(rules.month);
    const idr = inRupiah(amount, year, { ...inputs, rules });
    if (idr !== undefined) return idr;
    throw new RangeError(
      `Cannot put ${rules.name} into rupiah: an average wage in ${currency} is wanted, ` +
        "got none",
    );
  };
  const limit = (of: Limit): Limit => {
    const named = namedAmount(of, { ...inputs, rules });
    const amount = of.amountPerMonth ??
      (named === undefined ? null : of.multiple! * named.perMonth);
    if (amount === null) return of;
    return { ...of, amountPerMonth: rupiah(amount), multiple: null, of: null };
  };
  const benefitLimit = (of: BenefitLimit | null) =>
    of === null ? null : { ...of, limit: limit(of.limit) };
  return {
    ...rules,
    currency: "IDR",
    insurableEarnings: {
      ...insurableEarnings,
      ceiling: limit(insurableEarnings.ceiling),
      floor: limit(insurableEarnings.floor),
    },
    referenceWage: limitedWage(referenceWage, rupiah),
    benefit: bandsTimes(benefit, rupiah),
    minimumBenefit: benefitLimit(rules.minimumBenefit),
    maximumBenefit: benefitLimit(rules.maximumBenefit),
    financing: {
      ...financing,
      initialCapital: financing.initialCapital === null
        ? null
        : rupiah(financing.initialCapital),
    },
  };
}

function limitedWage(wage: ReferenceWage, rupiah: (amount: number) => number) {
  const { minimum, maximum } = wage;
  return {
    ...wage,
    minimum: minimum === null ? null : rupiah(minimum),
    maximum: maximum === null ? null : rupiah(maximum),
  };
}

/** Wage bands in rupiah: parts of a unit no longer matter, and gaps of one unit close. */
function bandsTimes(benefit: Benefit, rupiah: (amount: number) => number): Benefit {
  if (benefit.kind !== "graded") return benefit;
  return {
    ...benefit,
    wholeUnits: false,
    ages: benefit.ages.map((group) => ({
      ...group,
      bands: group.bands.map((band) => ({
        ...band,
        wageFrom: rupiah(band.wageFrom),
        wageTo: rupiah(band.wageTo),
      })),
    })),
  };
}
