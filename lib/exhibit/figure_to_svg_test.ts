import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { displayFigure, displayTable } from "./display.ts";
import { figureToSvg } from "./figure_to_svg.ts";
import { JSDOM } from "jsdom";
import { EXAMPLE_FIGURES, EXAMPLE_TABLE } from "./example_items.ts";
import { textsInSvg } from "./drawing/svg_texts_for_test.ts";

const svgs = await Promise.all(EXAMPLE_FIGURES.map((figure) => figureToSvg(figure)));

const parse = (svg: string) =>
  new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;

Deno.test("figureToSvg() is well-formed and holds every text of the figure", () => {
  EXAMPLE_FIGURES.forEach((figure, index) => {
    // jsdom throws if the text is not well-formed XML.
    const root = parse(svgs[index]!).documentElement;
    assertEquals(root.localName, "svg");
    const texts = [...root.querySelectorAll("text")]
      .map(({ textContent }) => textContent).join(" ");
    const isNamed = figure.series.length > 1;
    const wanted = [
      ...figure.title.split(" "),
      figure.xTitle,
      figure.yUnit,
      ...figure.notes,
      figure.source,
      ...(isNamed ? figure.series.map(({ name }) => name) : []),
    ];
    for (const text of wanted) assertStringIncludes(texts, text);
  });
});

Deno.test("figureToSvg() has no style but on the picture, so that a strict page shows it", () => {
  for (const svg of svgs) {
    const styled = [...parse(svg).querySelectorAll("[style]")];
    assertEquals(styled.map(({ localName }) => localName), ["svg"]);
  }
});

Deno.test("figureToSvg() shows markup and unseen signs of data as text", async () => {
  const name = "<b>x</b><a href='javascript:alert(1)'>y</a>\x1b\uffff";
  const [figure] = EXAMPLE_FIGURES;
  const series = figure!.series.map((each) => ({ ...each, name }));
  const svg = await figureToSvg({ ...figure!, series, title: name, source: name });
  const root = parse(svg).documentElement;
  assertEquals(root.querySelectorAll("a, script").length, 0);
  assertStringIncludes(
    root.textContent,
    "<a href='javascript:alert(1)'>y</a>\\u001b\\uffff",
  );
});

Deno.test("figureToSvg() labels both axes", () => {
  const texts = [...parse(svgs[0]!).querySelectorAll(".xtick text, .ytick text")]
    .map(({ textContent }) => textContent);
  for (const text of ["2021", "2030", "0.00", "1.50"]) assert(texts.includes(text), text);
});

Deno.test("figureToSvg() keeps every line of text inside the picture", () => {
  for (const svg of svgs) {
    const { width, height, texts } = textsInSvg(svg);
    for (const { text, left, right, top, bottom } of texts) {
      assert(left >= 0 && right <= width, `${text}: ${left}`);
      assert(top > 0 && bottom < height, `${text}: ${bottom}`);
    }
  }
});

Deno.test("figureToSvg() gives the same picture when drawn again", async () => {
  for (const [index, figure] of EXAMPLE_FIGURES.entries()) {
    assertEquals(await figureToSvg(figure), svgs[index]);
  }
});

Deno.test("figureToSvg() gives ids of the figure's own", () => {
  EXAMPLE_FIGURES.forEach(({ id }, index) => {
    const svg = svgs[index]!;
    const ids = [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, name]) => name!);
    assert(ids.length > 0 && new Set(ids).size === ids.length);
    assert(ids.every((name) => name.startsWith(`${id}-`)));
    const references = [...svg.matchAll(/#([\w-]+)(?=&quot;\)|'\)|\)|")/g)]
      .map(([, name]) => name!);
    assert(references.length > 0 && references.every((name) => ids.includes(name)));
  });
});

Deno.test("figureToSvg() runs without leave to write, run or connect", async () => {
  const flags = ["--no-prompt", "--quiet", "--allow-read", "--allow-env", "--allow-sys"];
  const program = new URL("./draw_examples.ts", import.meta.url).href;
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", ...flags, program],
  }).output();
  const decoder = new TextDecoder();
  assert(success, decoder.decode(stderr));
  const { lengths, residentBytes } = JSON.parse(decoder.decode(stdout));
  assertEquals(lengths, svgs.map(({ length }) => length));
  assert(residentBytes < 2 ** 30, `${residentBytes} bytes`);
});

Deno.test("displayFigure() and displayTable() give every form", async () => {
  const show = (value: object) =>
    (value as Record<symbol, () => Promise<Record<string, string>>>)[
      Symbol.for("Jupyter.display")
    ]!();
  const figure = await show(displayFigure(EXAMPLE_FIGURES[0]!));
  assertEquals(Object.keys(figure), [
    "application/vnd.plotly.v1+json",
    "image/svg+xml",
    "text/plain",
  ]);
  assertStringIncludes(figure["text/plain"]!, "Figure 3.2. PAYG cost rate");
  const table = await show(displayTable(EXAMPLE_TABLE));
  assertEquals(Object.keys(table), ["text/html", "text/markdown", "text/plain"]);
  assertStringIncludes(table["text/html"]!, "<style>");
});

Deno.test("figureToSvg() names lines whose places are years as text", async () => {
  const [figure] = EXAMPLE_FIGURES;
  const series = ["members", "claims"].map((name, i) => ({
    name,
    x: ["2026", "2027", "2028"],
    y: [1, 2, 2 + i],
    mark: "line" as const,
  }));
  const svg = await figureToSvg({ ...figure!, isStacked: false, series });
  for (const { name } of series) assertEquals(svg.includes(name), true, name);
});
