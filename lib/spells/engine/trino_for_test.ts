import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allRows, type Engine } from "./engine.ts";
import { literal } from "./sql.ts";
import { parseTrinoAddress, trinoEngine, type TrinoOptions } from "./trino.ts";

/** The version that is tested with. */
const VERSION = "476";

/** What to do where there is no server. */
const HOW_TO_INSTALL =
  `.ci/run installs Trino ${VERSION}; or name its folder in JKP_TRINO, with Java 24 or ` +
  "later in JAVA_HOME";

/** Whether a server must be there: in CI a test that cannot run is a failure. */
const IS_WANTED = ["true", "1"].includes(Deno.env.get("CI") ?? "");

const NODES = ["coordinator", "worker"] as const;

/** How many nodes there are, as the coordinator knows. */
const ACTIVE = "select count(*) from system.runtime.nodes where state = 'active'";

/** Milliseconds within which both nodes have to be there. */
const PATIENCE = 180_000;

/** Ends a node when this process is gone, even if it is killed. */
const ATTACHED = fileURLToPath(new URL("../../cli/attached.py", import.meta.url));

const JVM = [
  "-Xmx768M",
  // Nodes live for half a minute: what makes long runs quick costs more than it gains.
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Djdk.attach.allowAttachSelf=true",
  "--enable-native-access=ALL-UNNAMED",
  "--add-modules=jdk.incubator.vector",
];

/** Where Trino and a Java for it are; `undefined` where one of them is not. */
function installed(): { readonly home: string; readonly java: string } | undefined {
  const cache = Deno.env.get("XDG_CACHE_HOME") || `${Deno.env.get("HOME")}/.cache`;
  const home = Deno.env.get("JKP_TRINO") || `${cache}/jkp-lab/trino-${VERSION}`;
  const kept = "/usr/lib/jvm";
  const others = isThere(kept)
    ? [...Deno.readDirSync(kept)].map(({ name }) => `${kept}/${name}`)
    : [];
  const java = [Deno.env.get("JAVA_HOME") ?? "", ...others].find((folder) => {
    if (!isThere(`${folder}/release`) || !isThere(`${folder}/bin/java`)) return false;
    const release = Deno.readTextFileSync(`${folder}/release`);
    return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0) >= 24;
  });
  return java !== undefined && isThere(`${home}/plugin/hive`)
    ? { home, java: `${java}/bin/java` }
    : undefined;
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path) !== undefined;
  } catch {
    return false;
  }
}

/** A coordinator and a worker on this machine, over tables of files in one folder. */
export class Trino {
  readonly #nodes: readonly Deno.ChildProcess[];
  readonly #folder: string;
  readonly address: string;

  private constructor(
    nodes: readonly Deno.ChildProcess[],
    folder: string,
    address: string,
  ) {
    this.#nodes = nodes;
    this.#folder = folder;
    this.address = address;
  }

  /** Starts both nodes; the coordinator takes statements. */
  static async start(): Promise<Trino> {
    const place = installed();
    if (place === undefined) throw new Error(`Cannot start Trino: ${HOW_TO_INSTALL}`);
    const folder = await Deno.makeTempDir({ prefix: "jkp_trino_" });
    const port = freePort();
    const nodes = [await started("coordinator", place, folder, port, port)];
    const trino = new Trino(nodes, folder, `trino://127.0.0.1:${port}/hive/s`);
    try {
      // A worker that finds nobody to tell of itself waits ever longer: so it comes second.
      await trino.#wait(() => isUp(port), 500);
      nodes.push(await started("worker", place, folder, freePort(), port));
      await trino.run("create schema hive.s with (location = 'local:///warehouse/s')");
      return trino;
    } catch (error) {
      await trino.stop();
      throw error;
    }
  }

