import type { Language } from "@jkp/language";

/** Characters of a line where nobody says how many there are. */
export const USUAL_WIDTH = 80;

/** Narrower than this no table can be read; wider than this no eye finds its row again. */
const LEAST_WIDTH = 40;
const MOST_WIDTH = 160;

/**
 * Characters of a line of what is printed: those of the terminal; of a pipe what `COLUMNS`
 * says, or else {@link USUAL_WIDTH}.
 */
export function screenWidth(): number {
  return widthOf(Deno.stdout) ?? USUAL_WIDTH;
}

/**
 * Characters of a line of what is said of an error. Where nobody says how many, each problem
 * stands in one line, to be searched.
 */
export function errorWidth(): number {
  return widthOf(Deno.stderr) ?? Infinity;
}

function widthOf(stream: { isTerminal(): boolean }): number | undefined {
  const said = stream.isTerminal() ? Deno.consoleSize().columns : columnsSaid();
  if (said === undefined) return undefined;
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, said));
}

/** What the variable says, which nothing else of the process reads. */
function columnsSaid(): number | undefined {
  const said = Number(variableSaid("COLUMNS"));
  return Number.isInteger(said) && said > 0 ? said : undefined;
}

/** What of the environment says in which language a terminal speaks, the first that does. */
const LOCALE_VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/**
 * The language of what is printed, where no option says: on a terminal that of its locale,
 * and English where that is another, or into a file or a pipe, so that what is kept is the
 * same everywhere.
 */
export function screenLanguage(): Language {
  return Deno.stdout.isTerminal() ? localeLanguage(variableSaid) : "en";
}

/** The language of a locale such as `id_ID.UTF-8`, by the first variable that is set. */
export function localeLanguage(
  variable: (name: string) => string | undefined,
): Language {
  const said = LOCALE_VARIABLES.map(variable).find((value) => value) ?? "";
  return /^(id|ind|in)([_.@-]|$)/i.test(said) ? "id" : "en";
}

/** What a variable says; nothing if the command may not ask for it. */
function variableSaid(variable: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  return state === "granted" ? Deno.env.get(variable) : undefined;
}

/** Breaks a text between words; a word longer than the line stays whole. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const room = Math.max(1, width - indent);
  const line = new RegExp(`\\S(?:.{0,${Math.max(0, room - 2)}}\\S)?(?= |$)|\\S+`, "g");
  return (text.replace(/\s*\n\s*/g, " ").match(line) ?? []).map((part, i) =>
    i === 0 ? part : " ".repeat(indent) + part
  );
}

/** A text of sentences, in lines of a width. */
export function paragraph(text: string, width: number, indent = 0): string {
  return wrap(text, width, indent).join("\n");
}

/**
 * A text of paragraphs and lists, no line longer than a width. What is broken off a line
 * stands below it, set in by `indent` from where the line began.
 */
export function inLines(text: string, width: number, indent = 0): string {
  return text.split("\n").map((line) => {
    if (line.length <= width) return line;
    const start = /^ */.exec(line)![0];
    return start + paragraph(line, width, start.length + indent);
  }).join("\n");
}
