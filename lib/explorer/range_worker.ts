/**
 * The script of a page's worker, which draws ranges while the page is moved on. A page
 * starts it from its own text, takes `RangeAnswer`s, and sends `RangeMessage`s.
 *
 * @module
 */

import { rangeAnswerer, type RangeMessage } from "./answer_ranges.ts";

/** What of a worker's scope is used: the types of a page do not know it. */
const page = self as unknown as Pick<MessagePort, "postMessage" | "addEventListener">;
const answer = rangeAnswerer((each) => page.postMessage(each));
page.addEventListener("message", ({ data }: MessageEvent<RangeMessage>) => answer(data));
