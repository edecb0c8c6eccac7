import { reproduceCommand } from "./reproduce.ts";
import { type CommandResult, runTask } from "./run_for_test.ts";

/** What `reproduce` wrote and said, once in a process of its own and once here. */
export interface Reproduced {
  /** Folder that `deno task reproduce` wrote. */
  readonly folder: string;
  /** Folder that the command wrote again, without a process. */
  readonly again: string;
  /** What the task said. */
  readonly result: CommandResult;
}

/**
 * Names the folder of this run's builds. Every test file has modules of its own, the
 * process and its environment are shared by all: so they build once, and the next run,
 * another process, builds anew.
 */
const FOLDER_OF_THIS_RUN = "JKP_TEST_REPRODUCED";

/** The whole report, built once a run of the tests: read it, do not change it. */
export async function reproduced(): Promise<Reproduced> {
  const made = Deno.env.get(FOLDER_OF_THIS_RUN);
  const root = made ?? await build();
  Deno.env.set(FOLDER_OF_THIS_RUN, root);
  return {
    folder: `${root}/first`,
    again: `${root}/again`,
    result: JSON.parse(await Deno.readTextFile(`${root}/result.json`)),
  };
}

async function build(): Promise<string> {
  const root = await Deno.makeTempDir();
  const result = await runTask("reproduce", "--out", `${root}/first`);
  await Deno.writeTextFile(`${root}/result.json`, JSON.stringify(result));
  await reproduceCommand(["--out", `${root}/again`], () => {});
  return root;
}
