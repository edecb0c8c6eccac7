import { type Words, wordsOf } from "@jkp/language";
import { paragraph, wrap } from "./screen.ts";
import { type Description, flagOf, type Option } from "./description.ts";

/** Help is no wider than this: longer lines are hard to read. */
const MOST_WIDTH = 80;

/** The help text of a command: how it is called, what it does, its options, notes. */
export function usageText(command: Description, screenWidth: number): string {
  const { operand, summary, options = {}, notes = [] } = command;
  const width = Math.min(MOST_WIDTH, screenWidth);
  const inLines = (text: string) => paragraph(text, width);
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
    usageLine(command, width),
    ...[summary].flat().map(inLines),
    layRows(rows, width),
    ...notes.map(inLines),
  ].join("\n\n");
}

/** How a command is called, as its help begins. */
export function usageLine(
  command: Description,
  width: number,
  words: Words["usage"] = wordsOf("en").usage,
): string {
  return paragraph(
    `${words.usage} deno task ${formOf(command, words)}`,
    Math.min(MOST_WIDTH, width),
    words.usage.length + 1,
  );
}

/** How a command is called: `extract build DIR --out DIR [options]`. */
export function formOf(
  { name, operand, options = {}, passesOn }: Description,
  words: Words["usage"] = wordsOf("en").usage,
): string {
  const required = Object.entries(options).filter(([, { isRequired }]) => isRequired)
    .map(([key, { value }]) => `${flagOf(key)} ${value}`);
  const operands = operand === undefined
    ? []
    : [operand.isMany ? `[${operand.word} ...]` : operand.word];
  const others = `[${passesOn ?? words.options}]`;
  return [name, ...operands, ...required, others].join(" ");
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
export function orList(words: readonly string[], or = " or "): string {
  return [words.slice(0, -1).join(", "), words.at(-1)!].filter((part) => part !== "")
    .join(or);
}
