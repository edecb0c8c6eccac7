/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from "preact";
import type { ExplorerData } from "../explorer_data.ts";
import type { View } from "../view.ts";
import { Explorer } from "./explorer.tsx";
import { parseViewAddress } from "./interim_address.ts";

/** What a page is given. */
interface Given {
  readonly data: ExplorerData;
  readonly view: View;
}

performance.mark("explorer-start");
const { data, view }: Given = JSON.parse(document.querySelector("#data")!.textContent!);
const root = document.querySelector("#explorer")!;
/** A page within another, as in a notebook, has no address of its own. */
const hasAddress = location.protocol !== "about:";

function show(): void {
  const { hash } = location;
  const read = hasAddress && hash.length > 1
    ? parseViewAddress(data, hash)
    : { view, problems: [] };
  render(null, root);
  render(<Explorer data={data} hasAddress={hasAddress} {...read} />, root);
}

show();
// Somebody wrote another view into the address: the page's own changes are no such event.
addEventListener("hashchange", show);
performance.measure("explorer-first", "explorer-start");
