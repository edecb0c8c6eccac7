/**
 * Draws the example figures in a program of its own and prints what it took, for the test
 * of permissions and memory and for the bench.
 *
 * @module
 */

import { EXAMPLE_FIGURES } from "./example_items.ts";
import { figureToSvg } from "./figure_to_svg.ts";

const lengths: number[] = [];
for (const figure of EXAMPLE_FIGURES) lengths.push((await figureToSvg(figure)).length);
console.log(JSON.stringify({ lengths, residentBytes: Deno.memoryUsage().rss }));
