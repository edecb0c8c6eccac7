/**
 * Jobs that are computed in this process and by workers beside it. Results stand in the order
 * of the jobs, whoever computed them.
 */

/** What one job computes, once the task of all is known. */
export type RunJob<Job, Result> = (job: Job) => Result;

/** Jobs, and how they are computed. */
export interface Jobs<Task, Job, Result> {
  /** What all jobs need: plain data, which a worker gets a copy of. */
  readonly task: Task;
  readonly jobs: readonly Job[];
  /** Computes jobs of the task in this process. */
  readonly runnerOf: (task: Task) => RunJob<Job, Result>;
  /** The module of a worker that does the same, by {@linkcode serveJobs}. */
  readonly worker: URL;
  /** How many workers beside this process; with none all is computed here. */
  readonly workers: number;
  /** Called after each job, with the number of those done. */
  readonly onDone?: (done: number) => void;
}

/** Jobs that a worker has at once, so that it need not wait for the next. */
const AHEAD = 2;

/** What a worker says: that it is there, what came of a job, or that it cannot do it. */
type Said<Result> =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly place: number; readonly result: Result }
  | { readonly kind: "failed" };

/**
 * Computes all jobs, in this process and by workers. A worker that cannot be started, or
 * fails, is done without: its jobs are computed here, so that an error is the one of the
 * first job that has one, however many workers there are.
 *
 * @returns A result a job, in their order.
 * @throws What a job throws in this process.
 */
export async function runJobs<Task, Job, Result>(
  { task, jobs, runnerOf, worker, workers, onDone = () => {} }: Jobs<Task, Job, Result>,
): Promise<Result[]> {
  const runHere = runnerOf(task);
  const results = new Map<number, Result>();
  const waiting = jobs.map((_, place) => place);
  const keep = (place: number, result: Result) => {
    results.set(place, result);
    onDone(results.size);
  };
  const threads: Worker[] = [];
  let heard = () => {};
  const startWorker = () => {
    const given = new Set<number>();
    const thread = new Worker(worker, MODULE);
    threads.push(thread);
    const give = () => {
      while (given.size < AHEAD && waiting.length > 0) {
        const place = waiting.shift()!;
        given.add(place);
        thread.postMessage({ place, job: jobs[place] });
      }
    };
    const leave = () => {
      waiting.push(...given);
      waiting.sort((a, b) => a - b);
      given.clear();
      thread.terminate();
      heard();
    };
    thread.onmessage = ({ data }: MessageEvent<Said<Result>>) => {
      if (data.kind === "failed") return leave();
      if (data.kind === "done") {
        given.delete(data.place);
        keep(data.place, data.result);
      }
      give();
      heard();
    };
    thread.onmessageerror = leave;
    thread.onerror = (event) => {
      event.preventDefault();
      leave();
    };
    thread.postMessage({ task });
  };
  try {
    while (threads.length < Math.min(workers, jobs.length)) startWorker();
    while (results.size < jobs.length) {
      const place = waiting.shift();
      if (place === undefined) {
        await new Promise<void>((resolve) => heard = resolve);
        continue;
      }
      try {
        keep(place, runHere(jobs[place]!));
      } catch (error) {
        // One before it that a worker has may fail as well: that is the first one then.
        for (let before = 0; before < place; before++) {
          if (!results.has(before)) runHere(jobs[before]!);
        }
        throw error;
      }
      if (threads.length > 0) await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    for (const thread of threads) thread.terminate();
  }
  return jobs.map((_, place) => results.get(place)!);
}

const MODULE = { type: "module" } as const;

/** What a worker has of the page or process that it works for. */
interface WorkerScope {
  onmessage: (event: MessageEvent) => void;
  postMessage(message: unknown): void;
}

/** Makes a module a worker that computes jobs of the task that it is told first. */
export function serveJobs<Task, Job, Result>(
  runnerOf: (task: Task) => RunJob<Job, Result>,
): void {
  const scope = globalThis as unknown as WorkerScope;
  const say = (said: Said<Result>) => scope.postMessage(said);
  let run: RunJob<Job, Result>;
  scope.onmessage = ({ data }) => {
    try {
      if ("task" in data) {
        run = runnerOf(data.task);
        say({ kind: "ready" });
      } else {
        say({ kind: "done", place: data.place, result: run(data.job) });
      }
    } catch {
      say({ kind: "failed" }); // the process finds the same error, and words it
    }
  };
}
