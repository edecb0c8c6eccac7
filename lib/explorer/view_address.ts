import { LANGUAGES } from "@jkp/language";
import { didYouMean, shownValue } from "@jkp/problem";
import { type AssumptionValues, CHANGEABLE_NAMES } from "@jkp/valuation";
import type { ExplorerData } from "./explorer_data.ts";
import { findValuation } from "./find_valuation.ts";
import {
  changesOf,
  checkView,
  filedColumn,
  filedView,
  type View,
  type ViewColumn,
} from "./view.ts";

/** A view, and what is wrong with the address that it was read from. */
export interface AddressedView {
  /** Where anything is wrong, the valuation as filed. */
  readonly view: View;
  /** A sentence each; none where the address is right. */
  readonly problems: readonly string[];
}

/**
 * A view as the last part of a page's address. It names the valuation, so that it stays the
 * same view on a page that begins with another, and what is not as filed. `design` begins a
 * column; what follows up to the next is said of it.
 *
 * @param data What is shown.
 * @param view The view, one that can be shown.
 * @returns What stands from `#` on.
 * @throws {RangeError} If there is no such valuation.
 *
 * @example A benefit of 60 per cent, and the law of 2021 beside the one in force
 * ```ts
 * import { filedView } from "@jkp/explorer";
 * import { viewAddress } from "./view_address.ts";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const data = await readExplorerData();
 * const filed = filedView(data, "jkp_2026");
 * assertEquals(viewAddress(data, filed), "#valuation=jkp_2026");
 * const [jkp] = filed.columns;
 * const columns = [{ ...jkp!, changes: { benefitRate: 0.6 } }];
 * assertEquals(
 *   viewAddress(data, { ...filed, columns }),
 *   "#valuation=jkp_2026&benefitRate=0.6",
 * );
 * assertEquals(
 *   viewAddress(data, { ...filed, columns: [jkp!, { ...jkp!, design: "jkp_2021" }] }),
 *   "#valuation=jkp_2026&design=jkp_2025&design=jkp_2021",
 * );
 * ```
 */
export function viewAddress(data: ExplorerData, view: View): string {
  const filed = filedView(data, view.valuation);
  const first = filedColumn(findValuation(data, view.valuation));
  const said = new URLSearchParams({ valuation: view.valuation });
  if (view.language !== filed.language) said.append("language", view.language);
  if (view.trialRate !== null) said.append("trialRate", String(view.trialRate));
  const areFiled = view.columns.length === filed.columns.length &&
    view.columns.every((column, i) =>
      column.design === filed.columns[i]!.design && isAsFiled(column, first)
    );
  for (const column of areFiled ? [] : view.columns) {
    const isUnderstood = view.columns.length === 1 && column.design === first.design &&
      !isAsFiled(column, first);
    if (!isUnderstood) said.append("design", column.design);
    if (column.role !== first.role) said.append("role", column.role);
    for (const [name, value] of changesOf(column)) said.append(name, String(value));
  }
  return `#${said}`;
}

/** Whether a column says nothing but its design. */
function isAsFiled(column: ViewColumn, { role }: ViewColumn): boolean {
  return column.role === role && changesOf(column).length === 0;
}

/**
 * Reads a view from the last part of a page's address. What is not said is as filed.
 *
 * @param data What is shown.
 * @param address What stands from `#` on; the `#` may be left out.
 * @returns The view; with any problem that of the valuation as filed, and all problems.
 *
 * @example
 * ```ts
 * import { parseViewAddress } from "./view_address.ts";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const data = await readExplorerData(["jkp_2026"]);
 * const { view } = parseViewAddress(data, "#role=pessimistic&benefitRate=0.6");
 * assertEquals(view.columns, [
 *   { design: "jkp_2025", role: "pessimistic", changes: { benefitRate: 0.6 } },
 * ]);
 * const { problems } = parseViewAddress(data, "#benefit_rate=0.6&trialRate=0,5");
 * assertEquals(problems.map((problem) => problem.replace(/: .*, got/, ": … got")), [
 *   "Cannot read the address: … got benefit_rate (did you mean benefitRate?)",
 *   "Cannot read the address: … got trialRate=0,5 (did you mean 0.5?)",
 * ]);
 * ```
 */
