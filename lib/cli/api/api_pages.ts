import { DataError } from "@jkp/problem";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../jupyter.ts";
import { denoDocPages, type Pages } from "./deno_doc.ts";
import { type Face, publicFaces } from "./faces.ts";
import { fieldPlaces, withoutFieldPages } from "./field_places.ts";
import { firstPage } from "./first_page.ts";
import { type DeclaredType, mentionedTypes } from "./mentioned_types.ts";
import { searchFiles } from "./search.ts";
import { tidyPage, withoutDeadLinks } from "./tidy_page.ts";

/** The first page. */
const FIRST = "index.html";

/**
 * Pages of the public faces: `index.html` is the page of `lib/README.md`, then one page a
 * face and a name, with the types that public names mention.
 *
 * @throws {DataError} If `deno doc` fails.
 */
export async function apiPages(): Promise<Pages> {
  const faces = await publicFaces();
  const lib = `${pathToFileURL(join(ROOT, "lib")).href}/`;
  const { types, unclear } = await mentionedTypes(faces, lib);
  const documented = await denoDocPages(
    new Map(faces.map((face) => [face.module, faceWithTypes(face, types, lib)])),
  );
  const places = fieldPlaces(documented);
  const pageOf = new Map(
    [...documented.keys()].flatMap((path) => {
      const name = path.match(/\/~\/(.+)\.html$/)?.[1]?.replace(".prototype.", ".");
      return name === undefined ? [] : [[name, places.get(path) ?? path]];
    }),
  );
  const readme = await Deno.readTextFile(join(ROOT, "lib/README.md"));
  const comment = commentOf(firstPage(readme, pageOf, faces));
  const first = await denoDocPages(new Map([["index.ts", `${comment}export {};\n`]]));
  const kept = withoutFieldPages(documented, places);
  const naming = {
    faces,
    lib,
    pageOf: new Map([...pageOf].filter(([name]) => !unclear.has(name))),
    types: new Set(types.map(({ name }) => name)),
  };
  const pages = [...kept, [FIRST, first.get(FIRST)!] as const].map(([path, content]) =>
    [path, path.endsWith(".html") ? tidyPage(path, content, naming) : content] as const
  );
  const placeOf = (page: string) =>
    places.get(page) ?? (kept.has(page) ? page : undefined);
  return withoutDeadLinks(new Map([...pages, ...searchFiles(kept, placeOf)]));
}

/** A face's names, and on the room's first face the types that it mentions. */
function faceWithTypes(
  { module, comment }: Face,
  types: readonly DeclaredType[],
  lib: string,
): string {
  const [room, file] = module.split("/");
  const own = file === "mod.ts"
    ? types.filter((type) => type.module.startsWith(`${room}/`))
    : [];
  return [
    commentOf(comment),
    `export * from "${lib}${module}";\n`,
    ...own.map((type) => `export type { ${type.name} } from "${lib}${type.module}";\n`),
  ].join("");
}

/** A text in Markdown as the comment of a module. */
function commentOf(markdown: string): string {
  if (markdown.includes("*/")) {
    throw new DataError([{
      file: "a page in Markdown",
      expected: "a text that can stand in a comment",
      received: "*/",
    }]);
  }
  const lines = markdown.trimEnd().split("\n").map((line) => ` * ${line}`.trimEnd());
  return ["/**", ...lines, " *", " * @module", " */", ""].join("\n");
}
