import { type AssumptionValues, CHANGEABLE_NAMES, RANGES } from "@jkp/valuation";
import { assertEquals } from "@std/assert";
import * as fc from "fast-check";
import { readExplorerData } from "./read_explorer_data.ts";
import { filedView, HIGHEST_TRIAL_RATE, MOST_COLUMNS, type View } from "./view.ts";
import { parseViewAddress, viewAddress } from "./view_address.ts";

const DATA = await readExplorerData();
const [REPORT, JKP] = DATA.valuations.map(({ file }) => filedView(DATA, file.name)) as [
  View,
  View,
];

const changes = fc.record(
  Object.fromEntries(
    CHANGEABLE_NAMES.map((name) => {
      const range = { isWhole: false, isLowestOut: false, ...RANGES[name] };
      const { lowest: min, highest: max, isLowestOut: minExcluded } = range;
      return [
        name,
        range.isWhole
          ? fc.integer({ min, max })
          : fc.double({ min, max, minExcluded, noNaN: true }).map((each) => each + 0),
      ];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<AssumptionValues>;

const views = fc.oneof(...DATA.valuations.map(({ file, schemes, roles }) =>
  fc.record({
    valuation: fc.constant(file.name),
    columns: fc.array(
      fc.record({
        // The filed ones often, for these are what is left out.
        design: fc.oneof(
          fc.constant(file.designs[0]!),
          fc.constantFrom(...schemes.map(({ name }) => name)),
        ),
        role: fc.oneof(fc.constant("base"), fc.constantFrom(...roles)),
        changes: fc.oneof(fc.constant({}), changes),
      }),
      { minLength: 1, maxLength: MOST_COLUMNS },
    ),
    trialRate: fc.option(
      fc.double({ min: 0, max: HIGHEST_TRIAL_RATE, noNaN: true }).map((each) => each + 0),
    ),
    language: fc.constantFrom("en" as const, "id" as const),
  })
));

Deno.test("parseViewAddress() gives the view that viewAddress() wrote", () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = viewAddress(DATA, view);
      assertEquals(parseViewAddress(DATA, address), { view, problems: [] }, address);
      assertEquals(viewAddress(DATA, parseViewAddress(DATA, address).view), address);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("viewAddress() says nothing that is as filed", () => {
  const [column] = JKP.columns;
  const of = (view: Partial<View>) => viewAddress(DATA, { ...JKP, ...view });
  assertEquals(viewAddress(DATA, REPORT), "");
  assertEquals(viewAddress(DATA, { ...REPORT, language: "id" }), "#language=id");
  assertEquals(of({}), "#valuation=jkp_2026");
  assertEquals(of({ trialRate: 0.005 }), "#valuation=jkp_2026&trialRate=0.005");
  assertEquals(
    of({ columns: [{ ...column!, role: "pessimistic" }] }),
    "#valuation=jkp_2026&role=pessimistic",
  );
  const moved = {
    ...column!,
    changes: { waitingPeriodDays: 30, involuntaryShare: 1e-7, benefitRate: undefined! },
  };
  assertEquals(
    of({ columns: [column!, moved] }),
    "#valuation=jkp_2026&design=jkp_2025&design=jkp_2025&involuntaryShare=1e-7&" +
      "waitingPeriodDays=30",
  );
});

Deno.test("parseViewAddress() says all that is wrong, and shows the valuation as filed", () => {
  const many = "valuation=jkp_2026&language=nl&role=bse&role=base&benefitRate=60&" +
    "eligibleShare=0,5&waitingPeriodDays=&design=jkp_2052&design=jkp_2021&" +
    "reservemultiple=1&trialRate=0.36&trialRate=0.36&design=jkp_2025&design=jkp_2025";
  const { view, problems } = parseViewAddress(DATA, `#${many}`);
  assertEquals(view, JKP);
  const last = (text: string) => text.replace(/^Cannot ([a-z]+).*, got (.*)$/, "$1: $2");
  assertEquals(problems.map(last), [
    "read: it again",
    "read: eligibleShare=0,5 (did you mean 0.5?)",
    "read: waitingPeriodDays=",
    "read: reservemultiple (did you mean reserveMultiple?)",
    "read: it again",
    "show: 5",
    "show: bse (did you mean base?)",
    "show: 60 (did you mean 0.6?)",
    "show: jkp_2052 (did you mean jkp_2025?)",
    "show: 0.36 (did you mean 0.0036?)",
    "show: nl",
  ]);
});

Deno.test("parseViewAddress() keeps the language where another thing is wrong", () => {
  const { view, problems } = parseViewAddress(
    DATA,
    "#valuation=jkp_2027&language=id&design=jkp_2025&benefitRate=6",
  );
  assertEquals(view, { ...REPORT, language: "id" });
  assertEquals(problems, [
    "Cannot read the address: a valuation, one of report_2021, jkp_2026, is wanted, got " +
    "valuation=jkp_2027 (did you mean jkp_2026?)",
    "Cannot show a view: benefitRate: a fraction above 0, up to 1 is wanted, got 6 (did " +
    "you mean 0.06?)",
  ]);
});

Deno.test("parseViewAddress() takes any text, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { view } = parseViewAddress(DATA, text);
      assertEquals(parseViewAddress(DATA, viewAddress(DATA, view)).view, view);
    }),
    { numRuns: 300 },
  );
  for (const empty of ["", "#", "#&&"]) {
    assertEquals(parseViewAddress(DATA, empty), { view: REPORT, problems: [] });
  }
});
