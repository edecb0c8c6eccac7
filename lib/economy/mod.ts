/**
 * In what economy? Scenarios of growth, employment, unemployment, prices and returns.
 *
 * @module
 */

export { balanceProductivity, checkGrowth } from "./consistency.ts";
export { draftScenario } from "./draft_scenario.ts";
export {
  type ByScenario,
  REPORT_SCENARIOS,
  type ReportScenario,
  type Scenario,
} from "./scenario.ts";
