/** Every figure that the commands draw, on a page and on a phone of 390 pixels. */

import { drawForPage, type Figure } from "@jkp/exhibit";
import { terminationStudy } from "@jkp/experience";
import { loadPublished } from "@jkp/published/read";
import { InactivityCounts } from "@jkp/spells";
import { openRegister, readSpells, SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import {
  actualAgainstExpected,
  actualExpectedFigures,
  comparedCostRates,
  fanFigure,
  inactivityFigure,
  isoCostFigure,
  ratesFigure,
  schemeComparison,
  survivalFigure,
  valuationDocument,
} from "@jkp/study";
import { kaplanMeier } from "@jkp/survival";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals } from "@std/assert";
import { itemsOf } from "./exhibit/document/document.ts";
import { stackTotals } from "./exhibit/drawing/column_labels.ts";
import { type DrawingForm, WIDTHS } from "./exhibit/drawing/figure_frame.ts";
import { type PlacedText, textsInSvg } from "./exhibit/drawing/svg_texts_for_test.ts";
import { EXAMPLE_FIGURES } from "./exhibit/example_items.ts";
import { figureToPlotly } from "./exhibit/figure_to_plotly.ts";
import { REGISTRY } from "./reproduction/registry.ts";
import { computeResults } from "./reproduction/results.ts";
import { inactivityStudy } from "./study/inactivity/inactivity_study.ts";

const REPORT = await readValuation("report_2021");
const RESULTS = await computeResults(REPORT);
const PUBLISHED = await loadPublished();
const REPORT_FIGURES = REGISTRY.flatMap((item) =>
  item.figure?.(RESULTS, PUBLISHED) ?? []
);

/** Smallest text in a figure, in pixels of the screen: each form is shown as it is drawn. */
const SMALLEST_TEXT = 11;
/** Share of the plot's height that every series takes up. */
const LEAST_SHARE = 1 / 20;
/** Share of an axis that its values take up, with zero where columns stand on it. */
const FULL_ENOUGH = 1 / 2;

/** Series that are lower, with the reason. */
const LOW_SERIES: Readonly<Record<string, string>> = {
  "reproduce, figure_1_7, Change of the unemployed, stated":
    "0.2 million beside 5 million employed, on one axis as in the report",
};

/** Printed numbers of figures that stand neither on them nor in their notes. */
const NOT_ON_FIGURE: Readonly<Record<string, string>> = {
  "figure_1_18 informal_share": "the rest of the formal share, which is marked",
  "figure_1_23 real_bond_12_oct2020": "marked with the report's inflation added",
  "figure_1_23 real_bond_24_oct2020": "marked with the report's inflation added",
};

const FIGURES: readonly (readonly [from: string, figure: Figure])[] = [
  ...REPORT_FIGURES.map((figure) => ["reproduce", figure] as const),
  ...(await documentFigures("report_2021", "all")).map((one) => ["report", one] as const),
  ...(await documentFigures("jkp_2026")).map((one) => ["jkp_2026", one] as const),
  ...await Promise.all([inactivity(["sex"]), inactivity([])]),
  ...actualExpectedFigures(actualAgainstExpected(
    await readValuation("report_2021", { designs: ["jkp_2025"] }),
    [{ from: 12 * 2024, to: 12 * 2024 + 11 }],
  )).map((figure) => ["valuation experience", figure] as const),
  ...notebookFigures().map((figure) => ["notebook", figure] as const),
  ...EXAMPLE_FIGURES.map((figure) => ["example", figure] as const),
];

/** Figures of the document of a valuation. */
async function documentFigures(
  name: string,
  designs?: "all",
): Promise<readonly Figure[]> {
  const basis = await readValuation(
    name,
    designs === undefined ? {} : { designs: ["jkp_2021", "thailand", "proposed_2023"] },
  );
  const document = valuationDocument({
    comparison: schemeComparison(basis),
    experience: terminationStudy(basis.extract),
    sources: [],
  });
  return itemsOf(document).figures;
}