  /** Waits until the coordinator knows of the worker: half a minute, mostly of patience. */
  async untilWhole(): Promise<void> {
    await this.#wait(
      async () => (await this.run(ACTIVE))[0]?.[0] === NODES.length,
      3_000,
    );
  }

  /** Waits until something holds, as long as all nodes run. */
  async #wait(holds: () => Promise<boolean>, everyMs: number): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    let hasEnded = false;
    for (const node of this.#nodes) node.status.then(() => hasEnded = true);
    while (performance.now() < deadline && !hasEnded) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    const logs = await Promise.all(
      NODES.map((name) =>
        Deno.readTextFile(join(this.#folder, `${name}.log`)).catch(() => "")
      ),
    );
    const ends = logs.map((log) => log.slice(-2_000));
    throw new Error(`Cannot start Trino: it says\n${ends.join("\n---\n")}`);
  }

  /** It, as an engine. */
  engine(options: Partial<TrinoOptions> = {}): Engine {
    return trinoEngine(parseTrinoAddress(this.address), { user: "test", ...options });
  }

  /** Runs a statement. */
  async run(sql: string) {
    return await allRows(this.engine(), sql);
  }

  /** Makes a table of a Parquet file, of the columns and types given. */
  async makeTable(
    name: string,
    file: string,
    columns: Readonly<Record<string, string>>,
  ): Promise<void> {
    const folder = join(this.#folder, "tables", name);
    await Deno.mkdir(folder, { recursive: true });
    await Deno.copyFile(file, join(folder, "part.parquet"));
    const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
    await this.run(
      `create table hive.s.${name} (${list.join(", ")}) with (format = 'PARQUET',
        external_location = ${literal(`local:///tables/${name}`)})`,
    );
  }

  /** Ends both nodes and takes their files away. */
  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map(async (node) => {
      try {
        node.kill("SIGTERM");
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // it has ended by itself
      }
      await node.status;
    }));
    await Deno.remove(this.#folder, { recursive: true });
  }
}

/** Whether a node answers statements. */
async function isUp(port: number): Promise<boolean> {
  const info = `http://127.0.0.1:${port}/v1/info`;
  const answer = await fetch(info).catch(() => undefined);
  if (answer?.ok) return (await answer.json()).starting === false;
  await answer?.body?.cancel();
  return false;
}

/** Starts a node with its configuration in a folder of its own. */
async function started(
  name: typeof NODES[number],
  { home, java }: { readonly home: string; readonly java: string },
  folder: string,
  port: number,
  portOfCoordinator: number,
): Promise<Deno.ChildProcess> {
  const own = join(folder, name);
  const etc = join(own, "etc");
  await Deno.mkdir(join(etc, "catalog"), { recursive: true });
  await Deno.mkdir(join(own, "plugin"));
  // Of the plugins of the server only the one that is used: each takes its time to load.
  await Deno.symlink(join(home, "plugin", "hive"), join(own, "plugin", "hive"));
  const config = {
    coordinator: name === "coordinator",
    ...(name === "coordinator" ? { "node-scheduler.include-coordinator": true } : {}),
    "http-server.http.port": port,
    "discovery.uri": `http://127.0.0.1:${portOfCoordinator}`,
    "node.internal-address": "127.0.0.1",
    "catalog.management": "static",
    "task.concurrency": 1,
  };
  const catalog = {
    "connector.name": "hive",
    "hive.metastore": "file",
    "hive.metastore.catalog.dir": "local:///metastore",
    "fs.native-local.enabled": true,
    "local.location": folder,
    "hive.non-managed-table-writes-enabled": true,
  };
  await Deno.writeTextFile(join(etc, "config.properties"), propertiesOf(config));
  await Deno.writeTextFile(
    join(etc, "catalog", "hive.properties"),
    propertiesOf(catalog),
  );
  const args = [
    ...["-cp", `${home}/lib/*`],
    ...JVM,
    `-Dnode.id=${name}`,
    "-Dnode.environment=test",
    "-Dnode.bind-ip=127.0.0.1",
    "-Dlog.enable-console=true",
    `-Dnode.data-dir=${own}`,
    `-Dplugin.dir=${join(own, "plugin")}`,
    `-Dconfig=${join(etc, "config.properties")}`,
    "io.trino.server.TrinoServer",
  ];
  return new Deno.Command("sh", {
    args: ["-c", 'exec python3 "$0" "$@" > "$LOG" 2>&1', ATTACHED, java, ...args],
    env: { LOG: `${own}.log` },
    cwd: own,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

function propertiesOf(values: Readonly<Record<string, string | number | boolean>>) {
  return Object.entries(values).map(([key, value]) => `${key}=${value}\n`).join("");
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}

/** The server of a test file: started by its first test, ended after its last. */
let serverOfFile: Promise<Trino> | undefined;

/**
 * Declares a test that needs a Trino. Without one it is ignored under a name that says what
 * to install; in CI it fails.
 */
export function trinoTest(name: string, test: (trino: Trino) => Promise<void>): void {
  const isIgnored = installed() === undefined && !IS_WANTED;
  Deno.test({
    name: isIgnored ? `${name} (not run: ${HOW_TO_INSTALL})` : name,
    ignore: isIgnored,
    // The server outlives the test that starts it.
    sanitizeResources: false,
    sanitizeOps: false,
    fn: async () => await test(await (serverOfFile ??= Trino.start())),
  });
}

Deno.test.afterAll(async () => {
  await (await serverOfFile?.catch(() => undefined))?.stop();
  serverOfFile = undefined;
});
