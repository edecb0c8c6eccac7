import type { Pages } from "./deno_doc.ts";

/** The index of the search, and the script that reads it. */
const INDEX = "search_index.js";
const SCRIPT = "search.js";

/** How the script makes the link of what it found. */
const MADE_LINK = "${result.file}/~/${result.name}.html";

/** What the search finds. */
interface Found {
  readonly file: string;
  readonly name: string;
}

/**
 * The files of the search, so that what it finds is on a page: fields on those of their
 * types, and nothing that has none.
 *
 * @param placeOf Where something stands, by the page that `deno doc` makes of it.
 * @throws {Error} If the files have another form than that of the Deno that this is for.
 */
export function searchFiles(
  pages: Pages,
  placeOf: (page: string) => string | undefined,
): Pages {
  const [before, json, after] = pages.get(INDEX)?.split(/(\{"kind":"search".*\})/) ?? [];
  const script = pages.get(SCRIPT);
  if (json === undefined || script?.includes(MADE_LINK) !== true) {
    throw new Error("Cannot mend the search: deno doc writes it otherwise");
  }
  const { nodes, ...rest } = JSON.parse(json) as { readonly nodes: readonly Found[] };
  const found = nodes.flatMap((node) => {
    const url = placeOf(`${node.file}/~/${node.name}.html`);
    return url === undefined ? [] : [{ ...node, url }];
  });
  return new Map([
    [INDEX, `${before}${JSON.stringify({ ...rest, nodes: found })}${after}`],
    [SCRIPT, script.replace(MADE_LINK, "${result.url}")],
  ]);
}
