/**
 * What if? A view of valuations: designs and scenarios side by side, with what is changed,
 * and what they come to.
 *
 * @module
 */

export { valueColumn } from "./value_view.ts";
export { filedView } from "./view.ts";
