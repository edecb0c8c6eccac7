/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import { strToU8, zipSync } from "fflate/browser";
import { useState } from "preact/hooks";
import type { ViewFile } from "../view_files.ts";

interface ShareProps {
  /** The page's address with the view; nothing where there is none, as in a notebook. */
  readonly address: string;
  readonly citation: string;
  /** The view as files that `value` takes. */
  readonly files: () => readonly ViewFile[];
  readonly words: Words;
}

/** The link to a view, and how it is cited. */
export function Share({ address, citation, files, words }: ShareProps) {
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
      <h3>{said.files}</h3>
      <p>{said.filesHelp}</p>
      <p class="buttons">
        <button type="button" onClick={() => download(files())}>{said.download}</button>
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

/** Hands out one file as it is, several as one archive. */
function download(files: readonly ViewFile[]): void {
  const [first] = files;
  const content = files.length === 1
    ? new Blob([first!.text], { type: "application/toml" })
    : new Blob([
      zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))),
    ], { type: "application/zip" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = files.length === 1 ? first!.name : "explorer.zip";
  link.click();
  URL.revokeObjectURL(link.href);
}
