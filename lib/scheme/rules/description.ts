/**
 * One description of a table in a file, from which follow what the file may hold, what it
 * becomes in a scheme, and the types of both.
 *
 * A field `windowMonths` stands in the file as `window_months`, a rate in per cent as
 * `rate_pct`. What a file leaves out is `null` to the checks of what goes together; what
 * it is in a scheme, `maybe`, `or` and `orAs` say.
 *
 * @module
 */

import * as v from "valibot";

/**
 * A field of a file: how its value is checked where it stands, and what it becomes in a
 * scheme. Where a schema stands in place of a field, the value becomes what the schema
 * gives.
 */
export interface Field<Content, Value, Suffix extends string, Needed extends boolean> {
  /** What the file may hold; `null` for what it leaves out. */
  readonly schema: v.GenericSchema<unknown, Content>;
  /** What the key in the file has after the field's name: its unit. */
  readonly suffix: Suffix;
  readonly isNeeded: Needed;
  toValue(content: Content, table: Contents): Value;
}

type AnyField = Field<unknown, unknown, string, boolean>;
type Entry = v.GenericSchema | AnyField;

/** Fields by the names that a scheme has for them. */
export type Description = Readonly<Record<string, Entry>>;

/** A table of a file by its keys. */
type Contents = Readonly<Record<string, unknown>>;

/** What a schema gives; a list is not to be changed. */
type Output<Of extends v.GenericSchema> = v.InferOutput<Of> extends (infer Each)[]
  ? readonly Each[]
  : v.InferOutput<Of>;
type ContentOf<Of> = Of extends Field<infer Content, unknown, string, boolean> ? Content
  : Of extends v.GenericSchema ? Output<Of>
  : never;
/** What a field is in a scheme. */
export type ValueOf<Of> = Of extends Field<infer _, infer Value, string, boolean> ? Value
  : Of extends v.GenericSchema ? Output<Of>
  : never;
type SuffixOf<Of> = Of extends Field<infer _, unknown, infer Suffix, boolean> ? Suffix
  : "";

