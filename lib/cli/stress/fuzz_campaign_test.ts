import { assert, assertEquals } from "@std/assert";
import { judge } from "./fuzz/judge.ts";
import {
  bad,
  type Counts,
  type Family,
  type Label,
  type Mutant,
  NotRead,
  OPEN,
  type Outcome,
  SAME,
} from "./fuzz/mutant.ts";
import { fuzz } from "./fuzz_campaign.ts";

Deno.test("changed files are refused at the right place, or count as the reference does", async () => {
  const { tried, faults } = await fuzz({ count: 120, seed: 3, say: () => {} });
  assertEquals(faults, []);
  assert(Object.keys(tried).length > 60, JSON.stringify(tried));
});

/** A family whose reference counts so much, or does not read. */
function familyOf(reference: Counts | undefined): Family {
  return {
    name: "stub",
    draw: () => Promise.reject(new Error("not drawn")),
    run: () => Promise.reject(new Error("not run")),
    reference: () => {
      if (reference === undefined) throw new NotRead("rubbish");
      return reference;
    },
  };
}

Deno.test("judge() finds what is accepted though bad, counted otherwise or refused at another place", () => {
  const counts = (members: number): Counts => new Map([["members", members]]);
  const at = { file: "s.csv", row: 3, column: "sex" };
  const faultsOf = (label: Label, outcome: Outcome, reference?: Counts) => {
    const mutant: Mutant = { kind: "x", files: {}, label };
    return judge(familyOf(reference), mutant, mutant, outcome)
      .map((fault) => fault.replace(/[:,{].*/s, ""));
  };
  const found = (row: number, isError = true) => [{ ...at, row, isError, words: "no" }];
  assertEquals(faultsOf(bad(at), { found: found(3) }), []);
  assertEquals(faultsOf(bad(at), { found: found(4) }), ["no finding at "]);
  assertEquals(faultsOf(bad(at), { found: [] }), [
    "refused without a word",
    "no finding at ",
  ]);
  assertEquals(faultsOf(bad(at), { counts: counts(2), found: [] }, counts(2)), [
    "accepted",
    "no finding at ",
  ]);
  const warned: Label = { is: "warned", at };
  const isWarned = { counts: counts(2), found: found(3, false) };
  assertEquals(faultsOf(warned, isWarned, counts(2)), []);
  assertEquals(faultsOf(SAME, { found: found(3) }), ["refused"]);
  assertEquals(faultsOf(SAME, { counts: counts(2), found: [] }, counts(2)), []);
  assertEquals(faultsOf(OPEN, { counts: counts(2), found: [] }, counts(3)), [
    "silently other than the reference in 1 numbers",
  ]);
  assertEquals(faultsOf(OPEN, { counts: counts(2), found: [] }), ["accepted"]);
  assertEquals(faultsOf(OPEN, { found: found(3) }), []);
});
