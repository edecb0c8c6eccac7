import { assertEquals, assertRejects } from "@std/assert";
import { runJobs, serveJobs, startWorkers } from "./jobs.ts";

/** Doubles numbers; refuses 7 and 8, and in a worker 5 too. */
const doubler =
  (isWorker: boolean) => (task: { readonly times: number }) => (job: number): number => {
    if (job === 7 || job === 8) throw new RangeError(`Cannot double ${job}`);
    if (job === 5 && isWorker) throw new Error("a worker has no five");
    return task.times * job;
  };

// As a worker this module is loaded again, and there it serves.
if (
  typeof (globalThis as { DedicatedWorkerGlobalScope?: unknown })
    .DedicatedWorkerGlobalScope === "function"
) {
  serveJobs(doubler(true));
}

/** What is no module, as where workers may not read one. */
const NO_MODULE = new URL("data:text/plain,");

const TASK = {
  task: { times: 2 },
  runnerOf: doubler(false),
  worker: new URL(import.meta.url),
};

Deno.test("runJobs() gives the same results in the same order with any number of workers", async () => {
  const jobs = Array.from({ length: 40 }, (_, i) => 10 + i);
  for (const workers of [0, 1, 3]) {
    let most = 0;
    const results = await runJobs({
      ...TASK,
      jobs,
      workers,
      onDone: (done) => most = done,
    });
    assertEquals(results, jobs.map((job) => 2 * job));
    assertEquals(most, 40);
  }
});

Deno.test("runJobs() has jobs computed by a worker while this process is at another", async () => {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  const results = await runJobs({
    ...TASK,
    task: { times: 3 },
    runnerOf: () => (job: number) => {
      Atomics.wait(nobody, 0, 0, 10);
      return -job;
    },
    jobs: Array.from({ length: 3000 }, (_, i) => 10 + i),
    workers: 1,
  });
  // The worker multiplies; it has begun long before all is done here, at 10 ms a job.
  assertEquals(results.some((result) => result > 0), true);
  assertEquals(
    results.every((result, i) => result === 3 * (10 + i) || result === -(10 + i)),
    true,
  );
});

Deno.test("runJobs() computes here what a worker cannot, or without workers", async () => {
  assertEquals(await runJobs({ ...TASK, jobs: [5, 5, 5, 5, 6], workers: 2 }), [
    10,
    10,
    10,
    10,
    12,
  ]);
  assertEquals(
    await runJobs({ ...TASK, worker: NO_MODULE, jobs: [1, 2, 3], workers: 2 }),
    [2, 4, 6],
  );
});

Deno.test("runJobs() throws the error of the first job that has one", async () => {
  for (const workers of [0, 2]) {
    await assertRejects(
      () => runJobs({ ...TASK, jobs: [1, 2, 7, 3, 8], workers }),
      RangeError,
      "Cannot double 7",
    );
  }
});

Deno.test("startWorkers() leaves none behind if the task cannot be sent, or a job throws", async () => {
  const { Worker } = globalThis;
  let running = 0;
  globalThis.Worker = class extends Worker {
    constructor(...of: ConstructorParameters<typeof Worker>) {
      super(...of);
      running++;
    }
    override terminate() {
      super.terminate();
      running--;
    }
  };
  try {
    const task = { times: 2, notPlain: () => {} };
    await assertRejects(
      () => runJobs({ ...TASK, task, jobs: [1, 2], workers: 2 }),
      DOMException,
      "could not be cloned",
    );
    assertEquals(running, 0);
    const runner = startWorkers({ ...TASK, workers: 2 });
    await assertRejects(() => runner.run([7]), RangeError, "Cannot double 7");
    assertEquals(running, 0);
    assertEquals(await runner.run([1, 2]), [2, 4]);
  } finally {
    globalThis.Worker = Worker;
  }
  assertEquals(running, 0);
});
