import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { countRecords, InactivityCounts, type InactivityGroup } from "@jkp/spells";
import { openRegister, readSpells, SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import { studyInactivity } from "../study_folder.ts";

const AT = [3, 6, 9, 12, 24, 36];
const { manifest } = await openRegister(SHIPPED_SPELLS_FOLDER);
const OBSERVED = { observedFrom: manifest.firstMonth, observedTo: manifest.lastMonth };

/** Records that ended after one month and up to another; by one cause, or by any. */
function ended(
  { observations: { durations, cause, weights } }: InactivityGroup,
  [from, to]: readonly [number, number],
  isCause: (code: number) => boolean,
): number {
  return [...durations].reduce(
    (sum, duration, i) =>
      from < duration && duration <= to && isCause(cause[i]!) ? sum + weights[i]! : sum,
    0,
  );
}

const isNotFew = (records: number) => records === 0 || records >= 10;

for (const by of [["sex", "ageGroup"], ["ageGroup"], ["sex"], []]) {
  Deno.test(`studyInactivity() for publication shows steps of ten records by ${by.join() || "nothing"}`, async () => {
    const counts = new InactivityCounts({ ...OBSERVED, by });
    await readSpells(SHIPPED_SPELLS_FOLDER, [countRecords(counts)]);
    const records = counts.result();
    const report = await studyInactivity(SHIPPED_SPELLS_FOLDER, {
      by,
      at: AT,
      publishedFrom: 10,
    });
    assert(report.at.length >= 3 && report.at.every((month) => AT.includes(month)));
    const steps = report.at.map((month, i) => [report.at[i - 1] ?? -1, month] as const);
    const groups = by.length === 0 ? [report.study.all] : report.study.groups;
    const recordsOf = (group: InactivityGroup["group"]) =>
      records.find((each) => JSON.stringify(each.group) === JSON.stringify(group))!;
    const shownIn = (month: number) =>
      groups.filter(({ stillInactive }) => stillInactive.time.includes(month));
    for (const step of steps) {
      const [, month] = step;
      for (const { group, stillInactive, ends } of shownIn(month)) {
        const own = recordsOf(group);
        const row = stillInactive.time.indexOf(month);
        assert(isNotFew(ended(own, step, (code) => code > 0)));
        assertGreaterOrEqual(stillInactive.atRisk[row]!, 10);
        ends.incidences.forEach(({ incidence }, cause) => {
          if (Number.isNaN(incidence[row])) return;
          const isOwn = cause === 0
            ? (code: number) => code === 1
            : (code: number) => code === cause + 1;
          assert(isNotFew(ended(own, step, isOwn)), `${JSON.stringify(group)} ${month}`);
        });
      }
      // What shown groups leave of all is either nothing, or not few.
      if (!report.study.all.stillInactive.time.includes(month) || by.length === 0) {
        continue;
      }
      const isShown = (each: InactivityGroup) =>
        shownIn(month).some(({ group }) =>
          JSON.stringify(group) === JSON.stringify(each.group)
        );
      const left = records.filter((each) => !isShown(each))
        .map((each) => ended(each, step, (code) => code > 0));
      assert(isNotFew(left.reduce((a, b) => a + b, 0)), `${month} leaves ${left}`);
    }
    assertEquals(report.study.all.stillInactive.events.every(Number.isNaN), true);
  });
}
