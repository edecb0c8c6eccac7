import { posix } from "node:path";
import type { Pages } from "./deno_doc.ts";
import type { Face } from "./faces.ts";

const SOURCE_BUTTON = /<a\s+class="sourceButton"\s+href="([^"]*)"[^]*?<\/a>/g;
const TITLE = /<title>([^]*?)<\/title>/;
const IMPORT = /import (\* as \w+|[^"<]*?) from &quot;([^&]+)&quot;/g;
const USAGE = /(<h3>Usage<\/h3>)<div class="markdown">[^]*?<\/pre>\s*<\/div>/;
const NO_USAGE = "A type that functions take or give. No face has its name.";
const UNLINKED_TYPE = /<span class="td-ref">(\w+)<\/span>/g;
const ATTRIBUTE = / (href|id)="([^"]*)"/g;

/** What pages are named by. */
export interface Naming {
  readonly faces: readonly Face[];
  /** Folder of the rooms, as the address of a folder. */
  readonly lib: string;
  /** Page of each name. */
  readonly pageOf: ReadonlyMap<string, string>;
  /** Types that no face has, which public names mention. */
  readonly types: ReadonlySet<string>;
}

/**
 * A page of `deno doc` as the project has it: faces by the name that is imported, places in
 * the source by their path in the project, links to types of other faces, and links that a
 * disk without a server can follow.
 */
export function tidyPage(
  path: string,
  html: string,
  { faces, lib, pageOf, types }: Naming,
): string {
  const nameOf = new Map(faces.map(({ name, module }) => [module, name]));
  const [, symbol] = path.match(/\/~\/([^.]+)[^/]*\.html$/) ?? [];
  const isMentioned = symbol !== undefined && types.has(symbol);
  return html
    .replace(SOURCE_BUTTON, (_, address) => {
      const source = plain(address);
      return source.startsWith(lib)
        ? `<code class="text-sm">lib/${source.slice(lib.length)}</code>`
        : "";
    })
    .replace(TITLE, (_, title: string) => {
      const parts = title.replace(/ documentation$/, "").split(" - ");
      return `<title>${
        parts.map((part) => nameOf.get(plain(part)) ?? part).join(" - ")
      }</title>`;
    })
    // Words between tags.
    .replace(/>([^<>]+)</g, (text, words) => {
      const name = nameOf.get(plain(words.trim()));
      return name === undefined ? text : `>${name}<`;
    })
    .replace(
      USAGE,
      (text, heading) =>
        isMentioned ? `${heading}<p class="text-sm">${NO_USAGE}</p>` : text,
    )
    .replace(IMPORT, (text, names, from) => {
      const name = nameOf.get(plain(from));
      if (name === undefined) return text;
      const [, room, part] = name.split("/");
      const all = names.replace(/^\* as \w+$/, `* as ${part ?? room}`);
      return `import ${all} from &quot;${name}&quot;`;
    })
    .replace(UNLINKED_TYPE, (text, name) => {
      const target = pageOf.get(name);
      // In lists a whole line is a link, and links do not hold others.
      if (symbol === undefined || target === undefined) return text;
      const href = posix.relative(posix.dirname(path), target);
      return `<a href="${href}" class="link td-ref">${name}</a>`;
    })
    .replace(
      ATTRIBUTE,
      (text, attribute, value) =>
        attribute === "href" && /^$|(\/|&#x2F;)$/.test(value)
          ? ` href="${value}index.html"`
          : text,
    );
}

/**
 * Pages without links that lead nowhere: `deno doc` links type parameters and names with
 * dots that have no page, and types of Deno to a page of its own that is no more. Their
 * words stay.
 */
export function withoutDeadLinks(pages: Pages): Pages {
  const ids = new Map(
    [...pages].filter(([path]) => path.endsWith(".html")).map(([path, html]) =>
      [
        path,
        new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => plain(id!))),
      ] as const
    ),
  );
  return new Map(
    [...pages].map(([path, content]) => [
      path,
      !path.endsWith(".html") ? content : content.replace(
        / href="([^"]*)"/g,
        (text, href) => leadsSomewhere(plain(href), path, pages, ids) ? text : "",
      ),
    ]),
  );
}

function leadsSomewhere(
  href: string,
  from: string,
  pages: Pages,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (/^https?:/.test(href)) return !href.startsWith("https://deno.land/api@");
  const [path = "", fragment] = href.split("#");
  const target = path === "" ? from : posix.join(posix.dirname(from), path);
  return pages.has(target) &&
    (fragment === undefined || ids.get(target)?.has(fragment) === true);
}

/** An attribute's value as it is meant. */
export function plain(value: string): string {
  return value.replaceAll("&#x2F;", "/").replaceAll("&quot;", '"').replaceAll(
    "&amp;",
    "&",
  );
}
