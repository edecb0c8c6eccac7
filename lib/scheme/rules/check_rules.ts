import { valueInWords } from "@jkp/problem";

/**
 * Refuses what are no rules: types do not hold what is typed in a notebook's cell.
 *
 * @param doing What they are wanted for: "derive assumptions".
 * @param rules Rules of one month, or a list of them in order of time.
 * @throws {RangeError} If they are a scheme with its versions, a name, a promise.
 *
 * @example A name in place of what is read by it
 * ```ts
 * import { checkRules } from "@jkp/scheme";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkRules("judge", "jkp_2021"),
 *   RangeError,
 *   'Cannot judge: rules, as rulesAt gives them, are wanted, got "jkp_2021"',
 * );
 * ```
 */
export function checkRules(doing: string, rules: unknown): void {
  const list: readonly unknown[] = Array.isArray(rules) ? rules : [rules];
  const isRules = (each: unknown) =>
    typeof each === "object" && each !== null && "contingency" in each &&
    "month" in each;
  if (list.length > 0 && list.every(isRules)) return;
  const got = list.length === 0 ? rules : list.find((each) => !isRules(each));
  throw new RangeError(
    `Cannot ${doing}: rules, as rulesAt gives them, are wanted, got ${valueInWords(got)}`,
  );
}
