import { keyInWords, sectionInWords } from "@jkp/exhibit";
import { LIMIT_INDICES } from "@jkp/scheme";
import { companyChoices, REPORT_DESIGN, type ValuationBasis } from "@jkp/valuation";

/** What a choice is about and what it can be, in a reader's words. */
interface Words {
  readonly what: string;
  readonly values: Readonly<Record<string, string>>;
}

const IN_WORDS: Readonly<Record<string, Words>> = {
  referenceEarnings: {
    what: "benefits",
    values: {
      before_claim: "by earnings before the claim",
      before_payment: "by earnings before each payment",
    },
  },
  ceilingIndex: {
    what: "GDP-linked limits",
    values: Object.fromEntries(
      Object.entries(LIMIT_INDICES)
        .map(([index, words]) => [index, `by ${words.split(",")[0]}`]),
    ),
  },
  transitionalFactors: {
    what: "transitional cost",
    values: { as_printed: "by rounded factors", exact: "by exact factors" },
  },
};

/**
 * What of the report's own design is taken otherwise than it would be alone or beside other
 * designs, in words, with how to have the other number. Nothing where it is not valued.
 *
 * @param basis The valuation.
 * @returns One sentence or two in a note, or none.
 *
 * @example
 * ```ts
 * import { companyChoiceNotes } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert, assertStringIncludes } from "@std/assert";
 *
 * const [note] = companyChoiceNotes(await readValuation("report_2021"));
 * assertStringIncludes(note!, "GDP-linked limits by nominal wages; ");
 * const jkp = await readValuation("report_2021", { designs: ["jkp_2021"] });
 * assert(companyChoiceNotes(jkp).length === 0);
 * ```
 */
export function companyChoiceNotes(
  basis: Pick<ValuationBasis, "file" | "reading" | "label" | "schemes">,
): string[] {
  const company = companyChoices(basis);
  if (company === null || company.choices.length === 0) return [];
  const { isAlone, choices } = company;
  const { title } = basis.schemes.find(({ name }) => name === REPORT_DESIGN)!;
  const said = choices.map(({ name, alone, beside }) => {
    const { what, values } = IN_WORDS[name] ?? { what: sectionInWords(name), values: {} };
    const [here, there] = [isAlone ? alone : beside, isAlone ? beside : alone]
      .map((value) => values[String(value)] ?? keyInWords(String(value)));
    return { here: `${what} ${here}`, there };
  });
  const here = said.map(({ here }) => here).join("; ");
  const there = said.map(({ there }) => there).join("; ");
  return [
    isAlone
      ? `Valued alone, as the report reads it: ${here}. Other numbers beside another ` +
        `design, as laws say: ${there}.`
      : `${title} beside others, as laws say: ${here}. Other numbers alone, as the ` +
        `report reads it: ${there}.`,
  ];
}
