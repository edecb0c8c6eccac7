import type { EndReason, Sex } from "@jkp/extract";
import { formatMonth, type Month, monthOf } from "@jkp/month";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding } from "../check/finding.ts";
import { exampleFolder } from "../example_folder.ts";

/** Window of the register. */
export const FIRST = monthOf(2017, 1);
export const LAST = monthOf(2019, 12);

/** A spell as a provider writes it, with the employer. */
export interface Spell {
  readonly id: string;
  readonly sex: Sex;
  readonly birth: Month;
  readonly start: Month;
  readonly last: Month;
  readonly wageIdr: number;
  readonly claim?: readonly [EndReason, Month];
  readonly employer: string;
  readonly weight: number;
}

/** Draws of the linear congruential generator of Numerical Recipes, in [0, 1). */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * A register without faults: so many members at a time, of whom 3 % leave each month; most
 * who leave claim, and two in five new spells are of somebody who comes back.
 */
export function honestSpells(places: number, seed = 1): Spell[] {
  const draw = drawsOf(seed);
  const spells: Spell[] = [];
  const waiting: { person: Pick<Spell, "id" | "sex" | "birth">; from: Month }[] = [];
  let persons = 0;
  for (let place = 0; place < places; place++) {
    // Places were filled at different times: registers grow.
    let start = FIRST - 1 - Math.floor(60 * draw());
    while (start <= LAST) {
      const back = draw() < 0.4 ? waiting.findIndex(({ from }) => from < start) : -1;
      const person = back >= 0 ? waiting.splice(back, 1)[0]!.person : {
        id: `P${1_000_000 + persons++}`,
        sex: draw() < 0.35 ? "F" as const : "M" as const,
        birth: monthOf(1965, 1) + Math.floor(360 * draw()),
      };
      const length = 1 + Math.floor(Math.log(1 - draw()) / Math.log(0.97));
      const last = Math.min(start + length - 1, LAST);
      const wait = 1 + Math.floor(3 * draw());
      const reason: EndReason = draw() < 0.15 ? "layoff" : "resignation";
      const isClaim = last < LAST && last + wait <= LAST && draw() < 0.8;
      if (last >= FIRST - 12) {
        spells.push({
          ...person,
          start,
          last,
          wageIdr: Math.round(4_000_000 * Math.exp(draw() + draw() + draw() - 1.5)),
          ...(isClaim ? { claim: [reason, last + wait] } : {}),
          employer: `E${Math.floor(40 * draw())}`,
          weight: 1,
        });
        waiting.push({ person, from: last + 6 });
      }
      start = last + 1;
    }
  }
  return spells;
}

/** The spells as a file, with a line for each. */
export function toCsv(
  spells: readonly Spell[],
  wage = (idr: number) => String(idr),
): string {
  const lines = spells.map((spell) => {
    const [reason, month] = spell.claim ?? [];
    return [
      spell.id,
      spell.sex,
      formatMonth(spell.birth),
      formatMonth(spell.start),
      formatMonth(spell.last),
      reason ?? "",
      month === undefined ? "" : formatMonth(month),
      wage(spell.wageIdr),
      spell.weight,
      spell.employer,
    ].join(",");
  });
  return `member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,` +
    `monthly_wage_idr,weight,employer\n${lines.join("\n")}\n`;
}

/** The contract's own names, with the employer carried along. */
const MAPPING = `[format]
delimiter = ","
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = []

[columns]
member_id = { column = "member_id" }
sex = { column = "sex", codes = { F = ["F"], M = ["M"] } }
birth_month = { column = "birth_month", form = "YYYY-MM" }
start_month = { column = "start_month", form = "YYYY-MM" }
last_month = { column = "last_month", form = "YYYY-MM" }
end_reason = { column = "end_reason", codes = { layoff = ["layoff"], resignation = ["resignation"] } }
claim_month = { column = "claim_month", form = "YYYY-MM" }
monthly_wage_idr = { column = "monthly_wage_idr", unit_idr = 1 }
weight = { column = "weight" }

[carried]
employer = "employer"
`;

/** A folder with these spells. */
export async function folderOf(
  spells: readonly Spell[] | string,
  window: readonly Month[] = [FIRST, LAST],
): Promise<string> {
  const [first, last] = window.map(formatMonth);
  return await exampleFolder({
    "mapping.toml": MAPPING,
    "spells.csv": typeof spells === "string" ? spells : toCsv(spells),
    "extract.toml":
      `name = "planted"\nprovider = "by hand"\nextract_month = "2020-01"\n` +
      `first_month = "${first}"\nlast_month = "${last}"\nform = "spells"\n` +
      `synthetic = true\nmethod = "drawn"\n`,
  });
}

/** What the check says about a folder with these spells. */
export async function check(spells: readonly Spell[] | string, window = [FIRST, LAST]) {
  const folder = await folderOf(spells, window);
  const findings: Finding[] = [];
  await checkSpells(folder, (finding) => findings.push(finding));
  await Deno.remove(folder, { recursive: true });
  return findings;
}
