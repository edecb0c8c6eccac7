import { useEffect, useRef, useState } from "preact/hooks";
import type { RangeAnswer, RangeMessage } from "../answer_ranges.ts";
import type { ExplorerData } from "../explorer_data.ts";
import { columnKey, type View } from "../view.ts";
import type { ColumnRange, NoRange } from "../view_range.ts";

/** How sure a column is. */
export interface ShownRange {
  readonly range: ColumnRange | NoRange;
  /** Whether it is of the column as it is now, or of one before a change. */
  readonly isCurrent: boolean;
}

/** Milliseconds of rest before a range is drawn again. */
const REST = 150;

/**
 * How sure the columns of a view are, drawn in a worker: of a column that was changed, the
 * range before the change until the new one is there.
 *
 * @param script The text of the page's script, which is also the worker's.
 * @returns A range a column; `null` where none is known yet.
 */
export function useRanges(
  data: ExplorerData,
  view: View,
  script: string,
): readonly (ShownRange | null)[] {
  const worker = useRef<Worker | null>(null);
  const asked = useRef({ id: 0, keys: [] as readonly string[] });
  const [known, setKnown] = useState<readonly (Known | null)[]>([]);
  const keys = view.columns.map((column) =>
    JSON.stringify([view.valuation, columnKey(column), view.trialRate])
  );
  useEffect(() => {
    const started = startWorker(script);
    worker.current = started;
    started?.addEventListener("message", ({ data }: MessageEvent<RangeAnswer>) => {
      const { id, keys } = asked.current;
      if (data.id !== id) return;
      setKnown((before) =>
        keys.map((key, i) =>
          i === data.column ? { key, range: data.range } : before[i] ?? null
        )
      );
    });
    started?.postMessage({ data } satisfies RangeMessage);
    return () => started?.terminate();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const id = asked.current.id + 1;
      asked.current = { id, keys };
      worker.current?.postMessage({ id, view } satisfies RangeMessage);
    }, REST);
    return () => clearTimeout(timer);
  }, [keys.join()]);
  return keys.map((key, i) => {
    const found = known.find((each) => each?.key === key) ?? known[i] ?? null;
    return found === null ? null : { range: found.range, isCurrent: found.key === key };
  });
}

interface Known {
  readonly key: string;
  readonly range: ColumnRange | NoRange;
}

/** A worker of a page's script; none where a page may not start one. */
function startWorker(script: string): Worker | null {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch {
    return null;
  } finally {
    // Once it is started: a worker reads its script a little later.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
