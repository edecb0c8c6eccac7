import { createHash } from "node:crypto";
import { type ManifestKeys, manifestText } from "./honest_spells.ts";
import {
  bad,
  bytesOf,
  type Content,
  csvOf,
  type Files,
  type Label,
  OPEN,
  SAME,
  SAME_OR_REFUSED,
  type Table,
} from "./mutant.ts";
import type { Random } from "./random.ts";
import { gzipOf, gzipWithWrongSum } from "./containers.ts";

const MANIFEST = "extract.toml";
const DATA = "spells.csv";

/** A change of a folder with an extract in CSV. */
type FolderChange = (
  table: Table,
  keys: ManifestKeys,
  random: Random,
) => { readonly files: Files; readonly label: Label };

function folder(
  keys: ManifestKeys,
  label: Label,
  data: Readonly<Record<string, Content | string>>,
): { files: Files; label: Label } {
  const entries = Object.entries({ [MANIFEST]: manifestText(keys), ...data });
  const files = entries.map(([name, content]) => [
    name,
    typeof content === "string" ? bytesOf(content) : content,
  ]);
  return { files: Object.fromEntries(files), label };
}

/** The rows in two files. */
function halves({ header, rows }: Table, random: Random): [string, string] {
  const at = 1 + random.below(rows.length - 1);
  return [
    csvOf({ header, rows: rows.slice(0, at) }),
    csvOf({ header, rows: rows.slice(at) }),
  ];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Changes what the manifest says. */
function withKeys(
  change: (keys: ManifestKeys, random: Random) => [keys: ManifestKeys, label: Label],
): FolderChange {
  return (table, keys, random) => {
    const [changed, label] = change(keys, random);
    return folder(changed, label, { [DATA]: csvOf(table) });
  };
}

/** Changes the text of the manifest. */
function withManifest(
  change: (text: string, random: Random) => string | Uint8Array,
  label: Label,
): FolderChange {
  return (table, keys, random) =>
    folder(keys, label, {
      [MANIFEST]: change(manifestText(keys), random),
      [DATA]: csvOf(table),
    });
}

/** Packs the rows. */
function packed(
  change: (bytes: Uint8Array, random: Random) => Uint8Array,
  label: Label,
): FolderChange {
  return (table, keys, random) =>
    folder(keys, label, { [`${DATA}.gz`]: change(bytesOf(csvOf(table)), random) });
}

/** Puts files beside the spells, and says which hold these. */
function beside(
  label: Label,
  files: Readonly<Record<string, Content | string>>,
  named?: readonly string[],
): FolderChange {
  return (table, keys) =>
    folder(named === undefined ? keys : { ...keys, files: named }, label, {
      [DATA]: csvOf(table),
      ...files,
    });
}

const IN_MANIFEST = bad({ file: MANIFEST });
const REQUIRED_KEYS = [
  ...["name", "provider", "extract_month", "first_month", "last_month", "form"],
  ...["synthetic", "method"],
];
const WRONG_VALUES: readonly (readonly [key: string, value: unknown])[] = [
  ...["2019-13", "2019", "Dec 2019", "", 2019, true, ["2019-12"]]
    .flatMap((value) => [["last_month", value], ["extract_month", value]] as const),
  ...["true", 1, "yes", ""].map((value) => ["synthetic", value] as const),
  ...["diary", "statistics", "", 3].map((value) => ["form", value] as const),
  ...[5, -0.9, Infinity, NaN, "0.05", true]
    .map((value) => ["wage_growth_per_year", value] as const),
  ...["", 7].flatMap((value) => [["name", value], ["method", value]] as const),
  ...["spells.csv", [], [""], [1]].map((value) => ["files", value] as const),
  ...["", { "spells.csv": "abc" }, { "spells.csv": 1 }]
    .map((value) => ["sha256", value] as const),
  ...["0000-01", "0001-05", "1850-12"].map((value) => ["first_month", value] as const),
  ["extract_month", "9999-12"],
  ["seed", 1.5],
  ["first_month", "2020-01"],
  ["extract_month", "2019-11"],
];

/** What may become of a folder of spells, by name of the change. */
export const SPELL_FOLDERS: Readonly<Record<string, FolderChange>> = {
  "manifest key missing": withKeys((keys, random) => {
    const gone = random.pick(REQUIRED_KEYS);
    const left = Object.entries(keys).filter(([key]) => key !== gone);
    return [Object.fromEntries(left), IN_MANIFEST];
  }),
  "manifest key of a wrong kind": withKeys((keys, random) => {
    const [key, value] = random.pick(WRONG_VALUES);
    return [{ ...keys, [key]: value }, IN_MANIFEST];
  }),
  "manifest key unknown": withKeys((keys, random) => [
    { ...keys, [random.pick(["first_moth", "weights", "file", "Name"])]: "x" },
    IN_MANIFEST,
  ]),
  "manifest missing": (table) => ({
    files: { [DATA]: bytesOf(csvOf(table)) },
    label: IN_MANIFEST,
  }),
  "manifest empty": withManifest(() => "", IN_MANIFEST),
  "manifest cut": withManifest(
    (text, random) => text.slice(0, random.below(text.length)),
    OPEN,
  ),
  "manifest twice": withManifest((text) => text + text, IN_MANIFEST),
  "manifest changed": withManifest((text, random) => {
    const at = random.below(text.length);
    const splinter = random.pick(['"', "=", "\n", "[", "#", "1", "\0", ".", " "]);
    return text.slice(0, at) + splinter + text.slice(at + random.below(3));
  }, OPEN),
  "manifest of bytes": withManifest(
    (_, random) => Uint8Array.from({ length: 40 }, () => random.below(256)),
    IN_MANIFEST,
  ),
  "other window": withKeys((keys, random) => [
    {
      ...keys,
      first_month: random.pick(["2000-01", "2015-06", "2019-12", "2017-02"]),
      extract_month: random.pick(["2019-12", "2020-01", "2020-06"]),
    },
    OPEN,
  ]),
  "checksum that agrees": (table, keys) =>
    folder({ ...keys, sha256: { [DATA]: sha256(csvOf(table)) } }, SAME, {
      [DATA]: csvOf(table),
    }),
  "checksum that disagrees": (table, keys, random) => {
    const text = csvOf(table);
    const at = random.below(text.length);
    const other = text.slice(0, at) + random.pick(["0", "1", ",", "x"]) +
      text.slice(at + 1);
    const sum = sha256(other === text ? `${text}x` : other);
    return folder({ ...keys, sha256: { [DATA]: sum } }, bad({ file: DATA }), {
      [DATA]: text,
    });
  },
  "checksum of no file": withKeys((keys) => [
    { ...keys, sha256: { "other.csv": sha256("") } },
    bad({ file: "other.csv" }),
  ]),
  "control totals that agree": (table, keys) =>
    folder(keys, SAME, {
      [DATA]: csvOf(table),
      "control_totals.csv": controlTotals([["rows", table.rows.length]]),
    }),
  "control totals that disagree": (table, keys, random) => {
    const rows = table.rows.length;
    const members = new Set(table.rows.map(([id]) => id)).size;
    const [right, wrong] = random.pick(
      [[["rows", rows], ["members", members + 1]], [["members", members], [
        "rows",
        rows - 1,
      ]], [["rows", rows], ["wage_total_idr", 1]]] as const,
    );
    return folder(keys, bad({ file: "control_totals.csv", row: 3 }), {
      [DATA]: csvOf(table),
      "control_totals.csv": controlTotals([right, wrong]),
    });
  },
  "control totals that cannot be": (table, keys, random) =>
    folder(keys, bad({ file: "control_totals.csv" }), {
      [DATA]: csvOf(table),
      "control_totals.csv": random.pick([
        "measure,value\nrows,3\n",
        controlTotals([["row", 3]]),
        controlTotals([["active", 3]]),
        controlTotals([["rows", -3]]),
        "",
      ]),
    }),
  "in two files": (table, keys, random) => {
    const [one, two] = halves(table, random);
    return folder(keys, SAME, { "a.csv": one, "b.csv": two });
  },
  "in two files, one with other columns": (table, keys, random) => {
    const [one, two] = halves(table, random);
    return folder(keys, bad({ file: "b.csv" }), {
      "a.csv": one,
      "b.csv": two.replace("birth_month", "born"),
    });
  },
  "a file without rows beside": (table, keys) =>
    folder(keys, { is: "warned", at: { file: "z.csv" } }, {
      [DATA]: csvOf(table),
      "z.csv": csvOf({ ...table, rows: [] }),
    }),
  "an empty file beside": beside(bad({ file: "z.csv" }), { "z.csv": "" }),
  "the same file again": (table, keys) =>
    folder(keys, bad({ file: "z.csv", row: 2 }), {
      [DATA]: csvOf(table),
      "z.csv": csvOf(table),
    }),
  "files of programs beside": beside(SAME, {
    "~$spells.xlsx": "lock",
    "._spells.csv": "\0\0",
    ".DS_Store": "x",
    "README.txt.bak": "notes",
  }),
  "a link beside": beside(bad({ file: "more.csv" }), { "more.csv": { linkTo: DATA } }),
  "a link to nothing": beside(bad({ file: "more.csv" }), {
    "more.csv": { linkTo: "gone.csv" },
  }),
  "the file a link": beside(bad({ file: "s.csv" }), { "s.csv": { linkTo: DATA } }, [
    "s.csv",
  ]),
  "name that is a pattern": (table, keys, random) => {
    const name = random.pick(["s[1].csv", "s*.csv", "s?.csv", "{a,b}.csv", "s 1,2.csv"]);
    return folder({ ...keys, files: [name] }, SAME, {
      [name]: csvOf(table),
      "s1.csv": "rubbish\n",
    });
  },
  "name out of the folder": (table, keys, random) =>
    folder(
      {
        ...keys,
        files: [
          random.pick(["../spells.csv", "/etc/passwd", "a/../../b.csv", "..\\s.csv"]),
        ],
      },
      IN_MANIFEST,
      { [DATA]: csvOf(table) },
    ),
  "name with a point": beside(SAME, {}, ["./spells.csv"]),
  "name twice": beside(IN_MANIFEST, {}, ["spells.csv", "./spells.csv"]),
  "name of no file": beside(bad(), {}, ["spells.csv", "more.csv"]),
  "name of no known kind": beside(bad({ file: "s.doc" }), { "s.doc": "x" }, ["s.doc"]),
  "name in capitals": (table, keys) => folder(keys, SAME, { "SPELLS.CSV": csvOf(table) }),
  "kind that the name does not say": (table, keys, random) => {
    const name = random.pick(["spells.xlsx", "spells.parquet", "spells.csv.gz"]);
    return folder(keys, bad({ file: name }), { [name]: csvOf(table) });
  },
  "packed": packed((bytes) => gzipOf(bytes), SAME),
  "packed in members": packed(
    (bytes, random) => gzipOf(bytes, [random.below(bytes.length), bytes.length]),
    SAME,
  ),
  "packed, cut": packed((bytes, random) => {
    const all = gzipOf(bytes);
    return all.slice(0, random.below(all.length));
  }, bad({ file: `${DATA}.gz` })),
  "packed in members, the last cut": packed((bytes, random) => {
    const [first, all] = [bytes.length >> 1, gzipOf(bytes, [bytes.length >> 1])];
    const one = gzipOf(bytes.slice(0, first)).length;
    return all.slice(0, one + 1 + random.below(all.length - one - 1));
  }, bad({ file: `${DATA}.gz` })),
  "packed, rubbish behind": packed((bytes, random) =>
    Uint8Array.from([
      ...gzipOf(bytes),
      ...random.pick([[0, 0, 0], [1, 2, 3], [31, 139], [31, 139, 8, 0], [65]]),
    ]), SAME_OR_REFUSED),
  "packed, wrong sum": packed(gzipWithWrongSum, bad({ file: `${DATA}.gz` })),
  "packed, bytes changed": packed((bytes, random) => {
    const all = gzipOf(bytes);
    const at = 10 + random.below(all.length - 10);
    all[at]! ^= 1 << random.below(8);
    return all;
  }, SAME_OR_REFUSED),
  "packed twice": packed((bytes) => gzipOf(gzipOf(bytes)), bad({ file: `${DATA}.gz` })),
};

function controlTotals(totals: readonly (readonly [string, number])[]): string {
  const rows = totals.map(([measure, value]) => `${measure},,,,${value},\n`);
  return `measure,month,sex,reason,value,tolerance\n${rows.join("")}`;
}
