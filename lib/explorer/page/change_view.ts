import type { AssumptionValues } from "@jkp/valuation";
import type { ExplorerData } from "../explorer_data.ts";
import type { ChangeableName } from "../value_view.ts";
import { filedView, MOST_COLUMNS, type View, type ViewColumn } from "../view.ts";

/** A view and the column that is being changed. */
export interface Shown {
  readonly view: View;
  /** Place of the column among those of the view. */
  readonly active: number;
}

/** Another valuation, as it is filed. */
export function withValuation(
  data: ExplorerData,
  { view: { language } }: Shown,
  valuation: string,
): Shown {
  return { view: { ...filedView(data, valuation), language }, active: 0 };
}

/** Something else of the column that is being changed. */
export function withColumn({ view, active }: Shown, part: Partial<ViewColumn>): Shown {
  const columns = view.columns.map((column, i) =>
    i === active ? { ...column, ...part } : column
  );
  return { view: { ...view, columns }, active };
}

/** One assumption of the column set; `null` leaves it as it is filed. */
export function withChange(
  shown: Shown,
  name: ChangeableName,
  value: number | null,
): Shown {
  const { [name]: _before, ...others } = shown.view.columns[shown.active]!.changes;
  const changes: AssumptionValues = value === null
    ? others
    : { ...others, [name]: value };
  return withColumn(shown, { changes });
}

/** A copy of a column after it, to be changed. */
export function withCopy({ view, active }: Shown, place: number): Shown {
  if (view.columns.length >= MOST_COLUMNS) return { view, active };
  const columns = view.columns.toSpliced(place + 1, 0, view.columns[place]!);
  return { view: { ...view, columns }, active: place + 1 };
}

/** The view without a column; the last one stays. */
export function withoutColumn({ view, active }: Shown, place: number): Shown {
  if (view.columns.length === 1) return { view, active };
  const columns = view.columns.toSpliced(place, 1);
  const next = place < active ? active - 1 : active;
  return { view: { ...view, columns }, active: Math.min(next, columns.length - 1) };
}
