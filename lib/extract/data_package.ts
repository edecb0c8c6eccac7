import { labelOfExtract } from "./data_label.ts";
import type { StatisticsManifest } from "./extract_manifest.ts";
import {
  ACTIVE_FILE,
  columnsOf,
  type FileSpec,
  INACTIVE_FILE,
  SERVICE_FILE,
  WITHDRAWALS_FILE,
} from "./file_spec.ts";

/** Name of the data dictionary in an extract's folder. */
export const DATA_PACKAGE_FILE = "datapackage.json";

/**
 * The data dictionary of an extract as JSON of a Frictionless tabular data package, with
 * the columns of records if the files have them.
 * @see https://specs.frictionlessdata.io/tabular-data-package/
 */
export function formatDataPackage(
  manifest: StatisticsManifest,
  hasRecords: boolean,
): string {
  const dictionary = {
    profile: "tabular-data-package",
    name: manifest.name,
    title: `${labelOfExtract(manifest).extractName}: statistics extract${
      manifest.synthetic ? " (synthetic)" : ""
    }`,
    description: manifest.method,
    resources: [
      resource(ACTIVE_FILE, manifest, hasRecords),
      resource(WITHDRAWALS_FILE, manifest, hasRecords),
      resource(SERVICE_FILE, manifest, hasRecords),
      resource(INACTIVE_FILE, manifest, hasRecords),
    ],
  };
  return JSON.stringify(dictionary, null, 2) + "\n";
}

function resource<Row>(
  spec: FileSpec<Row>,
  manifest: StatisticsManifest,
  hasRecords: boolean,
) {
  const columns = columnsOf(spec, hasRecords);
  return {
    profile: "tabular-data-resource",
    name: spec.file.replace(".csv", ""),
    path: spec.file,
    description: spec.description,
    encoding: "utf-8",
    hash: `sha256:${manifest.sha256[spec.file] ?? ""}`,
    schema: {
      fields: columns.map(({ column }) => ({
        name: column.name,
        description: column.description,
        ...column.kind.schema,
      })),
      primaryKey: spec.key.map((field) => spec.columns[field].name),
    },
  };
}
