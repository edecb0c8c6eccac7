import { companyChoices } from "@jkp/valuation";
import { formatToml } from "@jkp/files";
import { wordsOf } from "@jkp/language";
import type { ExplorerData, ExplorerValuation } from "./explorer_data.ts";
import { findValuation } from "./find_valuation.ts";
import { filedValues, isOfValues } from "./value_view.ts";
import { changesOf, checkView, ownDesigns, type View, type ViewColumn } from "./view.ts";
import { viewAddress } from "./view_address.ts";

/** A file that `value --valuation` takes. */
export interface ViewFile {
  /** Its name, ending in `.toml`; no two files of a view have the same. */
  readonly name: string;
  readonly text: string;
}

/**
 * The columns of a view as valuation files, one each: short, for each extends the valuation
 * that it is of and says what is another. `deno task value --valuation` repeats the column's
 * numbers from it, to the last digit but for that of a trial rate, which a file has in per
 * cent.
 *
 * @param data What is shown.
 * @param view The view.
 * @returns A file a column, in their order.
 * @throws {RangeError} With a line for everything that is wrong with the view.
 *
 * @example
 * ```ts
 * import { filedView } from "@jkp/explorer";
 * import { viewFiles } from "./view_files.ts";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const data = await readExplorerData(["jkp_2026"]);
 * const filed = filedView(data, "jkp_2026");
 * const columns = [{ ...filed.columns[0]!, changes: { benefitRate: 0.5 } }];
 * const [file] = viewFiles(data, { ...filed, columns });
 * assertEquals(file!.name, "jkp_2026_jkp_2025_base_changed.toml");
 * assertEquals(file!.text.split("\n").slice(-4), [
 *   "[changes]",
 *   "benefitRate = 0.5",
 *   'source = "Changed in the explorer: benefitRate from 0.6"',
 *   "",
 * ]);
 * ```
 */
export function viewFiles(data: ExplorerData, view: View): readonly ViewFile[] {
  checkView(data, view);
  const valuation = findValuation(data, view.valuation);
  const names = view.columns.map((column) => nameOf(view, column));
  return view.columns.map((column, i) => {
    const again = names.slice(0, i).filter((name) => name === names[i]).length;
    const name = again === 0 ? names[i]! : `${names[i]}_${again + 1}`;
    const address = viewAddress(data, { ...view, columns: [column] });
    return {
      name: `${name}.toml`,
      text: textOf(valuation, column, view.trialRate, { name, address }),
    };
  });
}

/** The name of a column's valuation, of letters, digits and what joins them. */
function nameOf({ valuation, trialRate }: View, column: ViewColumn): string {
  const isChanged = trialRate !== null || changesOf(column).length > 0;
  return [valuation, column.design, column.role, ...(isChanged ? ["changed"] : [])]
    .join("_").replaceAll(/[^\w-]+/g, "_");
}

function textOf(
  valuation: ExplorerValuation,
  column: ViewColumn,
  trialRate: number | null,
  { name, address }: { readonly name: string; readonly address: string },
): string {
  const { file } = valuation;
  const changes = changesOf(column);
  const choices = choicesToState(valuation, column);
  const isChanged = changes.length > 0 || trialRate !== null;
  const tables = {
    ...(valuation.saidOver.length === 0 ? {} : {
      data: {
        extract: file.data.extract,
        source: `In place of the one of ${file.name}: ${valuation.saidOver.join("; ")}`,
      },
    }),
    ...(Object.keys(choices).length === 0 ? {} : { method: { choices } }),
    ...(trialRate === null ? {} : {
      trial: {
        contribution_rate_pct: percentOf(trialRate),
        over_law: true,
        source: "Tried in the explorer",
      },
    }),
    ...(changes.length === 0 ? {} : {
      changes: {
        ...Object.fromEntries(changes),
        source: changedFrom(valuation, column),
      },
    }),
  };
  const toml = formatToml({
    extends: extendedName(file),
    name,
    title: isChanged ? wordsOf("en").explorer.changedTitle(file.title) : file.title,
    ...(file.titleId === null ? {} : {
      title_id: isChanged
        ? wordsOf("id").explorer.changedTitle(file.titleId)
        : file.titleId,
    }),
    source: `Explorer of JKP Lab, ${address}; made from ${file.name}: ${file.source}`,
    designs: [designInFile(valuation, column)],
    valued_roles: [column.role],
  }, tables);
  return [
    "# A column of the explorer. What is not here is as in the valuation that it extends.",
    `# deno task value --valuation ${name}.toml`,
    `# deno task uncertainty --valuation ${name}.toml --process ${valuation.process.name}`,
    // What is said over a file is a folder, and so a path; or a value, which has a name.
    ...(valuation.saidOver.length === 0 || /[/\\]/.test(file.data.extract) ? [] : [
      `# The extract ${file.data.extract} was given as a value: write it to a folder, and`,
      "# name that below.",
    ]),
    "",
    toml,
  ].join("\n");
}

/** How a file names the valuation that it extends: one of the project's by name. */
function extendedName({ name, path }: ExplorerValuation["file"]): string {
  return path.replaceAll("\\", "/").endsWith(`data/valuations/${name}.toml`)
    ? name
    : path;
}

/** How a file names a column's design: one of the valuation's own as that does. */
function designInFile(valuation: ExplorerValuation, { design }: ViewColumn): string {
  return valuation.file.designs[ownDesigns(valuation).indexOf(design)] ?? design;
}

/**
 * Choices of the report's own design that depend on what it is valued beside: the file has
 * it alone, the valuation may not.
 */
function choicesToState(valuation: ExplorerValuation, column: ViewColumn) {
  const schemes = valuation.schemes.filter(({ name }) => name === column.design);
  const { choices = [] } = companyChoices({ ...valuation, schemes }) ?? {};
  const taken = valuation.scenarios[valuation.roles.indexOf(column.role)]!.choices;
  return Object.fromEntries(
    choices.filter(({ name, beside }) => taken[name] === beside)
      .map(({ name, beside }) => [name, beside]),
  );
}

/** What the changes of a column stand in the place of; of a design that has no value, none. */
function changedFrom(valuation: ExplorerValuation, column: ViewColumn): string {
  const said = "Changed in the explorer";
  try {
    const filed = filedValues(valuation, column);
    const from = changesOf(column).map(([name]) =>
      `${name} from ${Number(filed[name].toPrecision(SHOWN_DIGITS))}`
    );
    return `${said}: ${from.join(", ")}`;
  } catch (error) {
    if (isOfValues(error)) return said;
    throw error;
  }
}

/** Digits of a value that is said for comparison only. */
const SHOWN_DIGITS = 6;

/** A fraction in per cent, as it is written: 0.36 for 0.0036, not 0.36000000000000004. */
function percentOf(fraction: number): number {
  return Number((100 * fraction).toPrecision(15));
}
