import { DataError } from "@jkp/problem";
import * as v from "valibot";
import type { Engine, EngineRow } from "./engine.ts";
import { TRINO } from "./sql.ts";

/** Where a Trino coordinator listens, and which schema holds the tables. */
export interface TrinoAddress {
  /** As it was given. */
  readonly text: string;
  /** Address of the coordinator: `https://trino.example:8443`. */
  readonly origin: string;
  readonly catalog: string;
  readonly schema: string;
}

/** Who asks, and how the work is followed and ended. */
export interface TrinoOptions {
  readonly user: string;
  /** A token of the coordinator, sent over TLS alone. */
  readonly token?: string | undefined;
  /** Ends statements that run, and their work in the engine. */
  readonly signal?: AbortSignal;
  /** Called as a statement goes on. */
  readonly progress?: (state: TrinoProgress) => void;
}

/** How far a statement is. */
export interface TrinoProgress {
  /** Rows read where they are. */
  readonly rowsRead: number;
  /** Done of all, a fraction; `undefined` before it is planned. */
  readonly share: number | undefined;
}

/** How long to wait before asking again, in milliseconds, once after another. */
const WAITS_MS = [100, 500, 2_000, 5_000, 10_000];

/** Answers of a coordinator that is busy or behind a gateway that is. */
const COME_AGAIN: readonly number[] = [429, 502, 503, 504];

const Answer = v.object({
  nextUri: v.optional(v.string()),
  columns: v.optional(v.array(v.object({ name: v.string() }))),
  data: v.optional(v.array(v.array(v.any()))),
  stats: v.optional(v.object({
    processedRows: v.optional(v.number(), 0),
    progressPercentage: v.optional(v.number()),
  })),
  error: v.optional(v.object({
    message: v.string(),
    errorName: v.optional(v.string(), ""),
  })),
});

/**
 * Reads where a Trino is: `trino://host:port/catalog/schema`, over TLS, or, of this
 * machine alone, without.
 *
 * @throws {DataError} If the text is no such address.
 */
export function parseTrinoAddress(text: string): TrinoAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const [catalog, schema, ...more] = (url?.pathname ?? "").split("/").slice(1);
  const isFit = url?.protocol === "trino:" && url.hostname !== "" &&
    url.username === "" &&
    url.search === "" && catalog && schema && more.length === 0;
  if (!isFit) {
    throw new DataError([{
      file: text,
      expected:
        "trino://host:port/catalog/schema; the user stands in TRINO_USER, a token " +
        "in TRINO_TOKEN",
    }]);
  }
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const port = url.port === "" ? "" : `:${url.port}`;
  return {
    text,
    origin: `${isHere ? "http" : "https"}://${url.hostname}${port}`,
    catalog: decodeURIComponent(catalog),
    schema: decodeURIComponent(schema),
  };
}

/**
 * A Trino as an engine: each statement is posted, and its pages are fetched one after
 * another. A page that fails to come is asked for again; what has begun is cancelled in the
 * engine when reading it ends early.
 */
export function trinoEngine(address: TrinoAddress, options: TrinoOptions): Engine {
  return {
    dialect: TRINO,
    name: address.text,
    rows: (sql) => rowsOf(sql, address, options),
  };
}

async function* rowsOf(
  sql: string,
  address: TrinoAddress,
  options: TrinoOptions,
): AsyncGenerator<EngineRow> {
  const headers = {
    "x-trino-user": options.user,
    "x-trino-source": "jkp-lab",
    "x-trino-catalog": address.catalog,
    "x-trino-schema": address.schema,
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
  };
  const ask = (url: string, method: string, body?: string) =>
    asked(address, url, {
      method,
      headers,
      redirect: "error",
      ...(body === undefined ? {} : { body }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  let answer = await ask(`${address.origin}/v1/statement`, "POST", sql);
  let next: string | undefined;
  try {
    while (true) {
      next = answer.nextUri;
      if (answer.error !== undefined) throw refusal(address, answer.error.message);
      options.progress?.({
        rowsRead: answer.stats?.processedRows ?? 0,
        share: answer.stats?.progressPercentage === undefined
          ? undefined
          : answer.stats.progressPercentage / 100,
      });
      yield* answer.data ?? [];
      if (next === undefined) return;
      answer = await ask(ofCoordinator(next, address), "GET");
    }
  } finally {
    if (next !== undefined) await cancelled(ofCoordinator(next, address), headers);
  }
}

/** The address of a page, which may not lead to another host than the coordinator. */
function ofCoordinator(uri: string, address: TrinoAddress): string {
  if (URL.canParse(uri) && new URL(uri).host === new URL(address.origin).host) {
    return address.origin + new URL(uri).pathname + new URL(uri).search;
  }
  throw refusal(address, `it sends its pages from ${uri}, which was not allowed`);
}

/** Asks once, and again where the answer is to come again. */
async function asked(
  address: TrinoAddress,
  url: string,
  init: RequestInit,
): Promise<v.InferOutput<typeof Answer>> {
  for (let attempt = 0;; attempt++) {
    const wait = WAITS_MS[attempt];
    let reason: string;
    try {
      const response = await fetch(url, init);
      if (response.ok) return v.parse(Answer, await response.json());
      const words = (await response.text()).trim().slice(0, 200);
      reason = `HTTP ${response.status}${words === "" ? "" : `: ${words}`}`;
      if (!COME_AGAIN.includes(response.status)) throw refusal(address, reason);
    } catch (error) {
      init.signal?.throwIfAborted();
      if (!(error instanceof TypeError)) throw error; // of fetch: it could not be reached
      reason = error.message;
      // A statement that may have begun is not begun twice.
      if (init.method === "POST" && !/connect|dns|lookup/i.test(reason)) {
        throw unreached(address, reason);
      }
    }
    if (wait === undefined) throw unreached(address, reason);
    await new Promise((resolve) => setTimeout(resolve, wait));
    init.signal?.throwIfAborted();
  }
}

/** Ends a statement in the engine, as far as it can be reached. */
async function cancelled(url: string, headers: HeadersInit): Promise<void> {
  const signal = AbortSignal.timeout(5_000);
  const response = await fetch(url, { method: "DELETE", headers, signal }).catch(() =>
    undefined
  );
  await response?.body?.cancel();
}

function refusal({ text }: TrinoAddress, received: string): DataError {
  return new DataError([{
    file: text,
    expected: "an answer to the statement",
    received,
  }]);
}

function unreached({ text }: TrinoAddress, received: string): DataError {
  return new DataError([{
    file: text,
    expected: "a Trino that can be reached",
    received,
  }]);
}
