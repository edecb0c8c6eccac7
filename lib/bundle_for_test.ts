import { type Bundle, bundle } from "./explorer/build/bundle.ts";

/**
 * Bundles faces of rooms for a browser, which gets one global, `jkp`, with a property for
 * each room.
 *
 * @param faces By the name that a page will call each: its specifier.
 * @returns The script, and what it would need that no page has.
 * @throws {Error} If a module cannot be found.
 */
export async function bundleFaces(
  faces: Readonly<Record<string, string>>,
): Promise<Bundle> {
  const exports = Object.entries(faces)
    .map(([name, face]) => `export * as ${name} from "${face}";`);
  return await bundle({
    source: exports.join("\n"),
    globalName: "jkp",
    isMinified: false,
  });
}