async function inactivity(by: readonly ("sex")[]) {
  const { manifest } = await openRegister(SHIPPED_SPELLS_FOLDER);
  const observed = { observedFrom: manifest.firstMonth, observedTo: manifest.lastMonth };
  const counts = new InactivityCounts({ ...observed, by });
  await readSpells(SHIPPED_SPELLS_FOLDER, [counts]);
  const study = inactivityStudy(counts.result());
  const figure = inactivityFigure({ study, manifest, by, at: [6, 12], ...observed });
  return ["inactivity", figure] as const;
}

/** Figures that notebooks and own cells make in a line. */
function notebookFigures(): Figure[] {
  const { assumptions } = RESULTS.valuations.base;
  const years = [2022, 2024, 2026, 2028, 2030];
  const estimate = kaplanMeier({
    durations: [3, 5, 8, 9, 12, 20],
    eventObserved: [true, false, true, true, true, false],
  });
  const crude = [0.011, 0.018, 0.013, 0.012, 0.009];
  return [
    survivalFigure({ claimants: estimate }),
    survivalFigure({ inactive: RESULTS.experience.inactivity.curve }, { until: 24 }),
    fanFigure({
      years,
      quantiles: {
        0.05: [0.9, 0.8, 0.7, 0.7, 0.6],
        0.25: [1.2, 1.0, 0.9, 0.9, 0.9],
        0.5: [1.4, 1.1, 1.1, 1.1, 1.1],
        0.75: [1.6, 1.3, 1.3, 1.4, 1.4],
        0.95: [2.0, 1.8, 1.9, 2.0, 2.1],
      },
    }, { title: "PAYG cost rate", unit: "% of insurable earnings" }),
    ratesFigure({
      age: ["15-19", "20-24", "25-29", "30-34", "35-39"],
      crude,
      graduated: crude.map((rate) => 0.9 * rate + 0.001),
    }),
    isoCostFigure(assumptions, [0.0046, 0.01, 0.0135, 0.02], "an example"),
    comparedCostRates(
      (["base", "optimistic"] as const).map((title) => ({
        title,
        valuation: RESULTS.valuations[title],
      })),
      "an example",
    ),
  ];
}

const FORMS = Object.keys(WIDTHS) as DrawingForm[];
const DRAWN = await Promise.all(
  FIGURES.map(async ([from, figure]) => {
    const drawing = await drawForPage(figure);
    return FORMS.map((form) => {
      const svg = drawing[form];
      const name = `${from}, ${figure.id}, ${form}`;
      return { name, figure, form, svg, ...textsInSvg(svg) };
    });
  }),
).then((forms) => forms.flat());

Deno.test("drawForPage() cuts no text of any figure", () => {
  const cut = DRAWN.flatMap(({ name, width, height, texts }) =>
    texts.filter(({ left, right, top, bottom }) =>
      left < 0 || right > width || top <= 0 || bottom >= height
    ).map(({ text }) => `${name}: ${text}`)
  );
  assertEquals(cut, []);
});

Deno.test("drawForPage() lets no text of any figure cover another", () => {
  const covers = (a: PlacedText, b: PlacedText) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const covered = DRAWN.flatMap(({ name, texts }) =>
    texts.flatMap((one, index) =>
      texts.slice(index + 1)
        .filter((other) => covers(one, other))
        .map((other) => `${name}: ${one.text} and ${other.text}`)
    )
  );
  assertEquals(covered, []);
});

Deno.test("drawForPage() writes no text smaller than 11 pixels, on a phone too", () => {
  for (const { name, form, width, svg } of DRAWN) {
    assertEquals(width, WIDTHS[form], name);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, px]) =>
      Number(px)
    );
    assert(Math.min(...sizes) >= SMALLEST_TEXT, name);
  }
});

