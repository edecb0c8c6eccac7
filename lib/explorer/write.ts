/**
 * What the room `explorer` writes: a page.
 *
 * @module
 */

export { explorerPage } from "./build/explorer_page.ts";
