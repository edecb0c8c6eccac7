import { join } from "node:path";
import { ROOT } from "../jupyter.ts";

/** A module that notebooks and scripts import by name. */
export interface Face {
  /** What is written after `from`: `@jkp/scheme/read`. */
  readonly name: string;
  /** Its module below `lib`: `scheme/read.ts`. */
  readonly module: string;
  /** Its comment: what it is for. */
  readonly comment: string;
}

/** The faces of `deno.json`, in its order. */
export async function publicFaces(): Promise<readonly Face[]> {
  const { imports } = JSON.parse(
    await Deno.readTextFile(join(ROOT, "deno.json")),
  ) as { readonly imports: Readonly<Record<string, string>> };
  const ours = Object.entries(imports).filter(([, path]) => path.startsWith("./lib/"));
  return await Promise.all(ours.map(async ([name, path]) => {
    const text = await Deno.readTextFile(join(ROOT, path));
    const lines = text.match(/^\/\*\*\n([^]*?)\n \*\//)?.[1]?.split("\n") ?? [];
    const comment = lines.map((line) => line.replace(/^ \* ?/, ""))
      .filter((line) => line !== "@module").join("\n").trim();
    return { name, module: path.slice("./lib/".length), comment };
  }));
}

/** What a face is for, in a sentence. */
export function aboutFace({ comment }: Face): string {
  const words = comment.replaceAll("\n", " ");
  return words.match(/^.*?[.?](?= |$)/)?.[0] ?? words;
}
