import { type ActiveRow, AGE_GROUPS, type StatisticsExtract } from "@jkp/extract";
import { monthOf, monthRange } from "@jkp/month";
import { assertEquals } from "@std/assert";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { exampleFolder } from "../example_folder.ts";
import { polars } from "../source/polars.ts";
import type { Spell } from "../spell_columns.ts";
import { buildStatistics } from "./build_statistics.ts";
import { csvOf, FIRST, LAST, REGISTER } from "./random_register_for_test.ts";

const only = (files: Readonly<Record<string, string>>) =>
  exampleFolder({ "spells.csv": csvOf([]), ...files });

/** Counts in a form that every engine can give: cell to millionths of a person. */
type Cells = Map<string, number>;

/** Millionths of a person, whole ones: what is between them was lost on the way. */
function millionths(persons: number): number {
  return Math.round(persons * 1e6);
}

function cellsOf(extract: StatisticsExtract): { active: Cells; claims: Cells } {
  const active: Cells = new Map();
  const claims: Cells = new Map();
  for (const row of extract.active) {
    if (row.members > 0) {
      active.set(`${row.month} ${row.sex} ${row.ageGroup}`, millionths(row.members));
    }
  }
  for (const row of extract.withdrawals) {
    const key = `${row.month} ${row.sex} ${row.ageGroup} ${row.reason}`;
    if (row.claims > 0) claims.set(key, millionths(row.claims));
  }
  return { active, claims };
}

function add(cells: Cells, key: string, { weight }: Spell): void {
  cells.set(key, (cells.get(key) ?? 0) + millionths(weight!));
}

function sorted(cells: Cells): [string, number][] {
  return [...cells].sort(([a], [b]) => a < b ? -1 : 1);
}

function ageGroupAt(birthMonth: number, month: number): string | undefined {
  const age = Math.floor((month - birthMonth) / 12);
  return AGE_GROUPS.find((group) => {
    const [from, to] = group.split("-").map(Number);
    return age >= from! && age <= to!;
  });
}

/** Month by month and spell by spell, as one would count by hand. */
function countedByHand(spells: readonly Spell[]) {
  const active: Cells = new Map();
  const claims: Cells = new Map();
  const service: Cells = new Map();
  const inactive: Cells = new Map();
  for (const month of monthRange(FIRST, LAST)) {
    for (const spell of spells) {
      const group = ageGroupAt(spell.birthMonth, month);
      if (group === undefined) continue;
      if (spell.startMonth <= month && month <= spell.lastMonth) {
        add(active, `${month} ${spell.sex} ${group}`, spell);
        const months = new Set(
          spells.filter(({ member }) => member === spell.member)
            .flatMap(({ startMonth, lastMonth }) => monthRange(startMonth, lastMonth)),
        );
        let run = 0;
        while (months.has(month - 1 - run)) run++;
        for (const atLeast of [3, 6, 12, 24]) {
          if (run >= atLeast) {
            add(service, `${month} ${spell.sex} ${group} ${atLeast}`, spell);
          }
        }
      }
      const isCounted = spell.endReason === "layoff" || spell.endReason === "resignation";
      if (isCounted && spell.claimMonth === month) {
        add(claims, `${month} ${spell.sex} ${group} ${spell.endReason}`, spell);
      }
    }
  }
  for (const member of new Set(spells.map((spell) => spell.member))) {
    const latest = spells.filter((spell) => spell.member === member)
      .reduce((a, b) => b.startMonth > a.startMonth ? b : a);
    if (latest.lastMonth < LAST && latest.claimMonth === undefined) {
      add(inactive, String(LAST - latest.lastMonth - 1), latest);
    }
  }
  return { active, claims, service, inactive };
}

Deno.test("buildStatistics() counts as one would by hand", async () => {
  await fc.assert(
    fc.asyncProperty(REGISTER, async (spells) => {
      const { extract } = await buildStatistics(
        await only({ "spells.csv": csvOf(spells) }),
      );
      const byHand = countedByHand(spells);
      const { active, claims } = cellsOf(extract);
      assertEquals(sorted(active), sorted(byHand.active));
      assertEquals(sorted(claims), sorted(byHand.claims));
      for (const row of extract.service) {
        const cell = `${row.month} ${row.sex} ${row.ageGroup}`;
        const members = active.get(cell) ?? 0;
        const served = byHand.service.get(`${cell} ${row.monthsAtLeast}`) ?? 0;
        assertEquals(
          row.share,
          members === 0 ? 0 : Number((served / members).toFixed(6)),
        );
      }
      for (const row of extract.inactive) {
        const elapsed = String(row.monthsSinceLastContribution);
        assertEquals(millionths(row.members), byHand.inactive.get(elapsed) ?? 0);
      }
    }),
    { numRuns: 25 },
  );
});

