import type { JkpBenefits } from "@jkp/spells";

/**
 * Which benefit of its claim each benefit is: 1 for the first.
 *
 * @param benefits Benefits of a register, those of a claim in order of their months.
 * @returns A number for each benefit.
 *
 * @example Three claims of six, two and one months
 * ```ts
 * import { benefitNumbers } from "@jkp/experience";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { benefits } = await readJkpRegister(await exampleJkpFolder());
 * assertEquals(benefitNumbers(benefits!), [1, 2, 3, 4, 5, 6, 1, 2, 1]);
 * ```
 */
export function benefitNumbers({ claim }: Pick<JkpBenefits, "claim">): number[] {
  let number = 0;
  return Array.from(
    claim,
    (each, i) => number = i > 0 && each === claim[i - 1] ? number + 1 : 1,
  );
}
