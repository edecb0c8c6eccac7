import { jkpExperience } from "@jkp/experience";
import { JKP_OUTCOMES, TOTAL } from "@jkp/extract";
import { readJkpRegister } from "@jkp/spells/read";
import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { exampleJkpFolder } from "../../spells/example_folder.ts";
import { attack } from "../../extract/disclosure/attack_for_test.ts";
import { jkpTables } from "./jkp_tables.ts";
import { publishableJkp } from "./publishable_jkp.ts";

/** Claims of 2024 with a number of months each, of which few end in some ways. */
async function register(counts: Readonly<Record<string, number>>) {
  const rows: string[] = [];
  for (const [key, count] of Object.entries(counts)) {
    const [months = "", outcome = ""] = key.split(" ");
    for (let i = 0; i < count; i++) {
      for (let month = 0; month < Number(months); month++) {
        const benefit = `2024-${String(1 + (i % 6) + month).padStart(2, "0")}`;
        rows.push(
          `${key} ${i},2024-0${1 + i % 6},${benefit},${1_500_000 + 1_000 * i},${outcome}`,
        );
      }
    }
  }
  const header = "member_id,claim_month,benefit_month,amount_idr,outcome\n";
  return readJkpRegister(
    await exampleJkpFolder({ "jkp.csv": header + rows.join("\n") + "\n" }),
  );
}

const FEW = await register({
  "1 work": 40,
  "2 work": 25,
  "2 other": 3,
  "3 work": 31,
  "4 work": 20,
  "4 other": 14,
  "6 exhausted": 180,
  "6 running": 12,
});

Deno.test("publishableJkp() hides few claims so that no total gives them away", () => {
  const study = publishableJkp(jkpExperience(FEW), FEW, 10);
  const seen = study.byMonthsPaid.flatMap((row) =>
    JKP_OUTCOMES.map((outcome) => ({
      key: [String(row.months), outcome],
      ...(Number.isNaN(row[outcome]) ? {} : { value: row[outcome] }),
    }))
  );
  const totals = study.byMonthsPaid.map((row) => ({
    key: [String(row.months), TOTAL],
    ...(Number.isNaN(row.ended) ? {} : { value: row.ended + row.running }),
  }));
  const ofOutcomes = JKP_OUTCOMES.map((outcome) => ({
    key: [TOTAL, outcome],
    ...(Number.isNaN(study.outcomes[outcome]) ? {} : { value: study.outcomes[outcome] }),
  }));
  const all = [
    ...seen,
    ...totals,
    ...ofOutcomes,
    { key: [TOTAL, TOTAL], value: study.claims },
  ];
  const hidden = seen.filter(({ value }) => value === undefined);
  assert(hidden.length > 1 && hidden.length < seen.length);
  const few = attack(all).find(({ key }) => key.join() === "2,other")!;
  assertGreaterOrEqual(few.upper, 10);
});

Deno.test("publishableJkp() ends survival before what is hidden, and shows no exact amount", () => {
  const whole = jkpExperience(FEW);
  const study = publishableJkp(whole, FEW, 10);
  assertEquals(study.survival.steps, whole.survival.steps.slice(0, 1));
  assert([study.monthsPaid, study.amountIdr, study.members].every(Number.isNaN));
  assert(
    study.byMonth.every(({ amountIdr, ended }) => (amountIdr ?? ended) === undefined),
  );
  for (const { meanBenefitIdr = NaN } of study.byMonth) {
    assert(Number.isNaN(meanBenefitIdr) || meanBenefitIdr % 10_000 === 0);
  }
  assert(study.byMonth.some(({ recipients }) => Number.isNaN(recipients)));
  const notes = jkpTables(study).map(({ notes: [...all] }) => all.join(" "));
  assert(notes.every((note) => note.includes("For publication")));
});

Deno.test("publishableJkp() does not say how many claims were made before the first month", () => {
  const { firstMonth, ...manifest } = FEW.manifest;
  const later = { ...FEW, manifest: { ...manifest, firstMonth: firstMonth + 1 } };
  const whole = jkpExperience(later);
  const isSaid = (note: string) => note.includes("made before the first month");
  assertEquals(whole.basis.filter(isSaid).length, 1);
  const { basis } = publishableJkp(whole, later, 10);
  assertEquals(basis.slice(1), whole.basis.filter((note) => !isSaid(note)));
});

Deno.test("publishableJkp() shows all numbers of claims where there are many of each", async () => {
  const many = await register({ "1 work": 60, "2 work": 60, "3 exhausted": 120 });
  const whole = jkpExperience(many);
  const study = publishableJkp(whole, many, 10);
  assertEquals(study.byMonthsPaid, whole.byMonthsPaid);
  assertEquals(study.survival.steps, whole.survival.steps);
  assertEquals(study.monthsPaid, whole.monthsPaid);
});