/** A name as files write it: `windowMonths` is `window_months`. */
type Snake<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${Snake<Rest>}`
  : Name;

/** What a description is in a scheme. */
export type Fields<Of extends Description> = {
  readonly [Name in keyof Of]: ValueOf<Of[Name]>;
};

/** What a description is in a file: other names, `null` for what is left out. */
export type Content<Of extends Description> = {
  readonly [Name in keyof Of & string as `${Snake<Name>}${SuffixOf<Of[Name]>}`]:
    ContentOf<Of[Name]>;
};

/** A schema as a field. */
type FieldFor<Of extends Entry> = Field<
  ContentOf<Of>,
  ValueOf<Of>,
  SuffixOf<Of>,
  boolean
>;

function fieldFor<Of extends Entry>(entry: Of): FieldFor<Of> {
  const field = "toValue" in entry ? entry : {
    schema: entry,
    suffix: "",
    isNeeded: true,
    toValue: (content: unknown) => content,
  };
  return field as unknown as FieldFor<Of>;
}

/** A name as files write it. */
export function fileKeyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The key of a field in the file. */
function keyOf(name: string, entry: Entry): string {
  return fileKeyOf(name) + fieldFor(entry).suffix;
}

/** Per cent in the file, under a key that says so; a fraction in a scheme. */
export function inPercent<Schema extends v.GenericSchema>(schema: Schema) {
  return { ...fieldFor<v.GenericSchema>(schema), suffix: "_pct" } as unknown as Field<
    Output<Schema>,
    Output<Schema>,
    "_pct",
    true
  >;
}

/** A field that may be left out, and what it is then. */
export function or<Of extends Entry, const Otherwise>(entry: Of, otherwise: Otherwise) {
  return orElse(entry, () => otherwise);
}

/** A field that may be left out: `null` then. */
export function maybe<Of extends Entry>(entry: Of) {
  return or(entry, null);
}

/** A list that may be left out: empty then. */
export function orNone<Of extends Entry>(entry: Of) {
  return or(entry, [] as unknown as ValueOf<Of>);
}

/** A field that, left out, is as another key of its table says, if that says anything. */
export function orAs<Of extends Entry, const Otherwise>(
  entry: Of,
  key: string,
  otherwise: Otherwise,
) {
  const { toValue } = fieldFor(entry);
  return orElse(entry, (table) => {
    const other = table[key] as ContentOf<Of> | null;
    return other === null ? otherwise : toValue(other, table);
  });
}

function orElse<Of extends Entry, Otherwise>(
  entry: Of,
  otherwise: (table: Contents) => Otherwise,
): Field<ContentOf<Of> | null, ValueOf<Of> | Otherwise, SuffixOf<Of>, false> {
  const { schema, suffix, toValue } = fieldFor(entry);
  return {
    schema: v.nullish(schema, null) as v.GenericSchema<unknown, ContentOf<Of> | null>,
    suffix,
    isNeeded: false,
    toValue: (content, table) =>
      content === null ? otherwise(table) : toValue(content, table),
  };
}

/** A table of described fields; no other key may stand in it. */
export function tableOf<const Of extends Description>(
  description: Of,
): Field<Content<Of>, Fields<Of>, "", true> {
  const entries = Object.entries(description);
  const schemas = entries.map(([name, entry]) =>
    [keyOf(name, entry), fieldFor(entry).schema] as const
  );
  const schema: v.GenericSchema = v.strictObject(Object.fromEntries(schemas));
  return {
    schema: schema as v.GenericSchema<unknown, Content<Of>>,
    suffix: "",
    isNeeded: true,
    toValue: (content: Contents) =>
      Object.fromEntries(
        entries.map((
          [name, entry],
        ) => [name, fieldFor(entry).toValue(content[keyOf(name, entry)], content)]),
      ) as Fields<Of>,
  };
}

/** A list of tables; at least one if it is said what is wanted then. */
export function listOf<Each, Value>(
  item: Field<Each, Value, "", true>,
  expected: string,
  leastExpected?: string,
): Field<readonly Each[], readonly Value[], "", true> {
  const list = v.array(item.schema, expected);
  return {
    schema: leastExpected === undefined
      ? list
      : v.pipe(list, v.minLength(1, leastExpected)),
    suffix: "",
    isNeeded: true,
    toValue: (content, table) => content.map((each) => item.toValue(each, table)),
  };
}

/** A table with a value for each of some words. */
export function recordOf<const Word extends string, Of extends Entry>(
  words: readonly Word[],
  entry: Of,
): Field<
  Readonly<Record<Word, ContentOf<Of>>>,
  Readonly<Record<Word, ValueOf<Of>>>,
  SuffixOf<Of>,
  true
> {
  const { schema: each, suffix, toValue } = fieldFor(entry);
  const schema: v.GenericSchema = v.strictObject(v.entriesFromList(words, each));
  return {
    schema: schema as v.GenericSchema<unknown, Readonly<Record<Word, ContentOf<Of>>>>,
    suffix,
    isNeeded: true,
    toValue: (content, table) =>
      Object.fromEntries(
        words.map((word) => [word, toValue(content[word], table)]),
      ) as Record<Word, ValueOf<Of>>,
  };
}

/** Fields of each kind of a table. */
export type Kinds = Readonly<Record<string, Description>>;

/** A table that is of one kind, with the fields of that kind and those of all. */
export type OfKind<Of extends Kinds, Common extends Description> = {
  [Kind in keyof Of]: { readonly kind: Kind } & Fields<Of[Kind]> & Fields<Common>;
}[keyof Of];

type ContentOfAny<Of extends Kinds> = {
  [Kind in keyof Of]: Content<Of[Kind]>;
}[keyof Of];
type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;
type ValueOfAny<Union, Key> = Union extends unknown
  ? Key extends keyof Union ? Union[Key] : never
  : never;

/** Such a table in a file: `null` for the keys of the other kinds. */
export type ContentOfKind<Of extends Kinds, Common extends Description> =
  & { readonly kind: keyof Of }
  & Content<Common>
  & {
    readonly [Key in KeyOfAny<ContentOfAny<Of>>]:
      | ValueOfAny<ContentOfAny<Of>, Key>
      | null;
  };

/**
 * A table of one of several kinds. That it has what its kind needs, and nothing of
 * another, is not in its schema: {@link keysByKind} says it.
 */
export function tableOfKind<const Of extends Kinds, const Common extends Description>(
  kinds: Of,
  common: Common,
): Field<ContentOfKind<Of, Common>, OfKind<Of, Common>, "", true> {
  const names = Object.keys(kinds);
  const kind = v.picklist(names, `one of ${names.join(", ")}`);
  const own = Object.values(kinds).flatMap((each) => Object.entries(each))
    .map(([name, entry]) => [name, maybe(entry)] as const);
  const { schema } = tableOf({ ...common, kind, ...Object.fromEntries(own) });
  const tables = Object.fromEntries(
    Object.entries(kinds).map((
      [name, each],
    ) => [name, tableOf({ ...common, kind, ...each })]),
  );
  return {
    schema: schema as v.GenericSchema as v.GenericSchema<
      unknown,
      ContentOfKind<Of, Common>
    >,
    suffix: "",
    isNeeded: true,
    toValue: (content, table) =>
      tables[String(content.kind)]!.toValue(content as never, table) as unknown as OfKind<
        Of,
        Common
      >,
  };
}

/** The keys in the file that each kind needs, and those that it may have. */
export function keysByKind(
  kinds: Kinds,
): Readonly<Record<string, { needed: readonly string[]; optional: readonly string[] }>> {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, description]) => {
      const keysThat = (isNeeded: boolean) =>
        Object.entries(description)
          .filter(([, entry]) => fieldFor(entry).isNeeded === isNeeded)
          .map(([name, entry]) => keyOf(name, entry));
      return [kind, { needed: keysThat(true), optional: keysThat(false) }];
    }),
  );
}
