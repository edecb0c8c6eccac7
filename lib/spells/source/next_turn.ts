/**
 * Waits for the next turn of the event loop.
 *
 * The memory of a frame that nobody holds is given back only between turns. Readers of
 * many frames wait here after each, or they would keep them all.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
