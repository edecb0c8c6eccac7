import { rangeAnswerer, type RangeMessage } from "./answer_ranges.ts";

/** Draws ranges in a worker, while its page is moved on: takes messages, posts answers. */
export function answerPage(): void {
  // What of a worker's scope is used: the types of a page do not know it.
  const page = self as unknown as Pick<MessagePort, "postMessage" | "addEventListener">;
  const answer = rangeAnswerer((each) => page.postMessage(each));
  page.addEventListener(
    "message",
    ({ data }: MessageEvent<RangeMessage>) => answer(data),
  );
}
