/** Where our number for a printed one comes from; {@link KINDS} says what each means. */
export type Kind =
  | "model"
  | "experience"
  | "open"
  | "arithmetic"
  | "chosen"
  | "calibrated"
  | "input"
  | "none";

/** What a kind is called, what it means, and whether an equal number is a reproduction. */
interface KindOfNumber {
  readonly words: string;
  readonly sentence: string;
  readonly counts: boolean;
}

/** The kinds of the ledger, those that count first. */
export const KINDS: { readonly [Name in Kind]: KindOfNumber } = {
  model: {
    words: "model",
    sentence: "computed by the valuation, the projection of population or a claim",
    counts: true,
  },
  experience: {
    words: "extract",
    sentence: "computed from recorded data",
    counts: true,
  },
  open: {
    words: "open statistics",
    sentence: "computed from public statistics",
    counts: true,
  },
  arithmetic: {
    words: "arithmetic",
    sentence: "follows from other printed numbers, so that it shows nothing of its own",
    counts: false,
  },
  chosen: {
    words: "chosen",
    sentence: "the formula or the switch was picked with this number in view",
    counts: false,
  },
  calibrated: {
    words: "fitted",
    sentence: "the synthetic data or a scalar of the reading was fitted to it",
    counts: false,
  },
  input: {
    words: "shown back",
    sentence: "typed from the report or from a law, or left blank by a table's layout",
    counts: false,
  },
  none: {
    words: "none",
    sentence: "there is no number of ours",
    counts: false,
  },
};

/** Whether a number of a kind is a reproduction where it is equal. */
export function countsAsReproduced(kind: Kind): boolean {
  return KINDS[kind].counts;
}

/** Every kind in a sentence. */
export const KIND_LEGEND = Object.values(KINDS)
  .map(({ words, sentence }) =>
    `${words[0]!.toUpperCase()}${words.slice(1)}: ${sentence}.`
  )
  .join(" ") +
  " Only the first three count as reproduced, a number that is printed in " +
  "several places once.";
