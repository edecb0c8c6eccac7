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

/** Makes a key and a certificate that signs itself, for an address of this machine. */
async function selfSigned(address: string): Promise<{ key: string; cert: string }> {
  const folder = await Deno.makeTempDir();
  const [key, cert] = [`${folder}/key.pem`, `${folder}/cert.pem`];
  const { success, stderr } = await new Deno.Command("openssl", {
    args: [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
      ...[
        "-nodes",
        "-keyout",
        key,
        "-out",
        cert,
        "-days",
        "2",
        "-subj",
        "/CN=trino.test",
      ],
      ...["-addext", `subjectAltName=IP:${address}`],
      ...["-addext", "basicConstraints=critical,CA:FALSE"],
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return { key, cert };
}

/** Whether certificates can be made here; in CI they must be. */
const HAS_OPENSSL = Deno.env.get("CI") !== undefined ||
  await new Deno.Command("openssl", { args: ["version"], stdout: "null" }).output()
    .then(({ success }) => success, () => false);

Deno.test({
  name: "engine build trusts the certificate that it is told of, and no other" +
    (HAS_OPENSSL ? "" : " (not run: openssl is wanted)"),
  ignore: !HAS_OPENSSL,
  fn: trustsWhatItIsTold,
});

async function trustsWhatItIsTold(): Promise<void> {
  // An address of this machine that is none of those which need no TLS.
  const { key, cert } = await selfSigned("127.0.0.2");
  const asked: (string | null)[] = [];
  const server = Deno.serve(
    {
      hostname: "0.0.0.0",
      port: 0,
      cert: await Deno.readTextFile(cert),
      key: await Deno.readTextFile(key),
      onListen() {},
    },
    ({ headers }) => {
      asked.push(headers.get("authorization"));
      return Response.json({ error: { message: "no", errorName: "TABLE_NOT_FOUND" } });
    },
  );
  const saidAt = async (host: string, env: Readonly<Record<string, string>>) => {
    const out = `${await Deno.makeTempDir()}/statistics`;
    const { stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "task",
        "--quiet",
        ...build(`trino://${host}:${server.addr.port}/hive/s`, out),
      ],
      env: { TRINO_USER: "analyst", TRINO_PASSWORD: "rahasia", NO_COLOR: "1", ...env },
    }).output();
    return new TextDecoder().decode(stderr);
  };
  const [untrusted, ofAnother, nowhere, trusted] = await Promise.all([
    saidAt("127.0.0.2", {}),
    saidAt("127.0.0.3", { DENO_CERT: cert }),
    saidAt("127.0.0.2", { DENO_CERT: `${cert}.old` }),
    saidAt("127.0.0.2", { DENO_CERT: cert }),
  ]);
  await server.shutdown();
  assertStringIncludes(untrusted, "expected a certificate that is trusted");
  assertStringIncludes(ofAnother, "expected a certificate of the host that the address");
  assertStringIncludes(
    nowhere,
    "expected a certificate in the file that DENO_CERT names",
  );
  assertStringIncludes(trusted, "expected a table that is there");
  assertEquals(asked, [`Basic ${btoa("analyst:rahasia")}`]); // and nobody else was told it
}
