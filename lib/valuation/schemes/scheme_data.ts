import type { Scenario } from "@jkp/economy";
import type { EarningsProfile, LeaverAges } from "@jkp/experience";
import type { ServiceShare } from "./service_rules.ts";

/** What rules need beside the assumptions of a valuation. */
export interface SchemeData {
  readonly scenario: Scenario;
  /** Mean earnings before any ceiling. */
  readonly earnings: EarningsProfile;
  /** Ages of those who leave, for benefits and durations by age. */
  readonly leaverAges: LeaverAges;
  /** Shares of the same leavers who meet rules of service. */
  readonly serviceShares: readonly ServiceShare[];
  /**
   * Average wage a month by currency, in that currency: limits and wage bands of a scheme
   * abroad are taken as the same multiple of the average wage here.
   * @default {} none known: such limits are not valued, nor are schemes with wage bands
   */
  readonly averageWages?: Readonly<Record<string, number>>;
  /**
   * Rupiah a month by name, such as `provincial_minimum_wage`, of which limits are a
   * multiple; of the first year of the projection's earnings.
   * @default {} none known: such limits are not valued
   */
  readonly amountsIdr?: Readonly<Record<string, number>>;
}
