/**
 * What the room `published` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { loadPublished } from "./load_published.ts";
export { loadPublishedDocuments } from "./published_documents.ts";
