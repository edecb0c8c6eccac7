import { readDurations } from "@jkp/study/read";
import { survivalSummary } from "@jkp/study";
import { join } from "node:path";
import { survivalCommand } from "../../survival.ts";
import {
  type CellMutator,
  changeCell,
  NO_NUMBERS,
  oneOf,
  withBlanks,
} from "./cell_mutators.ts";
import { runWriting } from "./commands.ts";
import { gzipOf, gzipWithWrongSum, parquetOf } from "./containers.ts";
import {
  bad,
  bytesOf,
  type Counts,
  csvOf,
  type Family,
  type Label,
  type Mutant,
  NotRead,
  type Outcome,
  SAME,
  SAME_OR_REFUSED,
  type Table,
} from "./mutant.ts";
import { problemsOf } from "./own_problem.ts";
import type { Random } from "./random.ts";
import { type PlainRow, readPlainly, rowsOf, textIn } from "./read_plainly.ts";
import { type TableForm, TEXT_MUTATORS } from "./text_mutators.ts";

/** Files of durations, as `survival` reads them. */
export const DURATIONS: Family = {
  name: "durations",
  draw: (random) => Promise.resolve(draw(random)),
  run,
  reference,
  runCommands: (folder, out, outcome) =>
    runWriting(
      survivalCommand,
      [
        join(folder, [...Deno.readDirSync(folder)][0]!.name),
        ...["--duration", "d", "--event", "e", "--weight", "w", "--by", "g"],
      ],
      out,
      outcome,
    ),
};

const CSV = "d.csv", GZIP = "d.csv.gz", PARQUET = "d.parquet";

const TEXT: TableForm = {
  file: CSV,
  key: "g",
  required: "d",
  isByRow: false,
  isLenient: true,
  isAnyOrder: true,
  needsRows: true,
};

const CELLS: Readonly<Record<string, CellMutator>> = {
  "required cell empty": {
    columns: ["d", "e", "w"],
    change: oneOf("", " "),
    makes: "bad",
  },
  "no number": { columns: ["d", "e", "w"], change: oneOf(...NO_NUMBERS), makes: "bad" },
  "duration below 0": { columns: ["d"], change: oneOf("-1", "-0.5"), makes: "bad" },
  "duration of nobody": {
    columns: ["d"],
    change: oneOf("9".repeat(310), "1e400"),
    makes: "bad",
  },
  "no event": {
    columns: ["e"],
    change: oneOf("2", "-1", "0.5", "yes", "ya", "x", "10"),
    makes: "bad",
  },
  "event in words": {
    columns: ["e"],
    change: oneOf("true", "false", "1"),
    makes: "open",
  },
  "weight not above 0": {
    columns: ["w"],
    change: oneOf("0", "-1", "-0.5"),
    makes: "bad",
  },
  "weight of no sample": {
    columns: ["w"],
    change: oneOf("1e300", "9".repeat(200), "9".repeat(310), "1e308"),
    makes: "bad",
  },
  "other number": {
    columns: ["d", "w"],
    change: oneOf("1e1", "2.5", "007", "0.25", "65537", "12"),
    makes: "open",
  },
  "other group": {
    columns: ["g"],
    change: oneOf("a", "b", "", "A", "10"),
    makes: "open",
  },
  "blanks around": { columns: ["d", "e", "w", "g"], change: withBlanks, makes: "open" },
};

function draw(random: Random): { honest: Mutant; mutant: Mutant } {
  const table: Table = {
    header: ["d", "e", "w", "g"],
    rows: Array.from({ length: 4 + random.below(30) }, () => [
      random.pick(["0.5", String(1 + random.below(30)), String(1 + random.below(30))]),
      random.pick(["0", "1"]),
      random.pick(["1", "2", "0.5"]),
      random.pick(["a", "b"]),
    ]),
  };
  const honest: Mutant = {
    kind: "honest",
    files: { [CSV]: bytesOf(csvOf(table)) },
    label: SAME,
  };
  const mutantOf = (kind: string, file: string, bytes: Uint8Array, label: Label) => ({
    honest,
    mutant: { kind, files: { [file]: bytes }, label },
  });
  const way = random.below(10);
  if (way < 4) {
    const [kind, mutator] = random.pick(Object.entries(TEXT_MUTATORS));
    const { bytes, label } = mutator(table, random, TEXT);
    return mutantOf(kind, CSV, bytes, label);
  }
  if (way < 6) {
    const [kind, pack, label] = random.pick(PACKINGS);
    return mutantOf(kind, GZIP, pack(bytesOf(csvOf(table)), random), label);
  }
  if (way === 6) {
    const bytes = parquetOf(table, random.happens(0.5) ? ["d", "e", "w"] : []);
    const isCut = random.happens(0.5);
    if (isCut) {
      const cut = bytes.slice(0, random.below(bytes.length));
      return mutantOf("container cut", PARQUET, cut, bad({ file: PARQUET }));
    }
    const { mutant } = mutantOf("as Parquet", PARQUET, bytes, SAME);
    return { honest, mutant: { ...mutant, cells: { [PARQUET]: table } } };
  }
  while (true) {
    const isParquet = random.happens(0.3);
    const [file, firstRow] = isParquet ? [PARQUET, 1] : [CSV, 2];
    const [kind, mutator] = random.pick(Object.entries(CELLS));
    const place = (row: number, column: string) => ({
      file,
      row: row + firstRow,
      column,
    });
    const result = changeCell(table, random, mutator, place);
    if (result === undefined) continue;
    if (!isParquet) {
      return mutantOf(kind, file, bytesOf(csvOf(result.table)), result.label);
    }
    const { mutant } = mutantOf(kind, file, parquetOf(result.table, []), result.label);
    return { honest, mutant: { ...mutant, cells: { [file]: result.table } } };
  }
}

