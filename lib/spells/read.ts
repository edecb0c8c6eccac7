/**
 * What the room `spells` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { checkSpells } from "./check/check_spells.ts";
export { readSpells } from "./check/read_spells.ts";
export { buildStatistics } from "./count/build_statistics.ts";
export { mergeParts } from "./count/merge_parts.ts";
export { readDistinct } from "./decode/read_distinct.ts";
export { openRegister } from "./folder/open_register.ts";
export { readJkpRegister } from "./jkp/read_jkp_register.ts";
export { BROKEN_SPELLS_FOLDER, SHIPPED_SPELLS_FOLDER } from "./shipped_spells.ts";
export { cellText } from "./source/cell_text.ts";
export { openSpellFile } from "./source/open_spell_file.ts";
