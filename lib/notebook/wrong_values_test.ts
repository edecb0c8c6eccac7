// deno-lint-ignore-file no-explicit-any -- wrong values, as a kernel lets them through
import * as Ec from "@jkp/economy";
import * as EcR from "@jkp/economy/read";
import * as En from "@jkp/entitlement";
import * as M from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import * as P from "@jkp/population";
import * as S from "@jkp/survival";
import * as Sc from "@jkp/scheme";
import * as ScR from "@jkp/scheme/read";
import * as Sim from "@jkp/simulation";
import * as St from "@jkp/study";
import * as U from "@jkp/uncertainty";
import * as UR from "@jkp/uncertainty/read";
import * as V from "@jkp/valuation";
import * as VR from "@jkp/valuation/read";
import * as VW from "@jkp/valuation/write";
import * as X from "@jkp/experience";
import * as XR from "@jkp/extract/read";
import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import * as N from "./mod.ts";

const a: any = await VR.reportAssumptions("base");
const inputs: any = await VR.reportInputs("base");
const val: any = await VR.readValuation("report_2021");
const extract = await XR.readShippedExtract();
const { years }: any = V.valueAssumptions(a);
const terms: any = V.fundTerms(a);
const scheme: any = await ScR.readScheme("jkp_2021");
const jkp: any = Sc.rulesAt(scheme, M.monthOf(2022, 2));
const contributions = [{ firstMonth: 24252, lastMonth: 24275, wage: 4e6 }];
const term = { month: 24275, reason: "involuntary" } as const;
const canada = await UR.readRateRule("canada");
const rateComparison: any = {
  rules: [canada],
  costs: {},
  expected: {},
  persistence: 0.5,
  exceedanceProbability: 0.01,
  paidBy: jkp,
  drawn: "by hand",
  source: "own",
};
const curve: any = X.studyExperience(extract).inactivity!.curve;

