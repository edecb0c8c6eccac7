import { escapeHtml } from "./format.ts";

/** A formula as a plain value: what it is made of, whatever shows it. */
export type Formula = FormulaSign | FormulaOfParts;

/** A single sign. */
export interface FormulaSign {
  readonly kind: "name" | "number" | "operator";
  readonly text: string;
}

/** Formulas together. */
export interface FormulaOfParts {
  /** `limits`: a sign with what stands below and above it, such as a sum. */
  readonly kind: "row" | "fraction" | "subscript" | "superscript" | "limits";
  readonly parts: readonly Formula[];
}

/** A part of a formula: a text is read as names, numbers and operators. */
export type FormulaPart = Formula | string;

/** Marks that stand between or around quantities. */
const OPERATORS = new Set("=+−·/(),;≥≤<>|∈{}:".split(""));

/**
 * A formula of parts in a row. A text is taken apart: letters are names (each letter one, an
 * upright word where it is longer), digits numbers, all else operators; white space parts.
 *
 * @param parts Formulas, or texts such as `N(t) =`.
 * @returns The formula.
 * @throws {RangeError} If a text holds a sign that is none of a formula's.
 *
 * @example Terminations in a month
 * ```ts
 * import { formula } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const { parts } = formula("N = q · M");
 * assertEquals(parts.map(({ kind }) => kind), [
 *   ...["name", "operator", "name", "operator", "name"],
 * ]);
 * ```
 */
export function formula(...parts: readonly FormulaPart[]): FormulaOfParts {
  return { kind: "row", parts: parts.flatMap(partsOf) };
}

/**
 * One quantity over another.
 *
 * @param above The numerator.
 * @param below The denominator.
 * @returns The fraction.
 *
 * @example
 * ```ts
 * import { fraction } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const [above, below] = fraction("B", "M").parts;
 * assertEquals([above, below], [{ kind: "name", text: "B" }, { kind: "name", text: "M" }]);
 * ```
 */
export function fraction(above: FormulaPart, below: FormulaPart): FormulaOfParts {
  return { kind: "fraction", parts: [oneOf(above), oneOf(below)] };
}

/**
 * A quantity with an index below it.
 *
 * @param base The quantity.
 * @param below The index.
 * @returns The quantity.
 *
 * @example
 * ```ts
 * import { indexed } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const { kind, parts: [, below] } = indexed("u", "0");
 * assertEquals([kind, below], ["subscript", { kind: "number", text: "0" }]);
 * ```
 */
export function indexed(base: FormulaPart, below: FormulaPart): FormulaOfParts {
  return { kind: "subscript", parts: [oneOf(base), oneOf(below)] };
}

/**
 * A quantity to a power.
 *
 * @param base The quantity.
 * @param above The exponent.
 * @returns The power.
 *
 * @example
 * ```ts
 * import { raised } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const { kind, parts: [, above] } = raised("e", "x");
 * assertEquals([kind, above], ["superscript", { kind: "name", text: "x" }]);
 * ```
 */
export function raised(base: FormulaPart, above: FormulaPart): FormulaOfParts {
  return { kind: "superscript", parts: [oneOf(base), oneOf(above)] };
}

/**
 * A sum, or another sign with its limits.
 *
 * @param sign `∑`, `min`, `max` …
 * @param below What stands below it.
 * @param above What stands above it; nothing by default.
 * @returns The sign.
 *
 * @example
 * ```ts
 * import { withLimits } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const { kind, parts: [sign] } = withLimits("∑", "d ≥ 0");
 * assertEquals([kind, sign], ["limits", { kind: "operator", text: "∑" }]);
 * ```
 */
export function withLimits(
  sign: string,
  below: FormulaPart,
  above?: FormulaPart,
): FormulaOfParts {
  const operator: Formula = { kind: "operator", text: sign };
  return {
    kind: "limits",
    parts: [operator, oneOf(below), ...(above === undefined ? [] : [oneOf(above)])],
  };
}

/** A formula in a line of text, as who hears it or copies it gets it: `_` before an index. */
export function formulaToText(of: Formula): string {
  return textOf(of).replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ ([),])/g, "$1")
    .trim();
}

function textOf(of: Formula): string {
  switch (of.kind) {
    case "name":
    case "number":
      return of.text;
    case "operator":
      if ("()".includes(of.text)) return of.text;
      return ",;".includes(of.text) ? `${of.text} ` : ` ${of.text} `;
    case "row":
      return of.parts.map((part, i) => {
        const before = of.parts[i - 1];
        return before !== undefined && needsSpace(before, part)
          ? ` ${textOf(part)}`
          : textOf(part);
      }).join("");
    case "fraction":
      return `(${textOf(of.parts[0]!)})/(${textOf(of.parts[1]!)})`;
    case "subscript":
      return `${textOf(of.parts[0]!)}_${bracketed(of.parts[1]!)}`;
    case "superscript":
      return `${textOf(of.parts[0]!)}^(${textOf(of.parts[1]!).trim()})`;
    case "limits": {
      const [sign, below, above] = of.parts;
      const upper = above === undefined ? "" : `^(${textOf(above).trim()})`;
      return ` ${textOf(sign!).trim()}_${bracketed(below!)}${upper} `;
    }
  }
}

/** Whether two parts would run together. */
function needsSpace(before: Formula, after: Formula): boolean {
  const isClosing = before.kind === "operator" && before.text === ")";
  const ends = before.kind !== "operator" || isClosing;
  return ends && after.kind !== "operator" && after.kind !== "limits";
}

function bracketed(of: Formula): string {
  const text = textOf(of).trim();
  return text.length === 1 ? text : `(${text})`;
}

/** A formula as MathML, which browsers show and screen readers read. */
export function formulaToMathMl(of: Formula): string {
  return `<math display="block" alttext="${escapeHtml(formulaToText(of))}">` +
    `${elementOf(of)}</math>`;
}

const ELEMENTS = {
  row: "mrow",
  fraction: "mfrac",
  subscript: "msub",
  superscript: "msup",
} as const;

function elementOf(of: Formula): string {
  const inner = () => "parts" in of ? of.parts.map(elementOf).join("") : "";
  switch (of.kind) {
    case "name":
      return `<mi>${escapeHtml(of.text)}</mi>`;
    case "number":
      return `<mn>${escapeHtml(of.text)}</mn>`;
    case "operator":
      return "(){}|".includes(of.text)
        ? `<mo stretchy="false">${escapeHtml(of.text)}</mo>`
        : `<mo>${escapeHtml(of.text)}</mo>`;
    case "limits": {
      const name = of.parts.length === 3 ? "munderover" : "munder";
      return `<${name}>${inner()}</${name}>`;
    }
    default:
      return `<${ELEMENTS[of.kind]}>${inner()}</${ELEMENTS[of.kind]}>`;
  }
}

/** One formula of a part. */
function oneOf(part: FormulaPart): Formula {
  const parts = partsOf(part);
  return parts.length === 1 ? parts[0]! : { kind: "row", parts };
}

/** A text, taken apart. */
function partsOf(part: FormulaPart): readonly Formula[] {
  if (typeof part !== "string") return [part];
  const found = part.match(/[\p{L}]+|\d+(?:\.\d+)?|\S/gu) ?? [];
  return found.map((text): Formula => {
    if (/^\d/.test(text)) return { kind: "number", text };
    if (/^\p{L}+$/u.test(text)) return { kind: "name", text };
    if (OPERATORS.has(text)) return { kind: "operator", text };
    throw new RangeError(
      `Cannot write a formula: letters, digits and signs of a formula are wanted, got ${text}`,
    );
  });
}
