import type { DataFrame } from "nodejs-polars";
import { HASH_SEEDS, trimmed } from "../decode/encoded_frame.ts";
import type { SpellFolder } from "../folder/spell_folder.ts";
import { madeOnce } from "../source/made_once.ts";
import { polars } from "../source/polars.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import type { Tally } from "./tally.ts";

/**
 * What ids look like, to see at little cost that no two can agree but for leading zeros or
 * case: all of one length, or none with a zero before; and no letters, or small ones or
 * capitals alone.
 */
export class IdForms {
  /** Rows looked at. */
  rows = 0;
  #shortest = Infinity;
  #longest = 0;
  #hasLeadingZero = false;
  #hasSmall = false;
  #hasCapital = false;

  /** Whether two ids may agree but for zeros and case. */
  get mayBeAlike(): boolean {
    const mayLackZeros = this.#hasLeadingZero && this.#shortest < this.#longest;
    return mayLackZeros || (this.#hasSmall && this.#hasCapital);
  }

  /**
   * Takes a batch in; gives whether all its ids are plain: of printable ASCII without small
   * letters, as one look can tell.
   */
  look(frame: DataFrame, memberId: string): boolean {
    this.rows += frame.height;
    if (frame.getColumn(memberId).isNumeric()) return true;
    const id = () => polars.col(memberId).cast(polars.Utf8);
    const has = (letters: string) => id().str.contains(letters).any();
    const [shortest, longest, hasLeadingZero, isOdd] = frame.select(
      ...madeOnce(["forms of ids", memberId], () => [
        id().str.lengths().min().alias("shortest"),
        id().str.lengths().max().alias("longest"),
        id().str.startsWith("0").any().alias("zero"),
        has("[^ -`{-~]").alias("odd"),
      ]),
    ).row(0);
    const one = (of: ReturnType<typeof id>): unknown => frame.select(of).row(0)[0];
    this.#shortest = Math.min(this.#shortest, Number(shortest ?? Infinity));
    this.#longest = Math.max(this.#longest, Number(longest ?? 0));
    this.#hasLeadingZero ||= hasLeadingZero === true;
    this.#hasCapital ||= one(has("[A-Z]")) === true;
    this.#hasSmall ||= isOdd === true && one(has("[a-z]")) === true;
    return isOdd !== true;
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
  const { expected, value } = tally.words.check;
  tally.find("ids_alike", {
    file: folder.files.length === 1 ? first.file.path : folder.path,
    column: first.reading.memberId,
    value: value.personsUnderIds(persons.height, persons.getColumn("ids").sum()),
    expected: expected.differingIds,
  });
}
