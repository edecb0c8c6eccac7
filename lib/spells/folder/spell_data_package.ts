import type { SpellManifest } from "@jkp/extract";

/** Name of the data dictionary in the folder of an extract. */
export const DATA_PACKAGE_FILE = "datapackage.json";

const MONTH = { type: "yearmonth" } as const;

/** The columns of the contract, as a Frictionless Table Schema describes them. */
const FIELDS = [
  {
    name: "member_id",
    type: "string",
    description: "Pseudonymous number of the member",
    constraints: { required: true },
  },
  {
    name: "sex",
    type: "string",
    description: "M male, F female",
    constraints: { required: true, enum: ["M", "F"] },
  },
  { name: "birth_month", ...MONTH, constraints: { required: true } },
  {
    name: "start_month",
    ...MONTH,
    description: "First contribution month of the spell",
    constraints: { required: true },
  },
  {
    name: "last_month",
    ...MONTH,
    description: "Last contribution month seen",
    constraints: { required: true },
  },
  {
    name: "end_reason",
    type: "string",
    description: "Reason of the JHT claim that closed the spell; empty: none did",
  },
  { name: "claim_month", ...MONTH, description: "Month of that claim" },
  {
    name: "monthly_wage_idr",
    type: "number",
    description: "Last reported insurable wage in rupiah a month, before any ceiling",
    constraints: { required: true },
  },
  {
    name: "weight",
    type: "number",
    description: "How many members of the register the row stands for",
  },
] as const;

/**
 * The data dictionary of a member-level extract as JSON of a Frictionless data package.
 * @see https://specs.frictionlessdata.io/table-schema/
 */
export function formatSpellDataPackage(
  manifest: SpellManifest,
  carried: readonly string[],
): string {
  const schema = {
    fields: [
      ...FIELDS,
      ...carried.map((name) => ({ name, type: "string", description: "To group by" })),
    ],
    primaryKey: ["member_id", "start_month"],
    missingValues: [""],
  };
  const dictionary = {
    profile: "data-package",
    name: manifest.name,
    title: `${manifest.name}: membership spells${
      manifest.synthetic ? " (synthetic)" : ""
    }`,
    description: manifest.method,
    resources: (manifest.files ?? []).map((path) => ({
      name: path.replace(/\..*$/, ""),
      path,
      ...(manifest.sha256[path] === undefined
        ? {}
        : { hash: `sha256:${manifest.sha256[path]}` }),
      schema,
    })),
  };
  return JSON.stringify(dictionary, null, 2) + "\n";
}
