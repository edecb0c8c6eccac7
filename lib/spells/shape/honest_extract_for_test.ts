import { formatMonth, type Month, monthOf } from "@jkp/month";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { exampleFolder } from "../example_folder.ts";

/** A row of a file of spells; cells are text as in the file. */
export interface Row {
  id: string;
  sex: string;
  birth: Month;
  start: Month;
  last: Month;
  reason: string;
  claim: Month | undefined;
  wage: number;
  weight: string;
  employer: string;
}

/** First and last month of the window. */
export const FIRST = monthOf(2016, 1);
export const LAST = monthOf(2019, 12);

/**
 * An extract without faults: members who come, leave, claim after one to six months, and
 * come back, as in a register that grows by a tenth a year.
 */
export function honestRows(members: number, seed: number): Row[] {
  const generator = mersenne(seed);
  const chance = () => uniformFloat64(generator);
  const between = (low: number, high: number) =>
    low + Math.floor(chance() * (high - low + 1));
  const rows: Row[] = [];
  for (let member = 0; member < members; member++) {
    const isOld = chance() < 0.6;
    let start = isOld ? between(FIRST - 60, FIRST - 1) : between(FIRST, LAST);
    const person = {
      id: `K${String(member).padStart(7, "0")}`,
      sex: chance() < 0.35 ? "F" : "M",
      birth: start - 12 * between(18, 45) - between(0, 11),
    };
    const level = Math.exp(15.1 + 0.5 * (chance() + chance() + chance() - 1.5));
    for (let spell = 0; spell < 4 && start <= LAST; spell++) {
      let last = start;
      while (last < LAST && chance() > 0.03) last++;
      const leaves = last < LAST;
      const claims = leaves && chance() < 0.4;
      const claim = claims ? last + between(1, 6) : undefined;
      rows.push({
        ...person,
        start,
        last,
        reason: claim === undefined || claim > LAST
          ? ""
          : chance() < 0.25
          ? "layoff"
          : "resignation",
        claim: claim !== undefined && claim <= LAST ? claim : undefined,
        wage: 1000 * Math.round(level / 1000) + between(0, 999),
        weight: "1",
        employer: `PT ${between(1, 80)}`,
      });
      start = last + between(3, 20);
      if (chance() < 0.3) break;
    }
  }
  return rows;
}

const MAPPING = `\
[format]
delimiter = ","
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = []
[columns.member_id]
column = "member_id"
[columns.sex]
column = "sex"
codes = { M = ["M"], F = ["F"] }
[columns.birth_month]
column = "birth_month"
form = "YYYY-MM"
[columns.start_month]
column = "start_month"
form = "YYYY-MM"
[columns.last_month]
column = "last_month"
form = "YYYY-MM"
[columns.end_reason]
column = "end_reason"
codes = { layoff = ["layoff"], resignation = ["resignation"] }
[columns.claim_month]
column = "claim_month"
form = "YYYY-MM"
[columns.monthly_wage_idr]
column = "monthly_wage_idr"
unit_idr = 1
[columns.weight]
column = "weight"
[carried]
employer = "employer"
`;

/** A folder with these rows; `employer` is a carried column. */
export async function folderOf(
  rows: readonly Row[],
  manifest: (text: string) => string = (text) => text,
): Promise<string> {
  const header = "member_id,sex,birth_month,start_month,last_month,end_reason," +
    "claim_month,monthly_wage_idr,weight,employer";
  const month = (value: Month | undefined) =>
    value === undefined ? "" : formatMonth(value);
  const lines = rows.map((row) =>
    [
      ...[row.id, row.sex, month(row.birth), month(row.start), month(row.last)],
      ...[row.reason, month(row.claim), row.wage, row.weight, row.employer],
    ].join(",")
  );
  return await exampleFolder({
    "extract.toml": manifest(`\
name = "honest"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "${formatMonth(FIRST)}"
last_month = "${formatMonth(LAST)}"
form = "spells"
synthetic = true
method = "drawn by chance"
`),
    "mapping.toml": MAPPING,
    "spells.csv": [header, ...lines, ""].join("\n"),
  });
}