/** Calls of the functions of lib/README.md with values that they cannot use. */
const WRONG: Readonly<Record<string, () => unknown>> = {
  "valueAssumptions: unknown key": () =>
    V.valueAssumptions({ ...a, involuntryShare: 0.6 } as any),
  "valueAssumptions: eligible 1.5": () =>
    V.valueAssumptions({ ...a, eligibleShare: 1.5 }),
  "valueAssumptions: administration in per cent": () =>
    V.valueAssumptions({ ...a, administrationRate: 0.25 }),
  "valueAssumptions: string": () => V.valueAssumptions({ ...a, benefitRate: "0.6" }),
  "valueAssumptions: path of a typed array": () => {
    const { unemploymentRate: path } = a;
    const unemploymentRate = { ...path, values: Float64Array.from(path.values) };
    return V.valueAssumptions({ ...a, unemploymentRate });
  },
  "valueAssumptions: undefined": () => V.valueAssumptions(undefined as any),
  "valueAssumptions: promise": () =>
    V.valueAssumptions(VR.reportAssumptions("base") as any),
  "valueAssumptions: inputs": () => V.valueAssumptions(inputs),
  "projectMonths: undefined": () => V.projectMonths(undefined as any),
  "changeAssumptions: promise": () =>
    V.changeAssumptions(VR.reportAssumptions("base") as any, { benefitRate: 0.6 }),
  "changeAssumptions: undefined changes": () => V.changeAssumptions(a, undefined as any),
  "changeAssumptions: number": () => V.changeAssumptions(a, 0.6 as any),
  "changeAssumptions: string v": () =>
    V.changeAssumptions(a, { benefitRate: "60%" } as any),
  "runValuation: string": () => V.runValuation("report_2021" as any),
  "runValuation: promise": () => V.runValuation(VR.readValuation("report_2021") as any),
  "runValuation: changes string": () => V.runValuation(val, "x" as any),
  "runValuation: changes unknown": () => V.runValuation(val, { benefitrate: 0.6 } as any),
  "suggestedRateOf: valuation": () => V.suggestedRateOf(val, "base"),
  "suggestedRateOf: none": () => V.suggestedRateOf(V.runValuation(val), "bse"),
  "suggestedRateOf: missing": () =>
    V.suggestedRateOf(V.runValuation(val), undefined as any),
  "rollForward: assumptions": () =>
    V.rollForward(a, { ...terms, contributionRate: 0.01 }),
  "rollForward: 1 per cent as 1.35": () =>
    V.rollForward(years, { ...terms, contributionRate: 1.35 }),
  "rollForward: string": () =>
    V.rollForward(years, { ...terms, contributionRate: "0.01" }),
  "rollForward: no rate": () => V.rollForward(years, terms),
  "rollForward: no terms": () => V.rollForward(years, undefined as any),
  "rollForward: unknown": () =>
    V.rollForward(years, { ...terms, contributionRate: 0.01, openIdr: 5 } as any),
  "rollForward: bad year": () =>
    V.rollForward(years.map((y: any) => ({ ...y, benefitsIdr: "5" })), {
      ...terms,
      contributionRate: 0.01,
    }),
  "rollForward: year key": () =>
    V.rollForward([{ year: 2021 }] as any, { ...terms, contributionRate: 0.01 }),
  "solveContributionRate: -1": () => V.solveContributionRate(years, -1, terms),
  "solveContributionRate: string": () =>
    V.solveContributionRate(years, "2" as any, terms),
  "solveContributionRate: no terms": () =>
    V.solveContributionRate(years, 2, undefined as any),
  "solveContributionRate: valued": () =>
    V.solveContributionRate({ years } as any, 2, terms),
  "fundTerms: expenses": () => V.fundTerms(a, "benefit_onli" as any),
  "fundTerms: misspelt choice": () =>
    V.fundTerms({ ...a, choices: { fundFlow: "year_end" } } as any),
  "fundTerms: undefined": () => V.fundTerms(undefined as any),
  "exhaustionYear: no years": () => V.exhaustionYear([]),
  "exhaustionYear: years": () => V.exhaustionYear(years),
  "exhaustionYear: undefined": () => V.exhaustionYear(undefined as any),
  "transitionalCost: swapped": () => V.transitionalCost(years, a),
  "sensitivities: names": () => V.sensitivities(a, [{ benefitRate: 0.6 }] as any),
  "sensitivities: misspelt title": () =>
    V.sensitivities(a, [{ name: "x", titel: "y", change: {} }] as any),
  "sensitivities: number": () =>
    V.sensitivities(a, [{ name: "x", title: "y", change: 0.5 }] as any),
  "sensitivities: object": () => V.sensitivities(a, { benefitRate: 0.6 } as any),
  "sensitivityGrid: inputs": () => V.sensitivityGrid(inputs as any, inputs),
  "affordableBenefitRate: 1": () => V.affordableBenefitRate(a, 1.35),
  "affordableBenefitRate: string": () => V.affordableBenefitRate(a, "1%" as any),
  "affordableBenefitRate: promise": () =>
    V.affordableBenefitRate(VR.reportAssumptions("base") as any, 0.01),
  "deriveAssumptions: no rules": () => V.deriveAssumptions(inputs, undefined as any),
  "deriveAssumptions: scheme": () => V.deriveAssumptions(inputs, scheme as any),
  "deriveAssumptions: inputs key": () =>
    V.deriveAssumptions({ ...inputs, scenrio: 1 } as any, jkp),
  "deriveAssumptions: promise": () =>
    V.deriveAssumptions(VR.reportInputs("base") as any, jkp),
  "reportAssumptions bse": () => VR.reportAssumptions("bse" as any),
  "reportAssumptions none": () => (VR.reportAssumptions as any)(),
  "reportInputs bse": () => VR.reportInputs("bse" as any),
  "readValuation none": () => (VR.readValuation as any)(),
  "readValuation typo": () => VR.readValuation("report_2012"),
  "readValuation opt typo": () =>
    VR.readValuation("report_2021", { scenario: ["base"] } as any),
  "readValuation opt string": () =>
    VR.readValuation("report_2021", { scenarios: "base" } as any),
  "readValuation opt pos": () => VR.readValuation("report_2021", "base" as any),
  "readValuation reading": () =>
    VR.readValuation("report_2021", { reading: "closst" } as any),
  "readValuation extract promise": () =>
    VR.readValuation("report_2021", { extract: XR.readShippedExtract() } as any),
  "readValuation extract of frames": async () =>
    VR.readValuation("report_2021", { extract: await N.extractFrames(extract) } as any),
  "readValuation design not awaited": () =>
    VR.readValuation("report_2021", { designs: [ScR.readScheme("jkp_2021")] } as any),
  "readValuation rules as design": () =>
    VR.readValuation("report_2021", { designs: [jkp] } as any),
  "readValuation assumptions as scenario": () =>
    VR.readValuation("report_2021", { scenarios: [{ name: "x", u: 5 }] } as any),
  "readValuation of a valuation": () => (VR.readValuation as any)(val),
  "reportAssumptions promise": () =>
    VR.reportAssumptions(EcR.readScenario("base") as any),
  "reportAssumptions number": () => VR.reportAssumptions(2021 as any),
  "kaplanMeier: event promise": () =>
    S.kaplanMeier({ durations: [1], eventObserved: Promise.resolve([1]) } as any),
  "kaplanMeier: series of texts": () =>
    S.kaplanMeier({ durations: pl.Series(["1", "2"]), eventObserved: [1, 1] } as any),
  "kaplanMeier: series with a gap": () =>
    S.kaplanMeier({ durations: pl.Series([1, null]), eventObserved: [1, 1] } as any),
  "kaplanMeier: events of texts": () =>
    S.kaplanMeier({ durations: [1, 2], eventObserved: pl.Series(["yes", "no"]) } as any),
  "kaplanMeier: frame of other columns": () =>
    S.kaplanMeier(pl.DataFrame({ duration: [1], eventObserved: [1] }) as any),
  "kaplanMeier: level 95": () =>
    S.kaplanMeier({ durations: [1], eventObserved: [1] }, { level: 95 }),
  "kaplanMeier: level as text": () =>
    (S.kaplanMeier as any)({ durations: [1, 2], eventObserved: [1, 1] }, {
      level: "0.95",
    }),
  "kaplanMeier: interval": () =>
    (S.kaplanMeier as any)({ durations: [1, 2], eventObserved: [1, 1] }, {
      interval: "lo",
    }),
  "kaplanMeier: empty": () => S.kaplanMeier({ durations: [], eventObserved: [] }),
  "kaplanMeier: NaN": () => S.kaplanMeier({ durations: [NaN], eventObserved: [1] }),
  "survivalCurveFromPoints: text": () =>
    S.survivalCurveFromPoints(
      [{ time: 0, survival: 1 }, { time: 3, survival: "0.5" }] as any,
      "step",
    ),
  "survivalCurveFromPoints: unknown rule": () =>
    S.survivalCurveFromPoints(
      [{ time: 0, survival: 1 }, { time: 3, survival: 0.5 }],
      "stp" as any,
    ),
  "aalenJohansen: option": () =>
    (S.aalenJohansen as any)({ durations: [1, 2], cause: [1, 0] }, ["a"], { levl: 0.9 }),
  "aalenJohansen: level as text": () =>
    (S.aalenJohansen as any)({ durations: [1, 2], cause: [1, 0] }, ["a"], {
      level: "0.9",
    }),
  "aalenJohansen: cause promise": () =>
    (S.aalenJohansen as any)({ durations: [1], cause: Promise.resolve([1]) }, ["a"]),
  "incidenceAt: swapped": () =>
    (S.incidenceAt as any)(
      S.aalenJohansen({ durations: [1, 2], cause: [1, 0] }, ["a"]),
      1,
      "a",
    ),
  "incidenceAt: text": () =>
    (S.incidenceAt as any)(
      S.aalenJohansen({ durations: [1, 2], cause: [1, 0] }, ["a"]),
      "a",
      "6",
    ),
  "incidenceAt: nothing": () => (S.incidenceAt as any)(undefined, "a", 6),
  "fitParametric: timing": () =>
    (S.fitParametric as any)({ durations: [1, 2], eventObserved: [1, 1] }, "weibull", {
      timing: "exakt",
    }),
  "fitParametric: promise": () =>
    (S.fitParametric as any)(Promise.resolve({ durations: [1] }), "weibull"),
  "fitParametric: text": () =>
    (S.fitParametric as any)({ durations: ["1", "2"], eventObserved: [1, 1] }, "weibull"),
  "fittedSurvivalAt: text": () =>
    (S.fittedSurvivalAt as any)(
      S.fitParametric({ durations: [1, 2], eventObserved: [1, 1] }, "exponential"),
      "3",
    ),
  "fittedSurvivalAt: curve": () => (S.fittedSurvivalAt as any)(curve, 3),
  "lifeTable: texts in a column": () =>
    S.lifeTable({ from: [0], to: ["6"], events: [1], censored: [1] } as any),
  "lifeTable: columns of two lengths": () =>
    S.lifeTable({ from: [0], to: [6], events: [1, 2], censored: [1] }),
  "lifeTable: frame without a column": () =>
    S.lifeTable(pl.DataFrame({ from: [0], to: [6], ended: [1], censored: [1] }) as any),
  "lifeTable: empty": () => S.lifeTable([]),
  "elapsedStock: growth as text": () =>
    (S.elapsedStock as any)({ elapsedMonths: [0, 1], members: [9, 8] }, {
      inflowGrowthPerMonth: "0.01",
    }),
  "elapsedStock: growth of 200 per cent": () =>
    S.elapsedStock({ elapsedMonths: [0, 1], members: [9, 8] }, {
      inflowGrowthPerMonth: -2,
    }),
  "elapsedStock: growth in per cent": () =>
    S.elapsedStock({ elapsedMonths: [0, 1], members: [9, 8] }, {
      inflowGrowthPerMonth: 5,
    }),
  "buhlmannStraub: texts": () =>
    (X.buhlmannStraub as any)({ group: [1, 1], value: ["1", "2"], weight: [1, 1] }),
  "buhlmannStraub: column missing": () =>
    (X.buhlmannStraub as any)({ group: [1, 1], value: [1, 2] }),
  "buhlmannStraub: NaN": () =>
    X.buhlmannStraub({
      group: [1, 1, 2, 2],
      value: [1, NaN, 2, 3],
      weight: [1, 1, 1, 1],
    }),
  "poissonInterval: level 95": () => (X.poissonInterval as any)(3, 95),
  "runOffTriangle: option": () =>
    (X.runOffTriangle as any)([{ origin: 1, age: 0, value: 2 }], {
      value: "incremental",
    }),
  "runOffTriangle: values": () =>
    (X.runOffTriangle as any)([{ origin: 1, age: 0, value: 2 }], {
      values: "increments",
    }),
  "runOffTriangle: text": () =>
    (X.runOffTriangle as any)([{ origin: 1, age: 0, value: "2" }]),
  "runOffTriangle: promise": () => (X.runOffTriangle as any)(Promise.resolve([])),
  "mackErrors: alone": () => (X.mackErrors as any)(undefined),
  "developmentPattern: triangle": () =>
    (X.developmentPattern as any)(X.runOffTriangle([{ origin: 1, age: 0, value: 2 }])),
  "reportedAt: text": () => (X.reportedAt as any)({ points: [], basis: "" }, "0"),
  "reportedAt: swapped": () => (X.reportedAt as any)(0, { points: [], basis: "" }),
  "vintageDelayCurve: no options": () => (X.vintageDelayCurve as any)([]),
  "vintageDelayCurve: text": () => (X.vintageDelayCurve as any)("a", {}),
  "latestVintages: nothing": () => (X.latestVintages as any)(undefined),
  "incompleteEdge: no curve": () =>
    (X.incompleteEdge as any)([{ month: 24300, age: 1, latest: 5 }]),
  "bornhuetterFerguson: no curve": () =>
    (X.bornhuetterFerguson as any)([{
      origin: 1,
      age: 0,
      latest: 1,
      expectedUltimate: 2,
    }]),
  "bornhuetterFerguson: texts": () =>
    (X.bornhuetterFerguson as any)(
      { origin: [1], age: [0], latest: ["1"], expectedUltimate: [2] },
      { points: [], basis: "" },
    ),
  "chainLadder: option": () =>
    (X.chainLadder as any)(X.runOffTriangle([{ origin: 1, age: 0, value: 2 }]), {
      tale: 1.05,
    }),
  "incompleteEdge: texts": () =>
    (X.incompleteEdge as any)({ month: [24300], age: [1], latest: ["5"] }, {
      points: [],
    }),
  "bornhuetterFerguson: key": () =>
    (X.bornhuetterFerguson as any)(
      { origin: [1], age: [0], latest: [1], ultimate: [2] },
      {
        points: [],
      },
    ),
  "formatMonth: text": () => (M.formatMonth as any)("2021-01"),
  "formatMonth: fraction": () => M.formatMonth(24252.5),
  "formatMonth: nothing": () => (M.formatMonth as any)(),
  "formatMonth: NaN": () => M.formatMonth(NaN),
  "yearOf: text": () => (M.yearOf as any)("2021-01"),
  "indicatorsTable: one record": () =>
    (St.indicatorsTable as any)({ title: "a", indicators: [] }, "x"),
  "indicatorsTable: figures": () =>
    (St.indicatorsTable as any)([{ title: "a", figures: [] }], "x"),
  "indicatorsTable: flat": () =>
    (St.indicatorsTable as any)([{ name: "claim_ratio", value: 1 }], "x"),
  "indicatorsTable: nothing": () => (St.indicatorsTable as any)(),
  "indicatorsTable: no source": () =>
    (St.indicatorsTable as any)([{ title: "a", indicators: [] }]),
  "indicators: promise": () => (X.indicators as any)(Promise.resolve({})),
  "figuresOfFacts: month": async () =>
    (X.figuresOfFacts as any)(await loadOpenStatistics(), "2024-1", "2024-12"),
  "figuresOfFacts: promise": () =>
    (X.figuresOfFacts as any)(loadOpenStatistics(), "2024-01", "2024-12"),
  "figuresOfFacts: rate": async () =>
    (X.figuresOfFacts as any)(await loadOpenStatistics(), "2024-01", "2024-12", {
      contributionRat: 0.0046,
    }),
  "figuresOfFacts: rate 0.46 per cent as 46": async () =>
    X.figuresOfFacts(await loadOpenStatistics(), "2024-01", "2024-12", {
      contributionRate: 46,
    }),
  "figuresOfPeriod: nothing": () => (X.figuresOfPeriod as any)(),
  "figuresOfExtract: extract": () => (X.figuresOfExtract as any)(extract),
  "checkAggregateExperience: nothing": () => (X.checkAggregateExperience as any)("mine"),
  "checkAggregateExperience: rows": () =>
    (X.checkAggregateExperience as any)("mine", [{ from: 1, to: 2 }]),
  "ratesFigure: options": () =>
    (St.ratesFigure as any)({ age: [1, 2], rate: [0.1, 0.2] }, { titel: "x" }),
  "ratesFigure: promise": () => (St.ratesFigure as any)(Promise.resolve({})),
  "ratesFigure: column promise": () =>
    (St.ratesFigure as any)({ age: [1, 2], rate: Promise.resolve([1, 2]) }),
  "survivalFigure: nothing": () => (St.survivalFigure as any)(),
  "survivalFigure: until": () => (St.survivalFigure as any)({ a: curve }, { until: "6" }),
  "conformity: nothing": () => (St.conformity as any)(),
  "rulesAt: fraction": () => Sc.rulesAt(scheme, 24266.5),
  "periodLifeTable: text": () => (P.periodLifeTable as any)("0.1", "female"),
  "periodLifeTable: deaths per thousand": () =>
    P.periodLifeTable(Array(22).fill(20), "female"),
  "periodLifeTable: rates above": () => (P.periodLifeTable as any)([1, 2, 3], "female"),
  "simulateSchemes: NaN": () =>
    Sim.simulateSchemes(a, [jkp], { careers: NaN, years: 5, seed: 1 }),
  "simulateSchemes: no options": () => (Sim.simulateSchemes as any)(a, [jkp]),
  "affordableBenefitRate: NaN": () => V.affordableBenefitRate(a, NaN),
  "rollForward: NaN": () => V.rollForward(years, { ...terms, contributionRate: NaN }),
  "solveContributionRate: NaN": () => V.solveContributionRate(years, NaN, terms),
  "runValuation: rate 60": () => V.runValuation(val, { benefitRate: 60 }),
  "runValuation: not a number": () => V.runValuation(val, { benefitRate: NaN }),
  "runValuation: promise in changes": () =>
    V.runValuation(val, { benefitRate: Promise.resolve(0.6) } as any),
  "sensitivityGrid: nothing": () => (V.sensitivityGrid as any)(),
  "exhaustionYear: fund promise": () => (V.exhaustionYear as any)(Promise.resolve([])),
  "saveValuation: promise": () =>
    (VW.saveValuation as any)("a.toml", Promise.resolve(val)),
  "saveValuation: swapped": () => (VW.saveValuation as any)(val, "a.toml"),
  "saveValuation: nothing": () => (VW.saveValuation as any)("a.toml"),
  "showFrame: table": () => (N.showFrame as any)({ rows: [] }),
  "showFrame: promise": () => (N.showFrame as any)(Promise.resolve(1)),
  "openReport extract promise": () =>
    (N.openReport as any)({ extract: XR.readShippedExtract() }),
  "kaplanMeier: lengths": () =>
    S.kaplanMeier({ durations: [1, 2], eventObserved: [true] }),
  "kaplanMeier: strings": () =>
    S.kaplanMeier({ durations: ["1", "2"], eventObserved: [true, true] } as any),
  "kaplanMeier: 2": () =>
    S.kaplanMeier({ durations: [1, 2], eventObserved: ["yes", "no"] } as any),
  "kaplanMeier: wrong name": () =>
    S.kaplanMeier({ duration: [1, 2], eventObserved: [true, true] } as any),
  "kaplanMeier: positional": () => S.kaplanMeier([1, 2] as any, [true, true] as any),
  "kaplanMeier: none": () => (S.kaplanMeier as any)(),
  "kaplanMeier: negative": () =>
    S.kaplanMeier({ durations: [-1], eventObserved: [true] }),
  "kaplanMeier: unknown opt": () =>
    S.kaplanMeier(
      { durations: [1, 2], eventObserved: [true, true], weight: [1, 2] } as any,
    ),
  "kaplanMeier: options": () =>
    (S.kaplanMeier as any)({ durations: [1, 2], eventObserved: [true, true] }, {
      confidence: 0.9,
    }),
  "kaplanMeierCurve: spells": () =>
    S.kaplanMeierCurve({ durations: [1, 2], eventObserved: [true, true] } as any),
  "survivalAt: neg": () => S.survivalAt(curve, -1),
  "survivalAt: string": () => S.survivalAt(curve, "6" as any),
  "survivalAt: swapped": () => S.survivalAt(6 as any, curve),
  "survivalAt: km estimate": () =>
    S.survivalAt(
      S.kaplanMeier({ durations: [1, 2], eventObserved: [true, true] }) as any,
      1,
    ),
  "survivalQuantile: 50": () => S.survivalQuantile(curve, 50),
  "survivalQuantile: est": () =>
    S.survivalQuantile(
      S.kaplanMeier({ durations: [1, 2], eventObserved: [true, true] }) as any,
      0.5,
    ),
  "survivalQuantile: string": () => S.survivalQuantile(curve, "0.5" as any),
  "survivalCurveFromPoints: survival 50": () =>
    S.survivalCurveFromPoints(
      [{ time: 0, survival: 100 }, { time: 3, survival: 50 }],
      "step",
    ),
  "survivalCurveFromPoints: rule": () =>
    S.survivalCurveFromPoints([{ time: 0, survival: 1 }], "stp" as any),
  "survivalCurveFromPoints: string": () =>
    S.survivalCurveFromPoints([{ time: 0, survival: "1" }] as any, "step"),
  "survivalCurveFromPoints: undefined": () =>
    (S.survivalCurveFromPoints as any)(undefined, "step"),
  "logRankTest: groups": () =>
    S.logRankTest({ durations: [1, 2], eventObserved: [true, true], group: [0] }),
  "logRankTest: positional": () =>
    (S.logRankTest as any)({ durations: [1, 2], eventObserved: [true, true] }, [0, 1]),
  "logRankTest: strata as option": () =>
    (S.logRankTest as any)({ durations: [1, 2], eventObserved: [1, 1], group: [0, 1] }, {
      strata: [0, 0],
    }),
  "logRankTest: empty name": () =>
    S.logRankTest({ durations: [1, 2], eventObserved: [1, 1], group: ["a", ""] }),
  "logRankTest: gap in names": () =>
    (S.logRankTest as any)({
      durations: [1, 2, 3],
      eventObserved: [1, 1, 1],
      group: ["a", null, "b"],
    }),
  "logRankTest: gap in strata": () =>
    (S.logRankTest as any)({
      durations: [1, 2, 3],
      eventObserved: [1, 1, 1],
      group: ["a", "a", "b"],
      strata: [null, 1, 1],
    }),
  "logRankTest: none": () =>
    (S.logRankTest as any)({ durations: [1, 2], eventObserved: [true, true] }),
  "aalenJohansen: causes": () =>
    S.aalenJohansen({ durations: [1, 2], cause: [1, 3] }, ["a", "b"]),
  "aalenJohansen: strings": () =>
    S.aalenJohansen({ durations: [1, 2], cause: ["a", "b"] } as any, ["a", "b"]),
  "aalenJohansen: nocauses": () =>
    (S.aalenJohansen as any)({ durations: [1, 2], cause: [1, 2] }),
  "incidenceAt: name": () =>
    S.incidenceAt(
      S.aalenJohansen({ durations: [1, 2], cause: [1, 2] }, ["a", "b"]),
      "c",
      1,
    ),
  "fitParametric: name": () =>
    S.fitParametric({ durations: [1, 2], eventObserved: [true, true] }, "weibul" as any),
  "fitParametric: none": () =>
    (S.fitParametric as any)({ durations: [1, 2, 3], eventObserved: [true, true, true] }),
  "lifeTable: keys": () =>
    S.lifeTable([{ from: 0, to: 6, deaths: 5, censored: 1 }] as any),
  "lifeTable: obj": () => S.lifeTable({ from: 0, to: 6, events: 5, censored: 1 } as any),
  "lifeTable: strings": () =>
    S.lifeTable([{ from: 0, to: 6, events: "5", censored: "1" }] as any),
  "lifeTable: a row missing": () =>
    S.lifeTable([{ from: 0, to: 6, events: 5, censored: 1 }, undefined] as any),
  "lifeTable: gap": () =>
    S.lifeTable([{ from: 0, to: 6, events: 5, censored: 1 }, {
      from: 7,
      to: 9,
      events: 0,
      censored: 3,
    }]),
  "graduateRates: lengths": () => X.graduateRates({ claims: [1, 2, 3], exposure: [100] }),
  "graduateRates: strings": () =>
    X.graduateRates({ claims: ["1", "2", "3"], exposure: [100, 100, 100] } as any),
  "graduateRates: none": () => (X.graduateRates as any)(),
  "graduateRates: opts": () =>
    X.graduateRates({ claims: [1, 2, 3], exposure: [9, 9, 9] }, { lamda: 10 } as any),
  "graduateRates: order": () =>
    X.graduateRates({ claims: [1, 2, 3], exposure: [9, 9, 9] }, { order: 1.5 } as any),
  "graduateRates: lambda": () =>
    X.graduateRates({ claims: [1, 2, 3], exposure: [9, 9, 9] }, { lambda: "rml" } as any),
  "graduateRates: rows": () =>
    (X.graduateRates as any)([{ claims: 1, exposureMonths: 100 }], [1]),
  "graduateRates: swapped": () =>
    X.graduateRates({ claims: [900, 900, 900], exposure: [9, 9, 9] }),
  "graduateRates: UInt64": () =>
    X.graduateRates({
      claims: [1, 2, 3],
      exposure: pl.Series("months", [90, 90, 90]).cast(pl.UInt64) as any,
    }),
  "graduateRates: positional": () => (X.graduateRates as any)([1, 2, 3], [9, 9, 9]),
  "graduateRates: key": () =>
    X.graduateRates({ claim: [1, 2, 3], exposure: [9, 9, 9] } as any),
  "graduateRates: empty": () => X.graduateRates({ claims: [], exposure: [] }),
  "graduateRates: NaN": () =>
    X.graduateRates({ claims: [1, NaN, 3], exposure: [9, 9, 9] }),
  "whittakerHenderson: lambda": () =>
    X.whittakerHenderson({ values: [1, 2, 3], weights: [1, 1, 1] }, { lambda: -1 }),
  "whittakerHenderson: lamda": () =>
    X.whittakerHenderson({ values: [1, 2, 3], weights: [1, 1, 1] }, { lamda: 1 } as any),
  "studyExperience: promise": () => X.studyExperience(XR.readShippedExtract() as any),
  "studyExperience: opts": () => X.studyExperience(extract, { firstmonth: 5 } as any),
  "studyExperience: string": () => X.studyExperience("jht_2019" as any),
  "terminationRates: by": () => X.terminationRates(extract, { by: ["agegroup"] } as any),
  "terminationRates: month": () =>
    X.terminationRates(extract, { firstMonth: "2018-01" } as any),
  "terminationRates: optkey": () => X.terminationRates(extract, { from: 24200 } as any),
  "actualToExpected: rate": () => X.actualToExpected(extract, [{ rate: 0.011 }] as any),
  "actualToExpected: number": () => X.actualToExpected(extract, 0.011 as any),
  "actualToExpected: percent": () => X.actualToExpected(extract, [{ ratePerMonth: 1.1 }]),
  "actualToExpected: string": () =>
    X.actualToExpected(extract, [{ ratePerMonth: "0.011" }] as any),
  "poissonInterval: -1": () => X.poissonInterval(-1),
  "poissonInterval: string": () => X.poissonInterval("3" as any),
  "buhlmannStraub: flat": () => X.buhlmannStraub([{ value: 1, weight: 1 }] as any),
  "buhlmannStraub: keys": () =>
    X.buhlmannStraub(
      [[{ value: 1, w: 1 }, { value: 2, w: 1 }], [{ value: 1, w: 1 }, {
        value: 2,
        w: 1,
      }]] as any,
    ),
  "seasonality: promise": () => X.seasonality(XR.readShippedExtract() as any),
  "runOffTriangle: keys": () => X.runOffTriangle([{ year: 1, age: 0, value: 2 }] as any),
  "runOffTriangle: matrix": () => X.runOffTriangle([[1, 2], [3]] as any),
  "chainLadder: rows": () => X.chainLadder([{ origin: 1, age: 0, value: 2 }] as any),
  "parseAggregateExperience: unknown col": () =>
    X.parseAggregateExperience("a.csv", "from,to,memberss\n2024-01,2024-12,5\n"),
  "readExtract none": () => (XR.readStatisticsExtract as any)(),
  "readExtract typo": () => XR.readStatisticsExtract("data/extracts/jht_2091"),
  "scenario typo": () => EcR.readScenario("bse"),
  "scenario none": () => (EcR.readScenario as any)(),
  "checkGrowth str": () => Ec.checkGrowth("base" as any),
  "scheme typo": () => ScR.readScheme("jkp_2012"),
  "scheme none": () => (ScR.readScheme as any)(),
  "rulesAt str": () => Sc.rulesAt(scheme, "2022-02" as any),
  "rulesAt year and month as one number": () => Sc.rulesAt(scheme, 202302),
  "changedScheme: kind": () =>
    Sc.changedScheme(scheme, { benefit: { kind: "flt", rate: 0.6 } } as any, {
      name: "x",
      title: "X",
    }),
  "rulesAt promise": () => Sc.rulesAt(ScR.readScheme("jkp_2021") as any, 24266),
  "rulesAt year": () => Sc.rulesAt(scheme, 2022 as any),
  "conformity scheme": () => St.conformity(scheme),
  "entitlement: wage string": () =>
    En.entitlement(
      jkp,
      {
        contributions: [{ firstMonth: 24252, lastMonth: 24275, wage: "4000000" }],
      } as any,
      term,
    ),
  "entitlement: wage neg": () =>
    En.entitlement(
      jkp,
      { contributions: [{ firstMonth: 24252, lastMonth: 24275, wage: -1 }] } as any,
      term,
    ),
  "entitlement: wage key": () =>
    En.entitlement(
      jkp,
      { contributions: [{ firstMonth: 24252, lastMonth: 24275, wages: 4e6 }] } as any,
      term,
    ),
  "entitlement: reason": () =>
    En.entitlement(jkp, { contributions }, { month: 24275, reason: "layoff" } as any),
  "entitlement: month str": () =>
    En.entitlement(
      jkp,
      { contributions },
      { month: "2022-12", reason: "involuntary" } as any,
    ),
  "entitlement: first>last": () =>
    En.entitlement(jkp, {
      contributions: [{ firstMonth: 24275, lastMonth: 24252, wage: 4e6 }],
    }, term),
  "entitlement: year and month as one number": () =>
    En.entitlement(jkp, { contributions }, { month: 202212, reason: "involuntary" }),
  "entitlement: option": () =>
    (En.entitlement as any)(jkp, { contributions }, term, { openDuraton: "longest" }),
  "entitlement: open duration": () =>
    (En.entitlement as any)(jkp, { contributions }, term, { openDuration: "longst" }),
  "entitlement: fact of the member": () =>
    En.entitlement(jkp, { contributions, member: { agee: 30 } } as any, term),
  "entitlement: size of enterprise": () =>
    En.entitlement(jkp, { contributions, member: { enterprise: "micr" } } as any, term),
  "entitlement: severance as text": () =>
    En.entitlement(jkp, { contributions }, { ...term, severancePay: "5" } as any),
  "entitlement: column promise": () =>
    En.entitlement(
      jkp,
      {
        contributions: { firstMonth: [1], lastMonth: Promise.resolve([2]), wage: [3] },
      } as any,
      term,
    ),
  "entitlement: array": () => En.entitlement(jkp, contributions as any, term),
  "entitlement: scheme": () => En.entitlement(scheme, { contributions }, term),
  "entitlement: none": () => (En.entitlement as any)(jkp),
  "entitlement: typo key": () =>
    En.entitlement(jkp, { contribution: contributions } as any, term),
  "simulateSchemes: opts": () =>
    Sim.simulateSchemes(a, [jkp], { career: 100, years: 5, seed: 1 } as any),
  "simulateSchemes: str": () =>
    Sim.simulateSchemes(a, [jkp], { careers: "100", years: 5, seed: 1 } as any),
  "simulateSchemes: jkp": () =>
    Sim.simulateSchemes(a, jkp, { careers: 100, years: 5, seed: 1 } as any),
  "schemeComparison: run": () => St.schemeComparison(V.runValuation(val) as any),
  "schemeComparison: string": () => St.schemeComparison("report_2021" as any),
  "schemeComparison: changes": () =>
    (St.schemeComparison as any)(val, { benefitrat: 0.6 }),
  "standardPersonExhibits: none": () => (St.standardPersonExhibits as any)(jkp),
  "standardPersonExhibits: wages": () =>
    St.standardPersonExhibits(jkp, { wages: [4e6], month: 24266, records: [24] } as any),
  "standardPersonExhibits: typo": () =>
    St.standardPersonExhibits(
      jkp,
      { wages: [{ title: "m", permonth: 4e6 }], month: 24266, records: [24] } as any,
    ),
  "indicators: str": () => X.indicators("x" as any),
  "valuationDocument": () => St.valuationDocument({} as any),
  "projectPopulation": () => P.projectPopulation("2020" as any, {} as any, []),
  "periodLifeTable": () => P.periodLifeTable([0.1], "femal" as any),
  "openReport typo": () => N.openReport({ readng: "closest" } as any),
  "openReport str": () => N.openReport("closest" as any),
  "openReport reading": () => N.openReport({ reading: "closst" } as any),
  "frames promise": () => N.extractFrames(XR.readShippedExtract() as any),
  "monthOf str": () => M.monthOf("2021" as any, 1),
  "monthOf 13": () => M.monthOf(2021, 13),
  "monthOf none": () => (M.monthOf as any)(2021),
  "elapsedStock: none": () => S.elapsedStock(undefined as any),
  "reconcile: run": () => V.reconcile(V.runValuation(val) as any, val),
  "figuresOfValuation: valuation": () => V.figuresOfValuation(val, val, 2022),
  "parseAggregateExperience: no text": () =>
    X.parseAggregateExperience("a.csv", undefined as any),
  "survivalFigure: times": () => St.survivalFigure({ a: [1, 2] as any }),
  "fanFigure: no median": () =>
    St.fanFigure({ years: [2022], quantiles: { 0.1: [1], 0.9: [2] } }),
  "fanFigure: crossing": () =>
    St.fanFigure({ years: [2022], quantiles: { 0.1: [3], 0.5: [1], 0.9: [2] } }),
  "fanFigure: half a pair": () =>
    St.fanFigure({ years: [2022], quantiles: { 0.5: [1], 0.9: [2] } }),
  "fanFigure: length": () =>
    St.fanFigure({ years: [2022, 2023], quantiles: { 0.5: [1] } }),
  "ratesFigure: text": () => St.ratesFigure({ age: [1, 2], rate: ["1", "2"] }),
  "runRateRule: promise": () =>
    U.runRateRule(UR.readRateRule("canada") as any, {} as any, {} as any, {
      persistence: 0.5,
    }),
  "runRateRule: no costs": () =>
    U.runRateRule(canada, undefined as any, undefined as any, { persistence: 0.5 }),
  "runRateRule: persistence": () =>
    U.runRateRule(canada, {} as any, {} as any, { persistance: 0.5 } as any),
  "runRateRule: per cent": () =>
    U.runRateRule({ ...canada, largestChange: 0.12 }, {} as any, {} as any, {
      persistence: 0.5,
    }),
  "readRateRule: typo": () => UR.readRateRule("canda"),
  "splitRate: per cent as text": () => U.splitRate("0.36" as any, jkp),
  "splitRate: no rules": () => U.splitRate(0.0036, undefined as any),
  "splitRate: bearer": () => U.splitRate(0.0036, jkp, "state" as any),
  "statePart: nothing": () =>
    U.statePart(undefined as any, undefined as any, jkp, { exceedanceProbability: 0.01 }),
  "statePart: per cent": () =>
    U.statePart({} as any, {} as any, jkp, { exceedanceProbability: 1 }),
  "rateRuleExhibits: rules": () =>
    St.rateRuleExhibits({ ...rateComparison, rules: canada as any }),
  "rateRuleExhibits: paidBy": () =>
    St.rateRuleExhibits({ ...rateComparison, rules: [], paidBy: "jkp" as any }),
  "rateRuleExhibits: nothing": () => St.rateRuleExhibits(undefined as any),
  "ratesFigure: one column": () => St.ratesFigure({ age: [1, 2] }),
};

/** A sentence of ours: what is wanted, and what was got. */
const SENTENCE = /(\b(is|are) wanted\b|\bmust be\b|: expected )/;

Deno.test("functions of lib/README.md refuse wrong values in a sentence", async () => {
  const found: Record<string, string> = {};
  for (const [name, call] of Object.entries(WRONG)) {
    try {
      await call();
      found[name] = "taken";
    } catch (error) {
      const { name: kind, message } = error as Error;
      const isSentence = SENTENCE.test(message) && kind !== "TypeError";
      if (!isSentence) found[name] = `${kind}: ${message}`;
    }
  }
  assertEquals(found, {});
});
