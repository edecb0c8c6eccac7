import { DataError } from "@jkp/problem";
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding } from "../check/finding.ts";
import { buildStatistics } from "../count/build_statistics.ts";
import { exampleFolder } from "../example_folder.ts";
import { toCsv } from "../shape/honest_spells_for_test.ts";
import { SHIPPED_SPELLS_FOLDER } from "../shipped_spells.ts";
import { polars } from "../source/polars.ts";
import { BROKEN_CSV } from "./broken_register_for_test.ts";
import { buildInEngine } from "./build_in_engine.ts";
import { allRows } from "./engine.ts";
import { assertReadsCells } from "./engine_for_test.ts";
import { ODD, OF_WHOLE } from "./odd_register_for_test.ts";
import {
  BROKEN_JOINED,
  BROKEN_LEDGER,
  JOINED_MANIFEST,
  LEDGER,
  LEDGER_MANIFEST,
} from "./random_ledger_for_test.ts";
import { readSpellTable } from "./spell_table.ts";
import { parseTrinoAddress, trinoEngine, type TrinoOptions } from "./trino.ts";
import { type Trino, trinoTest } from "./trino_for_test.ts";

Deno.test("parseTrinoAddress() takes TLS but on this machine, and refuses what is no address", () => {
  const { origin, catalog, schema } = parseTrinoAddress("trino://data.example/hive/jht");
  assertEquals([origin, catalog, schema], ["https://data.example", "hive", "jht"]);
  const here = parseTrinoAddress("trino://127.0.0.1:8080/hive/jht").origin;
  assertEquals(here, "http://127.0.0.1:8080");
  for (
    const text of [
      "https://data.example/hive/jht",
      "trino://data.example/hive",
      "trino://data.example/hive/jht/more",
      "trino://me:secret@data.example/hive/jht",
      "hive",
    ]
  ) assertThrows(() => parseTrinoAddress(text), DataError, "trino://host:port");
});

/** What a coordinator was asked. */
interface Asked {
  readonly what: string;
  readonly headers: Headers;
  readonly text: string;
}

/** A coordinator that answers as told, one answer after another, and notes what it gets. */
async function withCoordinator(
  answers: readonly ((origin: string) => Response)[],
  test: (
    engine: (options?: Partial<TrinoOptions>) => ReturnType<typeof trinoEngine>,
  ) => Promise<void>,
): Promise<Asked[]> {
  const got: Asked[] = [];
  let next = 0;
  const handler = async (request: Request) => {
    const { origin, pathname } = new URL(request.url);
    const { method, headers } = request;
    got.push({ what: `${method} ${pathname}`, headers, text: await request.text() });
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    return answers[next++]?.(origin) ?? new Response("too many", { status: 400 });
  };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, handler);
  const address = parseTrinoAddress(`trino://127.0.0.1:${server.addr.port}/hive/s`);
  await test((options) => trinoEngine(address, { user: "analyst", ...options }));
  await server.shutdown();
  return got;
}

const page = (next: string | undefined, data: readonly unknown[][] = []) =>
(
  origin: string,
) => Response.json({ ...(next === undefined ? {} : { nextUri: origin + next }), data });

const busy = () => new Response("busy", { status: 503 });

Deno.test("trinoEngine() gathers pages, comes again when it is busy, and says who asks", async () => {
  const got = await withCoordinator(
    [busy, page("/1"), busy, page("/2", [[1, "a"]]), page(undefined, [[2, null]])],
    async (engine) => {
      const rows = await allRows(engine({ password: "höfe" }), "select 1");
      assertEquals(rows, [[1, "a"], [2, null]]);
    },
  );
  assertEquals(
    got.map(({ what }) => what),
    [
      "POST /v1/statement",
      "POST /v1/statement",
      "GET /1",
      "GET /1",
      "GET /2",
    ],
  );
  assertEquals(got[1]!.text, "select 1");
  const headers = ["user", "catalog", "schema"].map((name) =>
    got[0]!.headers.get(`x-trino-${name}`)
  );
  assertEquals(headers, ["analyst", "hive", "s"]);
  for (const { headers } of got) {
    assertEquals(headers.get("authorization"), "Basic YW5hbHlzdDpow7ZmZQ==");
  }
});

Deno.test("trinoEngine() cancels what runs when it is given up, and when reading ends early", async () => {
  const ending = new AbortController();
  const got = await withCoordinator(
    [page("/1"), page("/2", [[1], [2]]), page("/9")],
    async (engine) => {
      for await (const [number] of engine().rows("select 1")) {
        if (number === 1) break;
      }
      const work = allRows(
        engine({ signal: ending.signal, progress: () => ending.abort() }),
        "select 2",
      );
      await assertRejects(() => work, DOMException);
    },
  );
  const deleted = got.map(({ what }) => what).filter((what) => what.startsWith("DELETE"));
  assertEquals(deleted, ["DELETE /2", "DELETE /9"]);
});

