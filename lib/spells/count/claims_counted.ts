import {
  END_REASONS,
  type EndReason,
  type SpellManifest,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { wordsOf } from "@jkp/language";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";

/** Counts claims of all reasons, to say of which the statistics hold none. */
export class ClaimsCounted {
  readonly #window: Pick<SpellManifest, "firstMonth" | "lastMonth">;
  readonly #claims = new Map<number, number>();

  /** Counts the claims of a window of months. */
  constructor(window: Pick<SpellManifest, "firstMonth" | "lastMonth">) {
    this.#window = window;
  }

  /** Takes whole members in. */
  add({ claimMonth, endReason }: SpellColumns): void {
    const { firstMonth, lastMonth } = this.#window;
    for (let row = 0; row < claimMonth.length; row++) {
      const month = claimMonth[row]!;
      if (month < firstMonth || month > lastMonth) continue;
      const reason = endReason[row]!;
      this.#claims.set(reason, 1 + (this.#claims.get(reason) ?? 0));
    }
  }

  /**
   * What the withdrawals of the statistics leave out, in a sentence: claims for other reasons
   * than the two that they split, or that there is none for these. `undefined` where they
   * hold all.
   */
  get remark(): string | undefined {
    const of = (reason: EndReason) => this.#claims.get(endReasonCode(reason)) ?? 0;
    const isSplit = (reason: EndReason) =>
      TERMINATION_REASONS.some((termination) => termination === reason);
    const others = END_REASONS.filter((reason) => !isSplit(reason) && of(reason) > 0);
    const words = others.map((reason) =>
      `${of(reason).toLocaleString("en")} ${reason.replaceAll("_", " ")}`
    ).join(", ");
    if (TERMINATION_REASONS.every((reason) => of(reason) === 0)) {
      return "Withdrawals: the register has no claim for layoff or resignation in these " +
        `months${words === "" ? "" : `, but for other reasons (${words})`}. So ` +
        "withdrawals.csv holds zeros, which do not mean that nobody was laid off.";
    }
    if (others.length === 0) return undefined;
    const sum = others.reduce((count, reason) => count + of(reason), 0);
    return "Withdrawals: withdrawals.csv holds claims for layoff and resignation alone; " +
      `${wordsOf("en").counted(sum, "claim")} for other reasons ` +
      `${sum === 1 ? "is" : "are"} not in it (${words}).`;
  }
}
