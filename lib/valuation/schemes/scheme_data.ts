import type { Scenario } from "@jkp/economy";
import type { EarningsProfile } from "@jkp/experience";
import type { ServiceShare } from "./service_rules.ts";

/** What rules need beside the assumptions of a valuation. */
export interface SchemeData {
  readonly scenario: Scenario;
  /** Mean earnings before any ceiling. */
  readonly earnings: EarningsProfile;
  /**
   * Shares of leavers who meet rules of service, from the extract that the valuation is
   * made from: taken as they are.
   * @default [] only the share of the valuation itself
   */
  readonly extractShares?: readonly ServiceShare[];
  /**
   * Shares of leavers with spells who meet rules of service: they move the valuation's
   * share from its own rule to another.
   */
  readonly serviceShares: readonly ServiceShare[];
  /**
   * Average wage a month by currency, in that currency: limits of a scheme abroad are
   * taken as the same multiple of the average wage here.
   * @default {} none known: such limits are not valued
   */
  readonly averageWages?: Readonly<Record<string, number>>;
  /**
   * Rupiah a month by name, such as `provincial_minimum_wage`, of which limits are a
   * multiple; of the first year of the projection's earnings.
   * @default {} none known: such limits are not valued
   */
  readonly amountsIdr?: Readonly<Record<string, number>>;
}