export function parseViewAddress(data: ExplorerData, address: string): AddressedView {
  const problems: string[] = [];
  const refuse = (wanted: string, got: string) => {
    const problem = `Cannot read the address: ${wanted} is wanted, got ${got}`;
    if (!problems.includes(problem)) problems.push(problem);
  };
  const said = partsOf(address, refuse);
  const names = data.valuations.map(({ file }) => file.name);
  const { valuation = names[0]!, trialRate = null } = said;
  const isKnown = names.includes(valuation);
  if (!isKnown) {
    refuse(
      `a valuation, one of ${names.join(", ")},`,
      `valuation=${shownValue(valuation)}${didYouMean(valuation, names)}`,
    );
  }
  const filed = filedView(data, isKnown ? valuation : names[0]!);
  const first = filedColumn(findValuation(data, filed.valuation));
  const language = (said.language ?? filed.language) as View["language"];
  const columns = said.columns.length === 0
    ? filed.columns
    : said.columns.map((column) => ({ ...first, ...column }));
  const view = { valuation: filed.valuation, columns, trialRate, language };
  // Designs and roles of a valuation that is not there are not known either.
  const checked = isKnown ? view : {
    ...view,
    columns: columns.map(({ changes }) => ({ ...first, changes })),
  };
  try {
    checkView(data, checked);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(...error.message.split("\n"));
  }
  if (problems.length === 0) return { view, problems };
  const isLanguage = LANGUAGES.includes(language);
  return { view: isLanguage ? { ...filed, language } : filed, problems };
}

/** What an address says, as far as it can be read. */
interface SaidInAddress {
  readonly valuation?: string;
  readonly language?: string;
  readonly trialRate?: number;
  readonly columns: readonly Partial<ViewColumn>[];
}

type Refuse = (wanted: string, got: string) => void;

/** Parts of an address: of the view, and of each column. */
function partsOf(address: string, refuse: Refuse): SaidInAddress {
  const view = new Map<string, string | number>();
  const columns: Map<string, string | number>[] = [];
  const changes: readonly string[] = CHANGEABLE_NAMES;
  const keys = [...OF_VIEW, ...OF_COLUMN, ...changes];
  for (const [key, text] of new URLSearchParams(address.replace(/^#/, ""))) {
    if (!keys.includes(key)) {
      refuse(`one of ${keys.join(", ")}`, `${shownValue(key)}${didYouMean(key, keys)}`);
      continue;
    }
    const isOfView = OF_VIEW.includes(key);
    if (!isOfView && (key === "design" || columns.length === 0)) columns.push(new Map());
    const part = isOfView ? view : columns.at(-1)!;
    if (part.has(key)) {
      refuse(`${key} once${isOfView ? "" : " a column, after its design,"}`, "it again");
      continue;
    }
    const isNumber = key === "trialRate" || changes.includes(key);
    if (!isNumber) part.set(key, text);
    else if (NUMBER.test(text)) part.set(key, Number(text));
    else {
      const meant = NUMBER.test(text.replace(",", "."))
        ? ` (did you mean ${text.replace(",", ".")}?)`
        : "";
      refuse(`a number as ${key}`, `${key}=${shownValue(text)}${meant}`);
    }
  }
  return {
    ...Object.fromEntries(view),
    columns: columns.map((said) => {
      const { design, role, ...values } = Object.fromEntries(said);
      return {
        ...(design === undefined ? {} : { design: String(design) }),
        ...(role === undefined ? {} : { role: String(role) }),
        changes: values as AssumptionValues,
      };
    }),
  };
}

const OF_VIEW = ["valuation", "language", "trialRate"];
const OF_COLUMN = ["design", "role"];

/** A number as an address and `--set` have it. */
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
