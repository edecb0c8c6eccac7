/** Styles of plotly that SVG has no attribute of the same name for. */
const OTHER_NAMES: Readonly<Record<string, readonly [name: string, value: string]>> = {
  "white-space: pre": ["xml:space", "preserve"],
};

/**
 * Writes the styles of a picture's elements as attributes, which mean the same: a page
 * whose policy forbids styles within elements shows them still.
 */
export function stylesAsAttributes(svg: string): string {
  return svg.replace(/<[a-z][^<>]*? style="[^<>"]*"[^<>]*>/gi, (tag) => {
    const [, style] = / style="([^"]*)"/.exec(tag)!;
    // The quotes of a font's name are written as entities, which end in a semicolon.
    const attributes = style!.replaceAll("&quot;", "'").split(";")
      .map((declaration) => declaration.trim()).filter((one) => one !== "")
      .map((declaration): readonly [string, string] => {
        const [name = "", value = ""] = declaration.split(/:\s*(.*)/);
        return OTHER_NAMES[declaration] ?? [name, value];
      });
    const others = attributes.reduce(
      (text, [name]) => text.replace(new RegExp(` ${name}="[^"]*"`), ""),
      tag.replace(/ style="[^"]*"/, ""),
    );
    const added = attributes.map(([name, value]) => ` ${name}="${value}"`).join("");
    return others.replace(/^<[\w:]+/, (name) => name + added);
  });
}
