/**
 * What do public statistics say? Indonesia's population, labour market, prices and yields,
 * and wages abroad, typed as facts into `data/open/`, each with its source.
 *
 * @module
 */

export { printedAmount, printedDate } from "./fact.ts";
export type { OpenStatistics } from "./statistics.ts";
