import { between, whole, words } from "@jkp/scheme";
import * as v from "valibot";

/** A number between two bounds of a process file, which the message names. */
export function within(least: number, most: number, what: string) {
  return between(least, most, `${what} from ${least} to ${most}`);
}

const years = whole(1, 10, "years");
const common = { title: words, basis: words };
const kinds = "recession, claims, recognition, resignations, group, late_start, " +
  "late_contributions or left_out";

/** A stress of a process file: what is moved, by how much, and where that is from. */
export const StressSection = v.variant("kind", [
  v.strictObject({
    kind: v.literal("recession"),
    ...common,
    severity: within(0, 10, "a severity, in those of the section recession,"),
  }),
  v.strictObject({
    kind: v.literal("claims"),
    ...common,
    factor: within(0, 100, "a factor"),
  }),
  v.strictObject({
    kind: v.literal("recognition"),
    ...common,
    factor: within(0, 100, "a factor"),
  }),
  v.strictObject({
    kind: v.literal("resignations"),
    ...common,
    relabelled_pct: within(0, 100, "per cent of resignations"),
  }),
  v.strictObject({
    kind: v.literal("group"),
    ...common,
    members_pct: within(0, 1000, "per cent of members"),
    terminations_factor: within(0, 20, "a factor"),
  }),
  v.strictObject({ kind: v.literal("late_start"), ...common, years }),
  v.strictObject({ kind: v.literal("late_contributions"), ...common, years }),
  v.strictObject({ kind: v.literal("left_out"), ...common }),
], kinds);

/**
 * A stress. A recession, or claims, strike in the first year with benefits; recognition,
 * resignations and a group that comes in last all years; contributions of a year are paid
 * years later, or the whole scheme begins later. One that is left out says why as its basis.
 */
export type Stress = v.InferOutput<typeof StressSection>;
