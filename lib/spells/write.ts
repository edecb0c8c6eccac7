/**
 * What the room `spells` writes to disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { writeLedgerFolder } from "./folder/write_ledger_folder.ts";
export { SPELL_FORMATS, writeSpellFolder } from "./folder/write_spell_folder.ts";
