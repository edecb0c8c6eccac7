/**
 * In what economy? Scenarios of growth, employment, unemployment, prices and returns.
 *
 * @module
 */

export { balanceProductivity, checkGrowth, type GrowthCheck } from "./consistency.ts";
export {
  type ByScenario,
  type EarningsProfile,
  type EarningsSpread,
  parseScenario,
  REPORT_SCENARIOS,
  type ReportScenario,
  type Scenario,
} from "./scenario.ts";
