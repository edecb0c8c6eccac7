import type { SeverancePractice } from "@jkp/scheme";
import type { ServiceShare } from "./service_rules.ts";

/** Money a month in some year, in the currency that it is known by. */
export interface DatedAmount {
  readonly perMonth: number;
  readonly year: number;
  /** Whose figure it is, in words. */
  readonly source: string;
}

/** An amount that limits are a multiple of. */
export interface NamedAmount extends DatedAmount {
  /** As the rules name it, such as `provincial_minimum_wage`. */
  readonly name: string;
  readonly currency: string;
}

/** Figures that some rules need beside experience and scenario. */
export interface RulesData {
  /**
   * Shares of leavers who meet rules of service, from the extract that the valuation is
   * made from: taken as they are.
   * @default {[]} only the share of the experience
   */
  readonly extractShares?: readonly ServiceShare[];
  /**
   * Shares of leavers with spells who meet rules of service: they move the share of the
   * experience from its own rule to another.
   * @default {[]} none counted: for another rule the share of the experience is taken
   */
  readonly serviceShares?: readonly ServiceShare[];
  /**
   * Average wage by currency, in that currency: limits and wage bands of a scheme abroad
   * are taken as the same multiple of members' average wage here.
   * @default {} none known: such limits are not valued, nor are schemes with wage bands
   */
  readonly averageWages?: Readonly<Record<string, DatedAmount>>;
  /**
   * Amounts that limits are a multiple of, in the scheme's currency.
   * @default {[]} none known: such limits are not valued
   */
  readonly amounts?: readonly NamedAmount[];
  /**
   * Who is paid severance pay, for rules that it delays the benefit of.
   * @default none known: such delays are not valued
   */
  readonly severance?: SeverancePractice;
}
