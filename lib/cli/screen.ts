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
  const variable = { name: "env", variable: "COLUMNS" } as const;
  if (Deno.permissions.querySync(variable).state !== "granted") return undefined;
  const said = Number(Deno.env.get("COLUMNS"));
  return Number.isInteger(said) && said > 0 ? said : undefined;
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
