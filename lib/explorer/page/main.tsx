/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from "preact";
import type { ExplorerData } from "../explorer_data.ts";
import { answerPage } from "../range_worker.ts";
import { parseViewAddress } from "../view_address.ts";
import type { View } from "../view.ts";
import { Explorer } from "./explorer.tsx";

/** What a page is given. */
interface Given {
  readonly data: ExplorerData;
  readonly view: View;
  /** Keys of the valuations' results as filed, by name. */
  readonly keys: Readonly<Record<string, string>>;
}

function showPage(): void {
  performance.mark("explorer-start");
  const text = document.querySelector("#data")!.textContent!;
  const { data, view, keys }: Given = JSON.parse(text);
  const root = document.querySelector("#explorer")!;
  // The page's one script is also its worker's.
  const script = document.currentScript!.textContent!;
  // A page within another, as in a notebook, has no address of its own.
  const hasAddress = location.protocol !== "about:";
  const show = () => {
    const { hash } = location;
    const read = hasAddress && hash.length > 1
      ? parseViewAddress(data, hash)
      : { view, problems: [] };
    render(null, root);
    render(
      <Explorer
        data={data}
        keys={keys}
        script={script}
        hasAddress={hasAddress}
        {...read}
      />,
      root,
    );
  };
  show();
  // Somebody wrote another view into the address: the page's own changes are no such event.
  addEventListener("hashchange", show);
  performance.measure("explorer-first", "explorer-start");
}

if (typeof document === "undefined") answerPage();
else showPage();
