/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import { useEffect, useRef, useState } from "preact/hooks";
import { decimalsOf, niceTicks, roomFor, spreadLabels } from "./chart_scale.ts";
import { DASHES } from "./key.tsx";

/** A line of a chart: a column's values by year. */
export interface ChartLine {
  /** The column's place, by which it has its colour and its dash. */
  readonly place: number;
  /** What stands at its end: the column's letter. */
  readonly letter: string;
  readonly name: string;
  /** By year; `null` where there is no value. */
  readonly values: readonly (number | null)[];
}

/** A band between two lines, by year. */
export interface ChartBand {
  readonly place: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Whether it is of the line as it is now; else it is grey. */
  readonly isCurrent: boolean;
}

interface LineChartProps {
  /** Stands in ids: each once in a page. */
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly unit: string;
  /** Decimals of values in words and in the table. */
  readonly decimals: number;
  readonly years: readonly number[];
  readonly lines: readonly ChartLine[];
  /** A level that lines are seen against. */
  readonly level?: { readonly value: number; readonly name: string } | undefined;
  readonly bands?: readonly ChartBand[] | undefined;
  readonly words: Words;
}

const HEIGHT = 250;
const [TOP, BOTTOM] = [14, 26] as const;
/** The least room beside the lines, for labels and for ticks, and what stands between. */
const [RIGHT, LEFT] = [78, 46] as const;
const [TO_LABEL, TO_TICK] = [11, 7] as const;
const LABEL_GAP = 15;

/** Lines by year, labelled at their ends, with their values in words and as a table. */
export function LineChart(props: LineChartProps) {
  const { title, help, unit, decimals, years, lines, level, bands = [], words } = props;
  const { explorer: said, number } = words;
  const [frame, width] = useWidth();
  const [pointed, setPointed] = useState<number | null>(null);
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const all = [
    0,
    ...known,
    ...(level === undefined ? [] : [level.value]),
    ...bands.flatMap(({ lower, upper }) => [...lower, ...upper]),
  ];
  const ticks = niceTicks(Math.min(...all), Math.max(...all), 6);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const tickDecimals = decimalsOf(ticks);
  const text = valueText(words, decimals);
  const year = yearText(words);
  const drawn = lines.filter(({ values }) => values.at(-1) != null);
  const labelled = [
    ...drawn.map(({ letter, values, place }) => ({
      at: values.at(-1)!,
      text: `${letter} ${text(values.at(-1)!)}`,
      style: `key-${place}`,
    })),
    ...(level === undefined
      ? []
      : [{ at: level.value, text: level.name, style: "level" }]),
  ];
  const left = Math.max(
    LEFT,
    TO_TICK + roomFor(ticks.map((tick) => number(tick, tickDecimals))),
  );
  const right = width -
    Math.max(RIGHT, TO_LABEL + roomFor(labelled.map((label) => label.text)));
  const x = (i: number) => left + (right - left) * i / Math.max(1, years.length - 1);
  const y = (value: number) =>
    TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
  const places = spreadLabels(
    labelled.map(({ at }) => y(at)),
    LABEL_GAP,
    [TOP, HEIGHT - BOTTOM],
  );
  const every = Math.ceil(years.length / Math.max(2, (right - left) / 46));
  const inWords = lines.map(({ letter, name, values }) => {
    const present = values.filter((value) => value !== null);
    if (present.length === 0) return `${letter} ${name}: –`;
    const at = (i: number) =>
      said.valueIn(text(values.at(i) ?? null), year(years.at(i)!));
    return said.lineInWords(
      `${letter}, ${name}`,
      at(0),
      at(-1),
      text(Math.min(...present)),
      text(Math.max(...present)),
    );
  });
  const description = `${title}, ${unit}. ${inWords.join(" ")}`;
  const point = (clientX: number, from: number) => {
    const i = Math.round((clientX - from - left) / (right - left) * (years.length - 1));
    setPointed(i < 0 || i >= years.length ? null : i);
  };
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong> <span class="unit">{unit}</span>
        <span class="help">{help}</span>
      </figcaption>
      <p class="readout" aria-hidden="true">
        {pointed !== null && (
          <>
            <b>{year(years[pointed]!)}</b>
            {lines.map(({ place, letter, values }) => (
              <span key={place} class={`key-${place}`}>
                {letter} {text(values[pointed] ?? null)}
              </span>
            ))}
          </>
        )}
      </p>
      <div ref={frame}>
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={description}
          onPointerMove={(event) =>
            point(event.clientX, event.currentTarget.getBoundingClientRect().left)}
          onPointerLeave={() => setPointed(null)}
        >
          {ticks.map((tick) => (
            <g key={tick} class={tick === 0 ? "zero" : "grid"}>
              <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text x={left - TO_TICK} y={y(tick) + 4} text-anchor="end">
                {number(tick, tickDecimals)}
              </text>
            </g>
          ))}
          {years.map((each, i) =>
            i % every === 0 && (
              <text key={each} class="year" x={x(i)} y={HEIGHT - 8} text-anchor="middle">
                {year(each)}
              </text>
            )
          )}
          {bands.map(({ place, lower, upper, isCurrent }) => (
            <path
              key={place}
              class={`band key-${place}${isCurrent ? "" : " stale"}`}
              d={bandPath(lower, upper, x, y)}
            />
          ))}
          {level !== undefined && (
            <line
              class="level"
              x1={left}
              x2={right}
              y1={y(level.value)}
              y2={y(level.value)}
            />
          )}
          {lines.map(({ place, values }) => (
            <path
              key={place}
              class={`line key-${place}`}
              d={linePath(values, x, y)}
              stroke-dasharray={DASHES[place]!}
            />
          ))}
          {labelled.map(({ text, style, at }, i) => (
            <g key={style} class={`end ${style}`}>
              <line x1={right + 2} x2={right + 8} y1={y(at)} y2={places[i]!} />
              <text x={right + TO_LABEL} y={places[i]! + 4}>{text}</text>
            </g>
          ))}
          {pointed !== null && (
            <line
              class="pointed"
              x1={x(pointed)}
              x2={x(pointed)}
              y1={TOP}
              y2={HEIGHT - BOTTOM}
            />
          )}
        </svg>
      </div>
      <ValuesTable {...props} />
    </figure>
  );
}

