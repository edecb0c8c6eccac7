/**
 * What the room `explorer` reads from disk.
 *
 * @module
 */

export { EXPLORED_VALUATIONS, readExplorerData } from "./read_explorer_data.ts";
