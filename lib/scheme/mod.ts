/**
 * What does the law pay? A scheme's design as data, and the rules that read it.
 *
 * @module
 */

export * from "./benefit.ts";
export * from "./calculator/mod.ts";
export * from "./ceiling.ts";
export * from "./claims/mod.ts";
export * from "./conformity.ts";
export * from "./design.ts";
export * from "./limited_earnings.ts";
export * from "./rules/mod.ts";
export * from "./termination_package.ts";
