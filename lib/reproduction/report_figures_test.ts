import { readValuation } from "@jkp/valuation/read";
import { figureToSvg } from "@jkp/exhibit";
import { type PlacedText, textsInSvg } from "../exhibit/drawing/svg_texts_for_test.ts";
import { loadPublished } from "@jkp/published/read";
import { computeResults } from "./results.ts";
import { REGISTRY } from "./registry.ts";
import { assert, assertEquals } from "@std/assert";

const RESULTS = await computeResults(await readValuation("report_2021"));
const PUBLISHED = await loadPublished();
const FIGURES = REGISTRY.flatMap((item) => item.figure?.(RESULTS, PUBLISHED) ?? []);
const DRAWN = await Promise.all(
  FIGURES.map(async (figure) => ({
    number: figure.number,
    ...textsInSvg(await figureToSvg(figure)),
  })),
);

Deno.test("figureToSvg() cuts no text of the report's figures", () => {
  for (const { number, width, height, texts } of DRAWN) {
    for (const { text, left, right, top, bottom } of texts) {
      const isInside = left >= 0 && right <= width && top > 0 && bottom < height;
      assert(isInside, `figure ${number}: ${text}`);
    }
  }
});

Deno.test("figureToSvg() lets no text of the report's figures cover another", () => {
  const covers = (a: PlacedText, b: PlacedText) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const covered = DRAWN.flatMap(({ number, texts }) =>
    texts.flatMap((one, index) =>
      texts.slice(index + 1)
        .filter((other) => covers(one, other))
        .map((other) => `figure ${number}: ${one.text} and ${other.text}`)
    )
  );
  assertEquals(covered, []);
});