/** An axis as it is drawn, and what is measured on it. */
function axesOf(figure: Figure) {
  const { layout } = figureToPlotly(figure);
  const sides = figure.isHorizontal
    ? [{ isOnRight: false, range: layout.xaxis!.range }]
    : [
      { isOnRight: false, range: layout.yaxis!.range },
      ...(layout.yaxis2 === undefined
        ? []
        : [{ isOnRight: true, range: layout.yaxis2.range }]),
    ];
  return sides.map(({ isOnRight, range }) => {
    const series = figure.series.filter((one) => (one.isOnRight ?? false) === isOnRight);
    const values = [
      ...series.flatMap(({ y }) => y),
      ...(figure.isStacked && !isOnRight ? stackTotals(figure).values() : []),
    ].filter(Number.isFinite);
    const [lower, upper] = range as [number, number];
    return { series, values, lower, upper };
  });
}

Deno.test("figureToPlotly() spans all values by every axis, and leaves no half empty", () => {
  for (const [from, figure] of FIGURES) {
    for (const { series, values, lower, upper } of axesOf(figure)) {
      if (values.length === 0) continue;
      const name = `${from}, ${figure.id}`;
      const hasColumns = series.some(({ mark }) => mark === "column");
      const ends = values.concat(
        hasColumns ? [0] : [],
        series.filter(({ mark }) => mark === "line").flatMap(({ bands = [] }) =>
          bands.flatMap((band) => [...band.lower, ...band.upper]).filter(Number.isFinite)
        ),
      );
      const [least, most] = [Math.min(...ends), Math.max(...ends)];
      assert(lower <= least && most <= upper, `${name}: ${lower} to ${upper}`);
      const share = (most - least) / (upper - lower);
      // All values alike, as a level rate: nothing but zero gives them a height.
      assert(share >= FULL_ENOUGH || least === most, `${name}: ${share}`);
    }
  }
});

Deno.test("figureToPlotly() gives every series a twentieth of the height", () => {
  const low = FIGURES.flatMap(([from, figure]) =>
    axesOf(figure).flatMap(({ series, lower, upper }) => {
      const foot = lower <= 0 && upper >= 0 ? 0 : lower;
      return series.flatMap(({ name, y }) => {
        const far = Math.max(...y.filter(Number.isFinite).map((v) => Math.abs(v - foot)));
        return far / (upper - lower) >= LEAST_SHARE || y.every((v) => !v)
          ? []
          : [`${from}, ${figure.id}, ${name}`];
      });
    })
  );
  assertEquals(low, Object.keys(LOW_SERIES));
});

Deno.test("what the report states of a figure stands on it or in its notes", () => {
  const silent = REPORT_FIGURES.flatMap((figure) => {
    const drawn = figure.series
      .filter(({ mark, isDashed }) => mark === "dots" || isDashed)
      .flatMap(({ y }) => y);
    const written = figure.notes.filter((note) => note.startsWith("Stated in the report"))
      .join(" ").replaceAll("−", "-");
    return PUBLISHED.rows
      .filter(({ item, value }) => item === figure.id && value !== null)
      .filter(({ value, published }) =>
        !drawn.some((one) => [1, 1e6].some((unit) => one === value! / unit)) &&
        !written.split(/[^\d.-]+|\.(?!\d)/).includes(published)
      )
      .map(({ item, cell }) => `${item} ${cell}`);
  }).filter((key) => !/^figure_4_1 .*_(severance|jht|ui)$/.test(key)); // parts of sums
  assertEquals(silent, Object.keys(NOT_ON_FIGURE));
});

Deno.test("figures of invented patterns say so where the extract is synthetic alone", () => {
  const cautious = REPORT_FIGURES.filter(({ caution }) => caution !== undefined);
  assertEquals(
    cautious.map(({ number }) => number),
    ["1.11", "1.12", "1.13", "1.14", "1.15", "1.16", "1.17"],
  );
  for (const { caution } of cautious) assert(caution!.startsWith("Synthetic data: "));
  const recorded = {
    ...RESULTS,
    experience: { ...RESULTS.experience, isSynthetic: false },
  };
  const others = REGISTRY.flatMap((item) => item.figure?.(recorded, PUBLISHED) ?? []);
  assertEquals(others.filter(({ caution }) => caution !== undefined), []);
  const svg = DRAWN.find(({ figure }) => figure.number === "1.15")!;
  assert(svg.texts.some(({ text }) => text.startsWith("Synthetic data: how the months")));
});
