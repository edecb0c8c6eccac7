/** A permission that a command can let go. */
export type Letting = "env" | "ffi" | "run" | "sys" | "write";

/** Lets permissions go that a command needs no longer. */
export type LetGo = (...names: readonly Letting[]) => void;

/** Lets them go for the rest of the process. */
export const letGoInProcess: LetGo = (...names) => {
  for (const name of names) Deno.permissions.revokeSync({ name });
};

/** For who runs a command among others: the process keeps what it has. */
export const keepAll: LetGo = () => {};