/** A chart's values as a table to unfold: folded, it is not drawn at each frame of a slider. */
function ValuesTable({ id, title, unit, decimals, years, lines, words }: LineChartProps) {
  const { explorer: said } = words;
  const [isOpen, setIsOpen] = useState(false);
  const text = valueText(words, decimals);
  const year = yearText(words);
  return (
    <details
      class="values"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {said.values}
        <span class="unseen">: {title}</span>
      </summary>
      {isOpen && (
        <div class="scroll" tabIndex={0} role="group" aria-label={said.valuesOf(title)}>
          <table id={`${id}-values`}>
            <caption class="unseen">{said.valuesOf(title)}, {unit}</caption>
            <thead>
              <tr>
                <th scope="col">{said.year}</th>
                {lines.map(({ place, letter }) => (
                  <th key={place} scope="col" class="number">{letter}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map((each, i) => (
                <tr key={each}>
                  <th scope="row">{year(each)}</th>
                  {lines.map(({ place, values }) => (
                    <td key={place} class="number">{text(values[i] ?? null)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const valueText = ({ number }: Words, decimals: number) => (value: number | null) =>
  value === null ? "–" : number(value, decimals);

const yearText = ({ number }: Words) => (year: number) => number(year, 0, false);

type Place = (value: number) => number;

function linePath(values: readonly (number | null)[], x: Place, y: Place): string {
  return values.map((value, i) =>
    value === null
      ? ""
      : `${i === 0 || values[i - 1] == null ? "M" : "L"}${x(i).toFixed(1)} ${
        y(value).toFixed(1)
      }`
  ).join("");
}

function bandPath(
  lower: readonly number[],
  upper: readonly number[],
  x: Place,
  y: Place,
): string {
  const back = lower.map((value, i) => `L${x(i).toFixed(1)} ${y(value).toFixed(1)}`);
  return `${linePath(upper, x, y)}${back.toReversed().join("")}Z`;
}

/** Pixels that a chart has beside others: texts of a picture keep their size. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry!.contentRect.width);
      if (found > 0) setWidth(found);
    });
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
