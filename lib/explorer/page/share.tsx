/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import { useState } from "preact/hooks";

interface ShareProps {
  /** The page's address with the view; nothing where there is none, as in a notebook. */
  readonly address: string;
  readonly citation: string;
  readonly words: Words;
}

/** The link to a view, and how it is cited. */
export function Share({ address, citation, words }: ShareProps) {
  const { explorer: said } = words;
  return (
    <section class="share" aria-labelledby="share-heading">
      <h2 id="share-heading">{said.share}</h2>
      <h3>{said.cite}</h3>
      <p class="citation">{citation}</p>
      <p class="buttons">
        {address !== "" && (
          <CopyButton text={address} title={said.copyLink} done={said.copied} />
        )}
        <CopyButton text={citation} title={said.copyCitation} done={said.copied} />
      </p>
    </section>
  );
}

function CopyButton({ text, title, done }: {
  readonly text: string;
  readonly title: string;
  readonly done: string;
}) {
  const [copied, setCopied] = useState("");
  return (
    <button
      type="button"
      onClick={async () => {
        await copyText(text);
        setCopied(text);
      }}
    >
      {title}
      <span role="status">{copied === text ? ` · ${done}` : ""}</span>
    </button>
  );
}

/** Puts a text on the clipboard; by a selection where a page may not write to it. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
