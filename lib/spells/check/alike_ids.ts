import type { DataFrame } from "nodejs-polars";
import { trimmed } from "../decode/encoded_frame.ts";
import type { SpellFolder } from "../folder/spell_folder.ts";
import { polars } from "../source/polars.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import type { Tally } from "./tally.ts";

/** Seeds of the hash of ids. */
const HASH_SEEDS = [2021, 7, 37, 60] as const;

/** Ids of a batch that are looked through at most. */
const MOST_LOOKED_THROUGH = 50_000;

/**
 * What ids look like, to see at little cost that no two can agree but for leading zeros or
 * case: none has a zero before, or all are of one length; and no letters, or small ones or
 * capitals alone. Of many ids the last in the alphabet and a sample are looked through for
 * letters.
 */
export class IdForms {
  /** Rows looked at. */
  rows = 0;
  readonly #lengths = new Set<number>();
  #hasUnmeasured = false;
  #hasLeadingZero = false;
  #hasSmall = false;
  #hasCapital = false;

  /** Whether two ids may agree but for zeros and case. */
  get mayBeAlike(): boolean {
    const mayLackZeros = this.#hasLeadingZero &&
      (this.#lengths.size > 1 || this.#hasUnmeasured);
    return mayLackZeros || (this.#hasSmall && this.#hasCapital);
  }

  /** Takes a batch in. */
  look(frame: DataFrame, memberId: string): void {
    this.rows += frame.height;
    if (this.mayBeAlike || frame.getColumn(memberId).isNumeric()) return;
    const id = polars.col(memberId).cast(polars.Utf8);
    const ask = (question: typeof id): unknown => frame.select(question).row(0)[0];
    this.#hasLeadingZero ||= ask(id.str.startsWith("0").any()) === true;
    const some = frame.height > MOST_LOOKED_THROUGH
      ? frame.select(polars.col(memberId)).gatherEvery(
        Math.ceil(frame.height / MOST_LOOKED_THROUGH),
      )
      : frame;
    const has = (rows: DataFrame, letters: string) =>
      rows.select(id.str.contains(letters).any()).row(0)[0] === true;
    const beginsSmall = String(ask(id.max()) ?? "") >= "a";
    this.#hasSmall ||= beginsSmall || has(some, "[a-z]");
    this.#hasCapital ||= has(this.#hasSmall ? frame : some, "[A-Z]");
    if (this.#hasLeadingZero) {
      const length = id.str.lengths();
      for (const end of [length.min(), length.max()]) {
        this.#lengths.add(Number(ask(end) ?? 0));
      }
    } else {
      this.#hasUnmeasured = true;
    }
  }
}

/**
 * Counts persons that stand under several ids, as it happens when a spreadsheet takes ids
 * for numbers, or one of two systems writes them in small letters: the ids of all files are
 * read once more if their forms allow it.
 */
export async function checkIdsAlike(
  folder: SpellFolder,
  forms: IdForms,
  tally: Tally,
): Promise<void> {
  tally.checked("ids_alike", forms.rows);
  const [first] = folder.files;
  if (first === undefined || !forms.mayBeAlike) return;
  const pairs: DataFrame[] = [];
  for (const { file, reading: { memberId } } of folder.files) {
    await untilUnreadable(file.rows([memberId]), ({ frame }) => {
      const id = trimmed(frame, memberId);
      const alike = id.str.toLowerCase().str.replace("^0+", "");
      pairs.push(
        frame.select(
          id.hash(...HASH_SEEDS).alias("id"),
          alike.hash(...HASH_SEEDS).alias("alike"),
        ).unique(),
      );
    });
  }
  const persons = polars.concat(pairs).unique().groupBy("alike")
    .agg(polars.col("id").count().alias("ids"))
    .filter(polars.col("ids").gt(1));
  if (persons.height === 0) return;
  const count = (value: number) => value.toLocaleString("en");
  tally.find("ids_alike", {
    file: folder.files.length === 1 ? first.file.path : folder.path,
    column: first.reading.memberId,
    value: `${count(persons.height)} ${persons.height === 1 ? "person" : "persons"} ` +
      `under ${count(persons.getColumn("ids").sum())} ids`,
    expected: "ids that differ by more than leading zeros and case",
  });
}
