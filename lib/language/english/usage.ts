/** What is wrong with how a command was called. */
export const usage = {
  /** What is said of a value, after the option's name. */
  wants: (option: string, wanted: string, got: string) =>
    `${option} wants ${wanted}, got ${got}`,
  wanted: (what: string, got: string) => `${what} is wanted, got ${got}`,
  unknown: (option: string) => `Unknown option ${option}`,
  nothing: "nothing",
  both: "both",
  noValue: (option: string, got: string) => `${option} wants no value, got ${got}`,
  aValue: "a value",
  once: (option: string, got: string) => `${option} is wanted once, got ${got}`,
  and: " and ",
  or: " or ",
  orPath: (names: string) => `${names} or a path`,
  help: (command: string) => `deno task ${command} --help explains its options.`,
  usage: "Usage:",
  options: "options",
  month: "YYYY-MM",
  eachNameOnce: "each name once",
  again: (names: string) => `${names} again`,
  oneFolder: "one folder",
  oneHistory: "one HISTORY",
  suggest: "--suggest",
  historyCsv: "a HISTORY ending in .csv",
  memberOrOut: "--member or --out",
  memberOf: (file: string) => `a member_id of ${file}`,
  quantity: "NAME=AMOUNT such as minimum_wage=1570922",
  quantityOf: (names: readonly string[]) =>
    `${
      names.length === 0 ? "no quantity" : `one of ${names.join(", ")}`
    } with these designs`,
  newFile: "a file that is not there yet",
  notOver: (files: readonly string[]) =>
    `${files.join(" and ")} ${files.length === 1 ? "is" : "are"} there and not written ` +
    "over: move them away to draft them anew",
};
