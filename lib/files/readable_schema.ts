import * as v from "valibot";

/** The parts of a schema that hold other schemas. */
export interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  /** What `v.optional` and its like hold. */
  readonly wrapped?: SchemaShape;
}

/**
 * A schema that reads what it can: it drops unknown keys and puts NaN for a missing or
 * wrong value, an empty list for a wrong list, and a table without its keys for a wrong
 * table.
 */
export function readableSchema(schema: SchemaShape): v.GenericSchema {
  const known = MADE.get(schema);
  if (known !== undefined) return known;
  const made = makeReadable(schema);
  MADE.set(schema, made);
  return made;
}

/** Schemas made before: a file of many claims asks for one a claim. */
const MADE = new WeakMap<SchemaShape, v.GenericSchema>();

function makeReadable(schema: SchemaShape): v.GenericSchema {
  const { entries, item, wrapped } = schema;
  if (wrapped !== undefined) {
    return { ...schema, wrapped: readableSchema(wrapped) } as unknown as v.GenericSchema;
  }
  if (item !== undefined) return v.fallback(v.array(readableSchema(item)), []);
  if (entries !== undefined) {
    const readable = Object.entries(entries).map(([key, entry]) =>
      [key, readableSchema(entry)] as const
    );
    const table = v.object(Object.fromEntries(readable));
    return v.fallback(table, () => v.parse(table, {}));
  }
  return v.fallback(schema as unknown as v.GenericSchema, NaN);
}
