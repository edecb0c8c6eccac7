import { aboutFace, type Face } from "./faces.ts";

/** A link of Markdown, and code within a line: as they stand outside of examples. */
const LINK = /\[([^\]]+)\]\((?!https?:|#)([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const HEADING = /^(### )([\w.]+)$/;

/**
 * The first page in Markdown: `lib/README.md` with its functions linked to their pages, then
 * every face. Links to files of the project become their paths, since the pages may stand
 * anywhere.
 *
 * @param readme Text of `lib/README.md`.
 * @param pageOf Page of each public name, and of fields as `FundYear.closingIdr`.
 * @param faces The faces.
 */
export function firstPage(
  readme: string,
  pageOf: ReadonlyMap<string, string>,
  faces: readonly Face[],
): string {
  let isCode = false;
  const lines = readme.trimEnd().split("\n").map((line) => {
    if (line.startsWith("```")) isCode = !isCode;
    if (isCode || line.startsWith("```")) return line;
    const [, marks, heading] = line.match(HEADING) ?? [];
    const page = heading === undefined ? undefined : pageOf.get(heading);
    if (page !== undefined) return `${marks}[${heading}](${page})`;
    return line
      .replace(LINK, (_, text, path) => `${text} (\`${path.replace(/^(\.\.\/)+/, "")}\`)`)
      .replace(CODE, (code, name) => {
        const target = pageOf.get(name);
        return target === undefined ? code : `[${code}](${target})`;
      });
  });
  return [
    ...lines,
    "",
    "## All names",
    "",
    "Every public name stands on one face; [all of them](all_symbols.html) in one list.",
    "",
    "| face | what it is for |",
    "| --- | --- |",
    ...faces.map((face) =>
      `| [\`${face.name}\`](${face.module}/index.html) | ${aboutFace(face)} |`
    ),
    "",
  ].join("\n");
}
