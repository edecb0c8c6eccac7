// deno-lint-ignore-file no-explicit-any -- wrong values, as a kernel lets them through
import * as Ec from "@jkp/economy";
import * as EcR from "@jkp/economy/read";
import * as En from "@jkp/entitlement";
import * as M from "@jkp/month";
import * as P from "@jkp/population";
import * as S from "@jkp/survival";
import * as Sc from "@jkp/scheme";
import * as ScR from "@jkp/scheme/read";
import * as Sim from "@jkp/simulation";
import * as St from "@jkp/study";
import * as V from "@jkp/valuation";
import * as VR from "@jkp/valuation/read";
import * as X from "@jkp/experience";
import * as XR from "@jkp/extract/read";
import { assertEquals } from "@std/assert";
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
const curve: any = X.studyExperience(extract).inactivity!.curve;

/** Calls of the functions of lib/README.md with values that they cannot use. */
const WRONG: Readonly<Record<string, () => unknown>> = {
  "valueAssumptions: unknown key": () =>
    V.valueAssumptions({ ...a, involuntryShare: 0.6 } as any),
  "valueAssumptions: eligible 1.5": () =>
    V.valueAssumptions({ ...a, eligibleShare: 1.5 }),
  "valueAssumptions: string": () => V.valueAssumptions({ ...a, benefitRate: "0.6" }),
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
  "fundTerms: undefined": () => V.fundTerms(undefined as any),
  "exhaustionYear: years": () => V.exhaustionYear(years),
  "exhaustionYear: undefined": () => V.exhaustionYear(undefined as any),
  "transitionalCost: swapped": () => V.transitionalCost(years, a),
  "sensitivities: names": () => V.sensitivities(a, [{ benefitRate: 0.6 }] as any),
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
    S.logRankTest({ durations: [1, 2], eventObserved: [true, true] }, [0]),
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
  "lifeTable: gap": () =>
    S.lifeTable([{ from: 0, to: 6, events: 5, censored: 1 }, {
      from: 7,
      to: 9,
      events: 0,
      censored: 3,
    }]),
  "graduateRates: lengths": () => X.graduateRates([1, 2, 3], [100]),
  "graduateRates: strings": () =>
    X.graduateRates(["1", "2", "3"] as any, [100, 100, 100]),
  "graduateRates: none": () => (X.graduateRates as any)(),
  "graduateRates: opts": () =>
    X.graduateRates([1, 2, 3], [100, 100, 100], { lamda: 10 } as any),
  "graduateRates: rows": () =>
    (X.graduateRates as any)([{ claims: 1, exposureMonths: 100 }], [1]),
  "whittakerHenderson: lambda": () =>
    X.whittakerHenderson([1, 2, 3], [1, 1, 1], { lambda: -1 }),
  "whittakerHenderson: lamda": () =>
    X.whittakerHenderson([1, 2, 3], [1, 1, 1], { lamda: 10 } as any),
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