const PACKINGS: readonly [
  kind: string,
  pack: (bytes: Uint8Array, random: Random) => Uint8Array,
  label: Label,
][] = [
  ["packed", (bytes) => gzipOf(bytes), SAME],
  [
    "packed in members",
    (bytes, random) => gzipOf(bytes, [random.below(bytes.length)]),
    SAME,
  ],
  ["packed, cut", (bytes, random) => {
    const all = gzipOf(bytes);
    return all.slice(0, random.below(all.length));
  }, bad({ file: GZIP })],
  ["packed, wrong sum", gzipWithWrongSum, bad({ file: GZIP })],
  [
    "packed, rubbish behind",
    (bytes) => Uint8Array.from([...gzipOf(bytes), 1, 2, 3]),
    SAME_OR_REFUSED,
  ],
];

async function run(folder: string): Promise<Outcome> {
  const [{ name }] = [...Deno.readDirSync(folder)] as [Deno.DirEntry];
  try {
    const columns = { duration: "d", event: "e", weight: "w", by: ["g"] };
    const counts = new Map<string, number>();
    for (const group of await readDurations(join(folder, name), columns)) {
      const { rows, group: { g }, basis } = survivalSummary(group);
      counts.set(`${g} records`, basis.records);
      counts.set(`${g} all events`, basis.events);
      for (const { time, atRisk, events, survival } of rows) {
        counts.set(`${g} ${time} at risk`, atRisk);
        counts.set(`${g} ${time} events`, events);
        counts.set(`${g} ${time} survival`, survival);
      }
    }
    return { counts, found: [] };
  } catch (error) {
    return { found: problemsOf(error) };
  }
}

/** The Kaplan–Meier estimate as its definition has it. */
function reference({ files, cells = {} }: Mutant): Counts {
  const [[name, content]] = Object.entries(files) as [[string, Uint8Array]];
  const rows = cells[name] ? rowsOf(cells[name]) : readPlainly(name, content);
  const spells = rows.map((row) => {
    const event = textIn(row, "e").toLowerCase();
    const spell = {
      d: number(row, "d"),
      e: event === "true" ? 1 : event === "false" ? 0 : number(row, "e"),
      w: number(row, "w"),
      g: groupIn(row),
    };
    const isRight = spell.d >= 0 && spell.d < 1e15 && (spell.e === 0 || spell.e === 1) &&
      spell.w > 0 && spell.w < 1e15;
    if (!isRight) throw new NotRead("a spell that cannot be");
    return spell;
  });
  if (spells.length === 0) throw new NotRead("no rows");
  const counts = new Map<string, number>();
  const sum = (some: readonly { w: number }[]) => some.reduce((all, { w }) => all + w, 0);
  for (const [g, own] of Map.groupBy(spells, (spell) => spell.g)) {
    const ended = own.filter(({ e }) => e === 1);
    counts.set(`${g} records`, own.length);
    counts.set(`${g} all events`, sum(ended));
    let survival = 1;
    for (const time of [...new Set(ended.map(({ d }) => d))].sort((a, b) => a - b)) {
      const atRisk = sum(own.filter(({ d }) => d >= time));
      const events = sum(ended.filter(({ d }) => d === time));
      survival *= 1 - events / atRisk;
      counts.set(`${g} ${time} at risk`, atRisk);
      counts.set(`${g} ${time} events`, events);
      counts.set(`${g} ${time} survival`, survival);
    }
  }
  return counts;
}

/** A group's name, which may go over lines in marks. */
function groupIn(row: PlainRow): string {
  const name = row.get("g") ?? textIn(row, "g");
  textIn(new Map([["g", name.replaceAll("\n", " ")]]), "g");
  return name;
}

function number(row: PlainRow, column: string): number {
  const text = textIn(row, column);
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw new NotRead(`no number: ${text}`);
  }
  return Number(text);
}