Deno.test("trinoEngine() says in words what a coordinator will not do", async () => {
  const refused = async (answer: (origin: string) => Response, words: string) => {
    await withCoordinator([answer], async (engine) => {
      await assertRejects(() => allRows(engine(), "select 1"), DataError, words);
    });
  };
  const failed = (errorName: string) => () =>
    Response.json({ error: { message: "no", errorName } });
  await refused(
    () => new Response("?", { status: 401 }),
    "TRINO_PASSWORD or TRINO_TOKEN",
  );
  await refused(() => new Response("<html>"), "the answer of a Trino coordinator");
  await refused(failed("TABLE_NOT_FOUND"), "a table that is there");
  await refused(failed("EXCEEDED_GLOBAL_MEMORY_LIMIT"), "--parts");
  await refused(failed("SYNTAX_ERROR"), "got SYNTAX_ERROR: no");
  await refused(
    () => Response.json({ nextUri: "http://elsewhere.example/1" }),
    "got http://elsewhere.example/1",
  );
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const nowhere = parseTrinoAddress(`trino://127.0.0.1:${port}/hive/s`);
  const gone = trinoEngine(nowhere, { user: "analyst", waitsMs: [1] });
  const error = await assertRejects(() => allRows(gone, "select 1"), DataError);
  assertStringIncludes(error.message, "a Trino that can be reached, got error sending");
  assertStringIncludes(error.message, "(Connect)");
});

trinoTest("cellsSql() reads months in Trino as the local build does", async (trino) => {
  await assertReadsCells(trino.engine());
});

trinoTest(
  "trinoEngine() leaves nothing running in Trino when it is given up",
  async (trino) => {
    const ending = new AbortController();
    const endless = `select count(*) from unnest(sequence(1, 10000)) a
    cross join unnest(sequence(1, 10000)) b cross join unnest(sequence(1, 10000)) c`;
    const engine = trino.engine({
      signal: ending.signal,
      progress: ({ share }) => share === undefined || ending.abort(),
    });
    await assertRejects(() => allRows(engine, endless), DOMException);
    const [[state, code] = []] = await trino.run(
      "select state, error_code from system.runtime.queries " +
        "where query like '%sequence(1, 10000)) c' and query not like '%runtime%'",
    );
    assertEquals([state, code], ["FAILED", "USER_CANCELED"]);
  },
);

/** Columns and types of the shipped spells that are read. */
const SHIPPED = {
  ...Object.fromEntries(
    ["member_id", "sex", "birth_month", "start_month", "last_month", "end_reason"]
      .concat("claim_month").map((column) => [column, "varchar"]),
  ),
  monthly_wage_idr: "bigint",
  weight: "double",
};

trinoTest(
  "buildInEngine() counts the shipped spells in Trino to the byte",
  async (trino) => {
    await trino.makeTable(
      "shipped",
      `${SHIPPED_SPELLS_FOLDER}/spells-0001.parquet`,
      SHIPPED,
    );
    const source = await readSpellTable(SHIPPED_SPELLS_FOLDER, {
      table: "shipped",
    });
    const there = await buildInEngine(trino.engine(), source);
    assertEquals(there.extract, (await buildStatistics(SHIPPED_SPELLS_FOLDER)).extract);
  },
);

/** Columns as somebody else has them, and how they are read. */
const MAPPING = `
[format]
delimiter = ";"
decimal_mark = ","
thousands_separator = "."
encoding = "utf-8"
empty_marks = ["-"]
[columns.member_id]
column = "No KPJ"
[columns.sex]
column = "JK"
codes = { M = ["L"], F = ["P"] }
[columns.birth_month]
column = "Tgl Lahir"
form = "DD/MM/YYYY"
[columns.start_month]
column = "Mulai"
form = "MM/YYYY"
[columns.last_month]
column = "Akhir"
form = "YYYYMM"
[columns.end_reason]
column = "Sebab"
codes = { layoff = ["PHK"], resignation = ["Mengundurkan Diri"], retirement = ["Pensiun"], death = ["Meninggal"] }
[columns.claim_month]
column = "Klaim"
form = "YYYY-MM"
[columns.monthly_wage_idr]
column = "Upah"
unit_idr = 1
[columns.weight]
column = "Bobot"
[carried]
npp = "NPP"
`;

/** A file of the contract as somebody else would write it; slips stay what they are. */
function asElsewhere(csv: string): string {
  const codes: Record<string, string> = { M: "L", F: "P" };
  const reasons: Record<string, string> = {
    layoff: "phk",
    resignation: "MENGUNDURKAN DIRI",
    retirement: "Pensiun",
    death: "Meninggal",
  };
  const month = (text: string, form: string) => text.replace(/^(\d{4})-(\d\d)$/, form);
  const rupiah = (text: string) =>
    /^\d+$/.test(text) ? `Rp ${Number(text).toLocaleString("de")},00` : text;
  const lines = csv.trimEnd().split("\n").slice(1).map((line) => {
    const [id, sex, birth, start, last, reason, claim, wage, weight, employer = "E1"] =
      line.split(
        ",",
      ) as string[];
    return [
      id,
      codes[sex!] ?? sex,
      month(birth!, "07/$2/$1"),
      month(start!, "$2/$1"),
      month(last!, "$1$2"),
      reasons[reason!] ?? reason,
      claim,
      rupiah(wage!),
      weight!.replace(".", ","),
      employer,
    ].join(";");
  });
  return ["No KPJ;JK;Tgl Lahir;Mulai;Akhir;Sebab;Klaim;Upah;Bobot;NPP", ...lines, ""]
    .join(
      "\n",
    );
}

