import { type Description, flagOf, type Option } from "./description.ts";

/** Columns of a help text where nobody says how many there are. */
const USUAL_WIDTH = 80;
/** Longer lines are hard to read. */
const MOST_WIDTH = 90;
const LEAST_WIDTH = 40;

/** Columns for help: those of the terminal, but no very long or short lines. */
export function helpWidth(): number {
  if (!Deno.stdout.isTerminal()) return USUAL_WIDTH;
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Deno.consoleSize().columns));
}

/** The help text of a command: how it is called, what it does, its options, notes. */
export function usageText(command: Description, width: number): string {
  const { operand, summary, options = {}, notes = [] } = command;
  const paragraph = (text: string) => wrap(text, width).join("\n");
  const rows: [string, string][] = [
    ...(operand?.about === undefined ? [] : [[operand.word, operand.about]] as const),
    ...Object.entries(options).map(([key, option]) => [
      [flagOf(key), option.value ?? ""].join(" ").trimEnd(),
      aboutOption(option),
    ]),
    ["--help", "this text"],
    ["--trace", "after a fault of the program: where it arose, to report it"],
  ].map(([term, about]) => [term!, about!]);
  return [
    wrap(`Usage: deno task ${formOf(command)}`, width, 7).join("\n"),
    ...[summary].flat().map(paragraph),
    layRows(rows, width),
    ...notes.map(paragraph),
  ].join("\n\n");
}

/** How a command is called: `extract build DIR --out DIR [options]`. */
export function formOf({ name, operand, options = {}, passesOn }: Description): string {
  const required = Object.entries(options).filter(([, { isRequired }]) => isRequired)
    .map(([key, { value }]) => `${flagOf(key)} ${value}`);
  const words = operand === undefined
    ? []
    : [operand.isMany ? `[${operand.word} ...]` : operand.word];
  const others = passesOn === undefined ? "[options]" : `[${passesOn}]`;
  return [name, ...words, ...required, others].join(" ");
}

/** Terms, with what they mean beside them. */
export function layRows(
  rows: readonly (readonly [term: string, about: string])[],
  width: number,
): string {
  const indent = 4 + Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, about]) =>
    `  ${term}`.padEnd(indent) +
    wrap(about, width - indent).join(`\n${" ".repeat(indent)}`)
  ).join("\n");
}

/** What an option does, its choices, whether it can be repeated, and its default. */
function aboutOption(option: Option): string {
  const { about, choices, isMultiple, defaultWords } = option;
  const text = [about, ...(choices === undefined ? [] : [orList(choices)])].join(": ") +
    (isMultiple ? "; may be given several times" : "");
  if (defaultWords !== undefined) return `${text} (default: ${defaultWords})`;
  const values = [option.default ?? []].flat().filter((value) => value !== "");
  return values.length === 0 ? text : `${text} (default ${values.join(" and ")})`;
}

/** Words with commas and an "or" between them. */
export function orList(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), words.at(-1)!].filter((part) => part !== "")
    .join(" or ");
}

/** Breaks a text between words; a word longer than the line stays whole. */
function wrap(text: string, width: number, indent = 0): string[] {
  const room = Math.max(1, width - indent);
  const line = new RegExp(`\\S(?:.{0,${Math.max(0, room - 2)}}\\S)?(?= |$)|\\S+`, "g");
  return (text.replace(/\s+/g, " ").match(line) ?? []).map((part, i) =>
    i === 0 ? part : " ".repeat(indent) + part
  );
}
