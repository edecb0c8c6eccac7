import v8 from "node:v8";
import vm from "node:vm";
import { nextTurn } from "./next_turn.ts";

/** Growth of the process, in bytes, after which frames are let go. */
const GROWTH_BYTES = 128 * 1024 * 1024;

let collect: (() => void) | undefined;
let keptBytes = 0;

/**
 * Has frames that nobody holds let go, if the process has grown since last time. What a
 * frame takes lies outside of what the engine of JavaScript counts, so that it sees no
 * reason to look for frames of hundreds of megabytes.
 */
export async function letFramesGo(): Promise<void> {
  if (Deno.memoryUsage().rss < keptBytes + GROWTH_BYTES) return;
  if (collect === undefined) {
    v8.setFlagsFromString("--expose-gc");
    collect = vm.runInNewContext("gc") as () => void;
  }
  collect();
  await nextTurn();
  keptBytes = Deno.memoryUsage().rss;
}
