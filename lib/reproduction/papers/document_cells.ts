import type { Rules } from "@jkp/scheme";
import { capitalized } from "@jkp/exhibit";
import type { Binding, Reference, Wording } from "./binding.ts";
import { DECIDED_BY_CALCULATOR } from "./computations.ts";
import type { Made } from "../reproduced.ts";
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
  binding: Binding,
  write: Write,
): DocumentCell {
  const { basis, ours, remark, ifDifferent } = binding;
  const note = textOf(remark, write);
  if (basis === "quoted") return { basis, reason: `quoted: ${note}` };
  const kind = kindOfBinding(binding);
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
      ? { basis, value, kind, relation: "in_words", ...extra }
      : { basis, value, kind, whyDifferent: NO_RULE, ...extra };
  }
  const value = isOne ? write(only) : textOf(ours, write);
  return { basis, value, kind, ...extra };
}

/**
 * The kind of a cell of a paper. A value of a design file was typed from the paper or from
 * the law, and what is computed from such values follows from them; only what the
 * calculator decides of a worked example is computed.
 */
function kindOfBinding({ basis, ours }: Binding): Made {
  if (basis === "rule" || basis === "words") return "input";
  const isDecided = ours.some((part) =>
    typeof part === "object" &&
    DECIDED_BY_CALCULATOR.has(part.path.split(".")[0]!)
  );
  return isDecided ? "model" : "arithmetic";
}

function textOf(wording: Wording, write: Write): string {
  return wording.map((part) => shownOf(part, write) ?? "none").join("");
}

function shownOf(part: Wording[number], write: Write): Shown {
  return typeof part === "string" ? part : write(part);
}
