/** Every figure that the commands draw, on a page and on a phone of 390 pixels. */

import { drawForPage, type Figure } from "@jkp/exhibit";
import { jkpExperience, monitorSeries, terminationStudy } from "@jkp/experience";
import { formatMonth, monthOf, monthRange } from "@jkp/month";
import { loadPublished } from "@jkp/published/read";
import { InactivityCounts } from "@jkp/spells";
import {
  openRegister,
  readJkpRegister,
  readSpells,
  SHIPPED_SPELLS_FOLDER,
} from "@jkp/spells/read";
import { floorCost } from "@jkp/floor";
import { loadFloorCountry, readFloorBenefit } from "@jkp/floor/read";
import { exampleJkpFolder } from "./spells/example_folder.ts";
import { namesIn } from "@jkp/files/read";
import { randomStream } from "@jkp/numeric";
import { designNames, readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { simulateSchemes } from "@jkp/simulation";
import {
  actualAgainstExpected,
  actualExpectedFigures,
  comparedCostRates,
  comparisonExhibits,
  experienceFigures,
  fanFigure,
  floorExhibits,
  inactivityFigure,
  isoCostFigure,
  jkpFigures,
  monitoringFigures,
  rateRuleExhibits,
  ratesFigure,
  schemeComparison,
  simulatedSchemesFigure,
  survivalFigure,
  valuationDocument,
  valuedReformFigure,
} from "@jkp/study";
import * as study from "@jkp/study";
import { kaplanMeier } from "@jkp/survival";
import type { CostPaths } from "@jkp/uncertainty";
import { readRateRule } from "@jkp/uncertainty/read";
import { fundTerms, valueReform } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals } from "@std/assert";
import { itemsOf } from "./exhibit/document/document.ts";
import { stackTotals } from "./exhibit/drawing/column_labels.ts";
import { type DrawingForm, WIDTHS } from "./exhibit/drawing/figure_frame.ts";
import {
  covered,
  legendStarts,
  marksInSvg,
} from "./exhibit/drawing/svg_marks_for_test.ts";
import { EDGE } from "./exhibit/drawing/house_style.ts";
import { type PlacedText, textsInSvg } from "./exhibit/drawing/svg_texts_for_test.ts";
import { documentUncertainty } from "./cli/document_uncertainty.ts";
import { EXAMPLE_FIGURES } from "./exhibit/example_items.ts";
import { figureToPlotly } from "./exhibit/figure_to_plotly.ts";
import { figureOf } from "./notebook/exhibit_of.ts";
import { REGISTRY } from "./reproduction/registry.ts";
import { computeResults } from "./reproduction/results.ts";
import { inactivityStudy } from "./study/inactivity/inactivity_study.ts";
import { valuationUncertainty } from "./study/uncertainty/valuation_uncertainty.ts";

const REPORT = await readValuation("report_2021");
const RESULTS = await computeResults(REPORT);
const PUBLISHED = await loadPublished();
const REPORT_FIGURES = REGISTRY.flatMap((item) =>
  item.figure?.(RESULTS, PUBLISHED) ?? []
);

/** Smallest text in a figure, in pixels of the screen: each form is shown as it is drawn. */
const SMALLEST_TEXT = 11;
/** Pixels of a text that a mark may touch: letters are not as high as their box. */
const TOUCHING = 0.5;
/** Share of the plot's height that every series takes up. */
const LEAST_SHARE = 1 / 20;
/** Share of an axis that its values take up, with zero where columns stand on it. */
const FULL_ENOUGH = 1 / 2;

/** Series that are lower, with the reason. */
const LOW_SERIES: Readonly<Record<string, string>> = {
  "reproduce, figure_1_7, Change of the unemployed, stated":
    "0.2 million beside 5 million employed, on one axis as in the report",
  "report, overdrawn_over_paths_jkp_2021, 1.35 % paid":
    "a chance that is small is what the figure says",
  "schemes, valued_reform, Taken away by the step":
    "a step that takes little away is a thin piece; the rate after it stands above",
  "monitor, cusum_claims, Below expected":
    "what rises by half leaves little to add below",
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
  ...actualExpectedFigures(actualAgainstExpected(
    await readValuation("report_2021", { designs: ["jkp_2025"] }),
  )).map((figure) => ["valuation experience, all periods", figure] as const),
  ...(await schemesFigures()).map((figure) => ["schemes", figure] as const),
  ...experienceFigures(terminationStudy(REPORT.extract, { by: ["ageGroup"] }))
    .map((figure) => ["experience --by age_group", figure] as const),
  ...jkpFigures(jkpExperience(await readJkpRegister(await exampleJkpFolder())))
    .map((figure) => ["experience --jkp", figure] as const),
  ...monitoredFigures().map((figure) => ["monitor", figure] as const),
  ["floor benefits", await floorFigure()],
  ...(await rateRuleFigures()).map((figure) => ["rules of a rate", figure] as const),
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
  const comparison = schemeComparison(basis);
  const document = valuationDocument({
    comparison,
    experience: terminationStudy(basis.extract),
    howSure: await documentUncertainty(comparison, {
      madeBy: { task: "value", valuation: "report_2021" },
      paths: 200,
    }),
    sources: [],
  });
  return itemsOf(document).figures;
}

