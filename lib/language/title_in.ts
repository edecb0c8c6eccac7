import type { Language } from "./language.ts";

/** What has a title in English, and may have one in Indonesian. */
export interface Titled {
  readonly title: string;
  /** The title in Indonesian; nothing where its file has none. */
  readonly titleId?: string | null;
}

/**
 * The title of a design, scenario or valuation in a language: in English where its file has
 * no other.
 *
 * @param named What has the title.
 * @param language The language.
 * @returns The title.
 *
 * @example
 * ```ts
 * import { titleIn } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * const base = { title: "Base", titleId: "Dasar" };
 * assertEquals([titleIn(base, "en"), titleIn(base, "id")], ["Base", "Dasar"]);
 * assertEquals(titleIn({ title: "Base" }, "id"), "Base");
 * ```
 */
export function titleIn({ title, titleId }: Titled, language: Language): string {
  return language === "id" ? titleId ?? title : title;
}

/**
 * The same with its title in a language: for tables that show the title of what they get.
 *
 * @param named What has the title.
 * @param language The language.
 * @returns It, titled; in English as it is.
 *
 * @example
 * ```ts
 * import { titledIn } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * const base = { name: "base", title: "Base", titleId: "Dasar" };
 * assertEquals(titledIn(base, "id").title, "Dasar");
 * ```
 */
export function titledIn<Named extends Titled>(named: Named, language: Language): Named {
  const title = titleIn(named, language);
  return title === named.title ? named : { ...named, title };
}
