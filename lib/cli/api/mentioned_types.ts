import { posix } from "node:path";
import { denoDocData, type DocumentedSymbol } from "./deno_doc.ts";
import type { Face } from "./faces.ts";

/** A type by its name, and the module below `lib` that declares it. */
export interface DeclaredType {
  readonly name: string;
  readonly module: string;
}

/** What {@link mentionedTypes} finds. */
export interface MentionedTypes {
  readonly types: readonly DeclaredType[];
  /** Names that mean two things in what is mentioned, so that a page cannot tell which. */
  readonly unclear: ReadonlySet<string>;
}

/**
 * Types that public names mention and no face has: what an option or a result is made of.
 * They are followed through each other, and left out if their name is unclear.
 *
 * @param faces The faces.
 * @param lib Folder of the rooms, as the address of a folder.
 */
export async function mentionedTypes(
  faces: readonly Face[],
  lib: string,
): Promise<MentionedTypes> {
  const declared = new Map<string, DocumentedSymbol>();
  const isPublic = new Set<string>();
  const mentioned = new Map<string, DeclaredType>();
  const read = new Set<string>();
  let waiting = faces.map(({ module }) => module);
  for (let isOfFaces = true; waiting.length > 0; isOfFaces = false) {
    const symbols = await denoDocData(
      new Map(waiting.map((module) => [module, `export * from "${lib}${module}";\n`])),
    );
    for (const [asked, exported] of symbols) {
      read.add(asked);
      for (const symbol of exported) {
        const module = below(lib, symbol.declarations[0]?.location.filename);
        // A face has what others declare; a module is asked for what it declares itself.
        if (module === undefined || (!isOfFaces && module !== asked)) continue;
        const key = keyOf({ name: symbol.name, module });
        declared.set(key, symbol);
        if (isOfFaces) isPublic.add(key);
      }
    }
    const reached = [...isPublic, ...mentioned.keys()];
    for (const symbol of reached.flatMap((key) => declared.get(key) ?? [])) {
      for (const type of typesIn(symbol, lib)) mentioned.set(keyOf(type), type);
    }
    waiting = [...new Set([...mentioned.values()].map(({ module }) => module))]
      .filter((module) => !read.has(module));
  }
  const byName = Map.groupBy(new Set([...isPublic, ...mentioned.keys()]), nameIn);
  const unclear = new Set(
    [...byName].flatMap(([name, keys]) => keys.length > 1 ? [name] : []),
  );
  const types = [...mentioned].filter(([key, { name }]) =>
    !isPublic.has(key) && isType(declared.get(key)) && !unclear.has(name)
  ).map(([, type]) => type);
  return { types, unclear };
}

/** Whether a module exports it as a type. */
function isType(symbol: DocumentedSymbol | undefined): boolean {
  return symbol?.declarations.some(({ kind, declarationKind }) =>
    ["interface", "typeAlias"].includes(kind) && declarationKind === "export"
  ) ?? false;
}

/** Types of ours that a symbol mentions, however deep. */
function typesIn(symbol: DocumentedSymbol, lib: string): DeclaredType[] {
  return symbol.declarations.flatMap((declaration) => {
    const from = below(lib, declaration.location.filename);
    const types: DeclaredType[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { typeName, resolution } = value as {
        readonly typeName?: string;
        readonly resolution?: {
          readonly kind: string;
          readonly specifier?: string;
          readonly name?: string;
        };
      };
      if (typeName !== undefined && from !== undefined) {
        const { kind, specifier = "", name } = resolution ?? { kind: "" };
        if (kind === "local") types.push({ name: typeName, module: from });
        if (kind === "import" && specifier.startsWith(".")) {
          const module = posix.join(posix.dirname(from), specifier);
          types.push({ name: name ?? typeName, module });
        }
      }
      Object.values(value).forEach(visit);
    };
    visit(declaration);
    return types;
  });
}

function below(lib: string, address: string | undefined): string | undefined {
  return address?.startsWith(lib) ? address.slice(lib.length) : undefined;
}

const keyOf = ({ name, module }: DeclaredType) => `${module} ${name}`;
const nameIn = (key: string) => key.split(" ")[1]!;
