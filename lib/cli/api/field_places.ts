import { posix } from "node:path";
import type { Pages } from "./deno_doc.ts";
import { plain } from "./tidy_page.ts";

/** What `deno doc` calls the place of a field on the page of its type. */
const KINDS = ["property", "method", "accessor"];

/** A page of a field, as `FundYear.closingIdr.html` or `StagedFiles.prototype.write.html`. */
const FIELD_PAGE = /^(.*\/~\/[^./]+)\.(?:prototype\.)?([^/]+)\.html$/;

/**
 * Where a field stands on the page of its type, by the path of the page of its own that
 * `deno doc` makes, which says no more: two thirds of all pages are such.
 */
export function fieldPlaces(pages: Pages): ReadonlyMap<string, string> {
  const idsOf = new Map<string, ReadonlySet<string>>();
  return new Map(
    [...pages.keys()].flatMap((path) => {
      const [, type, field] = path.match(FIELD_PAGE) ?? [];
      const page = `${type}.html`;
      const html = pages.get(page);
      if (field === undefined || html === undefined) return [];
      const ids = idsOf.get(page) ??
        new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => plain(id!)));
      idsOf.set(page, ids);
      const places = KINDS.map((kind) => `${kind}_${field.toLowerCase()}`);
      const place = places.flatMap((each) => [each, `${each}_0`])
        .find((each) => ids.has(each));
      return [[path, place === undefined ? page : `${page}#${place}`]];
    }),
  );
}

/** Pages without those of single fields; links to them lead to the field on its type's. */
export function withoutFieldPages(
  pages: Pages,
  places: ReadonlyMap<string, string>,
): Pages {
  return new Map(
    [...pages].filter(([path]) => !places.has(path)).map(([path, content]) => [
      path,
      !path.endsWith(".html") ? content : content.replace(
        / href="([^"#]+)(?:#[^"]*)?"/g,
        (text, href) => {
          const folder = posix.dirname(path);
          const place = places.get(posix.join(folder, plain(href)));
          return place === undefined ? text : ` href="${posix.relative(folder, place)}"`;
        },
      ),
    ]),
  );
}
