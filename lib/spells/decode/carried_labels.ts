/** Most labels that a carried column may have: it is there to group by. */
export const MOST_CARRIED_LABELS = 2000;

/** Code that stands for every label past the most. */
export const FURTHER_LABELS = MOST_CARRIED_LABELS;

/** Numbers the labels of a carried column as they come. */
export class CarriedLabels {
  readonly #codes = new Map<string, number>();

  /** Labels in the order of their codes. */
  get labels(): string[] {
    const labels = [...this.#codes.keys()];
    return this.isFull ? [...labels, "(further labels)"] : labels;
  }

  /** Whether there were more labels than a column to group by can have. */
  get isFull(): boolean {
    return this.#codes.size === MOST_CARRIED_LABELS;
  }

  /**
   * The code of a trimmed label, new or known; `FURTHER_LABELS` when no more are taken.
   */
  code(label: string): number {
    const known = this.#codes.get(label);
    if (known !== undefined) return known;
    if (this.isFull) return FURTHER_LABELS;
    this.#codes.set(label, this.#codes.size);
    return this.#codes.size - 1;
  }
}
