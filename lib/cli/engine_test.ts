import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { runTask } from "./run_for_test.ts";

const build = (address: string, out: string, ...more: string[]) => [
  ...["engine", "build", address, "--table", "spells"],
  ...["--extract", SHIPPED_SPELLS_FOLDER, "--out", out, ...more],
];

Deno.test("engine build cancels what it asked for and writes nothing when it is interrupted", async () => {
  const out = `${await Deno.makeTempDir()}/statistics`;
  const asked: string[] = [];
  const { promise: isWaiting, resolve: waits } = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      const { origin, pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      if (request.method === "GET") waits();
      return request.method === "DELETE"
        ? new Response(null, { status: 204 })
        : Response.json({ nextUri: `${origin}/page` });
    },
  );
  const task = new Deno.Command(Deno.execPath(), {
    args: [
      "task",
      "--quiet",
      ...build(`trino://127.0.0.1:${server.addr.port}/hive/s`, out),
    ],
    env: { TRINO_USER: "analyst" },
    stdout: "null",
    stderr: "null",
  }).spawn();
  await isWaiting;
  task.kill("SIGINT");
  await task.status;
  await server.shutdown();
  assertEquals(asked[0], "POST /v1/statement");
  assertEquals(asked.at(-1), "DELETE /page");
  assertEquals(await Deno.stat(out).catch(() => "nothing"), "nothing");
});

Deno.test("engine build says who asks, and where, is wanted", async () => {
  const out = await Deno.makeTempDir();
  const nobody = await runTask(...build("trino://data.example/hive/jht", out));
  assertEquals(nobody.code, 2);
  assertStringIncludes(nobody.stderr, "the variable TRINO_USER is wanted");
  const nowhere = await runTask(...build("https://data.example", out));
  assertEquals(nowhere.code, 1);
  assertStringIncludes(nowhere.stderr, "expected trino://host:port/catalog/schema");
});
