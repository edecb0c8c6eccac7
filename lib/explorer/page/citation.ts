import { keyInWords } from "@jkp/exhibit";
import type { Words } from "@jkp/language";
import { CHANGEABLE_NAMES } from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import type { View } from "../view.ts";
import { rateText } from "./rate_text.ts";
import { isRunning, type ShownColumn } from "./shown_column.ts";

/** A view as it is shown, and where. */
interface Cited {
  readonly valuation: ExplorerValuation;
  readonly view: View;
  readonly columns: readonly ShownColumn[];
  /** Key of the valuation's results as filed, if it is known. */
  readonly key: string | undefined;
  /** Where the view is seen; nothing if it has no address. */
  readonly address: string;
}

/** Signs of a key that a citation has: as many as tell it from all others. */
const KEY_LENGTH = 16;

/**
 * A view as a text cites it: what computed it, from which valuation, with what changed, what
 * came out, and where it is seen.
 */
export function citationOf(
  { valuation, view: { trialRate }, columns, key, address }: Cited,
  words: Words,
): string {
  const { explorer: said, number } = words;
  const { citation: cite } = said;
  const { file, label } = valuation;
  const parts = columns.map(({ column, scenarioTitle, value }) => {
    const changes = CHANGEABLE_NAMES.flatMap((name) =>
      column.changes[name] === undefined ? [] : [`${name}=${column.changes[name]}`]
    );
    const rate = value === null
      ? said.cannot
      : `${
        isRunning(valuation)
          ? said.costIn(number(value.longest.valuation.years[0]!.year, 0, false))
          : said.suggested
      } ${rateText(valuation, value.longest, words)}`;
    return [
      cite.column(column.design, scenarioTitle),
      changes.length === 0 ? cite.asFiled : cite.changed(changes.join(", ")),
      rate,
    ].join(", ");
  });
  return [
    `${cite.explorer}: ${cite.valuation(file.name, file.valuationDate)}`,
    cite.reading(keyInWords(valuation.reading)),
    ...(key === undefined ? [] : [cite.key(key.slice(0, KEY_LENGTH))]),
    ...parts,
    ...(trialRate === null ? [] : [`${said.trialRate} ${number(100 * trialRate, 2)} %`]),
    ...(label.isSynthetic ? [cite.synthetic] : []),
    ...(address === "" ? [] : [address]),
  ].join("; ") + (address === "" ? "." : "");
}
