/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { LETTERS } from "./shown_column.ts";

/** Dashes by which lines are told apart where colours are not. */
export const DASHES = ["", "9 4", "2.5 3", "11 3 2.5 3"] as const;

/** A column's letter with a piece of its line. */
export function Key({ place }: { readonly place: number }) {
  return (
    <span class={`key key-${place}`}>
      {LETTERS[place]}
      <svg width="28" height="8" aria-hidden="true">
        <line x1="0" y1="4" x2="28" y2="4" stroke-dasharray={DASHES[place]!} />
      </svg>
    </span>
  );
}
