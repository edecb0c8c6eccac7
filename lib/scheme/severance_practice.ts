import { parseToml } from "@jkp/files";
import * as v from "valibot";
import { fraction, sharePct, words } from "./rules/units.ts";

/** What employers pay when they lay off, of what the law wants. */
export interface SeverancePractice {
  readonly currency: string;
  /** Fraction of the laid off who are paid. */
  readonly receivedShare: number;
  /** Fraction that they are paid of what is due to them. */
  readonly paidShareOfDue: number;
  /** Whose figures they are, in words. */
  readonly source: string;
}

const SeverancePracticeFile = v.strictObject({
  name: words,
  currency: words,
  received_share: fraction,
  paid_of_due_pct: sharePct,
  source: words,
  note: v.exactOptional(words),
});

/**
 * Turns TOML text into a practice of severance pay; `file` is its name in messages.
 *
 * @throws {DataError} With everything that is wrong: unknown keys, missing sources,
 * values out of range.
 */
export function parseSeverancePractice(file: string, text: string): SeverancePractice {
  const { currency, received_share, paid_of_due_pct, source } = parseToml(
    file,
    text,
    SeverancePracticeFile,
  );
  return {
    currency,
    receivedShare: received_share,
    paidShareOfDue: paid_of_due_pct,
    source,
  };
}
