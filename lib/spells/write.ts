/**
 * What the room `spells` writes to disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { SPELL_FORMATS, writeSpellFolder } from "./folder/write_spell_folder.ts";
