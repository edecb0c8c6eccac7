/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from "preact";
import type { ExplorerData } from "../explorer_data.ts";
import { findValuation } from "../find_valuation.ts";
import { valueColumn } from "../value_view.ts";
import type { View } from "../view.ts";

/** What a page is given. */
interface Given {
  readonly data: ExplorerData;
  readonly view: View;
}

function Explorer({ data, view }: Given) {
  const valuation = findValuation(data, view.valuation);
  return (
    <ul>
      {view.columns.map((column) => (
        <li key={column.design}>
          {column.design}:{" "}
          {(100 * valueColumn(valuation, column, view.trialRate).suggestedRate).toFixed(
            2,
          )}
        </li>
      ))}
    </ul>
  );
}

const given: Given = JSON.parse(document.querySelector("#data")!.textContent!);
render(<Explorer {...given} />, document.querySelector("#explorer")!);
