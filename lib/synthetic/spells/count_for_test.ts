import {
  AGE_GROUPS,
  SERVICE_MONTHS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { NO_MONTH, type SpellColumns } from "@jkp/spells";
import { WAGE_GROWTH_PER_YEAR } from "./wage_draws.ts";

const REASONS = TERMINATION_REASONS.length;
const CELLS = SEXES.length * AGE_GROUPS.length;

/**
 * Counts spells into a statistics extract, for tests of the synthesis alone: weights must
 * all be the same, and no spells of a member adjoin.
 *
 * @param batches Spells of whole members, sorted by member and start.
 * @param like The extract whose window and form to use.
 * @param each Called with every batch before it is counted.
 * @returns The extract that they count to.
 */
export function countSpells(
  batches: Iterable<SpellColumns>,
  like: StatisticsExtract,
  each: (batch: SpellColumns) => void = () => {},
): StatisticsExtract {
  const { firstMonth, lastMonth } = like.manifest;
  const months = lastMonth - firstMonth + 1;
  const changes = () => new Float64Array((months + 1) * CELLS);
  const [members, wages] = [changes(), changes()];
  const service = SERVICE_MONTHS.map(changes);
  const claims = new Float64Array(months * CELLS * REASONS);
  const claimWages = new Float64Array(claims.length);
  const inactive = new Float64Array(like.inactive.length);
  const level = Float64Array.from(
    { length: months },
    (_, t) => (1 + WAGE_GROWTH_PER_YEAR) ** ((t - months + 1) / 12),
  );
  let weight = 1;
  for (const batch of batches) {
    each(batch);
    const { member, sex, birthMonth, startMonth, endReason, claimMonth } = batch;
    weight = batch.weight[0]!;
    for (let row = 0; row < member.length; row++) {
      const birth = birthMonth[row]!;
      const last = batch.lastMonth[row]!;
      const wage = batch.monthlyWageIdr[row]!;
      const claim = claimMonth[row]!;
      const base = sex[row]! * AGE_GROUPS.length;
      if (last >= firstMonth) {
        const wageAtEnd = wage / level[last - firstMonth]!;
        let from = Math.max(firstMonth, startMonth[row]!);
        while (from <= last) {
          const group = Math.floor((from - birth) / 60) - 3;
          const to = Math.min(last, birth + 60 * (group + 4) - 1);
          const cell = base + group;
          const [enters, leaves] = [
            (from - firstMonth) * CELLS + cell,
            (to + 1 - firstMonth) * CELLS + cell,
          ];
          members[enters]!++;
          members[leaves]!--;
          wages[enters]! += wageAtEnd;
          wages[leaves]! -= wageAtEnd;
          for (let point = 0; point < SERVICE_MONTHS.length; point++) {
            const reached = Math.max(from, startMonth[row]! + SERVICE_MONTHS[point]!);
            if (reached > to) break;
            service[point]![(reached - firstMonth) * CELLS + cell]!++;
            service[point]![leaves]!--;
          }
          from = to + 1;
        }
      }
      if (endReason[row]! >= 1 && endReason[row]! <= REASONS) {
        const group = Math.floor((claim - birth) / 60) - 3;
        const cell = ((claim - firstMonth) * CELLS + base + group) * REASONS +
          endReason[row]! - 1;
        claims[cell]!++;
        claimWages[cell]! += wage;
      }
      const isLatest = member[row] !== member[row + 1];
      if (isLatest && claim === NO_MONTH && last < lastMonth) {
        inactive[lastMonth - 1 - last]!++;
      }
    }
  }
  for (const counts of [members, wages, ...service]) {
    for (let cell = CELLS; cell < counts.length; cell++) {
      counts[cell]! += counts[cell - CELLS]!;
    }
  }
  const place = (row: { month: number; sex: "M" | "F"; ageGroup: string }) =>
    (row.month - firstMonth) * CELLS + SEXES.indexOf(row.sex) * AGE_GROUPS.length +
    AGE_GROUPS.indexOf(row.ageGroup as "15-19");
  const mean = (sum: number, count: number) => count === 0 ? 0 : Math.round(sum / count);
  return {
    manifest: like.manifest,
    active: like.active.map((row) => ({
      ...row,
      members: members[place(row)]! * weight,
      meanWageIdr: mean(
        wages[place(row)]! * level[row.month - firstMonth]!,
        members[place(row)]!,
      ),
    })),
    withdrawals: like.withdrawals.map((row) => {
      const cell = place(row) * REASONS + TERMINATION_REASONS.indexOf(row.reason);
      return {
        ...row,
        claims: claims[cell]! * weight,
        meanWageIdr: mean(claimWages[cell]!, claims[cell]!),
      };
    }),
    service: like.service.map((row) => {
      const reached = service[SERVICE_MONTHS.indexOf(row.monthsAtLeast as 3)]!;
      const all = members[place(row)]!;
      return { ...row, share: all === 0 ? 0 : reached[place(row)]! / all };
    }),
    inactive: like.inactive.map((row) => ({
      ...row,
      members: inactive[row.monthsSinceLastContribution]! * weight,
    })),
  };
}