/** Costs of all benefits of `data/floor`. */
async function floorFigure(): Promise<Figure> {
  const country = await loadFloorCountry();
  const names = await namesIn("floor");
  const benefits = await Promise.all(names.map(readFloorBenefit));
  return floorExhibits(benefits.map((benefit) => floorCost(benefit, country))).figure;
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

/** Figures of many schemes, of a reform step by step, and of simulated careers. */
async function schemesFigures(): Promise<Figure[]> {
  const basis = await readValuation("report_2021", {
    designs: await designNames(),
    scenarios: ["base"],
  });
  const [from, to] = ["jkp_2021", "proposed_2023"].map((name) =>
    rulesAt(basis.schemes.find((scheme) => scheme.name === name)!, monthOf(2023, 1))
  );
  const base = RESULTS.valuations.base.assumptions;
  return [
    comparisonExhibits(schemeComparison(basis)).figure,
    valuedReformFigure(valueReform(from!, to!, basis.scenarios[0]!), "an example"),
    simulatedSchemesFigure(
      simulateSchemes(base, [from!, to!], { careers: 200, years: 5, seed: 1 }),
      "an example",
    ),
  ];
}

/** Figures of all rules that set a rate, on a report's base scenario with made-up cycles. */
async function rateRuleFigures(): Promise<readonly Figure[]> {
  const { assumptions, years } = RESULTS.valuations.base;
  const paths = 60;
  const costsOn = (cycles: readonly (readonly number[])[]): CostPaths => {
    const column = (of: (year: typeof years[number], cycle: number) => number) =>
      Float64Array.from(
        cycles.flatMap((cycle) => years.map((year, i) => of(year, cycle[i]!))),
      );
    return {
      schemeName: "proposed_2021",
      scenarioName: "base",
      firstYear: years[0]!.year,
      years: years.length,
      paths: cycles.length,
      insurableEarningsIdr: column((year) => year.insurableEarningsIdr),
      benefitsIdr: column((year, cycle) => cycle * year.benefitsIdr),
      administrationIdr: column((year) => year.administrationIdr),
      investmentReturn: column((year) => year.investmentReturn),
      unemploymentRate: column((_, cycle) => 0.068 * cycle),
      openingIdr: assumptions.initialCapitalIdr,
      flows: fundTerms(assumptions).flows,
      reserveMultiple: assumptions.terms.reserveMultiple,
      trialContributionRate: assumptions.trialContributionRate,
    };
  };
  const cycles = Array.from({ length: paths }, (_, path) => {
    const stream = randomStream(1, path);
    let departure = 0;
    return years.map(() => {
      departure = 0.7 * departure + 0.18 * stream.standardNormal();
      return Math.exp(departure);
    });
  });
  const [costs, expected] = [costsOn(cycles), costsOn([years.map(() => 1)])];
  const drawn = `${paths} paths, seed 1`;
  const scheme = { title: "Proposed design", costs, asAssumed: expected };
  const { figures } = rateRuleExhibits({
    rules: await Promise.all((await namesIn("rate_rules")).map(readRateRule)),
    costs,
    expected,
    persistence: 0.7,
    exceedanceProbability: 0.01,
    paidBy: rulesAt(await readScheme("jkp_2025"), monthOf(2025, 2)),
    drawn,
    source: "an example",
  });
  return [...figures, ...valuationUncertainty([scheme], drawn, "an example").figures];
}

/** Control charts of claims that rise by half after two years, and of steady wages. */
function monitoredFigures(): readonly Figure[] {
  const stream = randomStream(2, 0);
  const points = (level: number, spread: number, later: number) =>
    monthRange(monthOf(2023, 1), monthOf(2025, 12)).map((month, i) => ({
      from: month,
      to: month,
      actual: Math.round(
        level * (i < 24 ? 1 : later) * (1 + spread * stream.standardNormal()),
      ),
      expected: level,
    }));
  const series = [
    monitorSeries({
      name: "claims",
      title: "Claims",
      unit: "claims",
      points: points(4_000, 0.03, 1.5),
      dispersion: 4,
      dispersionFrom: "assumed",
    }),
    monitorSeries({
      name: "few",
      title: "Claims of a small scheme",
      unit: "claims",
      points: points(12, 0.2, 1),
      dispersion: 1,
      dispersionFrom: "assumed",
    }),
  ];
  return monitoringFigures({
    series,
    source: "an example",
    isSynthetic: true,
    basis: [],
    notes: [],
  });
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
    // Months whose last one is a January: its text would stand beyond the edge.
    figureOf({
      series: [{
        name: "Recipients",
        mark: "column",
        x: monthRange(monthOf(2019, 1), monthOf(2025, 1)).map(formatMonth),
        y: Array.from({ length: 73 }, (_, month) => 40 + month % 7),
      }],
    }),
    // What somebody shows in a cell, with a name too long for a line.
    figureOf({
      series: [
        {
          name: "Cost rate of the scheme as the government proposed it",
          y: [1, 3, 2, 4],
        },
        {
          name: "The same, at half the duration and with a waiting period",
          y: [1, 2, 2, 3],
        },
        { name: "Paid", y: [2, 2, 2, 2] },
      ],
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

Deno.test("drawForPage() draws no dot and no line over a text, nor half a column", () => {
  const counts = { dot: 0, line: 0, column: 0 };
  const hit = DRAWN.flatMap(({ name, svg, texts }) => {
    const marks = marksInSvg(svg);
    marks.forEach(({ kind }) => counts[kind]++);
    return texts.flatMap((text) => {
      // The value of a part of a stack stands in it, whole.
      const isWithin = marks.some(({ kind, from, to }) =>
        kind === "column" && from[0] <= text.left && text.right <= to[0] &&
        from[1] <= text.top && text.bottom <= to[1]
      );
      return marks
        .filter((mark) => covered(mark, text) > TOUCHING)
        .filter(({ kind }) => kind !== "column" || !isWithin)
        .map(({ kind }) => `${name}: ${kind} over ${text.text}`);
    });
  });
  assertEquals([...new Set(hit)], []);
  // As many as there are, so that none is overlooked.
  assert(Math.min(...Object.values(counts)) > 300, JSON.stringify(counts));
});

Deno.test("marksInSvg() sees dots, lines and columns that cross a text", () => {
  const { svg, texts } = DRAWN.find(({ figure }) => figure.id === "figure_3_1")!;
  const [column] = marksInSvg(svg).filter(({ kind, to, from }) =>
    kind === "column" && to[1] - from[1] > 50
  );
  const [left, top] = column!.from;
  const text = { ...texts[0]!, left: left - 5, right: left + 9, top, bottom: top + 8 };
  assertEquals(covered(column!, text), 8);
  const line = {
    kind: "line",
    from: [left - 20, top + 4],
    to: [left + 20, top + 4],
  } as const;
  assertEquals(covered(line, text), 14);
  assertEquals(covered({ ...line, from: [0, 0], to: [left - 20, 0] }, text), 0);
});

Deno.test("every function of a study's face that makes figures has them drawn here", async () => {
  const own = await Deno.readTextFile(new URL(import.meta.url));
  const makers = Object.keys(study).filter((name) =>
    /Figures?$|Exhibits$|^comparedCostRates$/.test(name)
  );
  assert(makers.length >= 12, makers.join());
  // Part of the document of a valuation, as whose figure it is drawn.
  const inDocument = ["standardPersonExhibits", "uncertaintyExhibits"];
  assertEquals(
    makers.filter((name) => !inDocument.includes(name) && !own.includes(`${name}(`)),
    [],
  );
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
    const series = figure.series.filter((one) =>
      !one.isInTableOnly && (one.isOnRight ?? false) === isOnRight
    );
    const values = [
      ...series.flatMap(({ y }) => y),
      ...(figure.isStacked && !isOnRight ? stackTotals(figure).values() : []),
    ].filter(Number.isFinite);
    const [lower, upper] = range as [number, number];
    return { series, values, lower, upper, isOnRight };
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

Deno.test("figureToPlotly() puts no value under the lowest tick of a vertical axis", () => {
  const under = FIGURES.filter(([, { isHorizontal }]) => isHorizontal !== true)
    .flatMap(([from, figure]) => {
      const { layout: { yaxis, yaxis2 } } = figureToPlotly(figure);
      return axesOf(figure).flatMap(({ isOnRight, values, lower, upper }) => {
        const [tick] = (isOnRight ? yaxis2! : yaxis!).tickvals as number[];
        const isUnder = tick! > Math.min(...values) + 1e-6 * (upper - lower);
        return isUnder ? [`${from}, ${figure.id}: under ${tick}`] : [];
      });
    });
  assertEquals(under, []);
});

Deno.test("drawForPage() begins a legend at the margin, and no row of it before", () => {
  const first = DRAWN.flatMap(({ name, svg }) => {
    const starts = legendStarts(svg);
    return starts.length === 0 ? [] : [{ name, left: Math.min(...starts) }];
  });
  assert(first.length > 60, String(first.length));
  const off = first.filter(({ left }) => left < EDGE - 0.5 || left > EDGE + 8);
  assertEquals(off, []);
});

Deno.test("a series that stands in the table alone is named under the figure, with its values", () => {
  const hidden = FIGURES.flatMap(([from, { id, series, notes }]) =>
    series.filter(({ isInTableOnly }) => isInTableOnly).map(({ name }) => ({
      what: `${from}, ${id}, ${name}`,
      isSaid: notes.some((note) => note.startsWith(`${name}, above the figure: `)),
    }))
  );
  assert(hidden.length > 0);
  assertEquals(hidden.filter(({ isSaid }) => !isSaid), []);
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
