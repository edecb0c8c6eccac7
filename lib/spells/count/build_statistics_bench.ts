/**
 * Counting of the shipped sample of the register into statistics.
 *
 * @module
 */

import { SHIPPED_SPELLS_FOLDER } from "../shipped_spells.ts";
import { buildStatistics } from "./build_statistics.ts";

Deno.bench("the shipped spells to statistics", { n: 5, warmup: 1 }, async () => {
  await buildStatistics(SHIPPED_SPELLS_FOLDER);
});
