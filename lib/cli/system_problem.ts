/** What the system says, in words, by its own code. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "reading or writing is not permitted",
  EPERM: "reading or writing is not permitted",
  EROFS: "the disk is read-only",
  EMFILE: "too many files are open (ulimit -n says how many can be)",
  ENFILE: "too many files are open on this machine",
  ENOENT: "there is no such file or folder",
  EEXIST: "something of that name is there",
  ENOTDIR: "a file stands where a folder is wanted",
  EISDIR: "a folder stands where a file is wanted",
  ENOTEMPTY: "the folder is not empty",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the links lead in a circle",
  EIO: "the disk does not answer",
  EBUSY: "another program uses it",
  EFBIG: "the file is too big for the disk",
  ENOMEM: "the memory is used up",
};

/** Codes of Linux, which native libraries give without their names. */
const NUMBERS: Readonly<Record<string, string>> = {
  1: "EPERM",
  2: "ENOENT",
  5: "EIO",
  12: "ENOMEM",
  13: "EACCES",
  17: "EEXIST",
  20: "ENOTDIR",
  21: "EISDIR",
  23: "ENFILE",
  24: "EMFILE",
  28: "ENOSPC",
  30: "EROFS",
  36: "ENAMETOOLONG",
  39: "ENOTEMPTY",
  40: "ELOOP",
  122: "EDQUOT",
};

/** Errors that Deno makes itself, without a code. */
const CLASSES: readonly (readonly [new (message: string) => Error, string])[] = [
  [Deno.errors.NotFound, "ENOENT"],
  [Deno.errors.PermissionDenied, "EACCES"],
  [Deno.errors.AlreadyExists, "EEXIST"],
  [Deno.errors.NotADirectory, "ENOTDIR"],
  [Deno.errors.IsADirectory, "EISDIR"],
  [Deno.errors.FilesystemLoop, "ELOOP"],
];

/** Hidden folders in which sets of files are made: their owner does not know of them. */
const STAGING = /\/?\.jkp-staging-[^/']*/;

/**
 * Words what the system refused, in a line; `undefined` if the error is of another kind.
 */
export function systemProblem(error: Error): string | undefined {
  // What Deno keeps from programs that have not all permissions: /proc, /sys, most of /dev.
  const [, kept] = error instanceof Deno.errors.NotCapable
    ? /^Requires all access to "([^"]+)"/.exec(error.message) ?? []
    : [];
  if (kept !== undefined) {
    return `Cannot use ${kept.replace(STAGING, "")}: it is in a folder of the system, ` +
      "which is closed to this program; take another";
  }
  const { code: given } = error as { readonly code?: unknown };
  const [, number = ""] = /\(os error (\d+)\)/.exec(error.message) ?? [];
  const code = typeof given === "string" && given in WORDS
    ? given
    : NUMBERS[number] ?? CLASSES.find(([kind]) => error instanceof kind)?.[1];
  if (code === undefined) return undefined;
  const [, path] = /: \w+ '([^']+)'/.exec(error.message) ?? [];
  const what = path === undefined ? "go on" : `use ${path.replace(STAGING, "")}`;
  return `Cannot ${what}: ${WORDS[code]}`;
}