Deno.test("buildStatistics() finds the records behind each number, and the largest", async () => {
  const isIn = (spell: Spell, { month, sex, ageGroup }: ActiveRow) =>
    spell.startMonth <= month && month <= spell.lastMonth && spell.sex === sex &&
    ageGroupAt(spell.birthMonth, month) === ageGroup;
  const twoLargest = (spells: readonly Spell[]) => {
    const wages = spells.map(({ weight, monthlyWageIdr }) =>
      Number(weight!.toFixed(6)) * monthlyWageIdr
    ).sort((a, b) => b - a);
    return { largest: wages[0] ?? 0, second: wages[1] ?? 0 };
  };
  await fc.assert(
    fc.asyncProperty(REGISTER, async (spells) => {
      const folder = await only({ "spells.csv": csvOf(spells) });
      const { extract, largest } = await buildStatistics(folder, {
        isForPublication: true,
      });
      const isWeighted = spells.some(({ weight }) => weight !== 1);
      extract.active.forEach((row, i) => {
        const own = spells.filter((spell) => isIn(spell, row));
        assertEquals(row.records, isWeighted ? own.length : undefined);
        assertEquals(largest!.active[i], twoLargest(own));
      });
      extract.withdrawals.forEach((row, i) => {
        const own = spells.filter((spell) =>
          spell.claimMonth === row.month && spell.endReason === row.reason &&
          spell.sex === row.sex &&
          ageGroupAt(spell.birthMonth, row.month) === row.ageGroup
        );
        assertEquals(row.records, isWeighted ? own.length : undefined);
        assertEquals(largest!.withdrawals[i], twoLargest(own));
      });
      if (!isWeighted) return;
      const asOnes = countedByHand(spells.map((spell) => ({ ...spell, weight: 1 })));
      for (const row of extract.service) {
        const cell = `${row.month} ${row.sex} ${row.ageGroup} ${row.monthsAtLeast}`;
        assertEquals(millionths(row.records!), asOnes.service.get(cell) ?? 0);
      }
      for (const row of extract.inactive) {
        const elapsed = String(row.monthsSinceLastContribution);
        assertEquals(millionths(row.records!), asOnes.inactive.get(elapsed) ?? 0);
      }
    }),
    { numRuns: 12 },
  );
});

Deno.test("buildStatistics() gives the same however rows are ordered and split", async () => {
  const shuffled = REGISTER.chain((spells) =>
    fc.tuple(
      fc.constant(spells),
      fc.shuffledSubarray(spells, { minLength: spells.length }),
      fc.nat({ max: spells.length }),
    )
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([spells, others, cut]) => {
      const whole = await buildStatistics(await only({ "spells.csv": csvOf(spells) }));
      const split = await buildStatistics(
        await only({
          "spells.csv": csvOf(others.slice(0, cut)),
          "spells_2.csv": csvOf(others.slice(cut)),
        }),
      );
      assertEquals(split.extract, whole.extract);
    }),
    { numRuns: 25 },
  );
});

Deno.test("buildStatistics() keeps entries less exits equal to who is still in", async () => {
  await fc.assert(
    fc.asyncProperty(REGISTER, async (spells) => {
      const grown = spells.map((spell) => ({ ...spell, birthMonth: monthOf(1980, 1) }));
      const { extract } = await buildStatistics(
        await only({ "spells.csv": csvOf(grown) }),
      );
      const members = (month: number) =>
        extract.active.filter((row) => row.month === month)
          .reduce((sum, row) => sum + millionths(row.members), 0);
      const weightOf = (chosen: readonly Spell[]) =>
        chosen.reduce((sum, { weight }) => sum + millionths(weight!), 0);
      for (const month of monthRange(FIRST + 1, LAST)) {
        const entries = grown.filter(({ startMonth }) => startMonth === month);
        const exits = grown.filter(({ lastMonth }) => lastMonth === month - 1);
        const change = weightOf(entries) - weightOf(exits);
        assertEquals(members(month) - members(month - 1), change);
      }
    }),
    { numRuns: 25 },
  );
});

