import { checkSchema } from "@jkp/files";
import { DataError } from "@jkp/problem";
import { assertEquals, assertThrows } from "@std/assert";
import * as v from "valibot";
import {
  type Content,
  type Fields,
  inPercent,
  keysByKind,
  listOf,
  maybe,
  or,
  orAs,
  orNone,
  recordOf,
  tableOf,
  tableOfKind,
} from "./description.ts";
import { months, sharePct, words } from "./units.ts";

const DESCRIPTION = {
  title: words,
  windowMonths: orAs(months, "least_months", 1),
  leastMonths: maybe(months),
  rate: inPercent(sharePct),
  rateBySex: recordOf(["male", "female"], or(inPercent(sharePct), 0.5)),
  steps: orNone(listOf(tableOf({ stepRate: inPercent(sharePct) }), "steps", "a step")),
};
const SCHEMA = tableOf(DESCRIPTION);

/** What a table of a file becomes; the types follow from the description. */
function read(table: unknown): Fields<typeof DESCRIPTION> {
  const content: Content<typeof DESCRIPTION> = checkSchema("a", table, SCHEMA.schema);
  return SCHEMA.toValue(content, {});
}

Deno.test("tableOf() gives names, fractions and what stands for what is left out", () => {
  assertEquals(read({ title: "x", rate_pct: 45, rate_by_sex_pct: { male: 60 } }), {
    title: "x",
    windowMonths: 1,
    leastMonths: null,
    rate: 0.45,
    rateBySex: { male: 0.6, female: 0.5 },
    steps: [],
  });
  const full = read({
    title: "x",
    least_months: 12,
    rate_pct: 45,
    rate_by_sex_pct: {},
    steps: [{ step_rate_pct: 30 }],
  });
  assertEquals([full.windowMonths, full.leastMonths], [12, 12]);
  assertEquals(full.steps, [{ stepRate: 0.3 }]);
});

Deno.test("tableOf() checks the keys of the file", () => {
  const table = {
    title: "x",
    rate: 45,
    rate_by_sex_pct: { men: 1 },
    steps: [{ step_rate_pct: 0.3 }],
  };
  const error = assertThrows(() => read(table), DataError);
  assertEquals(error.problems.map(({ place }: { place: string }) => place), [
    "rate_pct",
    "steps.0.step_rate_pct",
    "rate",
    "rate_by_sex_pct.men",
  ]);
  const none = { title: "x", rate_pct: 45, rate_by_sex_pct: {}, steps: [] };
  assertThrows(() => read(none), DataError, "steps: expected a step");
});

const KINDS = {
  flat: { rate: inPercent(sharePct) },
  graded: { bands: v.array(words, "bands"), wholeUnits: or(v.boolean(), false) },
};
const OF_KIND = tableOfKind(KINDS, { note: maybe(words) });

Deno.test("tableOfKind() gives the fields of the kind alone", () => {
  const valueOf = (table: unknown) =>
    OF_KIND.toValue(checkSchema("a", table, OF_KIND.schema), {});
  assertEquals(valueOf({ kind: "flat", rate_pct: 45 }), {
    note: null,
    kind: "flat",
    rate: 0.45,
  });
  const graded = valueOf({ kind: "graded", bands: ["a"], note: "b" });
  if (graded.kind !== "graded") throw new Error("graded");
  assertEquals([graded.bands, graded.wholeUnits, graded.note], [["a"], false, "b"]);
  assertThrows(() => valueOf({ kind: "round" }), DataError, "one of flat, graded");
});

Deno.test("keysByKind() tells what a kind needs from what it may have", () => {
  assertEquals(keysByKind(KINDS), {
    flat: { needed: ["rate_pct"], optional: [] },
    graded: { needed: ["bands"], optional: ["whole_units"] },
  });
});
