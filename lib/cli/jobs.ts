/**
 * Jobs that are computed in this process and by workers beside it. Results stand in the order
 * of the jobs, whoever computed them.
 */

/** What one job computes, once the task of all is known. */
export type RunJob<Job, Result> = (job: Job) => Result;

/** Who computes jobs. */
export interface Crew<Task, Job, Result> {
  /** What all jobs need: plain data, which a worker gets a copy of. */
  readonly task: Task;
  /** Computes jobs of the task in this process. */
  readonly runnerOf: (task: Task) => RunJob<Job, Result>;
  /** The module of a worker that does the same, by {@linkcode serveJobs}. */
  readonly worker: URL;
  /** How many workers beside this process; with none all is computed here. */
  readonly workers: number;
}

/** Jobs, and who computes them. */
export interface Jobs<Task, Job, Result> extends Crew<Task, Job, Result> {
  readonly jobs: readonly Job[];
  /** Called after each job, with the number of those done. */
  readonly onDone?: (done: number) => void;
}

/** This process and its workers, for several sets of jobs of one task, one after the other. */
export interface JobRunner<Job, Result> {
  /**
   * Computes all jobs; gives a result a job, in their order. Not to be called while others
   * are computed.
   *
   * @throws What a job throws in this process; the workers, who have others of its set, end.
   */
  run(jobs: readonly Job[], onDone?: (done: number) => void): Promise<Result[]>;
  /** Ends the workers. */
  end(): void;
}

/** Jobs that a worker has at once, so that it need not wait for the next. */
const AHEAD = 2;

/** What a worker says: that it is there, what came of a job, or that it cannot do it. */
type Said<Result> =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly place: number; readonly result: Result }
  | { readonly kind: "failed" };

/**
 * Computes all jobs, in this process and by workers, which end with them.
 *
 * @returns A result a job, in their order.
 * @throws What a job throws in this process.
 */
export async function runJobs<Task, Job, Result>(
  { jobs, onDone, workers, ...crew }: Jobs<Task, Job, Result>,
): Promise<Result[]> {
  const runner = startWorkers({ ...crew, workers: Math.min(workers, jobs.length) });
  try {
    return await runner.run(jobs, onDone);
  } finally {
    runner.end();
  }
}

/** A worker, and what it has to do. */
interface Thread {
  readonly worker: Worker;
  /** Places of the jobs that it has. */
  readonly given: Set<number>;
  /** Whether it has said so: one that cannot be loaded may never say anything. */
  isReady: boolean;
}

/**
 * Starts workers, who load what they need while this process goes on. A worker that cannot be
 * started, or fails, is done without: its jobs are computed here, so that an error is the one
 * of the first job that has one, however many workers there are.
 */
export function startWorkers<Task, Job, Result>(
  { task, runnerOf, worker, workers }: Crew<Task, Job, Result>,
): JobRunner<Job, Result> {
  let runHere: RunJob<Job, Result> | undefined;
  let threads: Thread[] = [];
  let jobs: readonly Job[] = [];
  let waiting: number[] = [];
  let results = new Map<number, Result>();
  let onDone = (_done: number) => {};
  let heard = () => {};
  const keep = (place: number, result: Result) => {
    results.set(place, result);
    onDone(results.size);
  };
  const give = ({ worker, given }: Thread) => {
    while (given.size < AHEAD && waiting.length > 0) {
      const place = waiting.shift()!;
      given.add(place);
      worker.postMessage({ place, job: jobs[place] });
    }
  };
  const leave = (thread: Thread) => {
    threads = threads.filter((each) => each !== thread);
    waiting.push(...thread.given);
    thread.given.clear();
    waiting.sort((a, b) => a - b);
    thread.worker.terminate();
    heard();
  };
  const end = () => {
    for (const thread of threads) thread.worker.terminate();
    threads = [];
  };
  const start = () => {
    const thread = {
      worker: new Worker(worker, MODULE),
      given: new Set<number>(),
      isReady: false,
    };
    threads.push(thread);
    thread.worker.onmessage = ({ data }: MessageEvent<Said<Result>>) => {
      if (data.kind === "failed") return leave(thread);
      if (data.kind === "ready") thread.isReady = true;
      else {
        thread.given.delete(data.place);
        keep(data.place, data.result);
      }
      give(thread);
      heard();
    };
    thread.worker.onmessageerror = () => leave(thread);
    thread.worker.onerror = (event) => {
      event.preventDefault();
      leave(thread);
    };
    thread.worker.postMessage({ task });
  };
  try {
    while (threads.length < workers) start();
  } catch (error) {
    end();
    throw error;
  }
  return {
    end,
    run: async (all, tell = () => {}) => {
      [jobs, waiting, results, onDone] = [all, all.map((_, i) => i), new Map(), tell];
      threads.filter(({ isReady }) => isReady).forEach(give);
      while (results.size < jobs.length) {
        const place = waiting.shift();
        if (place === undefined) {
          await new Promise<void>((resolve) => heard = resolve);
          continue;
        }
        runHere ??= runnerOf(task);
        try {
          keep(place, runHere(jobs[place]!));
        } catch (error) {
          end(); // what a worker still says of this set is nothing of the next one
          // One before it that a worker has may fail as well: that is the first one then.
          for (let before = 0; before < place; before++) {
            if (!results.has(before)) runHere(jobs[before]!);
          }
          throw error;
        }
        if (threads.length > 0) await new Promise((resolve) => setTimeout(resolve));
      }
      return jobs.map((_, place) => results.get(place)!);
    },
  };
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
