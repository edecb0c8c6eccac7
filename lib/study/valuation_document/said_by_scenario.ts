/** What is said of one scenario. */
interface Said {
  readonly title: string;
  readonly words: string | undefined;
}

/** What is said of each scenario: once, where it is the same of all, or of some; or nothing. */
export function saidByScenario(said: readonly Said[]): string {
  const known = said.flatMap(({ title, words }) =>
    words === undefined ? [] : [{ title, words }]
  );
  const groups = [...Map.groupBy(known, ({ words }) => words)];
  if (groups.length === 0) return "";
  if (groups.length === 1) return groups[0]![0];
  return groups.map(([words, of]) =>
    `${of.map(({ title }) => title).join(", ")}: ${words}`
  ).join("; ");
}
