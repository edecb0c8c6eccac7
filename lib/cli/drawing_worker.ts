import { type Figure, figureToSvg, prepareDrawing } from "@jkp/exhibit";

/** What a worker has of the process that it works for. */
interface WorkerScope {
  onmessage: (event: MessageEvent<Figure>) => void;
  /** A picture; first `null`, once pictures can be drawn. */
  postMessage(svg: string | null): void;
}

const scope = globalThis as unknown as WorkerScope;

// One after the other, as they are sent.
let last: Promise<void> = prepareDrawing().then(() => scope.postMessage(null));
scope.onmessage = ({ data: figure }) => {
  last = last.then(async () => scope.postMessage(await figureToSvg(figure)));
};
