import type { Rules } from "@jkp/scheme";
import { capitalized } from "@jkp/exhibit";
import type { Binding, Reference, Wording } from "./binding.ts";
import type { DocumentCell, DocumentCells } from "./document_table.ts";
import type { Format, Shown } from "./formats.ts";

/** Why a sentence differs in which a rule is missing. */
const NO_RULE = "the design file has no such rule";

/** How a reference is written. */
export type Write = (reference: Reference) => Shown;

/** Writes references from their values. */
export function writeWith(
  lookup: (reference: Reference) => unknown,
  formats: ReadonlyMap<string, Format>,
  rules: ReadonlyMap<string, Rules>,
): Write {
  return (reference) => {
    const own = reference.design === null ? null : rules.get(reference.design.key)!;
    return formats.get(reference.as)!.write(lookup(reference), own);
  };
}

/** Our cells of a table, from where they are bound. */
export function documentCells(
  bindings: readonly Binding[],
  write: Write,
): DocumentCells {
  return Object.fromEntries(
    bindings.map((binding) => [binding.cell, cellOf(binding, write)]),
  );
}

function cellOf(
  { basis, ours, remark, ifDifferent }: Binding,
  write: Write,
): DocumentCell {
  const note = textOf(remark, write);
  if (basis === "quoted") return { basis, reason: `quoted: ${note}` };
  const extra = {
    ...(note === "" ? {} : { note }),
    ...(ifDifferent === "" ? {} : { whyDifferent: ifDifferent }),
  };
  const [only] = ours;
  const isOne = ours.length === 1 && typeof only === "object";
  if (basis === "words") {
    const value = capitalized(textOf(ours, write));
    // A sentence about a rule that the design does not have is not what is printed.
    const missing = isOne
      ? undefined
      : ours.find((part) => shownOf(part, write) === null);
    return missing === undefined
      ? { basis, value, kind: "model", relation: "in_words", ...extra }
      : { basis, value, kind: "model", whyDifferent: NO_RULE, ...extra };
  }
  const value = isOne ? write(only) : textOf(ours, write);
  // What is computed from other printed numbers never counts as reproduced.
  return { basis, value, kind: basis === "arithmetic" ? "input" : "model", ...extra };
}

function textOf(wording: Wording, write: Write): string {
  return wording.map((part) => shownOf(part, write) ?? "none").join("");
}

function shownOf(part: Wording[number], write: Write): Shown {
  return typeof part === "string" ? part : write(part);
}
