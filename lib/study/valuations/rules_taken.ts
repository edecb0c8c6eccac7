import type { Table } from "@jkp/exhibit";
import type { SchemeValuation } from "@jkp/valuation";

/**
 * How a valuation took the rules of its scheme, and which it leaves out.
 *
 * @param valuation Of a scheme.
 * @param source Where its figures come from, for the source line.
 * @returns Two tables, each with a row a rule.
 *
 * @example
 * ```ts
 * import { rulesTakenTables } from "@jkp/study";
 * import { runValuation } from "../../valuation/run_valuation.ts";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const options = { designs: ["jkp_2021"], scenarios: ["base"] };
 * const { valued } = runValuation(await readValuation("report_2021", options));
 * const [, notValued] = rulesTakenTables(valued[0]!, "an example");
 * const repeat = notValued.rows.find(({ rule }) => rule === "Repeat claims");
 * assertEquals(
 *   repeat!.text,
 *   "at most 3 claims, 60 months between claims: simulated careers value them",
 * );
 * ```
 */
export function rulesTakenTables(
  { basis, notValued }: Pick<SchemeValuation, "basis" | "notValued">,
  source: string,
): readonly [taken: Table, notValued: Table] {
  return [
    ruleTexts("How rules are taken", basis, source),
    ruleTexts("Not valued", notValued, source),
  ];
}

/** Texts that begin with the rule they are about, as a table. */
function ruleTexts(title: string, texts: readonly string[], source: string): Table {
  return {
    id: "rules",
    number: "",
    title,
    columns: [{ key: "rule", title: "Rule" }, { key: "text", title: "What" }],
    rows: texts.map((text) => {
      const end = text.indexOf(": ");
      return { rule: text.slice(0, end), text: text.slice(end + 2) };
    }),
    notes: [],
    source,
  };
}