Deno.test("buildStatistics() counts as DuckDB and polars do, to the last unit", async () => {
  const [spells] = fc.sample(
    fc.array(REGISTER, { minLength: 60, maxLength: 60 }).map((registers) =>
      registers.flatMap((register, part) =>
        register.map((spell) => ({ ...spell, member: spell.member + 1000 * part }))
      )
    ),
    { numRuns: 1, seed: 2019 },
  );
  const folder = await only({ "spells.csv": csvOf(spells!) });
  const { extract } = await buildStatistics(folder);
  const { active, claims } = cellsOf(extract);
  assertEquals(sorted(await activeByDuckDb(`${folder}/spells.csv`)), sorted(active));
  assertEquals(sorted(activeByPolars(`${folder}/spells.csv`)), sorted(active));
  assertEquals(sorted(claimsByPolars(`${folder}/spells.csv`)), sorted(claims));
});

async function activeByDuckDb(file: string): Promise<Cells> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const number = (column: string) =>
    `cast(${column}[1:4] as int) * 12 + cast(${column}[6:7] as int) - 1`;
  const result = await connection.runAndReadAll(`
    with spells as (
      select sex, ${number("birth_month")} as birth, ${number("start_month")} as start,
        ${number("last_month")} as last, cast(weight as decimal(18, 6)) as weight
      from read_csv('${file}', all_varchar = true)
    ), months as (select unnest(range(${FIRST}, ${LAST + 1})) as month)
    select month, sex, (month - birth) // 60 - 3 as age_group, sum(weight) as members
    from spells join months on month between start and last
    where age_group between 0 and ${AGE_GROUPS.length - 1}
    group by all`);
  return new Map(
    result.getRowObjects().map((row) => [
      `${row.month} ${row.sex} ${AGE_GROUPS[Number(row.age_group)]}`,
      millionths(Number(row.members)),
    ]),
  );
}

/** Rows of a file with months as numbers, through polars. */
function scanned(file: string) {
  const month = (column: string) =>
    polars.col(column).str.slice(0, 4).cast(polars.Int32, false).mul(12).add(
      polars.col(column).str.slice(5, 2).cast(polars.Int32, false),
    ).sub(1).alias(column);
  return polars.scanCSV(file, { inferSchemaLength: 0 }).withColumns(
    month("birth_month"),
    month("start_month"),
    month("last_month"),
    month("claim_month"),
    polars.col("weight").cast(polars.Float64).mul(1e6).round(0).alias("millionths"),
  );
}

function activeByPolars(file: string): Cells {
  const cells: Cells = new Map();
  for (const month of monthRange(FIRST, LAST)) {
    const groups = scanned(file)
      .filter(
        polars.col("start_month").ltEq(month).and(polars.col("last_month").gtEq(month)),
      )
      .withColumns(
        polars.lit(month).sub(polars.col("birth_month")).alias("age_months"),
      )
      .groupBy(["sex", "age_months"]).agg(
        polars.col("millionths").sum().alias("members"),
      )
      .collectSync().toRecords();
    for (const { sex, age_months, members } of groups) {
      const group = AGE_GROUPS[Math.floor(Number(age_months) / 60) - 3];
      if (group === undefined) continue;
      const key = `${month} ${sex} ${group}`;
      cells.set(key, (cells.get(key) ?? 0) + Number(members));
    }
  }
  return cells;
}

function claimsByPolars(file: string): Cells {
  const groups = scanned(file)
    .groupBy(["sex", "birth_month", "claim_month", "end_reason"])
    .agg(polars.col("millionths").sum().alias("claims"))
    .collectSync().toRecords();
  const cells: Cells = new Map();
  for (const { sex, birth_month, claim_month, end_reason, claims } of groups) {
    const isCounted = end_reason === "layoff" || end_reason === "resignation";
    if (!isCounted || Number(claim_month) < FIRST || Number(claim_month) > LAST) continue;
    const group = ageGroupAt(Number(birth_month), Number(claim_month));
    if (group === undefined) continue;
    const key = `${claim_month} ${sex} ${group} ${end_reason}`;
    cells.set(key, (cells.get(key) ?? 0) + Number(claims));
  }
  return cells;
}
