/**
 * Histories over ten million made spells in memory, in batches of a million.
 *
 * @module
 */

import { monthOf } from "@jkp/month";
import { NO_MONTH, NO_REASON, type SpellColumns } from "../spell_columns.ts";
import { InactivityCounts } from "./inactivity.ts";
import { LeaverCounts } from "./leavers.ts";
import { continuousService } from "./service_rule_for_test.ts";
import { ServiceShares } from "./service_shares.ts";

const BATCHES = 10;
const ROWS = 1_000_000;
const WINDOW = { firstMonth: monthOf(2016, 1), lastMonth: monthOf(2019, 12) };
const FIRST_START = monthOf(2000, 1);

/** Spells from a seeded stream; a third of the members have more than one. */
function makeBatch(seed: number): SpellColumns {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const months = (mean: number) => 1 + Math.floor(-Math.log(uniform()) * mean);
  const batch = {
    member: new Uint32Array(ROWS),
    sex: new Uint8Array(ROWS),
    birthMonth: new Int16Array(ROWS),
    startMonth: new Int16Array(ROWS),
    lastMonth: new Int16Array(ROWS),
    endReason: new Uint8Array(ROWS).fill(NO_REASON),
    claimMonth: new Int16Array(ROWS).fill(NO_MONTH),
    monthlyWageIdr: new Float64Array(ROWS),
    weight: new Float64Array(ROWS).fill(1),
    carried: {},
  };
  const { lastMonth } = WINDOW;
  let [member, start, birth, sex] = [-1, Infinity, 0, 0];
  for (let row = 0; row < ROWS; row++) {
    if (start > lastMonth || uniform() < 0.6) {
      member++;
      start = FIRST_START + Math.floor(uniform() * (lastMonth - FIRST_START + 1));
      birth = start - 12 * 18 - Math.floor(uniform() * 12 * 35);
      sex = uniform() < 0.6 ? 0 : 1;
    }
    const last = Math.min(lastMonth, start + months(36) - 1);
    batch.member[row] = member;
    batch.sex[row] = sex;
    batch.birthMonth[row] = birth;
    batch.startMonth[row] = start;
    batch.lastMonth[row] = last;
    batch.monthlyWageIdr[row] = Math.round(1e6 + 6e6 * uniform());
    if (last < lastMonth && uniform() < 0.4) {
      batch.endReason[row] = 1 + Math.floor(uniform() * 5);
      batch.claimMonth[row] = last + months(2);
    }
    start = last + months(20) + 1;
  }
  return batch;
}

const register = Array.from({ length: BATCHES }, (_, i) => makeBatch(2019 + i));

interface Count {
  add(spells: SpellColumns): void;
  result(): unknown;
}

const FOUR_LENGTHS = [3, 6, 12, 24].map(continuousService);

/** What is counted. */
const COUNTS: Readonly<Record<string, () => Count>> = {
  "service of 12 months in a row": () =>
    new ServiceShares({ ...WINDOW, rules: [continuousService(12)] }),
  "service of 3, 6, 12 and 24 months in a row": () =>
    new ServiceShares({ ...WINDOW, rules: FOUR_LENGTHS }),
  "service of 12 months within 24": () =>
    new ServiceShares({ ...WINDOW, rules: [{ months: 12, withinMonths: 24 }] }),
  "service of 12 months within 24, 6 of them in a row": () =>
    new ServiceShares({
      ...WINDOW,
      rules: [{ months: 12, withinMonths: 24, consecutiveMonths: 6 }],
    }),
  "leavers with four rules, and wages of active members": () =>
    new LeaverCounts({ ...WINDOW, rules: FOUR_LENGTHS }),
  "inactivity": () => new InactivityCounts({ observedTo: WINDOW.lastMonth }),
  "inactivity seen from 2016, by sex, age group and end reason": () =>
    new InactivityCounts({
      observedFrom: WINDOW.firstMonth,
      observedTo: WINDOW.lastMonth,
      by: ["sex", "ageGroup", "endReason"],
    }),
};

for (const [name, make] of Object.entries(COUNTS)) {
  Deno.bench(`${name}, ten million spells`, { n: 3, warmup: 1 }, () => {
    const count = make();
    for (const batch of register) count.add(batch);
    count.result();
  });
}
