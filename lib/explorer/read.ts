/**
 * What the room `explorer` reads from disk.
 *
 * @module
 */

export { readExplorerData } from "./read_explorer_data.ts";
