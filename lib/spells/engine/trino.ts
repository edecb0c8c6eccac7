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
  /** A token of the coordinator, or a password of the user: one of them, or none. */
  readonly token?: string | undefined;
  readonly password?: string | undefined;
  /**
   * How long to wait before asking again where a coordinator is busy or not to be reached,
   * in milliseconds, once after another.
   * @default {[100, 500, 2_000, 5_000, 10_000]}
   */
  readonly waitsMs?: readonly number[];
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

/** How long to wait before asking again, if nothing else is said. */
const WAITS_MS = [100, 500, 2_000, 5_000, 10_000];

/** Answers of a coordinator that is busy or behind a gateway that is. */
const COME_AGAIN: readonly number[] = [429, 502, 503, 504];

const Answer = v.object({
  nextUri: v.optional(v.string()),
  data: v.optional(v.array(v.array(v.any())), []),
  stats: v.optional(
    v.object({
      processedRows: v.optional(v.number(), 0),
      progressPercentage: v.optional(v.number()),
    }),
    {},
  ),
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
 *
 * @example
 * ```ts
 * import { parseTrinoAddress } from "@jkp/spells/engine";
 * import { assertEquals } from "@std/assert";
 *
 * const { origin, schema } = parseTrinoAddress("trino://trino.example:8443/hive/jht");
 * assertEquals([origin, schema], ["https://trino.example:8443", "jht"]);
 * ```
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
        "trino://host:port/catalog/schema; the user stands in TRINO_USER, a password in " +
        "TRINO_PASSWORD or a token in TRINO_TOKEN",
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
 *
 * @example
 * ```ts
 * import { parseTrinoAddress, trinoEngine } from "@jkp/spells/engine";
 * import { assertEquals } from "@std/assert";
 *
 * const address = parseTrinoAddress("trino://trino.example:8443/hive/jht");
 * const engine = trinoEngine(address, { user: "analyst" });
 * assertEquals(engine.name, "trino://trino.example:8443/hive/jht");
 * ```
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
  const { signal, waitsMs = WAITS_MS } = options;
  const headers = headersOf(address, options);
  signal?.throwIfAborted();
  // Posting is not given up half-way: what has begun there must be known, to be ended.
  const post = { method: "POST", headers, body: sql };
  let answer = await asked(address, `${address.origin}/v1/statement`, post, waitsMs);
  let next: string | undefined;
  try {
    while (true) {
      next = answer.nextUri === undefined
        ? undefined
        : ofCoordinator(answer.nextUri, address);
      if (answer.error !== undefined) throw refusal(address, answer.error);
      const { processedRows, progressPercentage } = answer.stats;
      options.progress?.({
        rowsRead: processedRows,
        share: progressPercentage === undefined ? undefined : progressPercentage / 100,
      });
      yield* answer.data;
      if (next === undefined) return;
      signal?.throwIfAborted();
      answer = await asked(address, next, { method: "GET", headers }, waitsMs, signal);
    }
  } finally {
    if (next !== undefined) await cancelled(next, headers);
  }
}

function headersOf(
  { catalog, schema }: TrinoAddress,
  { user, token, password }: TrinoOptions,
): Record<string, string> {
  const authorization = token !== undefined
    ? `Bearer ${token}`
    : password !== undefined
    ? `Basic ${encodeBase64(`${user}:${password}`)}`
    : undefined;
  return {
    "x-trino-user": user,
    "x-trino-source": "jkp-lab",
    "x-trino-catalog": catalog,
    "x-trino-schema": schema,
    ...(authorization === undefined ? {} : { authorization }),
  };
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The address of a page, which may not lead to another host than the coordinator. */
function ofCoordinator(uri: string, address: TrinoAddress): string {
  if (URL.canParse(uri) && new URL(uri).host === new URL(address.origin).host) {
    return address.origin + new URL(uri).pathname + new URL(uri).search;
  }
  throw new DataError([{
    file: address.text,
    expected: "pages from the coordinator itself: behind a gateway, it needs " +
      "http-server.process-forwarded=true",
    received: uri,
  }]);
}

/** Asks once, and again where the answer is to come again. */
async function asked(
  address: TrinoAddress,
  url: string,
  init: RequestInit,
  waitsMs: readonly number[],
  signal?: AbortSignal,
): Promise<v.InferOutput<typeof Answer>> {
  for (let attempt = 0;; attempt++) {
    let reason: string;
    try {
      const response = await fetch(url, {
        ...init,
        redirect: "error",
        ...(signal === undefined ? {} : { signal }),
      });
      if (response.ok) return await answerOf(address, response);
      const words = (await response.text()).trim().slice(0, 200);
      reason = `HTTP ${response.status}${words === "" ? "" : `: ${words}`}`;
      if (!COME_AGAIN.includes(response.status)) {
        throw refusedOver(address, response.status, reason);
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      reason = error.cause instanceof Error ? error.cause.message : error.message;
      const wanted = TLS_FAULTS.find(([fault]) => fault.test(reason))?.[1];
      if (wanted !== undefined) throw problemOf(address, wanted, reason); // waiting mends none
      if (!(error instanceof TypeError)) throw error; // of fetch: it could not be reached
      // A statement that may have begun is not begun twice.
      if (init.method === "POST" && !reason.includes("(Connect)")) {
        throw unreached(address, reason);
      }
    }
    const wait = waitsMs[attempt];
    if (wait === undefined) throw unreached(address, reason);
    await delay(wait, signal);
  }
}

async function answerOf(
  address: TrinoAddress,
  response: Response,
): Promise<v.InferOutput<typeof Answer>> {
  const text = await response.text();
  try {
    return v.parse(Answer, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError || v.isValiError(error))) throw error;
    throw new DataError([{
      file: address.text,
      expected: "the answer of a Trino coordinator",
      received: text.trim().slice(0, 200),
    }]);
  }
}

/** Waits, unless what is waited for is given up. */
async function delay(milliseconds: number, signal: AbortSignal | undefined) {
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

/** Ends a statement in the engine, as far as it can be reached. */
async function cancelled(url: string, headers: HeadersInit): Promise<void> {
  const signal = AbortSignal.timeout(5_000);
  const response = await fetch(url, { method: "DELETE", headers, signal }).catch(() =>
    undefined
  );
  await response?.body?.cancel();
}

/** What is wanted where the engine has a name for what is wrong. */
const WANTED: Readonly<Record<string, string>> = {
  TABLE_NOT_FOUND: "a table that is there",
  SCHEMA_NOT_FOUND: "a catalog and schema that are there",
  CATALOG_NOT_FOUND: "a catalog and schema that are there",
  PERMISSION_DENIED: "a user who may read the table",
  EXCEEDED_LOCAL_MEMORY_LIMIT:
    "memory enough on each node: ask in more parts, with --parts",
  EXCEEDED_GLOBAL_MEMORY_LIMIT:
    "memory enough in the cluster: ask in more parts, with --parts",
};

function refusal(
  { text }: TrinoAddress,
  { message, errorName }: { readonly message: string; readonly errorName: string },
): DataError {
  return new DataError([{
    file: text,
    expected: WANTED[errorName] ?? "an answer to the statement",
    received: errorName === "" ? message : `${errorName}: ${message}`,
  }]);
}

/** What is said of a coordinator that answers with a status, and no answer. */
function refusedOver(
  { text }: TrinoAddress,
  status: number,
  received: string,
): DataError {
  const expected = status === 401 || status === 403
    ? "a user in TRINO_USER, with TRINO_PASSWORD or TRINO_TOKEN, whom it lets in"
    : "a Trino coordinator that takes statements";
  return new DataError([{ file: text, expected, received }]);
}

/** What is wanted where a connection with TLS fails, by what is said of it. */
const TLS_FAULTS: readonly (readonly [fault: RegExp, wanted: string])[] = [
  [/certificate not valid for name/, "a certificate of the host that the address names"],
  [/certificate expired|certificate not valid yet/, "a certificate that is valid today"],
  [
    /invalid peer certificate/,
    "a certificate that is trusted: name the file of the house's own authority in " +
    "DENO_CERT, or set DENO_TLS_CA_STORE=system where this machine trusts it",
  ],
  [/CA file/, "a certificate in the file that DENO_CERT names"],
  [/InvalidContentType/, "a coordinator with TLS, on its port for it"],
];

function unreached(address: TrinoAddress, received: string): DataError {
  return problemOf(address, "a Trino that can be reached", received);
}

function problemOf({ text }: TrinoAddress, expected: string, received: string) {
  return new DataError([{ file: text, expected, received }]);
}
