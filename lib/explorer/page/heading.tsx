/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { Words } from "@jkp/language";
import type { ExplorerValuation } from "../explorer_data.ts";

/** The heading of a part with numbers, which says so if their data are synthetic. */
export function Heading({ id, valuation, words, children }: {
  readonly id: string;
  readonly valuation: ExplorerValuation;
  readonly words: Words;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="heading">
      <h2 id={id}>{children}</h2>
      {valuation.label.isSynthetic && (
        <strong class="badge">{words.explorer.synthetic}</strong>
      )}
    </div>
  );
}
