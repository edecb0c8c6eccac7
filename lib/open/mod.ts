/**
 * What do public statistics say? Indonesia's population, labour market, prices and yields,
 * and wages abroad, typed as facts into `data/open/`, each with its source.
 *
 * @module
 */

export {
  loadOpenStatistics,
  OPEN_TABLE_NAMES,
  type OpenStatistics,
  type OpenTableName,
} from "./statistics.ts";
