import type { Reference } from "./binding.ts";
import { FROM_PRINTED, FROM_RULES } from "./computations.ts";
import type { Sources } from "./sources.ts";

/** Finds the value of a reference; `null` where its rules have none. */
export type Lookup = (reference: Pick<Reference, "design" | "path">) => unknown;

/** Looks values up in sources; each computation is done once for a design. */
export function lookupIn(sources: Sources): Lookup {
  const done = new Map<string, unknown>();
  return ({ design, path }) => {
    const [root = "", ...keys] = path.split(".");
    const key = `${design?.key} ${root}`;
    if (!done.has(key)) done.set(key, startOf(sources, design?.key, root));
    return keys.reduce(valueIn, done.get(key)) ?? null;
  };
}

/** A section of the rules, or what the computation of that name gives. */
function startOf(sources: Sources, design: string | undefined, root: string): unknown {
  if (design === undefined) {
    return Object.hasOwn(FROM_PRINTED, root)
      ? FROM_PRINTED[root]!(sources.printed)
      : undefined;
  }
  const rules = sources.rules.get(design);
  if (rules === undefined) return undefined;
  return Object.hasOwn(FROM_RULES, root)
    ? FROM_RULES[root]!(rules, sources)
    : valueIn(rules, root);
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/**
 * The paths that lead somewhere in some design: a rule that one design does not have is
 * not misspelt if another has it. Places in a list are `0`.
 */
export function knownPaths(
  references: readonly Reference[],
  { rules }: Sources,
  lookup: Lookup,
): Set<string> {
  const known = new Set<string>();
  for (const each of rules.values()) addPaths(known, [], each);
  for (const { design, path } of references) {
    const root = path.split(".")[0]!;
    const start = lookup({ design, path: root });
    if (start !== null) addPaths(known, [root], start);
  }
  return known;
}

/** A path with every place in a list as `0`. */
export function anyPlace(path: string): string {
  return path.replaceAll(/(?<=\.)\d+(?=\.|$)/g, "0");
}

function addPaths(known: Set<string>, path: readonly string[], value: unknown): void {
  known.add(path.join("."));
  if (Array.isArray(value)) {
    for (const each of value) addPaths(known, [...path, "0"], each);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      addPaths(known, [...path, key], each);
    }
  }
}
