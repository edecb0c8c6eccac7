import {
  type Counts,
  type Family,
  type Mutant,
  NotRead,
  type Outcome,
  type Place,
} from "./mutant.ts";

/** What is wrong with what came of a mutant, a line each; none if all is well. */
export function judge(
  family: Family,
  mutant: Mutant,
  honest: Mutant,
  { counts, found }: Outcome,
): string[] {
  const { label } = mutant;
  const faults: string[] = [];
  const said = found.map(({ words }) => words).slice(0, 3).join("; ");
  const isSeen = (at: Place, isErrorWanted: boolean) =>
    found.some((each) =>
      (each.isError || !isErrorWanted) &&
      (at.file === undefined || each.file === at.file) &&
      (at.row === undefined || each.row === at.row) &&
      (at.column === undefined || each.column === at.column)
    );
  if (counts === undefined && !found.some(({ isError }) => isError)) {
    faults.push("refused without a word");
  }
  if (label.is === "bad" && counts !== undefined) faults.push("accepted, though bad");
  if (label.is === "bad" || label.is === "warned") {
    if (!isSeen(label.at, label.is === "bad")) {
      faults.push(`no finding at ${JSON.stringify(label.at)}: ${said || "none at all"}`);
    }
  }
  if (label.is === "same" && counts === undefined) {
    faults.push(`refused, though harmless: ${said}`);
  }
  if (counts === undefined) return faults;
  if (label.is === "same" || label.is === "same or refused") {
    faults.push(...differences(counts, family.reference(honest), "the honest files"));
    return faults;
  }
  try {
    faults.push(...differences(counts, family.reference(mutant), "the reference"));
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    faults.push(`accepted, though the reference does not read it: ${error.message}`);
  }
  return faults;
}

/** How far a number may be from that of the reference: as it is rounded. */
function tolerance(key: string, value: number): number {
  if (/^(mean|claim mean)/.test(key)) return 1.01;
  if (key.startsWith("share")) return 1.01e-6;
  return 1e-6 * Math.max(1, Math.abs(value));
}

function differences(counts: Counts, reference: Counts, of: string): string[] {
  const keys = new Set([...counts.keys(), ...reference.keys()]);
  const other = [...keys].filter((key) => {
    const [got, wanted] = [counts.get(key) ?? 0, reference.get(key) ?? 0];
    return !(Math.abs(got - wanted) <= tolerance(key, wanted));
  });
  if (other.length === 0) return [];
  const [key] = other;
  return [
    `silently other than ${of} in ${other.length} numbers: ${key} is ` +
    `${counts.get(key!) ?? 0}, not ${reference.get(key!) ?? 0}`,
  ];
}
