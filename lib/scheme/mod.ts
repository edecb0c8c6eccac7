/**
 * What does the law pay? A scheme's design as data, and the rules that read it.
 *
 * @module
 */

export * from "./benefit.ts";
export * from "./ceiling.ts";
export * from "./design.ts";
export * from "./limited_earnings.ts";
