import { formatMonth } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import type { Published } from "@jkp/published";
import type { Rules } from "@jkp/scheme";

/** What the cells of the papers are made from. */
export interface Sources {
  /** The papers' cells, as printed. */
  readonly printed: Published;
  /** Public statistics, typed as facts. */
  readonly open: OpenStatistics;
  /** Rules by design and month: `jkp_2021@2023-03`. */
  readonly rules: ReadonlyMap<string, Rules>;
}

/** The rules of another design, in the month of these. */
export function rulesBeside(rules: Rules, name: string, { rules: all }: Sources): Rules {
  const key = `${name}@${formatMonth(rules.month)}`;
  const other = all.get(key);
  if (other === undefined) {
    throw new RangeError(
      `Cannot compare ${rules.name} with another design: one that a cell is bound to ` +
        `is wanted, got ${key}`,
    );
  }
  return other;
}
