import { assertEquals } from "@std/assert";
import { ATTACHED } from "./attached.ts";

/** Says when it starts and when it is asked to end. */
const PROGRAM = `trap 'echo ended >> "$0"; exit' TERM; echo started >> "$0"
while :; do sleep 0.05; done`;

/** Starts a program below a process that is killed at once. */
const KILLED_PARENT = `
const [attached, program, log] = Deno.args;
new Deno.Command("python3", { args: [attached, "sh", "-c", program, log] }).spawn();
while (!Deno.readTextFileSync(log).includes("started")) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
Deno.kill(Deno.pid, "SIGKILL");`;

/** Waits for a text in a file, at most ten seconds. */
async function untilSaid(log: string, word: string): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const text = await Deno.readTextFile(log);
    if (text.includes(word)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return await Deno.readTextFile(log);
}

Deno.test("attached.py ends a program when the parent of both is killed", async () => {
  const log = await Deno.makeTempFile();
  const { signal } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", KILLED_PARENT, ATTACHED, PROGRAM, log],
    stdin: "null",
  }).output();
  assertEquals(signal, "SIGKILL");
  assertEquals(await untilSaid(log, "ended"), "started\nended\n");
});

Deno.test("attached.py hands on a signal to end, and the exit code", async () => {
  const log = await Deno.makeTempFile();
  const child = new Deno.Command("python3", {
    args: [ATTACHED, "sh", "-c", PROGRAM, log],
    stdin: "null",
  }).spawn();
  await untilSaid(log, "started");
  child.kill("SIGTERM");
  assertEquals((await child.status).code, 0);
  assertEquals(await untilSaid(log, "ended"), "started\nended\n");
  const { code } = await new Deno.Command("python3", {
    args: [ATTACHED, "sh", "-c", "exit 7"],
  }).output();
  assertEquals(code, 7);
});
