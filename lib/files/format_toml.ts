import { stringify, type TomlTable } from "smol-toml";

/** Texts that TOML can hold as they are: lines without control characters, all ended. */
const PLAIN_LINES = /^(?:\P{Cc}*\n)+$/u;

/**
 * Writes TOML in which a text of whole lines stands as such.
 *
 * @param values Keys and their values, one each, in the order of the file.
 * @param tables Tables after them.
 * @returns TOML.
 *
 * @example
 * ```ts
 * import { formatToml } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 *
 * const toml = formatToml({ name: "a", method: "One.\nTwo.\n" }, { sums: { b: 1 } });
 * assertEquals(toml, "name = \"a\"\nmethod = '''\nOne.\nTwo.\n'''\n\n[sums]\nb = 1\n");
 * ```
 */
export function formatToml(
  values: TomlTable,
  tables: Readonly<Record<string, TomlTable>> = {},
): string {
  const lines = Object.entries(values).map(([key, value]) =>
    typeof value === "string" && PLAIN_LINES.test(value) && !value.includes("'''")
      ? `${key} = '''\n${value}'''\n`
      : stringify({ [key]: value })
  );
  const blocks = Object.entries(tables).map(([key, table]) =>
    stringify({ [key]: table })
  );
  return [lines.join(""), ...blocks].join("\n");
}
