import { type DrawnFigure, type Figure, figureToSvg } from "@jkp/exhibit";

/** Draws figures, in the order in which they are given. */
export interface Drawer {
  /** Takes figures, all of one set or some of it. */
  draw(figures: readonly Figure[]): void;
  /** All figures that were taken. */
  drawn(): Promise<readonly DrawnFigure[]>;
  /** Ends the worker, if there is one. */
  end(): void;
}

/**
 * Starts to draw: beside this process by a worker, which loads plotly at once, or here when
 * all figures are asked for. What a worker cannot draw is drawn here, too.
 */
export function startDrawer(
  { isBeside }: { readonly isBeside: boolean },
): Drawer {
  const figures: Figure[] = [];
  const pictures: string[] = [];
  let hasWorker = false; // until it says so: one that cannot be loaded may never do
  let heard = () => {};
  const worker = isBeside
    ? new Worker(new URL("./drawing_worker.ts", import.meta.url), { type: "module" })
    : undefined;
  if (worker !== undefined) {
    worker.onmessage = ({ data }: MessageEvent<string | null>) => {
      if (data === null) hasWorker = true;
      else pictures.push(data);
      heard();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      hasWorker = false;
      heard();
    };
  }
  return {
    draw: (taken) => {
      figures.push(...taken);
      for (const figure of taken) worker?.postMessage(figure);
    },
    drawn: async () => {
      while (hasWorker && pictures.length < figures.length) {
        await new Promise<void>((resolve) => heard = resolve);
      }
      const drawn: DrawnFigure[] = [];
      for (const [i, figure] of figures.entries()) {
        drawn.push({ drawn: figure, svg: pictures[i] ?? await figureToSvg(figure) });
      }
      return drawn;
    },
    end: () => worker?.terminate(),
  };
}
