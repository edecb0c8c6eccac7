import { assert, assertEquals, assertRejects } from "@std/assert";
import { Scratch } from "./scratch.ts";

Deno.test("Scratch removes what a killed process left, and nothing of a living one", async () => {
  const child = (ending: string) =>
    new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        "--quiet",
        ...["--config", "deno.dev.json", "--no-check"],
        `import { Scratch } from "${import.meta.resolve("./scratch.ts")}";
        console.log(new Scratch().folder);
        ${ending}`,
      ],
      stdout: "piped",
      stderr: "null",
      stdin: "piped",
    }).spawn();
  const firstLine = async ({ stdout }: Deno.ChildProcess) => {
    const { value } = await stdout.values().next();
    return new TextDecoder().decode(value).trim();
  };
  const living = child("await Deno.stdin.read(new Uint8Array(1));");
  const keptFolder = await firstLine(living);
  const killed = child(`Deno.kill(Deno.pid, "SIGKILL");`);
  const left = await firstLine(killed);
  assertEquals((await killed.status).signal, "SIGKILL");
  assert(Deno.statSync(left).isDirectory);
  using scratch = new Scratch();
  assertEquals(scratch.leftovers.includes(left), true);
  assertEquals(scratch.leftovers.includes(keptFolder), false);
  await assertRejects(() => Deno.stat(left), Deno.errors.NotFound);
  assert(Deno.statSync(keptFolder).isDirectory);
  living.kill("SIGKILL");
  await living.status;
  await living.stdin.abort();
  using next = new Scratch();
  assertEquals(next.leftovers.includes(keptFolder), true);
});