/** Makes a table of texts of a CSV file. */
async function makeTextTable(
  trino: Trino,
  name: string,
  file: string,
  sep = ",",
): Promise<void> {
  const parquet = `${await Deno.makeTempDir()}/${name}.parquet`;
  const frame = polars.readCSV(file, { sep, inferSchemaLength: 0 });
  frame.writeParquet(parquet);
  const columns = frame.columns.map((
    column: string,
  ) => [column.toLowerCase(), "varchar"]);
  await trino.makeTable(name, parquet, Object.fromEntries(columns));
}

trinoTest(
  "buildInEngine() reads, checks, judges and leaves out in Trino as at home",
  async (trino) => {
    const broken = fc.sample(BROKEN_CSV, { seed: 5, numRuns: 40 })
      .reduce((longest, each) => each.length > longest.length ? each : longest);
    const odd = toCsv(ODD[2]![1]);
    const folder = await exampleFolder({
      "spells.csv": asElsewhere(odd + broken.slice(broken.indexOf("\n") + 1)),
      "mapping.toml": MAPPING,
    });
    await makeTextTable(trino, "elsewhere", `${folder}/spells.csv`, ";");
    const options = { leavesOutErrors: true, mostLeftOut: 1, isForPublication: true };
    const built = await buildStatistics(folder, options);
    const source = await readSpellTable(folder, { table: "elsewhere" });
    const there = await buildInEngine(trino.engine(), source, options);
    assert(there.rowsLeftOut > 3);
    assertEquals(there.rowsLeftOut, built.rowsLeftOut);
    assertEquals(there.extract, built.extract);
    assertEquals(there.largest, built.largest);
    const findings: Finding[] = [];
    await checkSpells(folder, (finding) => findings.push(finding));
    const ofWhole = (some: readonly Finding[]) =>
      some.filter(({ rule }) => OF_WHOLE.includes(rule))
        .map((finding) => ({ ...finding, file: "" }));
    assertEquals(ofWhole(there.findings), ofWhole(findings));
    for (const rule of ["wage_level", "values_varied", "layoffs_spread"]) {
      assert(there.findings.some((finding) => finding.rule === rule), rule);
    }
  },
);

/** The longest of some files that chance makes. */
function longest<Files extends Readonly<Record<string, string>>>(
  files: fc.Arbitrary<Files>,
): Files {
  const sizeOf = (each: Files) => Object.values(each).join("").length;
  return fc.sample(files, { seed: 5, numRuns: 20 })
    .reduce((large, each) => sizeOf(each) > sizeOf(large) ? each : large);
}

/** Puts a main table, members and claims of a folder into a cluster. */
async function tablesIn(trino: Trino, folder: string, main: string, suffix: string) {
  const table = (name: string) => `${name}_of_${suffix}`;
  for (const name of [main, "peserta", "klaim"]) {
    await makeTextTable(trino, table(name), `${folder}/${name}.csv`);
  }
  return await readSpellTable(folder, {
    table: table(main),
    members: table("peserta"),
    claims: table("klaim"),
  });
}

for (
  const [what, manifest, main, files] of [
    ["a ledger", LEDGER_MANIFEST, "iuran", longest(BROKEN_LEDGER)],
    ["three tables", JOINED_MANIFEST, "spells", longest(BROKEN_JOINED)],
  ] as const
) {
  trinoTest(
    `buildInEngine() makes spells of ${what} in Trino as buildStatistics() does`,
    async (trino) => {
      const folder = await exampleFolder({ ...files, "extract.toml": manifest });
      if (main === "iuran") await Deno.remove(`${folder}/spells.csv`);
      const source = await tablesIn(trino, folder, main, main);
      const options = { leavesOutErrors: true, mostLeftOut: 10 };
      const local = await buildStatistics(folder, options);
      const there = await buildInEngine(trino.engine(), source, options);
      assert(there.rowsLeftOut > 0);
      assertEquals(there.rowsLeftOut, local.rowsLeftOut);
      assertEquals(there.extract, local.extract);
    },
  );
}

trinoTest(
  "buildInEngine() makes spells of a ledger in Trino as at home, repeated payments once",
  async (trino) => {
    const folder = await exampleFolder({
      ...longest(LEDGER),
      "extract.toml": `${LEDGER_MANIFEST}\n[ledger]\nrepeats = "once"\ngap_months = 2\n`,
    });
    await Deno.remove(`${folder}/spells.csv`);
    const options = { isForPublication: true };
    const local = await buildStatistics(folder, options);
    const source = await tablesIn(trino, folder, "iuran", "repeats");
    const there = await buildInEngine(trino.engine(), source, options);
    assert(local.remarks.some((remark) => remark.endsWith("each counted once.")));
    assertEquals(there.extract, local.extract);
    assertEquals(there.largest, local.largest);
  },
);
